import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DisplayItem, PageDisplay } from "../../shared/display/displayList";
import type { FontSource } from "../../shared/fonts/fontSource";
import { greyInk, paperInk } from "../../shared/model/ink";
import type { PageId } from "../../shared/model/ids";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import type { FontFiles } from "../fonts/fontFiles";
import { plainPdf } from "./plainPdf";
import { renderPng } from "./renderPng";
import { filledRect, handMadePage, line, openRealFonts, turnedLine, verticalLine } from "./testing/handMadePage";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-pdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let fonts: FontSource;
let fontFiles: FontFiles;

beforeAll(async () => {
  ({ fonts, fontFiles } = await openRealFonts());
});

/** The program if it is installed; a test that needs it is skipped, by name, where it is not. */
const has = (program: string, ...args: string[]) => spawnSync(program, args).error === undefined;
const hasPoppler = has("pdftotext", "-v");
const hasQpdf = has("qpdf", "--version");
const hasMutool = has("mutool", "-v");

const lines = [
  "他说：“‘双向赋能’——《意见》（全文）……见第２版”。",
  "To 2026年，AVATAR 与 fi ffi、⼤大、㈱①●■→",
  "八部门推进“人工智能+制造”专项行动",
] as const;

function realPage(): PageDisplay {
  return handMadePage(384, 264, [
    filledRect({ x: 20, y: 150, width: 200, height: 40 }, greyInk(0.2)),
    filledRect({ x: 20, y: 200, width: 200, height: 40 }, { cyan: 0, magenta: 1, yellow: 1, black: 0 }),
    line(fonts, lines[0], 20, 30),
    line(fonts, lines[1], 20, 50, { fontId: "NotoSansSC-Regular", size: 10.5, tracking: 0.25 }),
    line(fonts, lines[2], 20, 90, { fontId: "NotoSerifSC-Black", size: 21, horizontalScale: 0.8 }),
    line(fonts, "𠮷祥", 20, 120, { fontId: "LXGWWenKai-Regular", size: 15 }),
    line(fonts, "底纹上的字", 30, 175, { size: 15 }),
    line(fonts, "反白", 30, 226, { fontId: "NotoSansSC-Bold", size: 18, ink: paperInk }),
    verticalLine(fonts, "标题（新）——闻，", 345, 20, "NotoSansSC-Black", 20),
    turnedLine(fonts, "GDP 2026", 368, 20, "NotoSerifSC-Regular", 12),
  ]);
}

/** The PDF of hand-made pages, as pages of an issue. */
async function pdfOf(pages: readonly PageDisplay[], assets: Readonly<Record<string, Uint8Array>> = {}): Promise<Uint8Array> {
  const sample = sampleDocument();
  const first = sample.pages[0]!;
  const document = { ...sample, pages: pages.map((_, index) => ({ ...first, id: `p0${index + 1}` as PageId })) };
  const named = pages.map((display, index) => [document.pages[index]!.id, display] as const);
  return await plainPdf({
    document,
    layout: { flows: new Map(), pages: new Map(named) },
    pageIds: named.map(([id]) => id),
    fontFiles,
    readAsset: async (assetId) => assets[assetId] ?? null,
  });
}

