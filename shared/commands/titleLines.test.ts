import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bottom } from "../geometry/rect";
import { linesIn } from "../model/gridGeometry";
import { idFrom } from "../model/idFrom";
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
