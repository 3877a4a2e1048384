import { describe, expect, it } from "vitest";
import type { BoxId } from "../model/ids";
import { pageOfBox } from "../model/indexes";
import { sampleDocument } from "../model/testing/sampleDocument";
import { moveBoxes, resizeBox, resizeBoxes, setBoxPlacement } from "./boxes";

const picture = "photo-picture" as BoxId;
const caption = "photo-caption" as BoxId;

function resized(change: Partial<{ x: number; y: number; width: number; height: number }>) {
  const document = sampleDocument();
  const before = document.boxes[picture]!.rect;
  const result = resizeBox(document, { boxId: picture, rect: { ...before, ...change } });
  if (!result.ok) throw new Error(result.problem.code);
  return { before, captionBefore: document.boxes[caption]!.rect, captionAfter: result.value.boxes[caption]!.rect };
}

describe("a caption under a picture", () => {
  it("moves with the picture's foot", () => {
    const { before, captionBefore, captionAfter } = resized({ height: sampleDocument().boxes[picture]!.rect.height + 45 });
    expect(captionAfter).toEqual({ ...captionBefore, y: captionBefore.y + 45 });
    expect(captionAfter.width).toBe(before.width);
  });

  it("keeps the picture's sides where they are its own", () => {
    const { before, captionAfter } = resized({ x: sampleDocument().boxes[picture]!.rect.x + 27, width: 200 });
    expect([captionAfter.x, captionAfter.width]).toEqual([before.x + 27, 200]);
  });

  it("stays where it is put when it is resized together with the picture", () => {
    const document = sampleDocument();
    const rect = { ...document.boxes[picture]!.rect, height: 100 };
    const own = document.boxes[caption]!.rect;
    const result = resizeBoxes(document, { rects: [{ boxId: picture, rect }, { boxId: caption, rect: own }] });
    expect(result.ok && result.value.boxes[caption]!.rect).toEqual(own);
  });

  it("goes along when the picture is moved, once even where both are", () => {
    const document = sampleDocument();
    const by = { x: 9, y: 22.5 };
    const before = document.boxes[caption]!.rect;
    for (const boxIds of [[picture], [picture, caption]]) {
      const result = moveBoxes(document, { boxIds, by });
      expect(result.ok && result.value.boxes[caption]!.rect).toEqual({ ...before, x: before.x + 9, y: before.y + 22.5 });
    }
  });

  it("is left alone far from the picture", () => {
    const document = sampleDocument();
    const far = { ...document.boxes[caption]!, rect: { ...document.boxes[caption]!.rect, y: 900 } };
    const moved = { ...document, boxes: { ...document.boxes, [caption]: far } };
    const result = resizeBox(moved, { boxId: picture, rect: { ...document.boxes[picture]!.rect, height: 100 } });
    expect(result.ok && result.value.boxes[caption]!.rect).toEqual(far.rect);
  });

  it("goes to another page with its picture", () => {
    const document = sampleDocument();
    const other = document.pages[1]!;
    const rect = document.boxes[picture]!.rect;
    const result = setBoxPlacement(document, { boxId: picture, pageId: other.id, rect: { ...rect, y: rect.y + 45 } });
    if (!result.ok) throw new Error(result.problem.code);
    expect(pageOfBox(result.value, caption)?.page.id).toBe(other.id);
    expect(result.value.boxes[caption]!.rect.y).toBe(document.boxes[caption]!.rect.y + 45);
  });

  it("is left alone on another page than the picture's", () => {
    const document = sampleDocument();
    const { rect } = document.boxes[caption]!;
    const apart = setBoxPlacement(document, { boxId: caption, pageId: document.pages[1]!.id, rect });
    if (!apart.ok) throw new Error(apart.problem.code);
    const result = resizeBox(apart.value, { boxId: picture, rect: { ...document.boxes[picture]!.rect, height: 100 } });
    expect(result.ok && result.value.boxes[caption]!.rect).toEqual(rect);
  });
});
