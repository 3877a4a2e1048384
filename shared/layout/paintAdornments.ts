import { EM_ASCENT, EM_DESCENT } from "../fonts/fontSource";
import type { PathItem, PathSegment } from "../display/displayList";
import type { Pt } from "../geometry/units";
import { CharacterClass } from "../text/characterClass";
import type { ComposedLine } from "./flowParagraph";
import { penOf } from "./justify";
import { frameSpace, type AdornedStretch } from "./textLook";

/** 着重号: how wide a dot is and how far its middle stands below the em box, alone and under a line, in em. */
const DOT_EM = 0.19;
const DOT_BELOW_EM = 0.12;
const DOT_BELOW_LINE_EM = 0.18;
/** 专名号 and the wavy line: how far below the em box, how thick, how much shorter at a name's ends, and one half wave, in em. */
const LINE_BELOW_EM = 0.05;
const LINE_WEIGHT_EM = 0.045;
const LINE_SHORTER_EM = 1 / 8;
const HALF_WAVE_EM = 1 / 6;
const WAVE_HEIGHT_EM = 0.07;
/** 示亡号: how thick its frame is, and how far it stands outside the em boxes, in em. */
const FRAME_WEIGHT_EM = 0.035;
const FRAME_OUTSIDE_EM = 1 / 16;
/** Control points this share of the radius from its ends make a quarter circle of a curve. */
const QUARTER_CIRCLE = 0.5523;

const C = CharacterClass;

/** A place beside a line: along it from its start, and across it from the foot of its em box, away from the characters. */
type Point = readonly [along: Pt, away: Pt];

/**
 * The dots, lines and frames beside the characters of a line, as paths: they are no text, so that nobody who reads or
 * copies the page gets them. Below in horizontal setting; dots at the right and lines at the left in vertical (CLREQ 3.4).
 */
export function paintAdornments(composed: ComposedLine): readonly PathItem[] {
  const { prepared, range } = composed.source;
  const items: PathItem[] = [];
  for (const stretch of prepared.adorned) {
    const from = Math.max(stretch.from, range.from);
    const to = Math.min(stretch.to, range.visibleTo);
    if (from >= to) continue;
    if (stretch.line !== "none") items.push(nameLine(composed, stretch, from, to));
    if (stretch.emphasis === "dot") {
      const dots = emphasisDots(composed, stretch, from, to);
      if (dots.segments.length > 0) items.push(dots);
    }
    if (stretch.framed) items.push(frameAround(composed, stretch, from, to));
  }
  return items;
}

function emphasisDots(composed: ComposedLine, stretch: AdornedStretch, from: number, to: number): PathItem {
  const { prepared } = composed.source;
  const segments: PathSegment[] = [];
  // The line stands at the other side in vertical setting, so that it leaves the dots their place.
  const isUnderLine = stretch.line !== "none" && composed.line.direction === "horizontal";
  for (let cluster = from; cluster < to; cluster++) {
    const own = prepared.classes[cluster];
    if (own !== C.han && own !== C.iteration) continue;
    const middle = (startOf(composed, stretch, cluster) + endOf(composed, stretch, cluster)) / 2;
    const size = prepared.sizes[cluster]!;
    segments.push(...circle(toPage(composed, "far"), [middle, (isUnderLine ? DOT_BELOW_LINE_EM : DOT_BELOW_EM) * size], (DOT_EM / 2) * size));
  }
  return { ...path(segments), fill: inkOf(composed, from) };
}

function circle(at: (point: Point) => PagePlace, [along, away]: Point, radius: Pt): readonly PathSegment[] {
  const handle = radius * QUARTER_CIRCLE;
  return [
    { kind: "move", ...at([along + radius, away]) },
    curve(at, [along + radius, away + handle], [along + handle, away + radius], [along, away + radius]),
    curve(at, [along - handle, away + radius], [along - radius, away + handle], [along - radius, away]),
    curve(at, [along - radius, away - handle], [along - handle, away - radius], [along, away - radius]),
    curve(at, [along + handle, away - radius], [along + radius, away - handle], [along + radius, away]),
    { kind: "close" },
  ];
}

/** One path a name and line; where a line breaks inside the name, it runs to the line's edge. */
function nameLine(composed: ComposedLine, stretch: AdornedStretch, from: number, to: number): PathItem {
  const { size } = composed.source.prepared;
  const shorter = LINE_SHORTER_EM * size;
  const start = startOf(composed, stretch, from) + (from === stretch.from ? shorter : 0);
  const end = endOf(composed, stretch, to - 1) - (to === stretch.to ? shorter : 0);
  const away = LINE_BELOW_EM * size;
  const at = toPage(composed, "near");
  const segments = stretch.line === "bookTitle" ? wave(at, start, end, away, size) : straight(at, start, end, away);
  return { ...path(segments), stroke: inkOf(composed, from), strokeWidth: LINE_WEIGHT_EM * size };
}

