import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ContentTokens, type Instruction } from "./contentTokens";
import { showValue } from "./pdfValue";

function read(text: string): { readonly instructions: readonly Instruction[]; readonly faults: readonly string[] } {
  const tokens = new ContentTokens(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  const instructions: Instruction[] = [];
  for (let next = tokens.next(); next !== null; next = tokens.next()) instructions.push(next);
  return { instructions, faults: tokens.faults };
}

const shown = (text: string) => read(text).instructions.map(({ operator, operands }) => [...operands.map((operand) => showValue(operand)), operator].join(" "));

describe("content read as instructions", () => {
  it("has operands before operators, white space or not", () => {
    expect(shown("1 0 0 -1 .5 +2. cm/F1 12 Tf[(a)-20<6a6B7>]TJ%end\nT*")).toEqual(["1 0 0 -1 0.5 2 cm", "/F1 12 Tf", "[(a) -20 (jkp)] TJ", "T*"]);
  });

  it("reads escapes in strings and names", () => {
    expect(shown("(\\(a\\)\\101\\53\\\nb(c)) Tj /A#20B gs")).toEqual(["((a)A+b(c)) Tj", "/A B gs"]);
  });

  it("reads dictionaries and inline images, whatever their pixels look like", () => {
    const { instructions, faults } = read("/P <</MCID 3/X [1 (>>)]>> BDC q BI /W 2 /H 1 /CS /RGB /BPC 8 ID \x80 EI\x01 EI Q EMC");
    expect(instructions.map(({ operator }) => operator)).toEqual(["BDC", "q", "BI", "Q", "EMC"]);
    expect(instructions[2]!.inlineImage!.entries.get("CS")).toEqual({ kind: "name", name: "RGB" });
    expect(faults).toEqual([]);
  });

  it.each(["(open", "<4", "[1 2", "<< /A 1", "1 2", "] n", ">> n", "BI /W 1 ID xx", "[1 n] TJ"])("names what is amiss in %s", (text) => {
    expect(read(text).faults).not.toEqual([]);
  });

  it("comes to an end, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."()<>[]{}/%\\ \nBIDE1.-aT".split("")), { maxLength: 60 }), (characters) => {
        const { instructions } = read(characters.join(""));
        expect(instructions.length).toBeLessThanOrEqual(characters.length);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
