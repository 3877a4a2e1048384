import type { DisplayInk, DisplayItem, DisplaySpot, GlyphRun, PageDisplay, PathItem, PathSegment } from "../../display/displayList";
import type { FontSource } from "../../fonts/fontSource";
import type { Size } from "../../geometry/rect";
import { mm, type Pt } from "../../geometry/units";
import { blackInk } from "../../model/ink";
import { ALL_PLATES } from "./colourSpaces";
import type { PressPreset } from "./pressPreset";
import { setMarkText } from "./setMarkText";

/** What is written beside a page. */
export interface MarkWords {
  /** Names paper, page, date and preset; the plate's own name follows it in its own ink. */
  readonly slug: string;
  /** The proof's line over the page: page, date, time, round. */
  readonly header: string;
  readonly fontId: string;
  readonly headerFontId: string;
}

const MARK_LENGTH: Pt = mm(5);
const HAIRLINE: Pt = 0.25;
const PATCH: Pt = mm(4);
/** From a corner of the trim along its side to the slug and the header, so that they clear the crop marks. */
const INDENT: Pt = mm(3);
const SLUG_SIZE: Pt = 6;
const HEADER_SIZE: Pt = 10;

/** Prints on every plate: spots of this name are, in PDF, in all of them. */
const everyPlate: DisplayInk = {
  cyan: 1,
  magenta: 1,
  yellow: 1,
  black: 1,
  spot: { name: ALL_PLATES, tint: 1, solid: { cyan: 1, magenta: 1, yellow: 1, black: 1 } },
};

/** The marks outside the trim of a page, in the page's points: negative above and left of it. */
export function pressMarks(page: PageDisplay, preset: PressPreset, words: MarkWords, fonts: FontSource): readonly DisplayItem[] {
  const { marks, header } = preset;
  const { size } = page;
  const offset = mm(marks.offsetMm);
  const ink = preset.colour === "press" ? everyPlate : blackInk;
  const items: DisplayItem[] = [];
  if (marks.crop) items.push(stroked(cropMarks(size, offset), ink));
  if (marks.register) for (const mark of registerMarks(size, offset)) items.push(stroked(mark, ink));
  const spots = spotsOf(page);
  if (marks.colourBar) items.push(...colourBar(size, offset, spots));
  if (marks.slug) items.push(...slugLine(size, offset, words, spots, fonts));
  if (header) items.push(...headerLine(size, offset, words, fonts));
  return items;
}

/** Two strokes at each corner, in line with the trim. */
function cropMarks({ width, height }: Size, offset: Pt): readonly PathSegment[] {
  const far = offset + MARK_LENGTH;
  const segments: PathSegment[] = [];
  for (const [x, outwardX] of [[0, -1], [width, 1]] as const) {
    for (const [y, outwardY] of [[0, -1], [height, 1]] as const) {
      segments.push(...line(x + outwardX * offset, y, x + outwardX * far, y), ...line(x, y + outwardY * offset, x, y + outwardY * far));
    }
  }
  return segments;
}

/** A cross in a circle at the middle of each side. */
function registerMarks({ width, height }: Size, offset: Pt): readonly (readonly PathSegment[])[] {
  const away = offset + MARK_LENGTH / 2;
  const centres = [[width / 2, -away], [width / 2, height + away], [-away, height / 2], [width + away, height / 2]] as const;
  const half = MARK_LENGTH / 2;
  return centres.map(([x, y]) => [...line(x - half, y, x + half, y), ...line(x, y - half, x, y + half), ...circle(x, y, half / 2)]);
}

/** Solids and half tones of each ink, in a row over the right half of the page. */
function colourBar({ width }: Size, offset: Pt, spots: readonly DisplaySpot[]): readonly PathItem[] {
  const none = { cyan: 0, magenta: 0, yellow: 0, black: 0 };
  const process = (["cyan", "magenta", "yellow", "black"] as const).map((name) => (tint: number): DisplayInk => ({ ...none, [name]: tint }));
  const inks = [...process, ...spots.map((spot) => (tint: number) => spotInk(spot, tint))];
  const room = width / 2 - 2 * (INDENT + MARK_LENGTH);
  const patches = [1, 0.5].flatMap((tint) => inks.map((ink) => ink(tint))).slice(0, Math.max(0, Math.floor(room / PATCH)));
  const left = width - INDENT - patches.length * PATCH;
  const top = -offset - PATCH;
  return patches.map((fill, index) => ({ ...shape(rectangle(left + index * PATCH, top, PATCH, PATCH)), fill }));
}

