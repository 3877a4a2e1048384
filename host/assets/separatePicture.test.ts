import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { readJpegHeader } from "../../shared/export/pdf/jpegHeader";
import { HostError } from "../../shared/platform/host";
import { projectRoot } from "../testing/testServices";
import { separatePicture } from "./separatePicture";

const profilePath = join(projectRoot, "assets", "icc", "generic-newsprint.icc");
const separation = { profilePath, quality: 95, mostPixels: null };

/** A plain field of colour. */
function field(colour: { r: number; g: number; b: number; alpha?: number }, width = 40, height = 20): Sharp {
  return sharp({ create: { width, height, channels: colour.alpha === undefined ? 3 : 4, background: colour } });
}

/** The inks in the middle of a JPEG, in percent. */
async function inks(jpeg: Uint8Array): Promise<readonly number[]> {
  const { data, info } = await sharp(jpeg).pipelineColourspace("cmyk").toColourspace("cmyk").raw().toBuffer({ resolveWithObject: true });
  const middle = info.channels * (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2));
  return [...data.subarray(middle, middle + info.channels)].map((value) => Math.round(value / 2.55));
}

describe("separatePicture", () => {
  it("turns white into bare paper and black into no more ink than newsprint bears", async () => {
    const white = await separatePicture("w", await field({ r: 255, g: 255, b: 255 }).png().toBuffer(), separation);
    expect(await inks(white.bytes)).toEqual([0, 0, 0, 0]);
    const black = await inks((await separatePicture("k", await field({ r: 0, g: 0, b: 0 }).png().toBuffer(), separation)).bytes);
    expect(black[3]).toBeGreaterThan(85);
    expect(black.reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(222);
  });

  it("keeps all colours of the screen within the ink limit of the profile", async () => {
    const steps = 17;
    const levels = Array.from({ length: steps }, (_, index) => Math.round((255 * index) / (steps - 1)));
    const cube = Buffer.from(levels.flatMap((r) => levels.flatMap((g) => levels.flatMap((b) => [r, g, b]))));
    const tiff = await sharp(cube, { raw: { width: steps * steps, height: steps, channels: 3 } }).withIccProfile(profilePath).tiff({ compression: "none" }).toBuffer();
    const data = await sharp(tiff).pipelineColourspace("cmyk").toColourspace("cmyk").raw().toBuffer();
    let most = 0;
    for (let at = 0; at < data.length; at += 4) most = Math.max(most, (data[at]! + data[at + 1]! + data[at + 2]! + data[at + 3]!) / 2.55);
    expect(most).toBeLessThanOrEqual(222);
    expect(most).toBeGreaterThan(150);
  });

  it("prints grey pictures with black alone", async () => {
    const grey = await separatePicture("g", await field({ r: 128, g: 128, b: 128 }).toColourspace("b-w").png().toBuffer(), separation);
    expect(grey.components).toBe(1);
    expect(readJpegHeader(grey.bytes)?.components).toBe(1);
    const jpeg = await field({ r: 90, g: 90, b: 90 }).toColourspace("b-w").jpeg().toBuffer();
    expect((await separatePicture("g", jpeg, separation)).bytes).toEqual(jpeg);
    const deep = await field({ r: 90, g: 90, b: 90 }).toColourspace("grey16").png().toBuffer();
    expect((await separatePicture("g", deep, separation)).components).toBe(1);
  });

  it("lets a JPEG of inks through byte for byte, and keeps the inks of a TIFF", async () => {
    const jpeg = await field({ r: 200, g: 30, b: 60 }).withIccProfile(profilePath).jpeg().toBuffer();
    expect((await separatePicture("j", jpeg, { ...separation, mostPixels: { width: 4, height: 4 } })).bytes).toBe(jpeg);
    const tiff = await field({ r: 200, g: 30, b: 60 }).withIccProfile(profilePath).tiff({ compression: "none" }).toBuffer();
    const separated = await separatePicture("t", tiff, separation);
    const wanted = await inks(tiff);
    const found = await inks(separated.bytes);
    found.forEach((ink, index) => expect(Math.abs(ink - wanted[index]!)).toBeLessThanOrEqual(1));
  });

  it("takes colours of 16 bits for the same as those of 8", async () => {
    const rgb = [180, 60, 40];
    const deep = Uint16Array.from({ length: 3 * 40 * 20 }, (_, at) => 257 * rgb[at % 3]!);
    const raw = sharp(deep, { raw: { width: 40, height: 20, channels: 3 } }).toColourspace("rgb16");
    const wanted = await inks((await separatePicture("8", await field({ r: 180, g: 60, b: 40 }).png().toBuffer(), separation)).bytes);
    for (const file of [await raw.clone().png().toBuffer(), await raw.clone().tiff({ compression: "none" }).toBuffer()]) {
      expect((await sharp(file).metadata()).depth).toBe("ushort");
      expect(await inks((await separatePicture("16", file, separation)).bytes)).toEqual(wanted);
    }
  });

  it("lays what is transparent onto paper", async () => {
    const { bytes } = await separatePicture("a", await field({ r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer(), separation);
    expect(await inks(bytes)).toEqual([0, 0, 0, 0]);
  });

  it("sets turned pictures upright and makes them as coarse as asked, not coarser", async () => {
    const turned = await field({ r: 200, g: 30, b: 60 }, 400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { bytes } = await separatePicture("o", turned, { ...separation, mostPixels: { width: 50, height: 50 } });
    expect(readJpegHeader(bytes)).toMatchObject({ width: 50, height: 100, orientation: 1 });
  });

  it("holds no profile of its own, and is the same each time", async () => {
    const png = await field({ r: 200, g: 130, b: 60 }).png().toBuffer();
    const once = await separatePicture("p", png, separation);
    expect(Buffer.from(once.bytes).includes("ICC_PROFILE")).toBe(false);
    expect((await separatePicture("p", png, separation)).bytes).toEqual(once.bytes);
  });

  it("names the picture it cannot read", async () => {
    const broken = separatePicture("封面.jpg", Uint8Array.of(0xff, 0xd8, 1, 2, 3), separation);
    await expect(broken).rejects.toThrow(HostError);
    await expect(broken).rejects.toThrow("封面.jpg");
  });
});
