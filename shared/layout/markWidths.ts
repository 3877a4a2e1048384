import { CharacterClass } from "../text/characterClass";
import { isSharedQuote, type TextClusters } from "../text/clusters";
import { trimSide } from "../text/punctuationWidth";
import { multiMarkLength } from "../text/unbreakable";
import { Orientation } from "../text/verticalOrientation";
import { FULL_WIDTH_EM } from "./fontChoice";
import { NO_FONT, type PrepareRequest } from "./preparedParagraph";
import type { ShapedClusters } from "./shapeClusters";

const C = CharacterClass;
const EN_DASH = 0x2013;
const EM_DASH = 0x2014;
const ELLIPSIS = 0x2026;
const HALF_EM = 0.5;

/**
 * Gives marks the frames of GB/T 15834-2011 in place, whatever the font's own widths: 1 em for full-width marks, half
 * an em for · and –, 1 em for ！！ and 2 em for ！！！. Returns the side of each cluster that a line's edge may trim.
 */
export function frameMarks(clusters: TextClusters, shaped: ShapedClusters, request: PrepareRequest, em: number, sizes: Float64Array): Uint8Array {
  const { count, codePoints, classes } = clusters;
  const sides = new Uint8Array(count);
  const byTable = request.rules.markWidths === "table";
  for (let index = 0; index < count; index++) {
    if (shaped.fontOf[index] === NO_FONT) continue;
    // A mark in a superscript or a drop cap keeps its font's width: its em is not the line's.
    if (sizes[index] !== request.size) continue;
    const codePoint = codePoints[index]!;
    const own = classes[index]!;
    if (byTable && isSharedQuote(codePoint) && own !== C.opening && own !== C.closing) {
      narrowQuote(shaped, index, em, codePoint);
      continue;
    }
    if (shaped.orientations !== null && shaped.orientations[index] !== Orientation.upright) continue;
    if (!isMark(own) || codePoint < 0x80) continue;
    if (own === C.interpunct || codePoint === EN_DASH) {
      if (byTable) frame(shaped, index, HALF_EM * em, "centre");
      continue;
    }
    if (byTable && request.direction === "horizontal" && own === C.pauseStop) {
      const marks = multiMarkLength(clusters, index);
      if (marks > 1) {
        for (let step = 0; step < marks; step++) frame(shaped, index + step, (marks === 3 ? 2 / 3 : HALF_EM) * em, "start");
        index += marks - 1;
        continue;
      }
    }
    const isFullWidth = shaped.advances[index]! >= FULL_WIDTH_EM * em;
    if (byTable && !isFullWidth && (isSharedQuote(codePoint) || codePoint === EM_DASH || codePoint === ELLIPSIS)) {
      frame(shaped, index, em, own === C.opening ? "end" : own === C.closing ? "start" : "centre");
    } else if (byTable && isFullWidth) {
      frame(shaped, index, em, "start");
    }
    if (shaped.advances[index]! < FULL_WIDTH_EM * em) continue;
    if (own === C.opening || own === C.closing || own === C.pauseStop) sides[index] = trimSide(codePoint, request.direction);
  }
  return sides;
}

/** The frames of single and double quotes in Western text, for fonts that have Chinese ones only (ink as in Noto CJK). */
const SINGLE_QUOTE_EM = 0.32;
const DOUBLE_QUOTE_EM = 0.5;

/** A Western quote or apostrophe: a full-width glyph is cut down to the half of its frame that holds its ink. */
function narrowQuote(shaped: ShapedClusters, index: number, em: number, codePoint: number): void {
  if (shaped.advances[index]! < FULL_WIDTH_EM * em) return;
  const isOpening = codePoint === 0x2018 || codePoint === 0x201c;
  const isSingle = codePoint === 0x2018 || codePoint === 0x2019;
  frame(shaped, index, (isSingle ? SINGLE_QUOTE_EM : DOUBLE_QUOTE_EM) * em, isOpening ? "end" : "start");
}

function isMark(characterClass: number): boolean {
  switch (characterClass) {
    case C.pauseStop:
    case C.closing:
    case C.opening:
    case C.connector:
    case C.interpunct:
    case C.dash:
    case C.ellipsis:
      return true;
    default:
      return false;
  }
}

/** Sets the width of a frame and moves its glyphs to one of its sides or its middle. */
function frame(shaped: ShapedClusters, index: number, width: number, align: "start" | "centre" | "end"): void {
  const slack = width - shaped.advances[index]!;
  const shift = align === "start" ? 0 : align === "end" ? slack : slack / 2;
  for (let glyph = shaped.glyphFrom[index]!; glyph < shaped.glyphFrom[index + 1]!; glyph++) shaped.glyphAlong[glyph]! += shift;
  shaped.advances[index] = width;
}

