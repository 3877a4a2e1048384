import { describe, expect, it } from "vitest";
import { codesOf, readCMap } from "./cmap";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("a CMap", () => {
  const cmap = readCMap(
    bytes(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) >> def
2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange
1 begincidchar <20> 1 endcidchar 1 begincidrange <8000> <8002> 10 endcidrange
2 beginbfchar <20> <0020> <8000> <D842DFB7> endbfchar
2 beginbfrange <21> <23> <0041> <8001> <8002> [<4E00> <4E8C4E09>] endbfrange
endcmap`),
  );

  it("gives CIDs and texts of single codes, ranges and lists", () => {
    expect([...cmap.cids]).toEqual([[0x20, 1], [0x8000, 10], [0x8001, 11], [0x8002, 12]]);
    expect([...cmap.texts]).toEqual([[0x20, " "], [0x8000, "𠮷"], [0x21, "A"], [0x22, "B"], [0x23, "C"], [0x8001, "一"], [0x8002, "二三"]]);
    expect(cmap.incomplete).toBe(false);
  });

  it("cuts strings by the lengths of its ranges", () => {
    expect(codesOf(Uint8Array.of(0x20, 0x80, 0x01, 0x7f), cmap)).toEqual([0x20, 0x8001, 0x7f]);
  });

  it("is incomplete where it builds on another", () => {
    expect(readCMap(bytes("/UniGB-UTF16-H usecmap")).incomplete).toBe(true);
  });
});
