import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { proofRgb } from "../../shared/display/proofTable";
import { projectRoot } from "../testing/testServices";
import { separatePicture } from "./separatePicture";
import { proofPicture, proofTable } from "./softProof";

const profilePath = join(projectRoot, "assets", "icc", "generic-newsprint.icc");
const profile = readFileSync(profilePath);
const none = { cyan: 0, magenta: 0, yellow: 0, black: 0 };

describe("a soft proof", () => {
  it("shows paper greyish, black no darker than newsprint bears, and inks in their colours", async () => {
    const table = await proofTable(profile);
    const [paper, black, red] = [none, { ...none, black: 1 }, { ...none, magenta: 1, yellow: 1 }].map((ink) => proofRgb(table, ink));
    for (const channel of paper!) expect(channel).toBeGreaterThan(180);
    for (const channel of paper!) expect(channel).toBeLessThan(225);
    for (const channel of black!) expect(channel).toBeGreaterThan(60);
    for (const channel of black!) expect(channel).toBeLessThan(110);
    expect(red![0] - red![1]).toBeGreaterThan(60);
  });

  it("shows a picture as it is separated: white as the paper, grey as black alone", async () => {
    const separated = async (level: number) => {
      const png = await sharp({ create: { width: 20, height: 10, channels: 3, background: { r: level, g: level, b: level } } }).toColourspace("b-w").png().toBuffer();
      return (await separatePicture("p", png, { profilePath, quality: 95, mostPixels: null })).bytes;
    };
    const middle = async (bytes: Uint8Array) => {
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      return [...data.subarray(info.channels * 50, info.channels * 50 + 3)];
    };
    const table = await proofTable(profile);
    const [white, dark] = [await middle(await proofPicture(await separated(255), profile)), await middle(await proofPicture(await separated(0), profile))];
    proofRgb(table, none).forEach((channel, index) => expect(Math.abs(white[index]! - channel)).toBeLessThan(12));
    proofRgb(table, { ...none, black: 1 }).forEach((channel, index) => expect(Math.abs(dark[index]! - channel)).toBeLessThan(12));
  });
});
