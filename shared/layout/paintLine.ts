import { EM_ASCENT } from "../fonts/fontSource";
import type { DisplayItem, GlyphRun, PathItem } from "../display/displayList";
import { rectPath } from "../display/rectPath";
import type { ComposedLine } from "./flowParagraph";
import { paintAdornments } from "./paintAdornments";
import { penOf } from "./justify";
import { letterBefore } from "./lineEdges";
import { takeNumbers, takeOffsets } from "./numberPool";
import { MISSING_FONT, NO_FONT, type PreparedParagraph } from "./preparedParagraph";

/** The marks of one line: a run for each stretch of one font, size, ink, scale and rotation, a box for each missing character, and what stands beside the text. */
export function paintLine(composed: ComposedLine): readonly DisplayItem[] {
  const { prepared, range } = composed.source;
  const items: DisplayItem[] = [];
  let from = range.from;
  while (from < range.visibleTo) {
    const font = prepared.fontOf[from]!;
    if (font === MISSING_FONT) items.push(missingBox(composed, from));
    if (font === MISSING_FONT || font === NO_FONT) {
      from++;
      continue;
    }
    const to = stretchEnd(prepared, from, range.visibleTo);
    const run = glyphRun(composed, from, to);
    if (run.glyphIds.length > 0) items.push(run);
    from = to;
  }
  if (range.hyphen > 0) items.push(hyphenRun(composed));
  if (prepared.adorned.length > 0) items.push(...paintAdornments(composed));
  return items;
}

function stretchEnd(prepared: PreparedParagraph, from: number, limit: number): number {
  const { fontOf, inkOf, scales, sizes, turned } = prepared;
  let to = from + 1;
  while (
    to < limit &&
    (fontOf[to] === NO_FONT ||
      (fontOf[to] === fontOf[from] && inkOf[to] === inkOf[from] && scales[to] === scales[from] && sizes[to] === sizes[from] && turned[to] === turned[from]))
  ) {
    to++;
  }
  return to;
}

function glyphRun({ line, source }: ComposedLine, from: number, to: number): GlyphRun {
  const { prepared } = source;
  const { glyphFrom, glyphAlong, glyphAcross, glyphText } = prepared;
  const first = glyphFrom[from]!;
  const count = glyphFrom[to]! - first;
  const base = prepared.offsets[from]!;
  const xs = takeNumbers(count);
  const ys = takeNumbers(count);
  const textOffsets = takeOffsets(count);
  const isVertical = line.direction === "vertical";
  for (let cluster = from; cluster < to; cluster++) {
    const pen = penOf(source, line.positions, cluster);
    for (let glyph = glyphFrom[cluster]!; glyph < glyphFrom[cluster + 1]!; glyph++) {
      const along = pen + glyphAlong[glyph]!;
      const across = glyphAcross[glyph]!;
      xs[glyph - first] = isVertical ? line.baseline + across : line.rect.x + along;
      ys[glyph - first] = isVertical ? line.rect.y + along : line.baseline - across;
      textOffsets[glyph - first] = glyphText[glyph]! - base;
    }
  }
  return {
    kind: "glyphs",
    fontId: prepared.fontIds[prepared.fontOf[from]!]!,
    size: prepared.sizes[from]!,
    horizontalScale: prepared.scales[from]!,
    ink: prepared.inks[prepared.inkOf[from]!]!,
    glyphIds: prepared.glyphIds.subarray(first, first + count),
    xs,
    ys,
    ...(isVertical && prepared.turned[from] !== 1 ? VERTICAL : {}),
    rotation: prepared.turned[from] === 1 ? 90 : 0,
    text: prepared.text.slice(base, prepared.offsets[to]!),
    textOffsets,
  };
}

const VERTICAL = { isVertical: true } as const;

/** In what is printed a hyphen that the line breaking made is a soft one, so that searching and copying find the whole word. */
const SOFT_HYPHEN = "\u00ad";

/** The hyphen behind the last letter of a line that ends inside a word. */
function hyphenRun({ line, source }: ComposedLine): GlyphRun {
  const { prepared, range } = source;
  const letter = letterBefore(prepared, range.visibleTo - 1);
  const font = prepared.fontOf[letter]!;
  const along = line.positions[range.visibleTo - range.from]!;
  const across = prepared.glyphAcross[prepared.glyphFrom[letter]!] ?? 0;
  const isVertical = line.direction === "vertical";
  return {
    kind: "glyphs",
    fontId: prepared.fontIds[font]!,
    size: prepared.sizes[letter]!,
    horizontalScale: prepared.scales[letter]!,
    ink: prepared.inks[prepared.inkOf[letter]!]!,
    glyphIds: prepared.hyphenGlyphs.subarray(font, font + 1),
    xs: Float64Array.of(isVertical ? line.baseline + across : line.rect.x + along),
    ys: Float64Array.of(isVertical ? line.rect.y + along : line.baseline - across),
    rotation: prepared.turned[letter] === 1 ? 90 : 0,
    text: SOFT_HYPHEN,
    textOffsets: Uint32Array.of(0),
  };
}

/** How far a missing character's box stays inside its frame, in em, and how thick it is drawn. */
const BOX_INSET_EM = 0.08;
const BOX_STROKE_EM = 0.06;

function missingBox({ line, source }: ComposedLine, cluster: number): PathItem {
  const { prepared } = source;
  const size = prepared.sizes[cluster]!;
  const raise = prepared.raises[cluster]!;
  const start = penOf(source, line.positions, cluster) + BOX_INSET_EM * size;
  const length = prepared.advances[cluster]! - 2 * BOX_INSET_EM * size;
  const side = (1 - 2 * BOX_INSET_EM) * size;
  const isVertical = line.direction === "vertical";
  const x = isVertical ? line.baseline + raise - side / 2 : line.rect.x + start;
  const y = isVertical ? line.rect.y + start : line.baseline - raise - (EM_ASCENT - BOX_INSET_EM) * size;
  const width = isVertical ? side : length;
  const height = isVertical ? length : side;
  return {
    kind: "path",
    segments: rectPath({ x, y, width, height }),
    fill: null,
    stroke: prepared.inks[prepared.inkOf[cluster]!]!,
    strokeWidth: BOX_STROKE_EM * size,
    dash: null,
    missing: prepared.text.slice(prepared.offsets[cluster]!, prepared.offsets[cluster + 1]!),
  };
}
