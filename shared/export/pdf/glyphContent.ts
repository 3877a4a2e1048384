import type { GlyphRun } from "../../display/displayList";
import { textOfGlyph } from "./characterCodes";
import type { ContentResources } from "./contentResources";
import { hex4, pdfNumber, pdfNumbers } from "./pdfSyntax";

/** Widths closer than this (thousandths of an em) need no adjustment in a text array. */
const ADJUSTMENT_TOLERANCE = 0.02;

/** The operators between BT and ET that set a run in its font; the ink is set before. */
export function glyphContent(out: string[], run: GlyphRun, pageHeight: number, resources: ContentResources): void {
  out.push(`BT /${resources.fontName(run.fontId)} ${pdfNumber(run.size)} Tf`);
  let from = 0;
  while (from < run.glyphIds.length) {
    const to = run.rotation === 0 ? stretchEnd(run, from) : stretchDown(run, from);
    writeStretch(out, run, from, to, pageHeight, resources);
    from = to;
  }
  out.push("ET");
}

/** Glyphs on one baseline share a text array; another baseline asks for another matrix. */
function stretchEnd(run: GlyphRun, from: number): number {
  let to = from + 1;
  while (to < run.ys.length && run.ys[to] === run.ys[from]) to++;
  return to;
}

function stretchDown(run: GlyphRun, from: number): number {
  let to = from + 1;
  while (to < run.xs.length && run.xs[to] === run.xs[from]) to++;
  return to;
}

function writeStretch(out: string[], run: GlyphRun, from: number, to: number, pageHeight: number, resources: ContentResources): void {
  const scale = run.horizontalScale;
  const matrix = run.rotation === 0 ? [scale, 0, 0, 1] : [0, -scale, 1, 0];
  out.push(`${pdfNumbers(...matrix, run.xs[from]!, pageHeight - run.ys[from]!)} Tm`);
  const along = run.rotation === 0 ? run.xs : run.ys;
  const perThousandth = (run.size * scale) / 1000;
  let pen = along[from]!;
  let array = "[<";
  for (let index = from; index < to; index++) {
    const glyphId = run.glyphIds[index]!;
    const adjustment = (pen - along[index]!) / perThousandth;
    if (Math.abs(adjustment) > ADJUSTMENT_TOLERANCE) {
      array += index === from ? "" : `>${pdfNumber(adjustment)}<`;
      pen = along[index]!;
    }
    array += hex4(resources.codeOf(run.fontId, glyphId, textOfGlyph(run, index)));
    pen += resources.advance(run.fontId, glyphId) * run.size * scale;
  }
  out.push(`${array}>] TJ`);
}
