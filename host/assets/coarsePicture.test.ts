import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../testing/testServices";
import { measurePicture, packMeasured, unpackMeasured } from "./coarsePicture";
import { separatePicture } from "./separatePicture";

const separation = { profilePath: join(projectRoot, "assets", "icc", "generic-newsprint.icc"), quality: 95, mostPixels: null };

/** A plain field, separated. */
async function separated(r: number, g: number, b: number, isGrey = false): Promise<Uint8Array> {
  const field = sharp({ create: { width: 60, height: 30, channels: 3, background: { r, g, b } } });
  return (await separatePicture("p", await (isGrey ? field.toColourspace("b-w") : field).png().toBuffer(), separation)).bytes;
}

describe("measurePicture", () => {
  it("finds the ink of a picture, grey as black alone, white as none", async () => {
    expect((await measurePicture(await separated(255, 255, 255))).most).toBe(0);
    const black = await measurePicture(await separated(0, 0, 0));
    expect(black.most).toBeGreaterThan(180);
    expect(black.most).toBeLessThanOrEqual(222);
    const grey = await measurePicture(await separated(0, 0, 0, true));
    expect(grey.most).toBe(100);
    expect([...grey.inks.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
  });

  it("is kept as bytes and read back as it was", async () => {
    const measured = await measurePicture(await separated(90, 140, 30));
    expect(unpackMeasured(packMeasured(measured))).toEqual(measured);
    expect(unpackMeasured(packMeasured(measured).subarray(0, 40))).toBeNull();
  });
});
