import { describe, expect, it } from "vitest";
import type { PictureFrame } from "../model/document";
import type { BoxId } from "../model/ids";
import { pageOfBox } from "../model/indexes";
import { idFrom } from "../model/idFrom";
import { sampleDocument } from "../model/testing/sampleDocument";
import { setContour, setPicture } from "./pictures";

const boxId: BoxId = idFrom("photo-picture");
const contour = [{ x: 0.5, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }];

describe("the outline of a picture", () => {
  const set = setContour(sampleDocument(), { boxId, contour });
  if (!set.ok) throw new Error(set.problem.code);
  const outlineIn = (document: typeof set.value) => (document.boxes[boxId] as PictureFrame).contour; // a picture by the sample's name

  it("is kept, and the picture stands behind the text that runs along it", () => {
    expect(outlineIn(set.value)).toEqual(contour);
    const { boxIds } = pageOfBox(set.value, boxId)!.page;
    const texts = boxIds.flatMap((id, index) => (set.value.boxes[id]!.kind === "text" ? [index] : []));
    expect(boxIds.indexOf(boxId)).toBeLessThan(Math.min(...texts));
    expect(boxIds.toSorted()).toEqual(pageOfBox(sampleDocument(), boxId)!.page.boxIds.toSorted());
  });

  it("goes with the picture it was traced from", () => {
    const worded = setPicture(set.value, { boxId, change: { caption: "新说明", focus: { x: 0, y: 0 } } });
    const gone = setPicture(set.value, { boxId, change: { assetId: null } });
    expect(worded.ok && outlineIn(worded.value)).toEqual(contour);
    expect(gone.ok && outlineIn(gone.value)).toEqual([]);
  });

  it("has three corners or more, in the picture", () => {
    expect(setContour(sampleDocument(), { boxId, contour: contour.slice(1) })).toMatchObject({ ok: false, problem: { code: "value-out-of-range" } });
    expect(setContour(sampleDocument(), { boxId, contour: [...contour, { x: 1.1, y: 0 }] })).toMatchObject({ ok: false, problem: { code: "value-out-of-range" } });
    expect(setContour(sampleDocument(), { boxId: idFrom("folio"), contour })).toMatchObject({ ok: false, problem: { code: "wrong-box-kind" } });
  });
});
