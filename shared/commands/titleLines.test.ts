import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bottom } from "../geometry/rect";
import { linesIn } from "../model/gridGeometry";
import { idFrom } from "../model/idFrom";
import { newCaptionFrame, newPictureFrame } from "../model/newBoxes";
import { sampleDocument } from "../model/testing/sampleDocument";
import { setTitleLetters } from "./titleFrames";
import { setTitleLines } from "./titleLines";

const document = sampleDocument();
const title = idFrom<"box">("lead-title");
const rectOf = (of: typeof document, id: string) => of.boxes[idFrom<"box">(id)]!.rect;

describe("the lines of a title", () => {
  it("are taken from the text below, whose foot stays, and given back to the same places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), (lines) => {
        const result = setTitleLines(document, { boxId: title, lines });
        if (!result.ok) throw new Error(result.problem.code);
        const before = { title: rectOf(document, "lead-title"), body: rectOf(document, "lead-body") };
        const after = { title: rectOf(result.value, "lead-title"), body: rectOf(result.value, "lead-body") };
        expect(linesIn(document.grid, after.title.height)).toBe(lines);
        expect(after.title.y).toBe(before.title.y);
        expect(bottom(after.body)).toBeCloseTo(bottom(before.body), 2);
        expect(after.body.y - bottom(after.title)).toBeCloseTo(before.body.y - bottom(before.title), 2);
        const back = setTitleLines(result.value, { boxId: title, lines: linesIn(document.grid, before.title.height) });
        if (!back.ok) throw new Error(back.problem.code);
        expect(rectOf(back.value, "lead-body").y).toBeCloseTo(before.body.y, 2);
      }),
    );
  });

  it("move a picture that stands beside the text's head, and its caption, and are refused where it would reach below the text", () => {
    const body = rectOf(document, "lead-body");
    const picture = newPictureFrame(idFrom("lead-photo"), { x: body.x + 108, y: body.y, width: 99, height: body.height - 22.5 }, document.grid);
    const caption = newCaptionFrame(idFrom("lead-caption"), { x: body.x + 108, y: body.y + body.height - 22.5, width: 99, height: 9 }, document.grid);
    const lead = document.articles[idFrom<"article">("lead")]!;
    const illustrated: typeof document = {
      ...document,
      boxes: { ...document.boxes, [picture.id]: picture, [caption.id]: caption },
      pages: document.pages.map((page, index) => (index === 0 ? { ...page, boxIds: [...page.boxIds, picture.id, caption.id] } : page)),
      articles: { ...document.articles, [lead.id]: { ...lead, pictures: [{ pictureFrameId: picture.id, captionFrameId: caption.id }] } },
    };
    const lines = linesIn(document.grid, rectOf(document, "lead-title").height);
    const more = setTitleLines(illustrated, { boxId: title, lines: lines + 1 });
    if (!more.ok) throw new Error(more.problem.code);
    for (const id of ["lead-body", "lead-photo", "lead-caption"]) expect(rectOf(more.value, id).y).toBeCloseTo(rectOf(illustrated, id).y + document.grid.pitch, 2);
    expect(setTitleLines(illustrated, { boxId: title, lines: lines + 3 })).toMatchObject({ ok: false, problem: { code: "box-too-small" } });
  });

  it("are refused where the text would have none, for parts of a line, and for what is no title", () => {
    expect(setTitleLines(document, { boxId: title, lines: 60 })).toMatchObject({ ok: false, problem: { code: "box-too-small" } });
    expect(setTitleLines(document, { boxId: title, lines: 2.5 })).toMatchObject({ ok: false, problem: { code: "value-out-of-range" } });
    expect(setTitleLines(document, { boxId: title, lines: 0 })).toMatchObject({ ok: false });
    expect(setTitleLines(document, { boxId: idFrom("lead-body"), lines: 3 })).toMatchObject({ ok: false, problem: { code: "wrong-box-kind" } });
  });
});

describe("the letters of a title", () => {
  it("are widened, narrowed and tracked within the house's limits, each part by itself", () => {
    const { headlineScale, headlineTrackingEm } = document.composition.fitLimits;
    const set = (letters: Parameters<typeof setTitleLetters>[1]["letters"]) => setTitleLetters(document, { boxId: title, role: "main", letters });
    const narrow = set({ scale: 1 - headlineScale, tracking: -headlineTrackingEm });
    expect(narrow.ok && narrow.value.boxes[title]).toMatchObject({ scales: { main: 1 - headlineScale, sub: 1 }, trackings: { main: -headlineTrackingEm, sub: 0 } });
    expect(set({ scale: 1 - headlineScale - 0.01 })).toMatchObject({ ok: false, problem: { field: "scales" } });
    expect(set({ scale: 1 + headlineScale + 0.01 }).ok).toBe(false);
    expect(set({ tracking: -headlineTrackingEm - 0.01 })).toMatchObject({ ok: false, problem: { field: "trackings" } });
    expect(set({ scale: Number.NaN }).ok).toBe(false);
  });
});
