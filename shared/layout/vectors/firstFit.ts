import { LineBreak } from "../../text/unicode/lineBreaks";
import { isSquareAmongHan } from "../../text/unicode/eastAsianWidth";

/** Lines set by first fit; offsets count code points. */
export interface FittedLines {
  readonly lines: readonly string[];
  /** The marks that hang past a line's end. */
  readonly hung: readonly number[];
}

/** What a line is filled by: widths in em and breaks in code points. */
export interface FirstFitRequest {
  readonly codePoints: readonly number[];
  readonly widths: readonly number[];
  readonly breaks: Uint8Array;
  readonly boxWidth: number;
  /** Whether one mark at a line's end may stand past it (CSS `hanging-punctuation`). */
  readonly hangs: boolean;
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const TOLERANCE = 1e-9;
/** The stops and commas of CSS Text 3. */
const hangable = new Set(Array.from("、。，．,.﹐﹑﹒｡､", (mark) => mark.charCodeAt(0)));

/** The width in em of a character of the stand-in font: a whole em among Han, else half of one. */
export function standInWidth(codePoint: number): number {
  return isSquareAmongHan(codePoint) ? 1 : 0.5;
}

/** Sets each line to the last break that fits; spaces and line feeds at a line's end take no room and are dropped. */
export function fitLines(request: FirstFitRequest): FittedLines {
  const { codePoints } = request;
  const lines: string[] = [];
  const hung: number[] = [];
  for (let from = 0; from < codePoints.length; ) {
    const end = lineEnd(request, from);
    const visible = visibleEnd(codePoints, from, end.to);
    lines.push(String.fromCodePoint(...codePoints.slice(from, visible)));
    if (end.isHung) hung.push(visible - 1);
    from = end.to;
  }
  return { lines, hung };
}

function lineEnd({ codePoints, widths, breaks, boxWidth, hangs }: FirstFitRequest, from: number) {
  let best = -1;
  let isHung = false;
  for (let to = from + 1; to <= codePoints.length; to++) {
    if (breaks[to] === LineBreak.forbidden) continue;
    const visible = visibleEnd(codePoints, from, to);
    const width = sum(widths, from, visible);
    const fits = width <= boxWidth + TOLERANCE;
    const endsInMark = visible > from && hangable.has(codePoints[visible - 1]!);
    // One mark at most hangs, and only where all before it fits.
    const mayHang = hangs && endsInMark && sum(widths, from, visible - 1) <= boxWidth + TOLERANCE;
    if (best >= 0 && !fits && !mayHang) break;
    best = to;
    isHung = mayHang && !fits;
    // A single word that does not fit overflows.
    if ((!fits && !mayHang) || breaks[to] === LineBreak.mandatory) break;
  }
  return { to: best, isHung };
}

function visibleEnd(codePoints: readonly number[], from: number, to: number): number {
  let end = to;
  while (end > from && (codePoints[end - 1] === SPACE || codePoints[end - 1] === LINE_FEED)) end--;
  return end;
}

function sum(widths: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index++) total += widths[index]!;
  return total;
}
