import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { HostError } from "../../shared/platform/host";
import { openPdf } from "./readPlacedPdf";

/** Advertisements are drawn in a second; one that takes longer is made to keep a newsroom waiting. */
const LONGEST_MS = 30_000;

/** The first page of a PDF as a PNG, upright, cut to its trim box, its longer side so many pixels. Rejects with `unreadable-picture`. */
export async function renderPlacedPdf(fileName: string, bytes: Uint8Array, longerSide: number): Promise<Buffer> {
  const [{ getDocument }, { createCanvas }] = await Promise.all([import("pdfjs-dist/legacy/build/pdf.mjs"), import("@napi-rs/canvas")]);
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = getDocument({
    data: await cutToTrim(fileName, bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    cMapUrl: join(folder, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts/"),
    wasmUrl: join(folder, "wasm/"),
    verbosity: 0,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("drawing it takes too long")), LONGEST_MS);
    });
    const draw = async (): Promise<Buffer> => {
      const page = await (await task.promise).getPage(1);
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: longerSide / Math.max(natural.width, natural.height) });
      const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
      const context = canvas.getContext("2d");
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      // The library draws on any canvas of this kind; its types know the browser's alone.
      await page.render({ canvas: null, canvasContext: context as unknown as Parameters<typeof page.render>[0]["canvasContext"], viewport }).promise;
      return canvas.encode("png");
    };
    return await Promise.race([draw(), tooLong]);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError({ code: "unreadable-picture", detail: `${fileName}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}` });
  } finally {
    clearTimeout(timer);
    await task.destroy().catch(() => undefined);
  }
}

/** The same page with its trim box for a crop box, which is what is drawn. */
async function cutToTrim(fileName: string, bytes: Uint8Array): Promise<Uint8Array> {
  const document = await openPdf(fileName, bytes);
  const page = document.getPage(0);
  const { x, y, width, height } = page.getTrimBox();
  page.setCropBox(x, y, width, height);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}
