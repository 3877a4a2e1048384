import type { PathItem } from "../display/displayList";
import { bottom, right, type Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { Ink } from "../model/ink";
import type { ComposedLine } from "./flowParagraph";

/** How far a tint reaches past the column on both sides, in em, so that no character touches its edge [house]. */
const SIDE_EM = 1 / 4;
const ROUNDING = 0.02;

/**
 * The tints behind the paragraphs of a box, then the rules along them. A paragraph that runs through several columns has
 * one in each, and beside a picture one for each width; its rules stand at its first and its last line only.
 */
export function paintBackdrops(lines: readonly ComposedLine[]): readonly PathItem[] {
  const tints: PathItem[] = [];
  const rules: PathItem[] = [];
  for (let from = 0; from < lines.length; ) {
    const to = pieceEnd(lines, from);
    paintPiece(lines.slice(from, to), tints, rules);
    from = to;
  }
  return [...tints, ...rules];
}

/** A piece goes on while lines of one paragraph follow each other in one strip. */
function pieceEnd(lines: readonly ComposedLine[], from: number): number {
  const { line, source } = lines[from]!;
  let to = from + 1;
  if (source.prepared.backdrop === null) return to;
  while (to < lines.length && lines[to]!.source.prepared === source.prepared && lines[to]!.line.paragraph === line.paragraph && follows(lines[to - 1]!, lines[to]!)) to++;
  return to;
}

function follows({ line: before, source }: ComposedLine, { line }: ComposedLine): boolean {
  if (line.column !== before.column || line.boxId !== before.boxId) return false;
  const isCap = before.rect.height > source.prepared.size + ROUNDING;
  const beside = isBesideCap(before.rect, line.rect);
  if (line.direction === "horizontal") {
    if (isCap || beside) return line.rect.y >= before.rect.y - ROUNDING;
    return line.rect.y > before.rect.y && Math.abs(line.rect.x - before.rect.x) < ROUNDING && Math.abs(line.rect.width - before.rect.width) < ROUNDING;
  }
  return line.rect.x < before.rect.x && Math.abs(line.rect.y - before.rect.y) < ROUNDING && Math.abs(line.rect.height - before.rect.height) < ROUNDING;
}

/** Whether a full line comes right below the lines beside a drop cap: both end at the column's edge. */
function isBesideCap(before: Rect, now: Rect): boolean {
  return now.y > before.y && now.x < before.x - ROUNDING && Math.abs(right(now) - right(before)) < ROUNDING;
}

function paintPiece(lines: readonly ComposedLine[], tints: PathItem[], rules: PathItem[]): void {
  const { source, line } = lines[0]!;
  const { prepared } = source;
  const { backdrop } = prepared;
  if (backdrop === null) return;
  const isVertical = line.direction === "vertical";
  const rect = strip(lines, isVertical, backdrop.reach, SIDE_EM * prepared.size);
  if (backdrop.fill !== null) tints.push(filled(rect, backdrop.fill));
  if (backdrop.ruleAbove > 0 && source.range.from === 0) rules.push(filled(edge(rect, isVertical, backdrop.ruleAbove, true), backdrop.ruleInk));
  const endsHere = lines.some((composed) => composed.source.range.to >= prepared.count);
  if (backdrop.ruleBelow > 0 && endsHere) rules.push(filled(edge(rect, isVertical, backdrop.ruleBelow, false), backdrop.ruleInk));
}

/** What holds the lines, and reaches past them. */
function strip(lines: readonly ComposedLine[], isVertical: boolean, reach: Pt, side: Pt): Rect {
  let [left, top, end, foot] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { line } of lines) {
    left = Math.min(left, line.rect.x);
    top = Math.min(top, line.rect.y);
    end = Math.max(end, right(line.rect));
    foot = Math.max(foot, bottom(line.rect));
  }
  const [across, down] = isVertical ? [reach, side] : [side, reach];
  return { x: left - across, y: top - down, width: end - left + 2 * across, height: foot - top + 2 * down };
}

/** The strip's edge before its first line or behind its last one. */
function edge(rect: Rect, isVertical: boolean, weight: Pt, isFirst: boolean): Rect {
  if (isVertical) return { x: isFirst ? right(rect) - weight : rect.x, y: rect.y, width: weight, height: rect.height };
  return { x: rect.x, y: isFirst ? rect.y : bottom(rect) - weight, width: rect.width, height: weight };
}

function filled({ x, y, width, height }: Rect, fill: Ink): PathItem {
  return {
    kind: "path",
    segments: [
      { kind: "move", x, y },
      { kind: "line", x: x + width, y },
      { kind: "line", x: x + width, y: y + height },
      { kind: "line", x, y: y + height },
      { kind: "close" },
    ],
    fill, stroke: null, strokeWidth: 0, dash: null, missing: null,
  };
}
