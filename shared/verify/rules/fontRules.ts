import type { FontUse } from "../contentUses";
import { fontParts, type FontParts, type FontProgram } from "../fontProgram";
import type { PdfFacts } from "../pdfFacts";
import type { PdfFile } from "../pdfFile";
import { showValue, type PdfEntries } from "../pdfValue";
import { bothStandards, broken, unchecked, unreadContent, type Finding, type Rule } from "../rule";
import { encodingOf } from "../shownCodes";
import { cidWidths } from "../cidWidths";

/** How far a stated width may be from the program's, in thousandths of an em: writers round to whole ones. */
const widthTolerance = 1;

function baseFont(file: PdfFile, font: PdfEntries): string {
  return `/${file.nameAt(font, "BaseFont") ?? file.nameAt(font, "Name") ?? "?"}`;
}

interface CompositeFont {
  readonly use: FontUse;
  readonly parts: FontParts;
  readonly name: string;
}

/** The composite fonts in use. */
function* compositeFonts({ file, uses }: PdfFacts): Iterable<CompositeFont> {
  for (const use of uses.fonts.values()) {
    if (file.nameAt(use.font, "Subtype") === "Type0") yield { use, parts: fontParts(file, use.font), name: baseFont(file, use.font) };
  }
}

/** CIDs of the codes painted, and what each asks of the program: a glyph through CIDToGIDMap, or the CID itself in a CFF. */
function askedGlyphs(file: PdfFile, { use, parts }: CompositeFont): readonly { readonly cid: number; readonly asked: number }[] | null {
  const encoding = encodingOf(file, use.font);
  if (encoding === null) return null;
  const map = file.streamAt(parts.described, "CIDToGIDMap");
  const decoded = map === null ? null : file.source.decode(map);
  if (map !== null && decoded?.ok !== true) return null;
  const bytes = decoded?.ok === true ? decoded.value : null;
  return [...use.painted].map((code) => {
    const cid = encoding.identity ? code : (encoding.cmap.cids.get(code) ?? 0);
    const asked = bytes === null ? cid : (bytes[cid * 2] ?? 0) * 256 + (bytes[cid * 2 + 1] ?? 0);
    return { cid, asked };
  });
}

function* eachProgram(facts: PdfFacts, check: (font: CompositeFont, program: FontProgram, asked: NonNullable<ReturnType<typeof askedGlyphs>>) => Iterable<Finding>): Iterable<Finding> {
  for (const font of compositeFonts(facts)) {
    const { use, parts, name } = font;
    // A font that is not embedded breaks a rule of its own.
    if (parts.fileKey === null) continue;
    const asked = use.codesUnknown ? null : askedGlyphs(facts.file, font);
    if (asked === null) yield unchecked("font-encoding", use.place, name);
    else if (parts.program === null) yield unchecked("font-program", use.place, name);
    else yield* check(font, parts.program, asked);
  }
  yield* unreadContent(facts);
}

