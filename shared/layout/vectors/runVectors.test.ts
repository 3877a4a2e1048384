import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import breakPositions from "./clreq-break-positions.json";
import greedyLayout from "./zh-greedy-layout.json";
import { runVectors } from "./runVectors";

function reportOf(file: unknown) {
  const result = runVectors(file);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

/** Vectors of other projects, which are read where they lie beside the repository and never copied into it. */
const folder = resolve(import.meta.dirname, "../../../../shared/vectors");
const others: readonly (readonly [file: string, count: number, excluded: number])[] = [
  ["uax14-line-break-18.0.0.json", 7784, 0],
  ["uax50-vertical-orientation-18.0.0.json", 3019, 0],
  ["wpt-line-break.json", 584, 57],
  ["wpt-text-spacing-trim.json", 478, 3],
  ["wpt-text-autospace.json", 26, 0],
  ["wpt-hanging-punctuation.json", 5, 0],
];

describe("the vectors of other projects", () => {
  for (const [file, count, excluded] of others) {
    const path = join(folder, file);
    const isThere = existsSync(path);
    it.skipIf(!isThere)(`are all as ${file} says${isThere ? "" : ` (skipped: ${path} is not there)`}`, () => {
      const report = reportOf(JSON.parse(readFileSync(path, "utf8")));
      expect(report).toMatchObject({ count, passed: count - excluded, unsupported: 0, failed: [] });
      expect(report.excluded ?? []).toHaveLength(excluded);
    });
  }
});

/** One right and one wrong vector of each kind, and the fields that another wrong one lacks. */
const kinds: readonly (readonly [kind: string, right: object, wrong: object])[] = [
  ["uax14", { cps: ["4E2D", "FF0C", "6587"], breaks: [2, 3] }, { breaks: [1, 2, 3] }],
  ["line-break", { text: "文文文…字", level: "normal", locale: "zh", boxWidthEm: 3.1, lines: ["文文", "文…字"] }, { level: "loose" }],
  ["text-spacing-trim", { text: "国）（国", locale: "zh-hans", mode: "normal", writingMode: "vertical-rl", trimmedOffsets: [2], advancesEm: [1, 1, 0.5, 1] }, { trimmedOffsets: [1] }],
  ["text-spacing-trim", { text: "国国（国\n（国", locale: "", mode: "space-first", writingMode: "horizontal-tb", boxWidthEm: 2, trimmedOffsets: [2], lines: ["国国", "（国", "（国"] }, { mode: "trim-start" }],
  ["text-spacing-trim", { text: "国・国", locale: "", mode: "trim-all", writingMode: "horizontal-tb", trimmedOffsets: [1] }, { mode: "normal" }],
  ["text-autospace", { text: "中a中#", locale: "zh", mode: "normal", writingMode: "horizontal-tb", gapEm: 0.125, gapOffsets: [1, 2, 3] }, { mode: "ideograph-numeric" }],
  ["text-autospace", { text: "国国X国", locale: "", mode: "normal", writingMode: "horizontal-tb", gapEm: 0.125, boxWidthEm: 4.1, lines: ["国国X", "国"] }, { mode: "no-autospace" }],
  ["hanging-punctuation", { text: "国国国、国", locale: "zh", mode: "allow-end", boxWidthEm: 3, lines: ["国国国、", "国"], hungOffsets: [3] }, { mode: "none" }],
  ["vertical-orientation", { cp: "3001", vo: "Tu" }, { vo: "U" }],
];

describe("the vectors of each kind", () => {
  it.each(kinds)("of %s are judged by what they say: %j", (kind, right, wrong) => {
    const vectors = [{ id: "right", ...right }, { id: "wrong", ...right, ...wrong }];
    expect(reportOf({ kind, vectors })).toEqual({ kind, count: 2, passed: 1, unsupported: 0, failed: ["wrong"] });
  });

  it.each(kinds)("of %s are refused where a field is of another type", (kind, right) => {
    for (const field of Object.keys(right)) {
      const result = runVectors({ kind, vectors: [{ id: "a", ...right, [field]: { not: "this" } }] });
      expect(result.ok ? field : result.problem.code).toBe("not-a-vector-file");
    }
  });

  it("are left out, by id, where they are in dispute, have no box, or hang on a proportional glyph", () => {
    const css = { text: "文文", level: "normal", locale: "", lines: ["文文"] };
    const trim = { text: "）)", locale: "", mode: "normal", writingMode: "horizontal-tb", trimmedOffsets: [], note: "the glyph is proportional" };
    expect(reportOf({ kind: "line-break", vectors: [{ id: "a", ...css }, { id: "b", ...css, boxWidthEm: 3, disputed: "yes" }] })).toMatchObject({ passed: 0, failed: [], excluded: ["a", "b"] });
    expect(reportOf({ kind: "text-spacing-trim", vectors: [{ id: "c", ...trim }] }).excluded).toEqual(["c"]);
  });

  it("are named where a keyword is not supported", () => {
    const vector = { id: "a", text: "国", locale: "", mode: "other", writingMode: "horizontal-tb", trimmedOffsets: [] };
    expect(reportOf({ kind: "text-spacing-trim", vectors: [vector] })).toMatchObject({ passed: 0, unsupported: 1, unsupportedIds: ["a"] });
  });
});

describe("the vectors", () => {
  it("set every paragraph of the first-fit layouts as they say", () => {
    expect(reportOf(greedyLayout)).toEqual({ kind: "zh-greedy-layout", count: 388, passed: 388, unsupported: 0, failed: [] });
  });

  it.each(["none", "basic", "gb", "strict"])("break Chinese sentences at level %s as CLREQ says", (level) => {
    const vectors = breakPositions.vectors.filter((vector) => vector.level === level);
    expect(vectors.length).toBeGreaterThan(0);
    expect(reportOf({ ...breakPositions, vectors }).failed).toEqual([]);
  });

  it("fail where the text is set otherwise", () => {
    const [vector] = greedyLayout.vectors;
    const wrong = { ...vector, lines: ["近日，"] };
    expect(reportOf({ kind: "zh-greedy-layout", vectors: [wrong] }).failed).toEqual([wrong.id]);
  });

  it("count a kind the engine does not know as unsupported", () => {
    expect(reportOf({ kind: "other", vectors: [{ id: "a" }, { id: "b" }] })).toMatchObject({ count: 2, passed: 0, unsupported: 2 });
  });

  it.each([[null], [[]], [{}], [{ kind: "zh-greedy-layout" }], [{ kind: "zh-greedy-layout", vectors: [{ id: "a", text: 1 }] }]])(
    "refuse %j with the place of the fault",
    (file) => {
      const result = runVectors(file);
      expect(result.ok ? null : result.problem.code).toBe("not-a-vector-file");
    },
  );
});
