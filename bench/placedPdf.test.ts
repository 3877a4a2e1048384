import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cmyk, degrees, PDFDocument, PDFName, rgb, StandardFonts, type PDFPage } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { screenCopy, writeAssetFile } from "../host/assets/assetFiles";
import { readPicture } from "../host/assets/importPicture";
import { runExportJob } from "../host/exporting/runExportJob";
import { hasMutool, hasQpdf, printed } from "../host/exporting/testing/readPdf";
import { machineFileSystem } from "../host/fileSystem";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { projectRoot } from "../host/testing/testServices";
import { HostError } from "../shared/platform/host";
import type { Asset, IssueDocument } from "../shared/model/document";
import { idFrom } from "../shared/model/idFrom";
import { tableOf } from "../shared/model/newDocument";
import { verifyBytes } from "../host/verify/verifyBytes";
import { sampleDocument } from "../shared/model/testing/sampleDocument";

/** An advertisement of 200 × 100 pt: inks only, marks at its corners so that turns and shifts show. */
async function advertisement(change: (page: PDFPage, document: PDFDocument) => void | Promise<void> = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([200, 100]);
  page.drawRectangle({ x: 0, y: 0, width: 200, height: 100, color: cmyk(0, 0.1, 0.4, 0) });
  page.drawRectangle({ x: 10, y: 60, width: 60, height: 30, color: cmyk(0, 1, 1, 0) });
  page.drawRectangle({ x: 150, y: 10, width: 30, height: 15, color: cmyk(1, 0, 0, 0.2) });
  page.drawCircle({ x: 100, y: 50, size: 20, color: cmyk(0, 0, 0, 1) });
  await change(page, document);
  return document.save({ addDefaultPage: false });
}

/** The small sample with a file in its photo's frame, in an issue folder. */
async function issueWith(bytes: Uint8Array): Promise<{ readonly folder: string; readonly document: IssueDocument; readonly asset: Asset }> {
  const folder = temporaryFolder();
  const asset = await readPicture("广告.pdf", bytes);
  await writeAssetFile(machineFileSystem, folder, asset, bytes);
  const base = sampleDocument();
  const frame = base.boxes[idFrom<"box">("photo-picture")];
  if (frame?.kind !== "picture") throw new Error("the sample has a photo");
  const document: IssueDocument = {
    ...base,
    pages: base.pages.map((page) => ({ ...page, boxIds: page.boxIds.filter((id) => id === frame.id) })),
    assets: tableOf([asset]),
    boxes: { ...base.boxes, [frame.id]: { ...frame, assetId: asset.id, fitting: "fit", focus: { x: 0.5, y: 0.5 }, rect: { x: 60, y: 500, width: 400, height: 200 } } },
  };
  return { folder, document, asset };
}

async function exported(bytes: Uint8Array, preset: string): Promise<string> {
  const { folder, document } = await issueWith(bytes);
  const press = { preset, profile: null, proof: null, folders: { config: temporaryFolder(), cache: temporaryFolder() } };
  const file = join(temporaryFolder(), "page.pdf");
  const pageIds = document.pages.slice(0, 1).map(({ id }) => id);
  await runExportJob({ projectRoot, issueFolder: folder, document, target: { kind: "pdf", file, pageIds, press } });
  return file;
}

async function problemOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof HostError)) throw new Error("nothing was refused");
  return error.detail;
}

