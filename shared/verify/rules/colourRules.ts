import { readColourSpace, withBases, type ColourSpace } from "../colourSpace";
import { graphicsStates } from "../graphicsStates";
import { iccComponents, readIccHeader } from "../iccHeader";
import { renderingIntents } from "../operatorTable";
import type { PdfFacts } from "../pdfFacts";
import type { PdfFile, PdfPlace } from "../pdfFile";
import { showValue, type PdfStream, type PdfValue } from "../pdfValue";
import { bothStandards, broken, unchecked, unreadContent, type Finding, type Rule } from "../rule";

/** Every colour space in use: those of content, and those of images, forms and groups that are never drawn. */
function* spacesOf({ file, uses, objects }: PdfFacts): Iterable<{ readonly space: ColourSpace; readonly by: string; readonly place: PdfPlace }> {
  yield* uses.of("space");
  for (const entries of objects.entries) {
    const isImage = file.nameAt(entries, "Subtype") === "Image";
    const isGroup = file.nameAt(entries, "S") === "Transparency";
    const value = entries.entries.get(isGroup ? "CS" : "ColorSpace");
    if (!(isImage || isGroup) || value === undefined) continue;
    yield { space: readColourSpace(file, value, null), by: isImage ? "/ColorSpace" : "/Group /CS", place: file.placeOf(entries) };
  }
}

/** One finding for each place and space. */
function* once(findings: Iterable<Finding>): Iterable<Finding> {
  const seen = new Set<string>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.place.object, finding.place.page, finding.found]);
    if (!seen.has(key)) yield finding;
    seen.add(key);
  }
}

/** Values that a key is made of; a tint transform has a few dozen. */
const mostKeyValues = 2000;

/** A value with its references followed, as text that is equal for equal values; what is beyond `mostKeyValues` does not count. */
function contentKey(file: PdfFile, value: PdfValue): string {
  let left = mostKeyValues;
  const write = (part: PdfValue, depth: number): string => {
    const resolved = file.resolve(part);
    if (--left < 0 || depth > 6 || resolved === null || typeof resolved !== "object") return showValue(resolved);
    if (resolved.kind === "array") return `[${resolved.items.slice(0, mostKeyValues).map((item) => write(item, depth + 1)).join(" ")}]`;
    if (resolved.kind !== "dictionary" && resolved.kind !== "stream") return showValue(resolved);
    const entries = [...resolved.entries].filter(([key]) => key !== "Length" && key !== "Filter").sort(([a], [b]) => (a < b ? -1 : 1));
    const text = entries.slice(0, mostKeyValues).map(([key, entry]) => `/${key} ${write(entry, depth + 1)}`).join(" ");
    if (resolved.kind === "dictionary") return `<<${text}>>`;
    const decoded = file.source.decode(resolved);
    return `<<${text}>> ${decoded.ok ? String.fromCharCode(...decoded.value.subarray(0, 2000)) : ""}`;
  };
  return write(value, 0);
}

function outputProfile({ file }: PdfFacts): PdfStream | null {
  for (const item of file.arrayAt(file.catalogue, "OutputIntents") ?? []) {
    const intent = file.entries(item);
    if (intent !== null && file.nameAt(intent, "S") === "GTS_PDFX") return file.streamAt(intent, "DestOutputProfile");
  }
  return null;
}

