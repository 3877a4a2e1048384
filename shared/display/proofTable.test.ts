import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createProofColours, proofRgb, type ProofTable } from "./proofTable";

const steps = 3;
/** Each mix has a colour of its own that tells its place. */
const table: ProofTable = { steps, rgb: Array.from({ length: steps ** 4 }, (_, index) => [index, 2 * index, 255 - index]).flat() };
const at = (c: number, m: number, y: number, k: number) => ({ cyan: c / (steps - 1), magenta: m / (steps - 1), yellow: y / (steps - 1), black: k / (steps - 1) });
const step = fc.nat(steps - 1);

describe("proofRgb", () => {
  it("gives the mixes of the grid exactly", () => {
    fc.assert(
      fc.property(step, step, step, step, (c, m, y, k) => {
        const index = ((c * steps + m) * steps + y) * steps + k;
        expect(proofRgb(table, at(c, m, y, k))).toEqual([index, 2 * index, 255 - index]);
      }),
    );
  });

  it("stays between its neighbours, and never leaves the grid", () => {
    const share = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (cyan, magenta, yellow, black) => {
        for (const channel of proofRgb(table, { cyan, magenta, yellow, black })) expect(channel >= 0 && channel <= 255).toBe(true);
      }),
    );
    expect(proofRgb(table, at(0, 0, 0, 0.5))[0]).toBe(1);
  });

  it("is a colour for the painter, the same for the same ink", () => {
    const colours = createProofColours(table);
    expect(colours(at(0, 0, 0, 1))).toBe("rgb(1,2,254)");
    expect(colours(at(0, 0, 0, 1))).toBe("rgb(1,2,254)");
  });
});
