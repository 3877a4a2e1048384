import { describe, expect, it } from "vitest";
import { readClusters } from "./clusters";
import { Orientation, verticalOrientations, verticalSubstitute } from "./verticalOrientation";

const names = "UTCS.";
/** One letter a cluster: upright, turned, cell, shared cell, and a dot inside one. */
const oriented = (text: string) => [...verticalOrientations(readClusters(text))].map((orientation) => names[orientation]).join("");

describe("vertical setting", () => {
  it("stands Han and marks upright and turns words", () => {
    expect(oriented("看Hello世界，“好”——")).toBe("UTTTTTUUUUUUUU");
  });

  it("puts two digits in one frame, one in its own, and turns longer numbers", () => {
    expect(oriented("12日3时2026年45%")).toBe("S.UCUTTTTUTTT");
  });

  it("stands short acronyms upright", () => {
    expect(oriented("GDP和BROADSHEET")).toBe("CCCUTTTTTTTTTT");
  });

  it("shows Chinese quotes as corner brackets", () => {
    expect(["“", "”", "‘", "’", "《"].map((quote) => verticalSubstitute(quote.charCodeAt(0)))).toEqual(["『", "』", "「", "」", null]);
    expect(Orientation.upright).toBe(0);
  });
});
