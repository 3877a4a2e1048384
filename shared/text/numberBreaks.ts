import { Break } from "./breakOpportunities";
import { BreakKind } from "./breakKind";
import { CharacterClass } from "./characterClass";
import type { TextClusters } from "./clusters";

const C = CharacterClass;
const FULL_WIDTH_COLON = "：".charCodeAt(0);
const ORDINAL = "第".charCodeAt(0);
const codesOf = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (character) => character.codePointAt(0)!));
/** Han that count or measure what a number before them says, and 多 and 余 between the two [house]. */
const measures = codesOf(
  "年月日号时点分秒刻天周旬季届代个名位人口户家项条件种类只头匹株棵本册部篇章节版期页次回场轮局集首张片幅台辆艘架座栋幢间层楼室所处村镇县市省区国" +
    "路站班组队支套批份笔元角万亿千百十米里尺吨斤克升度倍成折级岁公平立毫厘多余几",
);
/** What stands between a number and its measure and belongs to both (300万元, 20多个). */
const magnitudes = codesOf("百千万亿多余");
/** What follows a number in a date or a time of day. */
const dateParts = codesOf("年月日号时点分");

/**
 * Settles the breaks inside number phrases in place: between a number and its measure (1000家, 300万元), behind 第, behind
 * the sign of a range (2021—2025年, 18℃～25℃) and behind the colon of a score (3：2) they cost, or are forbidden where `glue`
 * is always; between the parts of a date (2026年|1月|12日) they cost less.
 */
export function settleNumberBreaks(clusters: TextClusters, breaks: Uint8Array, kinds: Uint8Array, glue: "prefer" | "always"): void {
  const { classes } = clusters;
  for (let index = 0; index + 1 < clusters.count; index++) {
    const isNearNumber = classes[index] === C.digit || classes[index + 1] === C.digit || classes[index - 1] === C.digit;
    if (!isNearNumber || breaks[index] !== Break.allowed) continue;
    if (partsNumber(clusters, index)) {
      if (glue === "always") breaks[index] = Break.prohibited;
      else kinds[index] = BreakKind.number;
    } else if (partsDate(clusters, index)) kinds[index] = BreakKind.date;
  }
}

function partsNumber({ classes, codePoints }: TextClusters, index: number): boolean {
  const own = classes[index];
  const next = classes[index + 1];
  const nextCode = codePoints[index + 1]!;
  if (own === C.digit) return next === C.han && measures.has(nextCode);
  if (next === C.digit) {
    if (codePoints[index] === ORDINAL) return true;
    if (own === C.connector) return classes[index - 1] === C.digit || classes[index - 1] === C.postfix;
    return classes[index - 1] === C.digit && codePoints[index] === FULL_WIDTH_COLON;
  }
  return classes[index - 1] === C.digit && magnitudes.has(codePoints[index]!) && measures.has(nextCode);
}

function partsDate({ classes, codePoints }: TextClusters, index: number): boolean {
  return classes[index + 1] === C.digit && classes[index - 1] === C.digit && dateParts.has(codePoints[index]!);
}
