import { GlobalFonts } from "@napi-rs/canvas";
import { bytesInMemory } from "../../shared/fonts/fontBytes";
import { contentName, layoutTables, readSfnt, withTables } from "../../shared/fonts/sfnt";
import { HostError } from "../../shared/platform/host";
import type { FontFiles } from "../fonts/fontFiles";

const families = new Map<string, string>();

/**
 * Registers a font with the canvas, without the tables that would let the canvas shape for itself, and returns the
 * family it goes by: named by the file's content, so no installed font can take its place. Once per process and file.
 */
export function registerCanvasFont(files: FontFiles, fontId: string): string {
  const path = files.fontPath(fontId);
  const known = families.get(path ?? "");
  if (known !== undefined) return known;
  const bytes = files.readFont(fontId);
  const sfnt = bytes === null ? null : readSfnt(bytesInMemory(bytes));
  if (path === null || sfnt === null || !sfnt.ok) {
    throw new HostError({ code: "export-failed", detail: `font ${fontId} is not installed or cannot be read` });
  }
  const family = contentName(sfnt.value);
  const stripped = withTables(sfnt.value, (tag) => !layoutTables.includes(tag));
  const key = GlobalFonts.register(Buffer.from(stripped.buffer, stripped.byteOffset, stripped.byteLength), family);
  if (key === null) throw new HostError({ code: "export-failed", detail: `font ${fontId} cannot be drawn` });
  families.set(path, family);
  return family;
}
