import type { GlyphRun } from "../../display/displayList";
import type { Pt } from "../../geometry/units";
import { textOfGlyph } from "./characterCodes";
import type { ContentResources } from "./contentResources";
import { VERTICAL_ORIGIN } from "./pdfFont";
import { hex4, pdfNumber, pdfNumbers } from "./pdfSyntax";

/** Widths closer than this (thousandths of an em) need no adjustment in a text array. */
const ADJUSTMENT_TOLERANCE = 0.02;
/** Vertical glyphs whose middles are closer than this stand in one line. */
const SAME_LINE: Pt = 0.0005;

/** The operators from BT to ET that set a run in its font; the ink is set before. */
export function glyphContent(out: string[], run: GlyphRun, pageHeight: number, resources: ContentResources): void {
  const isVertical = run.isVertical === true;
  out.push(`BT /${resources.fontName(run.fontId, isVertical, 0)} ${pdfNumber(run.size)} Tf`);
  if (isVertical) downwards(out, run, pageHeight, resources);
  else if (run.rotation === 0) alongBaseline(out, run, pageHeight, resources);
  else turned(out, run, pageHeight, resources);
  out.push("ET");
}

/** Glyphs on one baseline share a text array; another baseline asks for another matrix. */
function alongBaseline(out: string[], run: GlyphRun, pageHeight: number, resources: ContentResources): void {
  const { xs, ys, size, horizontalScale } = run;
  for (let from = 0, to = 0; from < xs.length; from = to) {
    to = from + 1;
    while (to < ys.length && ys[to] === ys[from]) to++;
    out.push(`${pdfNumbers(horizontalScale, 0, 0, 1, xs[from]!, pageHeight - ys[from]!)} Tm`);
    out.push(textArray(run, from, to, { along: xs, direction: 1, unit: size * horizontalScale, advanceOf: advanceOf(run, resources) }, resources));
  }
}

/** Glyphs turned a quarter clockwise run down from one pen. */
function turned(out: string[], run: GlyphRun, pageHeight: number, resources: ContentResources): void {
  const { xs, ys, size, horizontalScale } = run;
  for (let from = 0, to = 0; from < xs.length; from = to) {
    to = from + 1;
    while (to < xs.length && xs[to] === xs[from]) to++;
    out.push(`${pdfNumbers(0, -horizontalScale, 1, 0, xs[from]!, pageHeight - ys[from]!)} Tm`);
    out.push(textArray(run, from, to, { along: ys, direction: 1, unit: size * horizontalScale, advanceOf: advanceOf(run, resources) }, resources));
  }
}

/** Upright glyphs in a line downwards: PDF places them by the middle of the top of their cells (ISO 32000-1, 9.7.4.3). */
function downwards(out: string[], run: GlyphRun, pageHeight: number, resources: ContentResources): void {
  const { xs, ys, size, horizontalScale, glyphIds } = run;
  const middle = (index: number): Pt => xs[index]! + (resources.advance(run.fontId, glyphIds[index]!) / 2) * size * horizontalScale;
  for (let from = 0, to = 0; from < xs.length; from = to) {
    const x = middle(from);
    to = from + 1;
    while (to < xs.length && Math.abs(middle(to) - x) < SAME_LINE) to++;
    out.push(`${pdfNumbers(horizontalScale, 0, 0, 1, x, pageHeight - ys[from]! + (VERTICAL_ORIGIN / 1000) * size)} Tm`);
    // A positive number moves down, as the glyphs do: each of them by a whole em.
    out.push(textArray(run, from, to, { along: ys, direction: -1, unit: size, advanceOf: () => 1 }, resources));
  }
}

/** The .notdef glyph, as every font has it. */
export const NOTDEF = 0;

/**
 * The operators of characters that are read but not drawn, side by side within `width`, and leave the pen where it was:
 * poppler takes two equal ones in one place for one in false bold. Each has a code of its own: MuPDF reads a surrogate pair
 * alone, not among other characters of one code.
 */
export function hiddenText(fontId: string, text: string, { width, size, isVertical }: HiddenSetting, resources: ContentResources): string {
  const font = (layer: number): string => `/${resources.fontName(fontId, isVertical, layer)} ${pdfNumber(size)} Tf`;
  let layer = 0;
  let operators = "3 Tr";
  const characters = Array.from(text);
  const back = width - width / characters.length;
  characters.forEach((character, index) => {
    const code = resources.codeOf(fontId, NOTDEF, character);
    if (code.layer !== layer) operators += ` ${font((layer = code.layer))}`;
    operators += ` [<${hex4(code.cid)}>${pdfNumber(index === characters.length - 1 ? back + width : back)}] TJ`;
  });
  return `${operators}${layer === 0 ? "" : ` ${font(0)}`} 0 Tr`;
}

/** How hidden text is set: in a font that is set already, whose .notdef moves the pen by `width`, in thousandths. */
export interface HiddenSetting {
  readonly width: number;
  readonly size: Pt;
  readonly isVertical: boolean;
}

/** Whether one code may stand for all of a text: one character, or several without surrogates. */
function isPlainSequence(text: string): boolean {
  return !/[\ud800-\udfff]/.test(text) || firstCharacter(text) === text;
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? "" : String.fromCodePoint(code);
}

interface Course {
  /** Where each pen stands along the line, growing in reading order. */
  readonly along: Float64Array;
  /** 1 where a positive number in the array moves back, -1 where it moves on. */
  readonly direction: 1 | -1;
  /** An em along the line, in points. */
  readonly unit: Pt;
  /** How far the file's font moves the pen by itself, in em. */
  readonly advanceOf: (glyphId: number) => number;
}

function advanceOf(run: GlyphRun, resources: ContentResources): (glyphId: number) => number {
  return (glyphId) => resources.advance(run.fontId, glyphId);
}

/** The TJ of some glyphs; every adjustment starts from where the pen should be, so errors never add up. */
function textArray(run: GlyphRun, from: number, to: number, { along, direction, unit, advanceOf }: Course, resources: ContentResources): string {
  const fontOf = (layer: number): string => `/${resources.fontName(run.fontId, run.isVertical === true, layer)} ${pdfNumber(run.size)} Tf`;
  let layer = 0;
  let pen = along[from]!;
  let array = "[<";
  for (let index = from; index < to; index++) {
    const glyphId = run.glyphIds[index]!;
    const adjustment = ((pen - along[index]!) / unit) * 1000;
    if (Math.abs(adjustment) > ADJUSTMENT_TOLERANCE) {
      array += index === from ? "" : `>${pdfNumber(direction * adjustment)}<`;
      pen = along[index]!;
    }
    const text = textOfGlyph(run, index);
    const spoken = isPlainSequence(text) ? text : firstCharacter(text);
    const code = resources.codeOf(run.fontId, glyphId, spoken);
    if (code.layer !== layer) array += `>] TJ ${fontOf((layer = code.layer))} [<`;
    array += hex4(code.cid);
    if (spoken !== text) {
      if (layer !== 0) array += `>] TJ ${fontOf((layer = 0))} [<`;
      const setting = { width: direction * advanceOf(NOTDEF) * 1000, size: run.size, isVertical: run.isVertical === true };
      array += `>] TJ ${hiddenText(run.fontId, text.slice(spoken.length), setting, resources)} [<`;
    }
    pen += advanceOf(glyphId) * unit;
  }
  return `${array}>] TJ${layer === 0 ? "" : ` ${fontOf(0)}`}`;
}
