import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRealFonts, projectRoot } from "../host/exporting/testing/handMadePage";
import { lineFaults } from "../shared/layout/testing/lineFaults";
import { GAP, MARGIN, PAGE_SIZE, placeCases, placeOf } from "./bookGeometry";
import { withSenseBreaks } from "./senseBreaks";
import { specimenBook, type SpecimenBook } from "./specimenBook";
import { specimenCases } from "./specimenCases";
import { recordDifferences, recordOf, type SpecimenRecord } from "./specimenRecord";

let book: SpecimenBook;
let close: () => void;

beforeAll(async () => {
  const { fonts, fontFiles } = await openRealFonts();
  close = () => fontFiles.close();
  book = specimenBook(fonts, await withSenseBreaks(specimenCases));
});
afterAll(() => close());

describe("the specimen book", () => {
  it("is set as it is kept; after a wanted change, look at it and run: npm run specimen -- --keep", () => {
    const kept = JSON.parse(readFileSync(join(projectRoot, "specimen", "goldens", "lines.json"), "utf8")) as SpecimenRecord;
    expect(recordDifferences(kept, recordOf(book.settings))).toEqual([]);
  });

  it("says all its own words", () => {
    for (const flow of book.layout.flows.values()) expect(flow.overset, flow.key).toBeNull();
  });

  it("names every case once and shows it inside the page", () => {
    expect(new Set(specimenCases.map(({ id }) => id)).size).toBe(specimenCases.length);
    for (const { specimen, lefts, top } of placeCases(specimenCases)) {
      for (const [index, side] of specimen.sides.entries()) {
        const rect = placeOf(side, { x: lefts[index]!, y: top });
        const width = side.jumpsToPage === undefined ? rect.width : 2 * rect.width + GAP;
        expect(rect.x + width, specimen.id).toBeLessThanOrEqual(PAGE_SIZE.width - MARGIN + 0.01);
      }
    }
  });

  it("keeps the lines of all horizontal text on the grid, and their edges legal at the level each side is set at", () => {
    for (const { specimen, sides } of book.settings) {
      for (const { document, layout, side } of sides) {
        // The judge knows neither lines that run downwards, nor the hyphens of divided words, nor heads in the middle of lines.
        const isOutside = side.frame?.direction === "vertical" || side.composition?.hyphenation === "on" || side.paragraphStyles?.some(({ linesOccupied = 0 }) => linesOccupied > 0);
        if (isOutside) continue;
        const faults = lineFaults(document, layout).filter(({ fault }) => fault === "illegal-edge" || fault === "off-grid");
        expect(faults, `${specimen.id}, ${side.label}`).toEqual([]);
      }
    }
  });
});
