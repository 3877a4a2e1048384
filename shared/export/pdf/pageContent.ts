import type { DisplayInk, GlyphRun, PageDisplay, PathItem, PictureItem } from "../../display/displayList";
import type { Rect } from "../../geometry/rect";
import { unreachable } from "../../result";
import { textOfGlyph } from "./characterCodes";
import { hex4, pdfInk, pdfNumber, pdfNumbers } from "./pdfSyntax";

/** What a page's content names: fonts with their codes and widths, pictures by the order of their first use. */
export interface ContentResources {
  /** The resource name of a font, such as F1. */
  fontName(fontId: string): string;
  codeOf(fontId: string, glyphId: number, text: string): number;
  /** The advance of a glyph as the font in the file has it, in em. */
  advance(fontId: string, glyphId: number): number;
  /** A picture, or null where there is none to draw. */
  picture(assetId: string): PlacedPicture | null;
  /** A font of the file for text that is read but not drawn, or null where the file has no text. */
  readonly hiddenTextFontId: string | null;
}

/** A picture's resource name, and the operands of `cm` that set it upright where it is stored turned. */
export interface PlacedPicture {
  readonly name: string;
  readonly upright: string | null;
}

/** The graphics states each page names: solid black overprints, all else knocks out. */
export const OVERPRINT_STATE = "GO";
export const KNOCKOUT_STATE = "GK";

/** Widths closer than this (thousandths of an em) need no adjustment in a text array. */
const ADJUSTMENT_TOLERANCE = 0.02;

/** The operators that draw a page. PDF counts upwards from the bottom; this file is the only place that knows. */
export function pageContent(page: PageDisplay, resources: ContentResources): string {
  const out: string[] = [];
  const state: State = { fill: "", overprint: null };
  for (const box of page.boxes) {
    for (const item of box.items) {
      switch (item.kind) {
        case "glyphs":
          writeGlyphs(out, item, page.size.height, resources, state);
          break;
        case "path":
          writePath(out, item, page.size.height, state);
          if (item.missing !== null) writeHiddenText(out, item, item.missing, page.size.height, resources);
          break;
        case "picture":
          writePicture(out, item, page.size.height, resources);
          break;
        default:
          unreachable(item);
      }
    }
  }
  return `${out.join("\n")}\n`;
}

interface State {
  fill: string;
  overprint: boolean | null;
}

function setFill(out: string[], ink: DisplayInk, mayOverprint: boolean, state: State): void {
  setOverprint(out, mayOverprint && isSolidBlack(ink), state);
  const fill = pdfInk(ink);
  if (fill === state.fill) return;
  state.fill = fill;
  out.push(`${fill} k`);
}

function setOverprint(out: string[], overprint: boolean, state: State): void {
  if (state.overprint === overprint) return;
  state.overprint = overprint;
  out.push(`/${overprint ? OVERPRINT_STATE : KNOCKOUT_STATE} gs`);
}

function isSolidBlack({ cyan, magenta, yellow, black }: DisplayInk): boolean {
  return black === 1 && cyan === 0 && magenta === 0 && yellow === 0;
}

function writeGlyphs(out: string[], run: GlyphRun, pageHeight: number, resources: ContentResources, state: State): void {
  if (run.glyphIds.length === 0) return;
  setFill(out, run.ink, true, state);
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

function writePath(out: string[], item: PathItem, pageHeight: number, state: State): void {
  const steps = item.segments.map((segment) => {
    switch (segment.kind) {
      case "move":
        return `${pdfNumbers(segment.x, pageHeight - segment.y)} m`;
      case "line":
        return `${pdfNumbers(segment.x, pageHeight - segment.y)} l`;
      case "curve": {
        const { x1, y1, x2, y2, x, y } = segment;
        return `${pdfNumbers(x1, pageHeight - y1, x2, pageHeight - y2, x, pageHeight - y)} c`;
      }
      case "close":
        return "h";
    }
  });
  if (item.fill !== null) {
    setFill(out, item.fill, false, state);
    out.push(...steps, "f");
  }
  if (item.stroke !== null) {
    setOverprint(out, isSolidBlack(item.stroke), state);
    const dash = item.dash === null ? "[] 0 d" : `[${pdfNumbers(...item.dash)}] 0 d`;
    out.push(`${pdfInk(item.stroke)} K ${pdfNumber(item.strokeWidth)} w ${dash}`, ...steps, "S");
  }
}

/** The .notdef glyph, as every font has it. */
const NOTDEF = 0;

/** The character that a box stands for, invisible over it, so that the text read from the page is whole. */
function writeHiddenText(out: string[], item: PathItem, text: string, pageHeight: number, resources: ContentResources): void {
  const fontId = resources.hiddenTextFontId;
  const corners = item.segments.filter((segment) => segment.kind !== "close");
  if (fontId === null || corners.length === 0) return;
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  const foot = Math.max(...corners.map((corner) => corner.y));
  const place = pdfNumbers(1, 0, 0, 1, left, pageHeight - foot);
  const font = `/${resources.fontName(fontId)} ${pdfNumber(foot - top)} Tf`;
  out.push(`BT 3 Tr ${font} ${place} Tm <${hex4(resources.codeOf(fontId, NOTDEF, text))}> Tj 0 Tr ET`);
}

function writePicture(out: string[], item: PictureItem, pageHeight: number, resources: ContentResources): void {
  const picture = item.assetId === null ? null : resources.picture(item.assetId);
  if (picture === null) return;
  const { rect, clip } = item;
  const place = pdfNumbers(rect.width, 0, 0, rect.height, rect.x, pageHeight - rect.y - rect.height);
  out.push(
    `q ${rectangle(clip, pageHeight)} re W n`,
    `${place} cm ${picture.upright === null ? "" : `${picture.upright} cm `}/${picture.name} Do Q`,
  );
}

function rectangle({ x, y, width, height }: Rect, pageHeight: number): string {
  return pdfNumbers(x, pageHeight - y - height, width, height);
}
