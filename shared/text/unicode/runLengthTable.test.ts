import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRunLengths, valueAt } from "./runLengthTable";

const numbers = { A: 0, Bc: 1, C2: 2 };

describe("a run-length table", () => {
  it("gives each code point the value of its run", () => {
    const name = fc.constantFrom("A", "Bc", "C2" as const);
    const runs = fc.array(fc.record({ length: fc.integer({ min: 1, max: 100 }), name }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(runs, (list) => {
        const data = list.map(({ length, name: value }) => `${length.toString(36)}${value}`).join(" ");
        const table = readRunLengths(`\n${data}\n`, numbers);
        const expected = list.flatMap(({ length, name: value }) => new Array<string>(length).fill(value));
        expect(expected.map((_, codePoint) => valueAt(table, codePoint))).toEqual(
          expected.map((value) => numbers[value as keyof typeof numbers]),
        );
      }),
    );
  });

  it.each(["1D", "A", "3", "xyz"])("refuses %j", (data) => {
    expect(() => readRunLengths(data, numbers)).toThrow("no run");
  });
});
