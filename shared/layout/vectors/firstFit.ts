import { LineBreak } from "../../text/unicode/lineBreaks";
import { isSquareAmongHan } from "../../text/unicode/eastAsianWidth";

/** What a line is filled by: widths in em and breaks in code points. */
export interface FirstFitRequest {
  readonly codePoints: readonly number[];
  readonly widths: readonly number[];
  readonly breaks: Uint8Array;
  readonly boxWidth: number;
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const TOLERANCE = 1e-9;

/** The width in em of a character of the stand-in font: a whole em among Han, else half of one. */
export function standInWidth(codePoint: number): number {
  return isSquareAmongHan(codePoint) ? 1 : 0.5;
}

/** The lines of code points, each to the last break that fits; spaces and line feeds at a line's end take no room and are dropped. */
export function fitLines(request: FirstFitRequest): readonly string[] {
  const { codePoints } = request;
  const lines: string[] = [];
  for (let from = 0; from < codePoints.length; ) {
    const to = lineEnd(request, from);
    lines.push(String.fromCodePoint(...codePoints.slice(from, visibleEnd(codePoints, from, to))));
    from = to;
  }
  return lines;
}

function lineEnd({ codePoints, widths, breaks, boxWidth }: FirstFitRequest, from: number): number {
  let best = -1;
  for (let to = from + 1; to <= codePoints.length; to++) {
    if (breaks[to] === LineBreak.forbidden) continue;
    const fits = sum(widths, from, visibleEnd(codePoints, from, to)) <= boxWidth + TOLERANCE;
    if (best >= 0 && !fits) break;
    best = to;
    // A single word that does not fit overflows.
    if (!fits || breaks[to] === LineBreak.mandatory) break;
  }
  return best;
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
