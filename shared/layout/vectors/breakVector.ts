import { mayEndAfter } from "../prepare";
import type { ProhibitionLevel } from "../../text/prohibition";
import { prepareVector, vectorLevels, vectorRules } from "./layoutVector";
import { isNumberList, isOneOf, verdictOf, type VectorRecord, type Verdict } from "./vectorFields";

/** Where a line of a sentence may and may not end; offsets count code points, unspecified ones stand in neither list. */
interface BreakVector {
  readonly text: string;
  readonly level: ProhibitionLevel;
  readonly forbidden: readonly number[];
  readonly allowed: readonly number[];
}

/** Judges a vector of `zh-break-positions`: the engine allows and forbids breaks as it says. */
export function judgeChineseBreaks({ text, level, forbidden, allowed }: VectorRecord): Verdict | null {
  if (typeof text !== "string" || !isOneOf(vectorLevels, level) || !isNumberList(forbidden) || !isNumberList(allowed)) return null;
  return verdictOf(passesBreaks({ text, level, forbidden, allowed }));
}

function passesBreaks(vector: BreakVector): boolean {
  const paragraph = prepareVector(vector.text, 0, vectorRules("P0", vector.level));
  const units = unitOffsets(vector.text);
  const breaks = new Set<number>();
  for (let cluster = 0; cluster < paragraph.count; cluster++) {
    if (mayEndAfter(paragraph, cluster)) breaks.add(paragraph.offsets[cluster + 1]!);
  }
  const mayBreak = (codePointOffset: number) => breaks.has(units[codePointOffset] ?? -1);
  return vector.allowed.every(mayBreak) && !vector.forbidden.some(mayBreak);
}

/** The UTF-16 offset of each code point. */
function unitOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  return [...offsets, offset];
}
