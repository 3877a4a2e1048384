import type { Font } from "../fonts/fontSource";
import type { GlyphRun } from "./displayList";

/** A stretch of a run that the canvas sets exactly as the layout did: one string, one spacing. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Added after each character, in points, as CSS writes it. */
  readonly letterSpacing: string;
}

/** How a run is drawn: what the canvas may set as text, and the indexes of the glyphs drawn as outlines. */
export interface RunPieces {
  readonly texts: readonly TextPiece[];
  readonly outlines: Uint32Array;
}

/** How far a glyph may land from its place. A stretch ends before it would be exceeded, so errors never add up. */
const TOLERANCE = 0.005;

/**
 * Characters that a canvas sets one by one from the character map and the metrics alone: no combining marks, controls,
 * joiners or emoji, and of scripts written from left to right.
 */
const plainCharacter =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2100-\u22FF\u2460-\u25FC\u2E80-\u3029\u3030-\u3098\u309B-\u9FFF\uA000-\uA4CF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFFEE\u{20000}-\u{3FFFF}]$/u;

const pieces = new WeakMap<GlyphRun, RunPieces>();
const plainness = new Map<number, boolean>();

/** How a run is drawn; worked out once for each run. */
export function piecesOf(run: GlyphRun, font: Font): RunPieces {
  let known = pieces.get(run);
  if (known === undefined) pieces.set(run, (known = split(run, font)));
  return known;
}

function split(run: GlyphRun, font: Font): RunPieces {
  const texts: TextPiece[] = [];
  const outlines: number[] = [];
  const count = run.glyphIds.length;
  let index = 0;
  while (index < count) {
    if (!isPlain(run, font, index)) {
      outlines.push(index++);
      continue;
    }
    const end = endOfPiece(run, font, index);
    const isLong = end - index > 1;
    texts.push({
      text: run.text.slice(run.textOffsets[index], run.textOffsets[end] ?? run.text.length),
      x: run.xs[index] ?? 0,
      y: run.ys[index] ?? 0,
      letterSpacing: isLong ? cssLength(spacingAfter(run, font, index)) : "0px",
    });
    index = end;
  }
  return { texts, outlines: Uint32Array.from(outlines) };
}

/** The piece goes on while the next glyph lands where the spacing after its first glyph puts it. */
function endOfPiece(run: GlyphRun, font: Font, from: number): number {
  const { glyphIds, xs, ys, size } = run;
  const spacing = spacingAfter(run, font, from);
  let pen = xs[from] ?? 0;
  let index = from;
  for (;;) {
    pen += font.advance(glyphIds[index] ?? 0) * size + spacing;
    const next = index + 1;
    if (next >= glyphIds.length || ys[next] !== ys[from] || !isPlain(run, font, next)) return next;
    if (Math.abs((xs[next] ?? 0) - pen) > TOLERANCE) return next;
    index = next;
  }
}

function spacingAfter(run: GlyphRun, font: Font, index: number): number {
  const next = run.xs[index + 1];
  if (next === undefined) return 0;
  const spacing = next - (run.xs[index] ?? 0) - font.advance(run.glyphIds[index] ?? 0) * run.size;
  return Math.abs(spacing) < 1e-6 ? 0 : spacing;
}

/** Whether the canvas gives this glyph for this character: the character map's own glyph, upright and unscaled. */
function isPlain(run: GlyphRun, font: Font, index: number): boolean {
  if (run.rotation !== 0 || run.horizontalScale !== 1) return false;
  const from = run.textOffsets[index] ?? 0;
  const to = run.textOffsets[index + 1] ?? run.text.length;
  const codePoint = run.text.codePointAt(from) ?? 0;
  if (to - from !== (codePoint > 0xffff ? 2 : 1)) return false;
  const glyphId = run.glyphIds[index] ?? 0;
  return glyphId !== 0 && font.nominalGlyph(codePoint) === glyphId && isPlainCharacter(codePoint);
}

function isPlainCharacter(codePoint: number): boolean {
  let plain = plainness.get(codePoint);
  if (plain === undefined) plainness.set(codePoint, (plain = plainCharacter.test(String.fromCodePoint(codePoint))));
  return plain;
}

function cssLength(length: number): string {
  return `${Number(length.toFixed(6))}px`;
}
