import { plainPreset } from "../../shared/export/pdf/plainPreset";
import type { FontSource } from "../../shared/fonts/fontSource";
import { noCache } from "../assets/derivedCache";
import { exportPdf, type PdfExport } from "./exportPdf";

/** What a plain PDF is made from. */
export type PlainPdf = Pick<PdfExport, "document" | "layout" | "fontFiles" | "readAsset" | "pageIds">;

/** A plain file has no marks to set. */
const noFonts: FontSource = { font: () => null, fallbackFontIds: [] };

/** The bytes of a PDF of the pages as they are, without printing condition and marks. */
export async function plainPdf({ document, layout, fontFiles, readAsset, pageIds }: PlainPdf): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await exportPdf(
    { document, layout, fontFiles, readAsset, pageIds, fonts: noFonts, preset: plainPreset, profile: null, proof: null, cache: noCache, inkCache: noCache },
    async (bytes) => void parts.push(bytes),
  );
  return Buffer.concat(parts);
}