function straight(at: (point: Point) => PagePlace, start: Pt, end: Pt, away: Pt): readonly PathSegment[] {
  return [{ kind: "move", ...at([start, away]) }, { kind: "line", ...at([end, away]) }];
}

/** Whole half waves from end to end. */
function wave(at: (point: Point) => PagePlace, start: Pt, end: Pt, away: Pt, size: Pt): readonly PathSegment[] {
  const count = Math.max(2, Math.round((end - start) / (HALF_WAVE_EM * size)));
  const step = (end - start) / count;
  const middle = away + (WAVE_HEIGHT_EM * size) / 2;
  const segments: PathSegment[] = [{ kind: "move", ...at([start, middle]) }];
  for (let index = 0; index < count; index++) {
    const left = start + index * step;
    // A curve reaches three quarters of the way to its control points.
    const peak = middle + ((index % 2 === 0 ? -1 : 1) * WAVE_HEIGHT_EM * size * 2) / 3;
    segments.push(curve(at, [left + step / 3, peak], [left + (2 * step) / 3, peak], [left + step, middle]));
  }
  return segments;
}

function frameAround(composed: ComposedLine, stretch: AdornedStretch, from: number, to: number): PathItem {
  const { size } = composed.source.prepared;
  const outside = FRAME_OUTSIDE_EM * size;
  const start = startOf(composed, stretch, from) - outside;
  const end = endOf(composed, stretch, to - 1) + outside;
  const at = toPage(composed, "near");
  const across = -(EM_ASCENT + EM_DESCENT) * size - outside;
  const segments: readonly PathSegment[] = [
    { kind: "move", ...at([start, outside]) },
    { kind: "line", ...at([end, outside]) },
    { kind: "line", ...at([end, across]) },
    { kind: "line", ...at([start, across]) },
    { kind: "close" },
  ];
  return { ...path(segments), stroke: inkOf(composed, from), strokeWidth: FRAME_WEIGHT_EM * size };
}

/** Where the em box of a cluster begins along the line, without the room for a frame before it. */
function startOf({ line, source }: ComposedLine, { from, framed }: AdornedStretch, cluster: number): Pt {
  const { prepared } = source;
  const pen = penOf(source, line.positions, cluster);
  // A mark that gave up its blank half begins with its ink.
  const start = Math.max(pen, line.positions[cluster - source.range.from]!);
  return start + (framed && cluster === from ? frameSpace(prepared.rules, prepared.em) : 0);
}

function endOf({ line, source }: ComposedLine, { to, framed }: AdornedStretch, cluster: number): Pt {
  const { prepared, range } = source;
  const end = penOf(source, line.positions, cluster) + prepared.advances[cluster]!;
  // What gave up its end half at the line's edge ends where the line does, and inside it where the next one begins.
  const trimmed = Math.min(end, line.positions[cluster + 1 - range.from]!);
  return trimmed - (framed && cluster === to - 1 ? frameSpace(prepared.rules, prepared.em) : 0);
}

interface PagePlace {
  readonly x: Pt;
  readonly y: Pt;
}

/** From places beside a line to the page: below in horizontal setting; in vertical `near` is at the left, `far` at the right. */
function toPage({ line, source }: ComposedLine, side: "near" | "far"): (point: Point) => PagePlace {
  const { size } = source.prepared;
  if (line.direction === "horizontal") return ([along, away]) => ({ x: line.rect.x + along, y: line.baseline + EM_DESCENT * size + away });
  if (side === "near") return ([along, away]) => ({ x: line.baseline - size / 2 - away, y: line.rect.y + along });
  return ([along, away]) => ({ x: line.baseline + size / 2 + away, y: line.rect.y + along });
}

function curve(at: (point: Point) => PagePlace, first: Point, second: Point, end: Point): PathSegment {
  const [one, other] = [at(first), at(second)];
  return { kind: "curve", x1: one.x, y1: one.y, x2: other.x, y2: other.y, ...at(end) };
}

function inkOf({ source: { prepared } }: ComposedLine, cluster: number): PathItem["fill"] {
  return prepared.inks[prepared.inkOf[cluster]!]!;
}

function path(segments: readonly PathSegment[]): PathItem {
  return { kind: "path", segments, fill: null, stroke: null, strokeWidth: 0, dash: null, missing: null };
}
