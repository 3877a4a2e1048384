import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../testing/temporaryFolder";
import { testServices } from "../testing/testServices";
import { maskOutline, type Corner } from "./maskOutline";
import { MOST_CORNERS, traceContour } from "./traceContour";

const scratch = scratchFolder();
const round = (background: string) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300">${background}<circle cx="300" cy="150" r="120" fill="#803010"/></svg>`));

/** Twice the area of a polygon. */
function doubleArea(corners: readonly Corner[]): number {
  return corners.reduce((sum, corner, index) => {
    const next = corners[(index + 1) % corners.length]!;
    return sum + corner.x * next.y - next.x * corner.y;
  }, 0);
}

describe("the contour of a picture", () => {
  it.each([
    ["what is not transparent", () => round("").png()],
    ["what stands on white", () => round('<rect width="600" height="300" fill="#fff"/>').jpeg()],
  ])("follows %s", async (_, picture) => {
    const contour = await traceContour("round", await picture().toBuffer());
    expect(contour.length).toBeGreaterThan(12);
    expect(contour.length).toBeLessThanOrEqual(MOST_CORNERS);
    for (const { x, y } of contour) expect(Math.abs(Math.hypot(x * 600 - 300, y * 300 - 150) - 120)).toBeLessThan(4);
    const inPixels = contour.map(({ x, y }) => ({ x: x * 600, y: y * 300 }));
    expect(Math.abs(doubleArea(inPixels) / 2 / (Math.PI * 120 * 120) - 1)).toBeLessThan(0.04);
  });

  it("is none where a picture fills its frame, or stands on a dark or a mixed ground", async () => {
    const gradient = '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#888"/></linearGradient></defs><rect width="600" height="300" fill="url(#g)"/>';
    for (const ground of ['<rect width="600" height="300" fill="#222"/>', gradient]) {
      expect(await traceContour("ground", await round(ground).png().toBuffer())).toEqual([]);
    }
  });

  it("is traced by the host for a picture of an open issue", async () => {
    const services = testServices(scratch);
    const { issueId } = await services.host.createIssue(join(scratch, "documents", "issue"), "blank-tabloid");
    const bytes = new Uint8Array(await round("").png().toBuffer());
    const { id } = await services.importAsset(issueId, "round.png", bytes);
    expect(await services.host.traceContour(issueId, id)).toEqual(await traceContour("round.png", bytes));
  });

  it("is not looked for in what is no picture", async () => {
    await expect(traceContour("words", Buffer.from("no picture"))).rejects.toMatchObject({ code: "unreadable-picture" });
  });
});

describe("the outline of a mask", () => {
  it("goes once around each pixel of random pieces, in at most so many corners", () => {
    const masks = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })).chain(([width, height]) =>
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: width * height, maxLength: width * height })
        .map((pixels) => ({ width, height, pixels: Uint8Array.from(pixels) })),
    );
    fc.assert(
      fc.property(masks, (mask) => {
        const outline = maskOutline(mask, 1000);
        if (!mask.pixels.includes(1)) {
          expect(outline).toEqual([]);
          return;
        }
        expect(doubleArea(outline)).toBeGreaterThan(0);
        for (const { x, y } of outline) expect(x >= 0 && y >= 0 && x <= mask.width && y <= mask.height).toBe(true);
        expect(maskOutline(mask, 8).length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 200 },
    );
  });

  it("takes pieces that stand apart together", () => {
    const pixels = new Uint8Array(40 * 10);
    for (let y = 2; y < 8; y++) for (const x of [2, 3, 4, 5, 30, 31, 32, 33]) pixels[x + y * 40] = 1;
    const xs = maskOutline({ width: 40, height: 10, pixels }, 50).map(({ x }) => x);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([2, 34]);
  });
});
