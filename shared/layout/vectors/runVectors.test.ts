import { describe, expect, it } from "vitest";
import clreqBreakPositions from "./clreqBreakPositions.json";
import { runVectors } from "./runVectors";
import zhGreedyLayout from "./zhGreedyLayout.json";

const report = (content: unknown) => {
  const result = runVectors("file.json", content);
  if (!result.ok) throw new Error(result.problem.place);
  return result.value;
};

describe("runVectors", () => {
  it("lays out every first-fit vector line by line and width by width", () => {
    const count = zhGreedyLayout.vectors.length;
    expect(report(zhGreedyLayout)).toEqual({ file: "file.json", kind: "zh-greedy-layout", count, passed: count, unsupported: 0, failed: [] });
  });

  it.each(["none", "basic", "gb", "strict"])("breaks where CLREQ allows and nowhere it forbids at level %s", (level) => {
    const vectors = clreqBreakPositions.vectors.filter((vector) => vector.level === level);
    expect(vectors.length).toBeGreaterThan(10);
    expect(report({ ...clreqBreakPositions, vectors }).failed).toEqual([]);
  });

  it("names the vectors that come out otherwise", () => {
    const [first, second] = zhGreedyLayout.vectors;
    const broken = { ...zhGreedyLayout, vectors: [first, { ...second, lines: ["另一行"] }] };
    expect(report(broken)).toMatchObject({ count: 2, passed: 1, failed: [second?.id] });
    const [position] = clreqBreakPositions.vectors;
    const swapped = { ...clreqBreakPositions, vectors: [{ ...position, forbidden: position?.allowed }] };
    expect(report(swapped).failed).toEqual([position?.id]);
  });

  it("counts the vectors of kinds it is not judged by as unsupported", () => {
    expect(report({ kind: "uax14", vectors: [{}, {}] })).toMatchObject({ kind: "uax14", count: 2, passed: 0, unsupported: 2, failed: [] });
  });

  it("says where a file is no vector file", () => {
    const place = (content: unknown) => {
      const result = runVectors("file.json", content);
      return result.ok ? null : result.problem.place;
    };
    expect(place(null)).toBe("file");
    expect(place({ kind: "uax14" })).toBe("vectors");
    expect(place({ kind: "zh-break-positions", vectors: [{ id: "a", level: "loose" }] })).toBe("vectors[0].level");
    expect(place({ kind: "zh-greedy-layout", vectors: [{ ...zhGreedyLayout.vectors[0], boxWidthEm: 1e309 }] })).toBe("vectors[0].boxWidthEm");
  });
});
