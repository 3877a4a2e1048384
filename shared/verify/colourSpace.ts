import type { PdfFile } from "./pdfFile";
import type { PdfEntries, PdfStream, PdfValue } from "./pdfValue";

/** A colour space as far as press rules ask (ISO 32000-1, 8.6). */
export interface ColourSpace {
  readonly family:
    | "DeviceGray" | "DeviceRGB" | "DeviceCMYK" | "CalGray" | "CalRGB" | "Lab" | "ICCBased"
    | "Indexed" | "Separation" | "DeviceN" | "Pattern" | "unknown";
  readonly components: number;
  /** What an Indexed or Pattern space, or the stand-in of a spot ink, is made of; null where there is none. */
  readonly base: ColourSpace | null;
  /** The inks of a Separation or DeviceN. */
  readonly inks: readonly string[];
  /** The function from tints to the stand-in. */
  readonly tintTransform: PdfValue;
  /** The profile of an ICCBased space. */
  readonly profile: PdfStream | null;
  /** A device space that the resources replace by a space of known colour, such as DefaultRGB. */
  readonly replaced: boolean;
  /** The object the space is written in, where it is one of its own. */
  readonly object: number | undefined;
  /** What was found where the family is unknown. */
  readonly found: string;
}

const deepestSpace = 8;
const plain = { base: null, inks: [], tintTransform: null, profile: null, replaced: false, object: undefined, found: "" };

/** Abbreviations in inline images (ISO 32000-1, table 93). */
const fullNames: Readonly<Record<string, string>> = { G: "DeviceGray", RGB: "DeviceRGB", CMYK: "DeviceCMYK", I: "Indexed" };
const deviceComponents = { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 } as const;
const defaultNames = { DeviceGray: "DefaultGray", DeviceRGB: "DefaultRGB", DeviceCMYK: "DefaultCMYK" } as const;

/** Reads a colour space; a name is looked up in the resources, and what makes no sense is `unknown`. */
export function readColourSpace(file: PdfFile, value: PdfValue | undefined, resources: PdfEntries | null, depth = 0): ColourSpace {
  const resolved = file.resolve(value);
  const object = file.numberOf(resolved);
  const unknown: ColourSpace = { ...plain, family: "unknown", components: 0, object, found: resolved === null ? "null" : "" };
  if (depth > deepestSpace || resolved === null || typeof resolved !== "object") return unknown;
  const spaces = resources === null ? null : file.entriesAt(resources, "ColorSpace");
  if (resolved.kind === "name") {
    const name = fullNames[resolved.name] ?? resolved.name;
    if (name === "DeviceGray" || name === "DeviceRGB" || name === "DeviceCMYK") {
      const replacement = spaces?.entries.get(defaultNames[name]);
      if (replacement === undefined) return { ...plain, family: name, components: deviceComponents[name] };
      // A default space is never replaced by itself.
      return { ...readColourSpace(file, replacement, null, depth + 1), replaced: true };
    }
    if (name === "Pattern") return { ...plain, family: "Pattern", components: 0 };
    const named = spaces?.entries.get(resolved.name);
    return named === undefined ? { ...unknown, found: `/${resolved.name}` } : readColourSpace(file, named, resources, depth + 1);
  }
  if (resolved.kind !== "array") return unknown;
  const [head, ...rest] = resolved.items;
  const family = file.name(head);
  const inner = (item: PdfValue | undefined) => readColourSpace(file, item, resources, depth + 1);
  switch (family) {
    case "CalGray":
      return { ...plain, family, components: 1, object };
    case "CalRGB":
    case "Lab":
      return { ...plain, family, components: 3, object };
    case "ICCBased": {
      const profile = file.entries(rest[0]);
      if (profile?.kind !== "stream") return { ...unknown, found: "ICCBased" };
      return { ...plain, family, components: file.numberAt(profile, "N") ?? 0, profile, object: file.numberOf(profile) ?? object };
    }
    case "Indexed":
    case "I":
      return { ...plain, family: "Indexed", components: 1, base: inner(rest[0]), object };
    case "Separation":
    case "DeviceN": {
      const names = family === "Separation" ? [rest[0]] : (file.array(rest[0]) ?? []);
      const inks = names.map((ink) => file.name(ink) ?? "");
      return { ...plain, family, components: inks.length, inks, base: inner(rest[1]), tintTransform: rest[2] ?? null, object };
    }
    case "Pattern":
      return { ...plain, family, components: 0, base: rest.length > 0 ? inner(rest[0]) : null, object };
    case null:
      return unknown;
    default:
      return resolved.items.length === 1 ? inner(head) : { ...unknown, found: `/${family}` };
  }
}

/** The space and everything it is made of, outermost first. */
export function withBases(space: ColourSpace): readonly ColourSpace[] {
  const chain: ColourSpace[] = [];
  for (let at: ColourSpace | null = space; at !== null; at = at.base) chain.push(at);
  return chain;
}
