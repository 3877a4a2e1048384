import { describe, expect, it } from "vitest";
import { readCff } from "./cffProgram";

/** An INDEX of one-byte offsets. */
function index(items: readonly (readonly number[])[]): number[] {
  if (items.length === 0) return [0, 0];
  let end = 1;
  return [0, items.length, 1, 1, ...items.map((item) => (end += item.length)), ...items.flat()];
}

/** An integer as five bytes, so that offsets do not change the length of what holds them. */
const long = (value: number): number[] => [29, (value >> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const short = (value: number): number => value + 139;

/** Glyph 1 is CID 30 and states its width, glyph 2 is CID 31 and takes the default, glyph 3 is CID 50 and calls a subroutine. */
function cidFont(): Uint8Array {
  const charStrings = index([
    [14],
    [short(20), short(1), short(2), 21, 14],
    [short(1), short(2), 21, 14],
    [short(-107), 29],
  ]);
  const global = index([[short(-50), short(5), 22, 14]]);
  const privateDict = [...long(600), 20, ...long(500), 21];
  const build = (charsetAt: number, charStringsAt: number, dictsAt: number, selectAt: number, privateAt: number) => {
    const top = [...long(1), ...long(2), short(0), 12, 30, ...long(charsetAt), 15, ...long(charStringsAt), 17, ...long(dictsAt), 12, 36, ...long(selectAt), 12, 37];
    const head = [1, 0, 4, 1, ...index([[65]]), ...index([top]), ...index([]), ...global];
    const charset = [1, 0, 30, 1, 0, 50, 0];
    const dicts = index([[...long(privateDict.length), ...long(privateAt), 18]]);
    const select = [3, 0, 1, 0, 0, 0, 0, 4];
    return { parts: [head, charset, charStrings, dicts, select, privateDict] };
  };
  const lengths = build(0, 0, 0, 0, 0).parts.map((part) => part.length);
  const starts = lengths.map((_, part) => lengths.slice(0, part).reduce((sum, length) => sum + length, 0));
  return Uint8Array.from(build(starts[1]!, starts[2]!, starts[3]!, starts[4]!, starts[5]!).parts.flat());
}

describe("a CID-keyed CFF", () => {
  it("has glyphs by CID, and their widths stated, by default, or in a subroutine", () => {
    const program = readCff(cidFont())!;
    expect(program.glyphCount).toBe(4);
    expect([0, 1, 30, 31, 32, 50].map((cid) => program.hasGlyph(cid))).toEqual([true, false, true, true, false, true]);
    expect([30, 31, 50].map((cid) => program.width(cid))).toEqual([520, 600, 450]);
    expect(program.width(32)).toBeNull();
  });

  it("is not read where its bytes are others", () => {
    expect(readCff(Uint8Array.of(2, 0, 4, 1))).toBeNull();
    expect(() => readCff(cidFont().subarray(0, 30))).toThrow(RangeError);
  });
});
