import type { PagePoint, Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { BoxId } from "../model/ids";
import type { FlowKey, FlowLayout, IssueLayout, SetLine } from "./issueLayout";

/** A place between two characters of a flow: a set paragraph and a UTF-16 offset in its text. */
export interface FlowPlace {
  readonly flow: FlowKey;
  readonly paragraph: number;
  readonly offset: number;
  /** Where a line breaks at the place: whether the end of the line before is meant, not the start of the one behind. */
  readonly atLineEnd: boolean;
}

/** A rectangle of a box, in page points. A caret has no extent along its line. */
export interface BoxStrip {
  readonly boxId: BoxId;
  readonly rect: Rect;
}

/** The place in a box's text that is nearest to a point of its page, or null where the box shows no line. */
export function placeAtPoint(layout: IssueLayout, boxId: BoxId, point: PagePoint): FlowPlace | null {
  const flow = flowInBox(layout, boxId);
  const line = flow === null ? null : nearestLine(flow, boxId, point);
  if (flow === null || line === null) return null;
  return placeOnLine(flow, line, line.direction === "horizontal" ? point.x - line.rect.x : point.y - line.rect.y);
}

/** Where the caret of a place is drawn, or null where its text is overset or gone. */
export function caretStrip(layout: IssueLayout, place: FlowPlace): BoxStrip | null {
  const line = lineOfPlace(layout, place);
  return line === null ? null : stripOf(line, positionOf(line, place.offset), positionOf(line, place.offset));
}

/** The strips of all lines between two places of one flow, in either order; text that is overset has none. */
export function selectionStrips(layout: IssueLayout, a: FlowPlace, b: FlowPlace): readonly BoxStrip[] {
  const [from, to] = comparePlaces(a, b) <= 0 ? [a, b] : [b, a];
  const strips: BoxStrip[] = [];
  if (comparePlaces(from, to) === 0) return strips;
  for (const line of layout.flows.get(from.flow)?.lines ?? []) {
    const isBehindStart = line.paragraph > from.paragraph || (line.paragraph === from.paragraph && line.to > from.offset);
    const isBeforeEnd = line.paragraph < to.paragraph || (line.paragraph === to.paragraph && line.from < to.offset);
    if (!isBehindStart || !isBeforeEnd) continue;
    const start = line.paragraph === from.paragraph ? positionOf(line, Math.max(from.offset, line.from)) : line.positions[0]!;
    const end = line.paragraph === to.paragraph ? positionOf(line, Math.min(to.offset, line.to)) : line.positions.at(-1)!;
    strips.push(stripOf(line, start, end));
  }
  return strips;
}

/** The place one line further down (1) or up (-1) that is nearest to a caret, or null at the flow's edge. */
export function placeInNextLine(layout: IssueLayout, place: FlowPlace, step: 1 | -1): FlowPlace | null {
  const lines = layout.flows.get(place.flow)?.lines ?? [];
  const line = lineOfPlace(layout, place);
  const next = line === null ? undefined : lines[lines.indexOf(line) + step];
  if (line === null || next === undefined) return null;
  return placeOnLine(layout.flows.get(place.flow)!, next, positionOf(line, place.offset));
}

/** How the line runs that a place stands in; horizontal where its text is overset or gone. */
export function directionAt(layout: IssueLayout, place: FlowPlace): SetLine["direction"] {
  return lineOfPlace(layout, place)?.direction ?? "horizontal";
}

/** Which of two places of a flow comes first: negative where `a` does. */
export function comparePlaces(a: FlowPlace, b: FlowPlace): number {
  return a.paragraph === b.paragraph ? a.offset - b.offset : a.paragraph - b.paragraph;
}

function placeOnLine(flow: FlowLayout, line: SetLine, along: Pt): FlowPlace {
  const index = nearestPosition(line.positions, along);
  const isEnd = index === line.offsets.length;
  const offset = isEnd ? endOffset(flow, line) : line.offsets[index]!;
  return { flow: flow.key, paragraph: line.paragraph, offset, atLineEnd: isEnd && index > 0 };
}

function flowInBox(layout: IssueLayout, boxId: BoxId): FlowLayout | null {
  for (const kind of ["title", "caption", "furniture"] as const) {
    const flow = layout.flows.get(`${kind}:${boxId}`);
    if (flow !== undefined) return flow;
  }
  // Jump lines are no place to type.
  for (const flow of layout.flows.values()) if (!flow.key.startsWith("jump:") && flow.lines.some((line) => line.boxId === boxId)) return flow;
  return null;
}

/** A step across the lines counts more than any distance along them. */
const ACROSS_WEIGHT = 1_000;

function nearestLine(flow: FlowLayout, boxId: BoxId, { x, y }: PagePoint): SetLine | null {
  let nearest: SetLine | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const line of flow.lines) {
    if (line.boxId !== boxId) continue;
    const dx = outside(x, line.rect.x, line.rect.width);
    const dy = outside(y, line.rect.y, line.rect.height);
    // A column that holds the point wins over a nearer line of the next one.
    const distance = line.direction === "horizontal" ? dx * ACROSS_WEIGHT + dy : dy * ACROSS_WEIGHT + dx;
    if (distance < least) {
      least = distance;
      nearest = line;
    }
  }
  return nearest;
}

function outside(at: Pt, start: Pt, length: Pt): Pt {
  return Math.max(0, start - at, at - start - length);
}

function nearestPosition(positions: Float64Array, along: Pt): number {
  let index = 0;
  while (index + 1 < positions.length && Math.abs(positions[index + 1]! - along) < Math.abs(positions[index]! - along)) index++;
  return index;
}

/** The end of a line's text, before the line feed that ends it. */
function endOffset(flow: FlowLayout, line: SetLine): number {
  const text = flow.paragraphs[line.paragraph]!.text;
  return line.to > line.from && text[line.to - 1] === "\n" ? line.to - 1 : line.to;
}

function lineOfPlace(layout: IssueLayout, place: FlowPlace): SetLine | null {
  let found: SetLine | null = null;
  for (const line of layout.flows.get(place.flow)?.lines ?? []) {
    if (line.paragraph !== place.paragraph || place.offset < line.from || place.offset > line.to) continue;
    if (place.offset < line.to || place.atLineEnd) return line;
    // The end of a line is the start of the next, where there is one.
    found = line;
  }
  return found;
}

/** Where along a line the character at an offset begins, or the line ends. */
function positionOf(line: SetLine, offset: number): Pt {
  let index = 0;
  while (index < line.offsets.length && line.offsets[index]! < offset) index++;
  return line.positions[index]!;
}

function stripOf({ boxId, direction, rect }: SetLine, from: Pt, to: Pt): BoxStrip {
  if (direction === "horizontal") return { boxId, rect: { x: rect.x + from, y: rect.y, width: to - from, height: rect.height } };
  return { boxId, rect: { x: rect.x, y: rect.y + from, width: rect.width, height: to - from } };
}