/** Rules about the fonts text is set in (ISO 32000-1, 9). */
export const fontRules = [
  {
    id: "fonts-embedded",
    part: "fonts",
    standards: bothStandards,
    clause: "ISO 32000-1 9.9",
    *check(facts, standard) {
      const { file, uses } = facts;
      for (const { font, painted, codesUnknown, place } of uses.fonts.values()) {
        if (file.nameAt(font, "Subtype") === "Type3") continue;
        // X-4 lets text that is not painted go without (render mode 3).
        if (standard === "x4" && painted.size === 0 && !codesUnknown) continue;
        if (fontParts(file, font).fileKey === null) yield broken(place, baseFont(file, font));
      }
      yield* unreadContent(facts);
    },
  },
  {
    id: "font-programs-sound",
    part: "fonts",
    standards: bothStandards,
    clause: "ISO 32000-1 table 126",
    *check({ file, uses }, standard) {
      for (const { font, place } of uses.fonts.values()) {
        const { descriptor, fileKey, program, described } = fontParts(file, font);
        if (descriptor === null || fileKey === null) continue;
        const name = baseFont(file, font);
        const kind = file.nameAt(described, "Subtype");
        const stream = file.streamAt(descriptor, fileKey);
        const subtype = stream === null ? null : file.nameAt(stream, "Subtype");
        const fitting = { FontFile: ["Type1", "MMType1"], FontFile2: ["TrueType", "CIDFontType2"], FontFile3: subtype === "CIDFontType0C" ? ["CIDFontType0"] : subtype === "Type1C" ? ["Type1", "MMType1"] : subtype === "OpenType" ? ["CIDFontType0", "CIDFontType2", "TrueType", "Type1"] : [] }[fileKey];
        if (!fitting.includes(kind ?? "")) yield broken(place, `${name} /${kind} /${fileKey}${subtype === null ? "" : ` /${subtype}`}`);
        // OpenType programs came with PDF 1.6.
        if (standard === "x1a" && subtype === "OpenType") yield broken(place, `${name} /OpenType`);
        if (fileKey === "FontFile") yield unchecked("font-program", place, name);
        else if (program === null) yield broken(place, `${name} /${fileKey} ?`);
        const decoded = stream === null || fileKey !== "FontFile2" ? null : file.source.decode(stream);
        const length = stream === null ? null : file.numberAt(stream, "Length1");
        if (decoded?.ok === true && length !== decoded.value.length) yield broken(place, `${name} /Length1 ${length ?? "–"} ≠ ${decoded.value.length}`);
        const stated = file.nameAt(descriptor, "FontName");
        const base = file.nameAt(described, "BaseFont");
        if (stated !== base) yield broken(place, `/FontName /${stated} ≠ /BaseFont /${base}`);
      }
    },
  },
  {
    id: "cid-encoding",
    part: "fonts",
    standards: bothStandards,
    clause: "ISO 32000-1 9.7.4",
    *check(facts) {
      const { file } = facts;
      for (const { use, parts, name } of compositeFonts(facts)) {
        const encoding = file.get(use.font, "Encoding");
        const encodingName = file.name(encoding);
        if (encodingOf(file, use.font) === null) {
          // One of Adobe's own CMaps is allowed, but what it says stands in no file.
          yield encodingName === null ? broken(use.place, `${name} /Encoding ${showValue(encoding)}`) : unchecked("font-encoding", use.place, `${name} /${encodingName}`);
        }
        const kind = file.nameAt(parts.described, "Subtype");
        const map = file.get(parts.described, "CIDToGIDMap");
        const mapSound = file.name(map) === "Identity" || file.streamAt(parts.described, "CIDToGIDMap") !== null;
        if (kind === "CIDFontType2" && parts.fileKey !== null && !mapSound) yield broken(use.place, `${name} /CIDToGIDMap ${showValue(map)}`);
        if (kind === "CIDFontType0" && map !== null) yield broken(use.place, `${name} /CIDFontType0 /CIDToGIDMap`);
        const system = file.entriesAt(parts.described, "CIDSystemInfo");
        if (system === null || file.stringAt(system, "Registry") === null || file.stringAt(system, "Ordering") === null) yield broken(use.place, `${name} /CIDSystemInfo ${showValue(file.get(parts.described, "CIDSystemInfo"))}`);
      }
    },
  },
  {
    id: "glyphs-present",
    part: "fonts",
    standards: bothStandards,
    clause: "ISO 32000-1 9.7.6.3",
    check: (facts) =>
      eachProgram(facts, function* ({ use, name }, program, asked) {
        const absent = asked.filter((item) => item.asked === 0 || !program.hasGlyph(item.asked)).map((item) => item.cid);
        if (absent.length > 0) yield broken(use.place, `${name} CID ${absent.slice(0, 5).join(", ")}${absent.length > 5 ? " …" : ""} × ${absent.length}`);
      }),
  },
  {
    id: "widths-agree",
    part: "fonts",
    standards: bothStandards,
    clause: "ISO 32000-1 9.7.4.3",
    check: (facts) =>
      eachProgram(facts, function* ({ use, parts, name }, program, asked) {
        const stated = cidWidths(facts.file, parts.described);
        let unknown = 0;
        const wrong: string[] = [];
        for (const item of asked) {
          // What has no glyph breaks a rule of its own.
          if (item.asked === 0 || !program.hasGlyph(item.asked)) continue;
          const width = program.width(item.asked);
          const said = stated(item.cid);
          if (width === null) unknown++;
          else if (Math.abs(width - said) > widthTolerance) wrong.push(`CID ${item.cid}: ${said} ≠ ${Math.round(width * 10) / 10}`);
        }
        if (wrong.length > 0) yield broken(use.place, `${name} ${wrong.slice(0, 3).join(", ")}${wrong.length > 3 ? " …" : ""} × ${wrong.length}`);
        if (unknown > 0) yield unchecked("font-program", use.place, `${name} × ${unknown}`);
      }),
  },
  {
    id: "embedding-permitted",
    part: "fonts",
    standards: bothStandards,
    clause: "OpenType OS/2 fsType",
    *check({ file, uses }) {
      for (const { font, place } of uses.fonts.values()) {
        const { program, fileKey } = fontParts(file, font);
        if (fileKey === null || program === null) continue;
        const name = baseFont(file, font);
        if (program.fsType === null) yield unchecked("no-permission-table", place, name);
        // Restricted licence, and no other bit that allows more; or bitmaps only.
        else if ((program.fsType & 0xf) === 2 || (program.fsType & 0x200) !== 0) yield broken(place, `${name} fsType ${program.fsType}`);
      }
    },
  },
] as const satisfies readonly Rule[];
