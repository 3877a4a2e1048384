import type { PathItem } from "../../display/displayList";
import type { Pt } from "../../geometry/units";
import type { InkState } from "./inkState";
import { pdfNumber, pdfNumbers } from "./pdfSyntax";

/** Solid black areas up to this across are rules and overprint; larger ones knock out, so that what lies below does not show in them. */
export const WIDEST_RULE: Pt = 12;

/** The operators that fill and stroke an outline. */
export function pathContent(out: string[], item: PathItem, pageHeight: number, inks: InkState): void {
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
    inks.fill(out, item.fill, ruleWidth(item) <= WIDEST_RULE);
    out.push(...steps, "f");
  }
  if (item.stroke !== null) {
    inks.stroke(out, item.stroke);
    const dash = item.dash === null ? "[] 0 d" : `[${pdfNumbers(...item.dash)}] 0 d`;
    out.push(`${pdfNumber(item.strokeWidth)} w ${dash}`, ...steps, "S");
  }
}

/** The shorter side of what holds the outline's corners: the weight of a rule. */
export function ruleWidth({ segments }: PathItem): Pt {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let foot = -Infinity;
  for (const segment of segments) {
    if (segment.kind === "close") continue;
    left = Math.min(left, segment.x);
    right = Math.max(right, segment.x);
    top = Math.min(top, segment.y);
    foot = Math.max(foot, segment.y);
  }
  return Math.min(right - left, foot - top);
}
