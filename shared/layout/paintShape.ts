import type { DisplayInk, DisplayItem, PathItem } from "../display/displayList";
import { rectPath } from "../display/rectPath";
import { bottom, right, type Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { Asset, Panel, PictureFrame, Rule } from "../model/document";
import { picturePlace } from "../model/picturePlace";

/** The marks of a panel: its fill, then its frame, which lies inside its rect. */
export function paintPanel({ rect, fill, stroke, strokeWidth }: Panel): readonly DisplayItem[] {
  const items: DisplayItem[] = [];
  if (fill !== null) items.push(filled(rect, fill));
  if (stroke !== null && strokeWidth > 0) items.push(framed(rect, stroke, strokeWidth));
  return items;
}

/** The strokes of a rule, side by side across its shorter side. */
export function paintRule({ rect, pattern, ink, weight }: Rule): readonly DisplayItem[] {
  const isHorizontal = rect.width >= rect.height;
  const middle = isHorizontal ? rect.y + rect.height / 2 : rect.x + rect.width / 2;
  const across = isHorizontal ? rect.height : rect.width;
  const start = middle - across / 2;
  switch (pattern) {
    case "single":
      return [band(rect, isHorizontal, middle - weight / 2, weight, ink)];
    case "double": {
      const stroke = Math.min(weight, across / 3);
      return [band(rect, isHorizontal, start, stroke, ink), band(rect, isHorizontal, start + across - stroke, stroke, ink)];
    }
    case "thickThin": {
      const thin = Math.max(THIN_SHARE * weight, LEAST_STROKE);
      return [band(rect, isHorizontal, start, weight, ink), band(rect, isHorizontal, start + across - thin, thin, ink)];
    }
    case "dotted":
      return [dotted(rect, isHorizontal, middle, weight, ink)];
  }
}

/** The thin line of 文武线, as a share of the heavy one. */
const THIN_SHARE = 0.2;
/** Thinner strokes break up on newsprint. */
const LEAST_STROKE: Pt = 0.25;

/** A picture in its frame, cropped as it says; a frame without one shows where it will stand. */
export function paintPicture(frame: PictureFrame, asset: Asset | null): readonly DisplayItem[] {
  const { rect } = frame;
  if (asset === null) return [{ kind: "picture", assetId: null, rect, clip: rect }];
  return [{ kind: "picture", assetId: asset.id, rect: picturePlace(frame, asset), clip: rect }];
}

function filled(rect: Rect, fill: DisplayInk): PathItem {
  return { kind: "path", segments: rectPath(rect), fill, stroke: null, strokeWidth: 0, dash: null, missing: null };
}

function framed(rect: Rect, stroke: DisplayInk, strokeWidth: Pt): PathItem {
  const half = strokeWidth / 2;
  const inner = { x: rect.x + half, y: rect.y + half, width: rect.width - strokeWidth, height: rect.height - strokeWidth };
  return { kind: "path", segments: rectPath(inner), fill: null, stroke, strokeWidth, dash: null, missing: null };
}

function band(rect: Rect, isHorizontal: boolean, at: Pt, weight: Pt, ink: DisplayInk): PathItem {
  return filled(
    isHorizontal
      ? { x: rect.x, y: at, width: rect.width, height: weight }
      : { x: at, y: rect.y, width: weight, height: rect.height },
    ink,
  );
}

function dotted(rect: Rect, isHorizontal: boolean, middle: Pt, weight: Pt, ink: DisplayInk): PathItem {
  return {
    kind: "path",
    segments: isHorizontal
      ? [{ kind: "move", x: rect.x, y: middle }, { kind: "line", x: right(rect), y: middle }]
      : [{ kind: "move", x: middle, y: rect.y }, { kind: "line", x: middle, y: bottom(rect) }],
    fill: null,
    stroke: ink,
    strokeWidth: weight,
    dash: [weight, weight * 2],
    missing: null,
  };
}
