import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePressPreset } from "./parsePressPreset";

const folder = join(import.meta.dirname, "..", "..", "..", "assets", "presets");
const shipped = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Record<string, unknown>;

/** The places of what is wrong with a preset that differs from the shipped X-4 one. */
function placesOf(changes: Readonly<Record<string, unknown>>): readonly string[] {
  const read = parsePressPreset({ ...shipped("x4"), ...changes });
  return read.ok ? [] : read.problem.map(({ place }) => place);
}

describe("parsePressPreset", () => {
  it("reads every preset that ships", () => {
    const files = readdirSync(folder);
    expect(files.toSorted()).toEqual(["proof.json", "web.json", "x1a.json", "x4.json"]);
    for (const file of files) expect(parsePressPreset(shipped(file.replace(".json", "")))).toMatchObject({ ok: true });
  });

  it("names the place of what a preset has wrong", () => {
    expect(placesOf({ bleedMm: -1 })).toEqual(["bleedMm"]);
    expect(placesOf({ standard: "x5" })).toEqual(["standard"]);
    expect(placesOf({ speed: 3 })).toEqual(["speed"]);
    expect(placesOf({ fileName: "page.txt" })).toEqual(["fileName"]);
    expect(placesOf({ output: { ...(shipped("x4")["output"] as object), profile: "../secret.icc" } })).toEqual(["output/profile"]);
  });

  it("asks standards for a printing condition and for press colours", () => {
    expect(placesOf({ output: null })).toEqual(["output"]);
    expect(placesOf({ colour: "screen" })).toEqual(["colour"]);
    expect(placesOf({ output: null, standard: "none" })).toEqual([]);
  });

  it("keeps marks out of the bleed", () => {
    expect(placesOf({ bleedMm: 5 })).toEqual(["marks/offsetMm"]);
  });
});
