import { describe, expect, it } from "vitest";
import breakPositions from "./clreq-break-positions.json";
import greedyLayout from "./zh-greedy-layout.json";
import { runVectors } from "./runVectors";

function reportOf(file: unknown) {
  const result = runVectors(file);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

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
