import type { Rect, Size } from "../../geometry/rect";
import { mm, type Pt } from "../../geometry/units";
import { hasMarks } from "./parsePressPreset";
import type { PressPreset } from "./pressPreset";

/** The boxes of a page in PDF's space, y upwards from the foot of the media box. */
export interface PageBoxes {
  /** The film or sheet, marks included; its corner is the origin. */
  readonly media: Size;
  /** What the plant may cut into. */
  readonly bleed: Rect;
  /** The page as the reader holds it. */
  readonly trim: Rect;
}

/** How long marks are, and what lies between their far end and the edge of the sheet. */
const MARK_LENGTH: Pt = mm(5);
const SHEET_RIM: Pt = mm(1);
/** Room for the proof's line over the page. */
const HEADER_HEIGHT: Pt = mm(8);

/** How far the sheet reaches beyond the trim on each side. */
export function sheetMargin(preset: PressPreset): Pt {
  const bleed = mm(preset.bleedMm);
  const marks = hasMarks(preset) ? mm(preset.marks.offsetMm) + MARK_LENGTH + SHEET_RIM : 0;
  return Math.max(bleed, marks, preset.header ? HEADER_HEIGHT : 0);
}

/** The boxes of a page of that size as a preset asks for them. */
export function pageBoxes(page: Size, preset: PressPreset): PageBoxes {
  const margin = sheetMargin(preset);
  const bleed = mm(preset.bleedMm);
  return {
    media: { width: page.width + 2 * margin, height: page.height + 2 * margin },
    bleed: { x: margin - bleed, y: margin - bleed, width: page.width + 2 * bleed, height: page.height + 2 * bleed },
    trim: { x: margin, y: margin, width: page.width, height: page.height },
  };
}
