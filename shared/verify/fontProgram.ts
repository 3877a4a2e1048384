import { readCff } from "./cffProgram";
import type { PdfFile } from "./pdfFile";
import type { PdfEntries } from "./pdfValue";
import { readTrueType } from "./trueTypeProgram";

/** What an embedded font program says of its glyphs, asked by glyph, or by CID where the program is a CID-keyed CFF. */
export interface FontProgram {
  readonly glyphCount: number;
  hasGlyph(glyph: number): boolean;
  /** The advance in thousandths of an em; null where it cannot be told. */
  width(glyph: number): number | null;
  /** The embedding permissions of OS/2; null where the table was left out. */
  readonly fsType: number | null;
}

/** A font's descriptor and program, of the descendant where the font is composite. */
export interface FontParts {
  /** The dictionary with the descriptor: the descendant of a composite font, else the font. */
  readonly described: PdfEntries;
  readonly descriptor: PdfEntries | null;
  /** FontFile, FontFile2 or FontFile3; null where nothing is embedded. */
  readonly fileKey: "FontFile" | "FontFile2" | "FontFile3" | null;
  readonly program: FontProgram | null;
}

/** The parts of a font, and its program where the program is TrueType or CFF and sound. */
export function fontParts(file: PdfFile, font: PdfEntries): FontParts {
  const described = (file.nameAt(font, "Subtype") === "Type0" ? file.entries(file.arrayAt(font, "DescendantFonts")?.[0]) : null) ?? font;
  const descriptor = file.entriesAt(described, "FontDescriptor");
  const fileKey = descriptor === null ? undefined : (["FontFile", "FontFile2", "FontFile3"] as const).find((key) => file.streamAt(descriptor, key) !== null);
  return { described, descriptor, fileKey: fileKey ?? null, program: fileKey === undefined ? null : readProgram(file, descriptor, fileKey) };
}

function readProgram(file: PdfFile, descriptor: PdfEntries | null, key: "FontFile" | "FontFile2" | "FontFile3"): FontProgram | null {
  const stream = descriptor === null ? null : file.streamAt(descriptor, key);
  const decoded = stream === null ? null : file.source.decode(stream);
  if (stream === null || decoded?.ok !== true || key === "FontFile") return null;
  try {
    if (key === "FontFile2") return readTrueType(decoded.value);
    if (file.nameAt(stream, "Subtype") !== "OpenType") return readCff(decoded.value);
    const outer = readTrueType(decoded.value);
    if (outer === null || outer.cff === null) return outer;
    const inner = readCff(outer.cff);
    return inner === null ? null : { ...inner, fsType: outer.fsType };
  } catch (error) {
    // Offsets that lead out of the program: DataView says so by throwing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