function profileBytes({ file }: PdfFacts, profile: PdfStream): Uint8Array | null {
  const decoded = file.source.decode(profile);
  return decoded.ok ? decoded.value : null;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

const independent: ReadonlySet<string> = new Set(["CalGray", "CalRGB", "Lab", "ICCBased"]);

/** Rules about colour spaces, spot inks, transfer curves and halftones. */
export const colourRules = [
  {
    id: "no-device-rgb",
    part: "colour",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6.4.3",
    *check(facts) {
      yield* once((function* () {
        for (const { space, by, place } of spacesOf(facts)) {
          for (const each of withBases(space)) if (each.family === "DeviceRGB") yield broken(place, by === "/ColorSpace" ? "/DeviceRGB" : `/DeviceRGB ${by}`);
        }
      })());
      yield* unreadContent(facts);
    },
  },
  {
    id: "no-independent-colour",
    part: "colour",
    standards: ["x1a"],
    clause: "ISO 32000-1 8.6.5",
    *check(facts) {
      yield* once((function* () {
        for (const { space, by, place } of spacesOf(facts)) {
          for (const each of withBases(space)) if (independent.has(each.family)) yield broken(place, `/${each.family} ${by}`);
        }
      })());
      yield* unreadContent(facts);
    },
  },
  {
    id: "spaces-sound",
    part: "colour",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6",
    *check(facts) {
      for (const { space, by, place } of facts.uses.of("space")) {
        for (const each of withBases(space)) if (each.family === "unknown") yield broken(place, `${each.found} ${by}`.trim());
      }
    },
  },
  {
    id: "spot-stand-ins",
    part: "colour",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6.6.4",
    *check(facts, standard) {
      for (const { space, place } of facts.uses.of("space")) {
        for (const each of withBases(space)) {
          if (each.inks.length === 0) continue;
          const base = each.base?.family;
          const sound = base === "DeviceCMYK" || base === "DeviceGray" || (standard === "x4" && base !== undefined && independent.has(base));
          if (!sound) yield broken(place, `/${each.family} /${each.inks.join(" /")} → /${base ?? "–"}`);
        }
      }
    },
  },
  {
    id: "spot-consistent",
    part: "colour",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6.6.4",
    *check(facts) {
      const first = new Map<string, string>();
      for (const { space, place } of facts.uses.of("space")) {
        for (const each of withBases(space)) {
          const [ink] = each.inks;
          if (each.family !== "Separation" || ink === undefined || ink === "All" || ink === "None") continue;
          const meaning = `${each.base?.family} ${contentKey(facts.file, each.tintTransform)}`;
          const known = first.get(ink);
          if (known === undefined) first.set(ink, meaning);
          else if (known !== meaning) yield broken(place, `/Separation /${ink}`);
        }
      }
    },
  },
  {
    id: "icc-profiles-sound",
    part: "colour",
    standards: ["x4"],
    clause: "ISO 32000-1 8.6.5.5",
    *check(facts) {
      const output = outputProfile(facts);
      const outputBytes = output === null ? null : profileBytes(facts, output);
      const seen = new Set<PdfStream>();
      for (const { space, by, place } of spacesOf(facts)) {
        for (const { profile, components } of withBases(space)) {
          if (profile === null || seen.has(profile)) continue;
          seen.add(profile);
          const bytes = profileBytes(facts, profile);
          const header = bytes === null ? null : readIccHeader(bytes);
          if (bytes === null || header === null) yield broken(place, `ICC ? ${by}`);
          else if (iccComponents(header) !== components) yield broken(place, `/N ${components} ≠ ICC ${header.colourSpace} ${by}`);
          else if (outputBytes !== null && equal(bytes, outputBytes)) yield broken(place, `ICC = /DestOutputProfile ${by}`);
        }
      }
    },
  },
  {
    id: "no-transfer-curves",
    part: "colour",
    standards: bothStandards,
    clause: "ISO 32000-1 10.4",
    *check(facts) {
      const { file } = facts;
      for (const entries of graphicsStates(facts)) {
        const transfer = file.get(entries, "TR");
        if (transfer !== null && file.nameAt(entries, "TR") !== "Identity") yield broken(file.placeOf(entries), `/TR ${showValue(transfer)}`);
        const second = file.get(entries, "TR2");
        if (second !== null && file.nameAt(entries, "TR2") !== "Default") yield broken(file.placeOf(entries), `/TR2 ${showValue(second)}`);
        if (entries.entries.has("HTP")) yield broken(file.placeOf(entries), "/HTP");
      }
    },
  },
  {
    id: "halftones-plain",
    part: "colour",
    standards: bothStandards,
    clause: "ISO 32000-1 10.5",
    *check({ file, objects }) {
      for (const entries of objects.entries) {
        const kind = file.numberAt(entries, "HalftoneType");
        if (kind === null) continue;
        if (kind !== 1 && kind !== 5) yield broken(file.placeOf(entries), `/HalftoneType ${kind}`);
        if (entries.entries.has("HalftoneName")) yield broken(file.placeOf(entries), "/HalftoneName");
      }
    },
  },
  {
    id: "intents-known",
    part: "colour",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6.5.8",
    *check({ file, objects, uses }) {
      for (const { fault, found, place } of uses.of("fault")) if (fault === "intent") yield broken(place, found);
      for (const entries of objects.entries) {
        const key = file.nameAt(entries, "Subtype") === "Image" ? "Intent" : file.nameAt(entries, "Type") === "ExtGState" ? "RI" : null;
        const intent = key === null ? null : file.nameAt(entries, key);
        if (intent !== null && !renderingIntents.has(intent)) yield broken(file.placeOf(entries), `/${key} /${intent}`);
      }
    },
  },
  {
    id: "jpx-colour",
    part: "colour",
    standards: ["x4"],
    clause: "ISO 32000-1 7.4.9",
    *check({ file, uses }) {
      for (const { image, place } of uses.of("image")) {
        const filters = file.arrayAt(image, "Filter") ?? [file.get(image, "Filter")];
        const isJpx = filters.some((filter) => file.name(filter) === "JPXDecode");
        if (isJpx && !image.entries.has("ColorSpace")) yield unchecked("inside-jpx", place, "/JPXDecode");
      }
    },
  },
] as const satisfies readonly Rule[];