function saved(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8" });
const withoutSpace = (text: string) => text.replace(/\s/gu, "");

describe("an exported PDF", () => {
  it("is the same bytes from two exports, the second with the fonts opened anew", async () => {
    const first = await pdfOf([realPage()]);
    const again = await openRealFonts();
    fonts = again.fonts;
    fontFiles = again.fontFiles;
    expect(Buffer.from(await pdfOf([realPage()])).equals(Buffer.from(first))).toBe(true);
  });

  it("paints in process inks only, black text in black ink alone", async () => {
    const content = streamsOf(await pdfOf([realPage()])).filter((stream) => stream.includes(" Tf"));
    expect(content.length).toBe(1);
    expect(content[0]).not.toMatch(/(^|\s)(rg|RG|g|G|sc|SC|scn|SCN)(\s|$)/);
    expect(content[0]).toContain("0 0 0 1 k");
    expect(content[0]).toContain("0 0 0 0 k");
  });

  it.skipIf(!hasPoppler)("gives its text back exactly, whatever glyphs shaping chose (pdftotext)", async () => {
    const file = saved("text.pdf", await pdfOf([realPage()]));
    const inside = (x: number, y: number, width: number, height: number) =>
      withoutSpace(run("pdftotext", "-x", `${x}`, "-y", `${y}`, "-W", `${width}`, "-H", `${height}`, file, "-"));
    expect(inside(0, 20, 300, 15)).toBe(withoutSpace(lines[0]));
    expect(inside(0, 40, 300, 14)).toBe(withoutSpace(lines[1]));
    expect(inside(0, 70, 300, 26)).toBe(withoutSpace(lines[2]));
    expect(inside(0, 105, 300, 20)).toBe("𠮷祥");
    expect(inside(0, 150, 300, 40)).toBe("底纹上的字");
    expect(inside(0, 200, 300, 40)).toBe("反白");
    expect(inside(330, 0, 32, 250)).toBe("标题（新）——闻，");
    expect(inside(362, 0, 22, 250)).toBe("GDP2026");
  });

  it.skipIf(!hasPoppler)("embeds each font once for all pages, as a subset that can be read (pdffonts)", async () => {
    const file = saved("fonts.pdf", await pdfOf([realPage(), realPage(), handMadePage(100, 100, [])]));
    const rows = run("pdffonts", file).trim().split("\n").slice(2);
    const names = rows.map((row) => /^[A-Z]{6}\+(\S+)\s+CID TrueType\s+Identity-[HV]\s+yes yes yes/.exec(row)?.[1]);
    // One of them twice: its text runs both ways, over the same glyphs.
    expect(names.length).toBe(7);
    expect(new Set(names)).toEqual(new Set([
      "LXGWWenKai-Regular", "NotoSansSC-Black", "NotoSansSC-Bold", "NotoSansSC-Regular", "NotoSerifSC-Black", "NotoSerifSC-Regular",
    ]));
    expect(run("pdfinfo", file)).toMatch(/Pages:\s+3/);
  });

  it.skipIf(!hasQpdf)("has a sound structure (qpdf --check)", async () => {
    expect(run("qpdf", "--check", saved("check.pdf", await pdfOf([realPage(), handMadePage(100, 100, [])])))).toContain("No syntax or stream encoding errors");
  });

  it.skipIf(!hasPoppler)("carries grey, colour and CMYK pictures as they are and converts the rest (pdfimages)", async () => {
    const colour = sharp(Buffer.alloc(80 * 60 * 3, 140), { raw: { width: 80, height: 60, channels: 3 } });
    const pictures = {
      grey: await colour.clone().toColourspace("b-w").jpeg().toBuffer(),
      rgb: await colour.clone().jpeg().toBuffer(),
      cmyk: await colour.clone().toColourspace("cmyk").jpeg().toBuffer(),
      png: await colour.clone().png().toBuffer(),
      greyPng: await colour.clone().toColourspace("b-w").png().toBuffer(),
    };
    const items = Object.keys(pictures).map((assetId, index): DisplayItem => {
      const rect = { x: 10 + 90 * index, y: 10, width: 80, height: 60 };
      return { kind: "picture", assetId, rect, clip: rect };
    });
    const pdf = await pdfOf([handMadePage(480, 100, items)], pictures);
    for (const untouched of [pictures.grey, pictures.rgb, pictures.cmyk]) expect(Buffer.from(pdf).includes(untouched)).toBe(true);
    const rows = run("pdfimages", "-list", saved("pictures.pdf", pdf)).trim().split("\n").slice(2);
    expect(rows.map((row) => row.trim().split(/\s+/).slice(5, 9))).toEqual([
      ["gray", "1", "8", "jpeg"], ["rgb", "3", "8", "jpeg"], ["cmyk", "4", "8", "jpeg"], ["rgb", "3", "8", "jpeg"], ["gray", "1", "8", "jpeg"],
    ]);
  });

  it("refuses a picture that cannot be read, by name", async () => {
    const rect = { x: 0, y: 0, width: 10, height: 10 };
    const page = handMadePage(20, 20, [{ kind: "picture", assetId: "broken", rect, clip: rect }]);
    await expect(pdfOf([page], { broken: Uint8Array.of(1, 2, 3) })).rejects.toMatchObject({ code: "unreadable-picture", detail: expect.stringContaining("broken") });
  });

  it.skipIf(!hasMutool)("stands picture by picture where the canvas paints it, turned ones too (mutool)", async () => {
    const pictures = await turnedPictures();
    const items = Object.keys(pictures).map((assetId, index): DisplayItem => {
      const rect = { x: 10 + 50 * (index % 4), y: 10 + 50 * Math.floor(index / 4), width: 40, height: 40 };
      return { kind: "picture", assetId, rect, clip: { ...rect, height: 30 } };
    });
    expect(await disagreement("turned", handMadePage(216, 120, items), pictures)).toBeLessThan(0.01);
  });

  it.skipIf(!hasMutool)("is drawn as the canvas draws the same page (mutool, 300 dpi)", async () => {
    expect(await disagreement("page", realPage(), {})).toBeLessThan(0.01);
  });
});

/** One picture, stored in each of the eight ways a camera may hold it. */
async function turnedPictures(): Promise<Record<string, Uint8Array>> {
  const quarters = Buffer.alloc(64 * 64);
  for (let at = 0; at < quarters.length; at++) quarters[at] = (at % 64 < 32 ? 0 : 90) + (at < quarters.length / 2 ? 0 : 150);
  const picture = sharp(quarters, { raw: { width: 64, height: 64, channels: 1 } });
  const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
  const files = orientations.map((orientation) => picture.clone().withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer());
  return Object.fromEntries((await Promise.all(files)).map((file, index) => [`orientation${index + 1}`, file]));
}

/** The share of pixels in which mutool's drawing of the PDF and our canvas differ by more than a third of the range. */
async function disagreement(name: string, page: PageDisplay, assets: Readonly<Record<string, Uint8Array>>): Promise<number> {
  const picture = join(folder, `${name}.mutool.png`);
  execFileSync("mutool", ["draw", "-q", "-c", "gray", "-r", "300", "-o", picture, saved(`${name}.pdf`, await pdfOf([page], assets)), "1"], { stdio: "ignore" });
  const drawn = await loadImage(readFileSync(picture));
  const readAsset = async (assetId: string) => assets[assetId] ?? null;
  const painted = await renderPng({ page, pixelWidth: drawn.width, fonts, fontFiles, readAsset });
  writeFileSync(join(folder, `${name}.canvas.png`), painted);
  const [one, other] = [await pixels(readFileSync(picture)), await pixels(painted)];
  expect(other.length).toBe(one.length);
  let different = 0;
  for (let at = 0; at < one.length; at++) if (Math.abs(one[at]! - other[at]!) > 85) different++;
  return different / one.length;
}

async function pixels(png: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const grey = new Uint8Array(data.length / 4);
  for (let at = 0; at < grey.length; at++) grey[at] = Math.round((data[4 * at]! + data[4 * at + 1]! + data[4 * at + 2]!) / 3);
  return grey;
}

/** The deflated streams of a file that hold text. */
function streamsOf(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf).toString("latin1");
  return [...file.matchAll(/\/FlateDecode\/Length (\d+)>>\nstream\n/g)].map((match) => {
    const start = match.index + match[0].length;
    return inflateSync(Buffer.from(pdf).subarray(start, start + Number(match[1]))).toString("latin1");
  });
}
