import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dividePoints } from "../shared/text/hyphenation/dividePoints";
import { hyphenPatterns } from "./makeHyphenPatterns.mjs";
import { projectRoot } from "./setup.mjs";

const { hyphenateSync } = createRequire(import.meta.url)("hyphen/en-us/index.js");
/** The library leaves two letters behind a hyphen, TeX and this project three. */
const LEAST_BEHIND = 3;
const words =
  "international manufacturing communication newspaper hyphenation typography project present table reciprocity association intelligence enterprise " +
  "cooperation development innovation Guangdong photographer representative organization strengths rhythm extraordinary bcdfgh university";

describe("the hyphenation patterns", () => {
  it("are as the library has them", () => {
    const { path, text } = hyphenPatterns();
    expect(readFileSync(join(projectRoot, path), "utf8") === text).toBe(true);
  });

  it("divide words where the library does", () => {
    for (const word of words.toLowerCase().split(" ")) {
      const parts = hyphenateSync(word).split("\u00ad");
      const points = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
      expect(dividePoints(word), word).toEqual(points.filter((point) => word.length - point >= LEAST_BEHIND));
    }
  });
});
