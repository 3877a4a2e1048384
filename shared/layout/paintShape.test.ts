import { describe, expect, it } from "vitest";
import { union } from "../geometry/rect";
import type { Asset, Panel, PictureFrame, Rule } from "../model/document";
import type { AssetId, BoxId } from "../model/ids";
import { blackInk, greyInk } from "../model/ink";
import { paintPanel, paintPicture, paintRule } from "./paintShape";

const base = { id: "box" as BoxId, pushesText: false, standoff: 0 };
const asset: Asset = {
  id: "a" as AssetId, fileName: "a.jpg", contentType: "image/jpeg", pixelWidth: 400, pixelHeight: 200, rights: "",
};
const picture = (more: Partial<PictureFrame>): PictureFrame => ({
  ...base, kind: "picture", rect: { x: 10, y: 20, width: 100, height: 100 }, assetId: asset.id, fitting: "fill",
  focus: { x: 0.5, y: 0.5 }, contour: [], caption: "", credit: "", alt: "", ...more,
});
const rectOf = (frame: PictureFrame) => {
  const [item] = paintPicture(frame, asset);
  return item?.kind === "picture" ? item.rect : null;
};

describe("a picture", () => {
  it("covers its frame without distortion and is cut off at it", () => {
    expect(paintPicture(picture({}), asset)).toEqual([
      { kind: "picture", assetId: "a", rect: { x: -40, y: 20, width: 200, height: 100 }, clip: { x: 10, y: 20, width: 100, height: 100 } },
    ]);
  });

  it("keeps its focus in view, and no edge inside the frame", () => {
    expect(rectOf(picture({ focus: { x: 0, y: 0.5 } }))?.x).toBe(10);
    expect(rectOf(picture({ focus: { x: 1, y: 0.5 } }))?.x).toBe(-90);
    expect(rectOf(picture({ focus: { x: 0.4, y: 0.5 } }))?.x).toBe(-20);
  });

  it("is shown whole and centred where it fits", () => {
    expect(rectOf(picture({ fitting: "fit" }))).toEqual({ x: 10, y: 45, width: 100, height: 50 });
  });

  it("leaves its place open where the frame has none", () => {
    expect(paintPicture(picture({ assetId: null }), null)).toMatchObject([{ assetId: null, rect: picture({}).rect }]);
  });
});

describe("a rule", () => {
  const rule = (pattern: Rule["pattern"], rect: Rule["rect"]) => paintRule({ ...base, kind: "rule", rect, pattern, ink: blackInk, weight: 2 });
  const extents = (items: ReturnType<typeof paintRule>) =>
    items.map((item) => {
      const points = item.kind === "path" ? item.segments.flatMap((segment) => (segment.kind === "close" ? [] : [segment])) : [];
      return union(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
    });

  it("lies along the longer side, in the middle", () => {
    expect(extents(rule("single", { x: 0, y: 10, width: 100, height: 6 }))).toEqual([{ x: 0, y: 12, width: 100, height: 2 }]);
    expect(extents(rule("single", { x: 0, y: 10, width: 6, height: 100 }))).toEqual([{ x: 2, y: 10, width: 2, height: 100 }]);
  });

  it("has its heavy line first where it is thick and thin", () => {
    const [thick, thin] = extents(rule("thickThin", { x: 0, y: 10, width: 100, height: 6 }));
    expect(thick).toEqual({ x: 0, y: 10, width: 100, height: 2 });
    expect(thin!.height).toBeLessThan(1);
    expect(thin!.y + thin!.height).toBeCloseTo(16);
  });

  it("is two equal lines, or dots", () => {
    expect(extents(rule("double", { x: 0, y: 10, width: 100, height: 6 }))).toMatchObject([{ y: 10, height: 2 }, { y: 14, height: 2 }]);
    expect(rule("dotted", { x: 0, y: 10, width: 100, height: 6 })).toMatchObject([{ fill: null, strokeWidth: 2, dash: [2, 4] }]);
  });
});

describe("a panel", () => {
  it("is its fill under its frame, which stays inside it", () => {
    const panel: Panel = { ...base, kind: "panel", rect: { x: 0, y: 0, width: 50, height: 40 }, fill: greyInk(0.1), stroke: blackInk, strokeWidth: 2 };
    const [fill, frame] = paintPanel(panel);
    expect(fill).toMatchObject({ fill: greyInk(0.1), stroke: null });
    expect(frame).toMatchObject({ stroke: blackInk, strokeWidth: 2, segments: [{ x: 1, y: 1 }, { x: 49, y: 1 }, { x: 49, y: 39 }, { x: 1, y: 39 }, {}] });
    expect(paintPanel({ ...panel, fill: null, strokeWidth: 0 })).toEqual([]);
  });
});
