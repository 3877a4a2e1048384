import type { Pt } from "../geometry/units";
import type { TitleText } from "../model/titleText";
import { BreakKind } from "../text/breakKind";
import { Break } from "../text/breakOpportunities";
import { CharacterClass } from "../text/characterClass";
import { lineWidth, measureOf, TOLERANCE, visibleEnd } from "./lineEdges";
import { lineRange, nextLine, type LineRange } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";

/** Where the lines of a title may end by choice; offsets are those of the title's words, before which a marker may stand. */
export interface ChosenBreaks extends Pick<TitleText, "allowed" | "forbidden"> {
  readonly prefixLength: number;
}

/** Against sense: more than any number of lines, so that it is done only where nothing else fits the measure. */
const AGAINST_SENSE = 1e6;
const FORCED = 1e9;
const ONE_LINE = 1000;
/** A part in quotes or brackets is better kept together, but not for the price of a line. */
const IN_QUOTES = 5;
/** Particles should not begin a line (JLREQ; house practice); neither should too few characters make the last one. */
const PARTICLE = 5;
const ORPHAN = 20;
/** Clauses parted by a space are better parted by the line. */
const AT_SPACE = -0.5;
/** How much the square of a line's share of the measure costs: equal lines have the least sum of squares. */
const UNEVEN = 10;
/** Ways that differ by less are alike: of them the one with the longer line first is taken, for short over long looks top-light. */
const ALIKE = 0.05;

const PARTICLES = new Set("的了和与在之地得着过等及");
const TITLES = { open: "《〈", close: "》〉" } as const;
const QUOTES = { open: "“‘「『（【", close: "”’」』）】" } as const;

/**
 * The lines of a title: as few as fit the measure, then as equal as may be. Where soft points were chosen a line ends at
 * one of them or at a space, else at any legal break; never inside 《a named work》 or a number, unless nothing else fits.
 */
export function titleLines(paragraph: PreparedParagraph, available: Pt, chosen: ChosenBreaks): readonly LineRange[] {
  const costs = breakCosts(paragraph, chosen);
  const lines: LineRange[] = [];
  for (let from = 0; from < paragraph.count; ) {
    let to = from + 1;
    while (to < paragraph.count && paragraph.breaks[to - 1] !== Break.mandatory) to++;
    lines.push(...linesBetween(paragraph, from, to, available, costs));
    from = to;
  }
  return lines;
}

/** What a line costs that ends after each cluster; infinite where none may end. */
function breakCosts(paragraph: PreparedParagraph, { allowed, forbidden, prefixLength }: ChosenBreaks): Float64Array {
  const { count, text, offsets, breaks, breakKinds, classes, charactersLeft, rules } = paragraph;
  const costs = new Float64Array(count);
  let inTitle = 0;
  let inQuotes = 0;
  for (let index = 0; index < count; index++) {
    const character = text.slice(offsets[index]!, offsets[index + 1]!);
    inTitle = depthAfter(inTitle, character, TITLES);
    inQuotes = depthAfter(inQuotes, character, QUOTES);
    const offset = offsets[index + 1]! - prefixLength;
    const isSpace = classes[index] === CharacterClass.space;
    if (breaks[index] !== Break.allowed || forbidden.has(offset)) costs[index] = Infinity;
    else {
      const isAgainstSense = inTitle > 0 || breakKinds[index] !== BreakKind.plain || (allowed.size > 0 && !allowed.has(offset) && !isSpace);
      const next = text.charAt(offsets[index + 1]!);
      costs[index] =
        (isAgainstSense ? AGAINST_SENSE : 0) + (inQuotes > 0 ? IN_QUOTES : 0) + (PARTICLES.has(next) ? PARTICLE : 0) +
        (charactersLeft[index + 1]! < rules.orphan ? ORPHAN : 0) + (isSpace ? AT_SPACE : 0);
    }
  }
  return costs;
}

function depthAfter(depth: number, character: string, { open, close }: typeof TITLES | typeof QUOTES): number {
  if (open.includes(character)) return depth + 1;
  return close.includes(character) ? Math.max(0, depth - 1) : depth;
}

/** The cheapest lines from one cluster to the end of a line that was chosen, found from the end backwards. */
function linesBetween(paragraph: PreparedParagraph, first: number, to: number, available: Pt, costs: Float64Array): readonly LineRange[] {
  const best = new Float64Array(to - first + 1);
  const ends = new Int32Array(to - first);
  for (let from = to - 1; from >= first; from--) {
    const measure = measureOf(paragraph, from, available);
    best[from - first] = Infinity;
    for (let end = from + 1; end <= to; end++) {
      const visible = visibleEnd(paragraph, from, end);
      const width = visible === from ? 0 : lineWidth(paragraph, from, visible - 1, measure);
      // A mark at the line's end may still fit by its trim where the character before it did not.
      if (width > measure + paragraph.em) break;
      if (width > measure) continue;
      const cost = (end === to ? 0 : costs[end - 1]!) + ONE_LINE + UNEVEN * (width / Math.max(measure, TOLERANCE)) ** 2 + best[end - first]!;
      if (cost >= best[from - first]! + ALIKE) continue;
      best[from - first] = Math.min(cost, best[from - first]!);
      ends[from - first] = end;
    }
    if (best[from - first] !== Infinity) continue;
    const forced = nextLine(paragraph, from, available)!.to;
    best[from - first] = FORCED + best[forced - first]!;
    ends[from - first] = -forced;
  }
  const lines: LineRange[] = [];
  for (let from = first; from < to; ) {
    const end = ends[from - first]!;
    lines.push(end < 0 ? nextLine(paragraph, from, available)! : lineRange(paragraph, from, end, measureOf(paragraph, from, available), false));
    from = Math.abs(end);
  }
  return lines;
}