/** A page's rendering, without its colours' profiles. */
async function pixels(file: string, resolution: number): Promise<{ readonly data: Buffer; readonly width: number; readonly height: number }> {
  const png = join(temporaryFolder(), "page.png");
  execFileSync("mutool", ["draw", "-q", "-N", "-r", String(resolution), "-o", png, file, "1"], { stdio: "ignore" });
  const { data, info } = await sharp(png).removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

describe("a placed PDF", () => {
  it.skipIf(!hasMutool || !hasQpdf).each([
    ["as it is", () => undefined],
    ["turned", (page: PDFPage) => page.setRotation(degrees(90))],
    ["cut to its trim", (page: PDFPage) => page.setTrimBox(10, 10, 180, 80)],
    ["in several streams", (page: PDFPage, document: PDFDocument) => {
      const [first, second] = ["q 0 0 1 0 k 0 0 50 50 re f Q", "q 0 1 0 0 k 60 0 50 50 re f Q"].map((text) => document.context.register(document.context.stream(text)));
      page.node.set(PDFName.of("Contents"), document.context.obj([first!, second!]));
    }],
  ])("is drawn as it draws itself: %s (needs mutool and qpdf)", async (_, change) => {
    const bytes = await advertisement(change);
    const alone = join(temporaryFolder(), "alone.pdf");
    writeFileSync(alone, bytes);
    const document = await PDFDocument.load(bytes);
    const trim = document.getPage(0).getTrimBox();
    document.getPage(0).setCropBox(trim.x, trim.y, trim.width, trim.height);
    writeFileSync(alone, await document.save());
    const placed = await exported(bytes, "x1a");
    expect(printed("qpdf", "--check", placed)).toContain("No syntax or stream encoding errors");
    const wanted = await pixels(alone, 144);
    const { asset } = await issueWith(bytes);
    const scale = Math.min(400 / asset.pixelWidth, 200 / asset.pixelHeight);
    // The frame's middle, on a sheet with the preset's margin.
    const [sheet, perPoint] = [await pixels(placed, 144 / (100 * scale)), 2 / (100 * scale)];
    const margin = (sheet.width / perPoint - sampleDocument().pages[0]!.size.width) / 2;
    const left = Math.round((margin + 60 + (400 - asset.pixelWidth * scale) / 2) * perPoint);
    const top = Math.round((margin + 500 + (200 - asset.pixelHeight * scale) / 2) * perPoint);
    // Edges fall on other fractions of a pixel: of nine shifts by a pixel the best must fit.
    const differing = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((across) => {
      let off = 0;
      for (let y = 3; y < wanted.height - 3; y++) {
        for (let x = 3; x < wanted.width - 3; x++) {
          const a = 3 * (y * wanted.width + x);
          const b = 3 * ((y + top + down) * sheet.width + x + left + across);
          if ([0, 1, 2].some((channel) => Math.abs(wanted.data[a + channel]! - sheet.data[b + channel]!) > 40)) off++;
        }
      }
      return off / (wanted.width * wanted.height);
    }));
    expect(Math.min(...differing)).toBeLessThan(0.012);
  });

  it("is a picture of its trim in hundredths of a point, turned as it is shown", async () => {
    expect(await readPicture("a.pdf", await advertisement())).toMatchObject({ contentType: "application/pdf", pixelWidth: 20_000, pixelHeight: 10_000 });
    expect(await readPicture("a.pdf", await advertisement((page) => page.setRotation(degrees(270))))).toMatchObject({ pixelWidth: 10_000, pixelHeight: 20_000 });
  });

  it("has a picture for the screen, upright and cut to its trim", async () => {
    const { data, info } = await sharp(await screenCopy(await advertisement((page) => page.setRotation(degrees(90))))).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1000, 2000]);
    // Turned clockwise, the red bar of the upper left corner stands at the upper right.
    const at = (x: number, y: number) => [...data.subarray(info.channels * (y * info.width + x), info.channels * (y * info.width + x) + 3)];
    const [red, green, blue] = at(750, 300);
    expect(red! - green!).toBeGreaterThan(120);
    expect(red! - blue!).toBeGreaterThan(120);
  });

  it.each([
    ["x1a", () => undefined],
    ["x4", () => undefined],
    ["x4", (page: PDFPage) => page.drawRectangle({ x: 0, y: 0, width: 90, height: 90, color: cmyk(0, 0, 0, 1), opacity: 0.5 })],
  ] as const)("leaves the page's standard whole to the independent checker: %s", async (standard, change) => {
    const checked = await verifyBytes(readFileSync(await exported(await advertisement(change), standard)), standard);
    expect(checked.ok && checked.value.verdicts.filter(({ part, state }) => state === "broken" && part !== "newspaper")).toEqual([]);
  });

  it("gives the same bytes again", async () => {
    const bytes = await advertisement();
    expect(readFileSync(await exported(bytes, "x4")).equals(readFileSync(await exported(bytes, "x4")))).toBe(true);
  });

  it("is refused where it is damaged, encrypted or empty, by its name", async () => {
    const bytes = await advertisement();
    expect(await problemOf(readPicture("坏.pdf", bytes.subarray(0, 300)))).toMatch(/坏\.pdf: it /);
    expect(await problemOf(readPicture("空.pdf", Buffer.from("%PDF-1.4\n%%EOF\n")))).toMatch(/空\.pdf: it /);
    const locked = await PDFDocument.load(bytes);
    locked.encrypt({ userPassword: "a", ownerPassword: "b" });
    expect(await problemOf(readPicture("密.pdf", await locked.save()))).toBe("密.pdf: it is encrypted");
  });

  it.each([
    ["RGB", "x4", (page: PDFPage) => page.drawRectangle({ x: 0, y: 0, width: 9, height: 9, color: rgb(1, 0, 0) })],
    ["transparency", "x1a", (page: PDFPage) => page.drawRectangle({ x: 0, y: 0, width: 9, height: 9, color: cmyk(0, 0, 0, 1), opacity: 0.5 })],
    ["a font that is not embedded", "x4", async (page: PDFPage, document: PDFDocument) => page.drawText("Sale", { font: await document.embedFont(StandardFonts.Helvetica), color: cmyk(0, 0, 0, 1) })],
  ])("with %s is refused by %s, which would be broken", async (_, preset, change) => {
    const problem = await problemOf(exported(await advertisement(change), preset));
    expect(problem).toMatch(/^the placed file 广告\.pdf breaks the rule "[^"]+": /);
  });

  it("may be transparent in PDF/X-4, whose page then says in which inks it blends", async () => {
    const bytes = await advertisement((page) => page.drawRectangle({ x: 0, y: 0, width: 90, height: 90, color: cmyk(0, 0, 0, 1), opacity: 0.5 }));
    expect(readFileSync(await exported(bytes, "x4"), "latin1")).toContain("/Group<</S/Transparency/CS/DeviceCMYK>>");
  });
});
