import { ContentTokens } from "./contentTokens";
import type { PdfValue } from "./pdfValue";

/** A CMap (ISO 32000-1, 9.7.5): how bytes become codes, and what each code is a CID or a text of. */
export interface CMap {
  /** Lengths of codes in bytes, with the codes that have each. */
  readonly codeRanges: readonly { readonly bytes: number; readonly low: number; readonly high: number }[];
  readonly cids: ReadonlyMap<number, number>;
  readonly texts: ReadonlyMap<number, string>;
  /** Whether it builds on another CMap, which is then not known. */
  readonly incomplete: boolean;
}

/** Codes set, again and again or not, and ranges of code lengths: what goes beyond is no CMap of a font. */
const mostEntries = 500_000;
const mostCodeRanges = 256;

/** Reads the CMap of an embedded file; what makes no sense in it is passed over. */
export function readCMap(bytes: Uint8Array): CMap {
  const tokens = new ContentTokens(bytes);
  const codeRanges: { bytes: number; low: number; high: number }[] = [];
  const cids = new Map<number, number>();
  const texts = new Map<number, string>();
  let incomplete = false;
  let set = 0;
  for (let instruction = tokens.next(); instruction !== null; instruction = tokens.next()) {
    const { operator, operands } = instruction;
    if (set > mostEntries || codeRanges.length > mostCodeRanges) return { codeRanges: codeRanges.slice(0, mostCodeRanges), cids, texts, incomplete: true };
    if (operator === "usecmap") incomplete = true;
    else if (operator === "endcodespacerange") {
      for (const [low, high] of groups(operands, 2)) {
        const [first, last] = [codeOf(low), codeOf(high)];
        if (first !== null && last !== null) codeRanges.push({ bytes: lengthOf(low), low: first, high: last });
      }
    } else if (operator === "endcidchar" || operator === "endbfchar") {
      for (const [code, target] of groups(operands, 2)) {
        const first = codeOf(code);
        if (first === null) continue;
        set++;
        if (typeof target === "number") cids.set(first, target);
        const text = utf16Of(target);
        if (text !== null && operator === "endbfchar") texts.set(first, text);
      }
    } else if (operator === "endcidrange" || operator === "endbfrange") {
      for (const [low, high, target] of groups(operands, 3)) if (set <= mostEntries) set += addRange(low, high, target, cids, texts);
    }
  }
  return { codeRanges, cids, texts, incomplete };
}

/** Sets the codes of a range and answers how many they are. */
function addRange(low: PdfValue, high: PdfValue, target: PdfValue, cids: Map<number, number>, texts: Map<number, string>): number {
  const [first, last] = [codeOf(low), codeOf(high)];
  if (first === null || last === null || last < first || last - first > 0xffff) return 0;
  const items = target !== null && typeof target === "object" && target.kind === "array" ? target.items : null;
  const text = utf16Of(target);
  for (let code = first; code <= last; code++) {
    const offset = code - first;
    if (typeof target === "number") cids.set(code, target + offset);
    else if (items !== null) texts.set(code, utf16Of(items[offset]) ?? "");
    else if (text !== null && text.length > 0) {
      texts.set(code, text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + offset));
    }
  }
  return last - first + 1;
}

function* groups(operands: readonly PdfValue[], size: 2 | 3): Generator<readonly [PdfValue, PdfValue, PdfValue]> {
  for (let at = 0; at + size <= operands.length; at += size) yield [operands[at]!, operands[at + 1]!, operands[at + 2] ?? null];
}

function lengthOf(value: PdfValue): number {
  return value !== null && typeof value === "object" && value.kind === "string" ? value.bytes.length : 0;
}

function codeOf(value: PdfValue): number | null {
  if (value === null || typeof value !== "object" || value.kind !== "string" || value.bytes.length < 1 || value.bytes.length > 4) return null;
  return value.bytes.reduce((code, byte) => code * 256 + byte, 0);
}

function utf16Of(value: PdfValue | undefined): string | null {
  if (value === undefined || value === null || typeof value !== "object" || value.kind !== "string") return null;
  let text = "";
  for (let at = 0; at + 1 < value.bytes.length; at += 2) text += String.fromCharCode(value.bytes[at]! * 256 + value.bytes[at + 1]!);
  return text;
}

/** Cuts a shown string into codes by the ranges of a CMap; bytes that fit no range count one by one. */
export function codesOf(shown: Uint8Array, { codeRanges }: CMap): number[] {
  const codes: number[] = [];
  for (let at = 0; at < shown.length;) {
    let taken = 1;
    let code = shown[at]!;
    for (let bytes = 1, value = 0; bytes <= 4 && at + bytes <= shown.length; bytes++) {
      value = value * 256 + shown[at + bytes - 1]!;
      if (codeRanges.some((range) => range.bytes === bytes && value >= range.low && value <= range.high)) {
        [taken, code] = [bytes, value];
        break;
      }
    }
    codes.push(code);
    at += taken;
  }
  return codes;
}