/** The slug under the page's left half, then each plate's name in its own ink. */
function slugLine({ width, height }: Size, offset: Pt, { slug, fontId }: MarkWords, spots: readonly DisplaySpot[], fonts: FontSource): readonly GlyphRun[] {
  const y = height + offset + MARK_LENGTH / 2;
  const end = width / 2 - MARK_LENGTH - INDENT;
  const none = { cyan: 0, magenta: 0, yellow: 0, black: 0 };
  const parts: readonly (readonly [string, DisplayInk])[] = [
    [`${slug}  `, blackInk],
    ["C ", { ...none, cyan: 1 }],
    ["M ", { ...none, magenta: 1 }],
    ["Y ", { ...none, yellow: 1 }],
    ["K ", blackInk],
    ...spots.map((spot) => [`${spot.name} `, spotInk(spot, 1)] as const),
  ];
  const runs: GlyphRun[] = [];
  let x = INDENT;
  for (const [text, ink] of parts) {
    const set = setMarkText(fonts, { text, fontId, size: SLUG_SIZE, ink, x, y, widest: Math.max(0, end - x) });
    runs.push(...set);
    x = penAfter(set, fonts, x);
  }
  return runs;
}

function headerLine({ width }: Size, offset: Pt, { header, headerFontId }: MarkWords, fonts: FontSource): readonly GlyphRun[] {
  const y = -Math.max(offset, mm(2));
  return setMarkText(fonts, { text: header, fontId: headerFontId, size: HEADER_SIZE, ink: blackInk, x: INDENT, y, widest: width - 2 * INDENT });
}

function penAfter(runs: readonly GlyphRun[], fonts: FontSource, start: Pt): Pt {
  const last = runs.at(-1);
  if (last === undefined) return start;
  const index = last.xs.length - 1;
  return last.xs[index]! + (fonts.font(last.fontId)?.advance(last.glyphIds[index]!) ?? 0) * last.size;
}

/** The spot colours a page prints, in the order of their first use. */
function spotsOf(page: PageDisplay): readonly DisplaySpot[] {
  const found = new Map<string, DisplaySpot>();
  const note = (ink: DisplayInk | null): void => {
    if (ink?.spot !== undefined && !found.has(ink.spot.name)) found.set(ink.spot.name, ink.spot);
  };
  for (const box of page.boxes) {
    for (const item of box.items) {
      if (item.kind === "glyphs") note(item.ink);
      if (item.kind === "path") [item.fill, item.stroke].forEach(note);
    }
  }
  return [...found.values()];
}

function spotInk({ name, solid }: DisplaySpot, tint: number): DisplayInk {
  const { cyan, magenta, yellow, black } = solid;
  return { cyan: cyan * tint, magenta: magenta * tint, yellow: yellow * tint, black: black * tint, spot: { name, tint, solid } };
}

function shape(segments: readonly PathSegment[]): PathItem {
  return { kind: "path", segments, fill: null, stroke: null, strokeWidth: 0, dash: null, missing: null };
}

function stroked(segments: readonly PathSegment[], stroke: DisplayInk): PathItem {
  return { ...shape(segments), stroke, strokeWidth: HAIRLINE };
}

function line(x1: Pt, y1: Pt, x2: Pt, y2: Pt): readonly PathSegment[] {
  return [{ kind: "move", x: x1, y: y1 }, { kind: "line", x: x2, y: y2 }];
}

function rectangle(x: Pt, y: Pt, width: Pt, height: Pt): readonly PathSegment[] {
  return [...line(x, y, x + width, y), { kind: "line", x: x + width, y: y + height }, { kind: "line", x, y: y + height }, { kind: "close" }];
}

/** How far the control points of a quarter circle lie from its ends, of the radius. */
const QUARTER = 0.5523;

function circle(x: Pt, y: Pt, radius: Pt): readonly PathSegment[] {
  const k = QUARTER * radius;
  const quarters = [[1, 0, 0, 1], [0, 1, -1, 0], [-1, 0, 0, -1], [0, -1, 1, 0]] as const;
  return [
    { kind: "move", x: x + radius, y },
    ...quarters.map(([ax, ay, bx, by]): PathSegment => ({
      kind: "curve",
      x1: x + ax * radius + bx * k,
      y1: y + ay * radius + by * k,
      x2: x + bx * radius + ax * k,
      y2: y + by * radius + ay * k,
      x: x + bx * radius,
      y: y + by * radius,
    })),
    { kind: "close" },
  ];
}
