import { describe, expect, it } from "vitest";
import { bytesInMemory } from "./fontBytes";
import { onceFor } from "./onceFor";
import { readSfnt } from "./sfnt";

describe("a reader that remembers", () => {
  it("reads each object once, also where it finds nothing, and another object anew", () => {
    const read: object[] = [];
    const reader = onceFor((source: object) => void read.push(source));
    const [first, second] = [{}, {}];
    for (const source of [first, first, second, first]) reader(source);
    expect(read).toEqual([first, second]);
  });

  it("opens a font file's directory once", () => {
    const file = bytesInMemory(new Uint8Array(12));
    expect(readSfnt(file)).toBe(readSfnt(file));
  });
});
