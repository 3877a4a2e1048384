import type { PathItem } from "../display/displayList";
import { rectPath } from "../display/rectPath";
import { logicalRect, pageRect } from "../geometry/logicalRect";
import { bottom, right, union, type Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { Ink } from "../model/ink";
import type { ComposedLine } from "./flowParagraph";

/** How far a tint reaches past the column on both sides, in em, so that no character touches its edge [house]. */
const SIDE_EM = 1 / 4;
/** The most of a gutter that a tint takes, so that another one beside it takes as much and paper is left between them. */
const MOST_OF_GUTTER = 1 / 3;
const ROUNDING = 0.02;

/**
 * The tints behind the paragraphs of a box, then the rules along them. A paragraph that runs through several columns has
 * one in each, and beside a picture one for each width; its rules stand at its first and its last line only. `gutter` is
 * what parts the box's columns; null where it has one.
 */
export function paintBackdrops(lines: readonly ComposedLine[], gutter: Pt | null): readonly PathItem[] {
  const most = gutter === null ? Infinity : gutter * MOST_OF_GUTTER;
  const tints: PathItem[] = [];
  const rules: PathItem[] = [];
  for (let from = 0; from < lines.length; ) {
    const to = pieceEnd(lines, from);
    paintPiece(lines.slice(from, to), most, tints, rules);
    from = to;
  }
  return [...tints, ...rules];
}

/** A piece goes on while lines of one paragraph follow each other in one strip. */
function pieceEnd(lines: readonly ComposedLine[], from: number): number {
  const { line, source } = lines[from]!;
  let to = from + 1;
  if (source.prepared.backdrop === null) return to;
  while (to < lines.length && lines[to]!.source.prepared === source.prepared && lines[to]!.line.paragraph === line.paragraph) {
    if (!follows(lines[to - 1]!, lines[to]!)) break;
    to++;
  }
  return to;
}

function follows({ line: before, source }: ComposedLine, { line }: ComposedLine): boolean {
  if (line.column !== before.column || line.boxId !== before.boxId) return false;
  const last = logicalRect(before.direction, before.rect);
  const now = logicalRect(line.direction, line.rect);
  if (now.y < last.y - ROUNDING) return false;
  if (last.height > source.prepared.size + ROUNDING) return true;
  const isSameEnd = Math.abs(right(now) - right(last)) < ROUNDING;
  return isSameEnd && now.y > last.y && (Math.abs(now.x - last.x) < ROUNDING || (source.prepared.capCount > 0 && now.x < last.x));
}

function paintPiece(lines: readonly ComposedLine[], mostSide: Pt, tints: PathItem[], rules: PathItem[]): void {
  const { source, line } = lines[0]!;
  const { prepared } = source;
  const { backdrop } = prepared;
  if (backdrop === null) return;
  const strip = stripOf(lines, backdrop.reach, Math.min(SIDE_EM * prepared.size, mostSide));
  const onPage = (rect: Rect): Rect => pageRect(line.direction, rect);
  if (backdrop.fill !== null) tints.push(filled(onPage(strip), backdrop.fill));
  if (backdrop.ruleAbove > 0 && source.range.from === 0) {
    rules.push(filled(onPage({ ...strip, height: backdrop.ruleAbove }), backdrop.ruleInk));
  }
  if (backdrop.ruleBelow > 0 && lines.some((composed) => composed.source.range.to >= prepared.count)) {
    rules.push(filled(onPage({ ...strip, y: bottom(strip) - backdrop.ruleBelow, height: backdrop.ruleBelow }), backdrop.ruleInk));
  }
}

/** What holds the lines as their text sees them, and reaches past them. */
function stripOf(lines: readonly ComposedLine[], reach: Pt, side: Pt): Rect {
  const whole = union(lines.map(({ line }) => logicalRect(line.direction, line.rect)))!;
  return { x: whole.x - side, y: whole.y - reach, width: whole.width + 2 * side, height: whole.height + 2 * reach };
}

function filled(rect: Rect, fill: Ink): PathItem {
  return { kind: "path", segments: rectPath(rect), fill, stroke: null, strokeWidth: 0, dash: null, missing: null };
}
