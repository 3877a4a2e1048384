import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { runExportJob } from "../host/exporting/runExportJob";
import { hasGhostscript, hasPdftotext, hasQpdf, printed } from "../host/exporting/testing/readPdf";
import { machineFileSystem } from "../host/fileSystem";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { projectRoot } from "../host/testing/testServices";
import { verifyBytes } from "../host/verify/verifyBytes";
import { writeAssetFile } from "../host/assets/assetFiles";
import { readPicture } from "../host/assets/importPicture";
import type { Box, IssueDocument } from "../shared/model/document";
import type { Ink } from "../shared/model/ink";
import { openFontFiles } from "../host/fonts/fontFiles";
import { readSfnt, tableBytes, writeSfnt } from "../shared/fonts/sfnt";
import { idFrom } from "../shared/model/idFrom";
import { tableOf } from "../shared/model/newDocument";
import { swatchInk } from "../shared/model/swatchInk";
import { fullIssueFixture } from "./fullIssueFixture";

const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);

/** Exports into a new folder and answers its files. */
async function pressFiles(issueFolder: string, document: IssueDocument, preset: string): Promise<readonly string[]> {
  const folder = join(temporaryFolder(), "press");
  const folders = { config: temporaryFolder(), cache: temporaryFolder() };
  const press = { preset, profile: null, proof: null, folders };
  const { files } = await runExportJob({ projectRoot, issueFolder, document, target: { kind: "press", folder, pageIds: null, press } });
  expect(readdirSync(folder).map((name) => join(folder, name))).toEqual(files);
  return files;
}

/** An issue folder of eight full pages with three photos each, in RGB, grey and CMYK in turn. */
async function fullIssue(): Promise<{ readonly folder: string; readonly document: IssueDocument }> {
  const folder = temporaryFolder();
  const noise = (channels: 1 | 3) => {
    const pixels = Buffer.from(Array.from({ length: 240 * 160 * channels }, (_, index) => (index * 97 + (index >> 7) * 31) & 0xff));
    return sharp(pixels, { raw: { width: 240, height: 160, channels } });
  };
  const bytes = [
    await noise(3).jpeg().toBuffer(),
    await noise(1).toColourspace("b-w").jpeg().toBuffer(),
    await noise(3).withIccProfile(join(projectRoot, "assets", "icc", "generic-newsprint.icc")).jpeg().toBuffer(),
    await noise(3).png().toBuffer(),
  ];
  const assets = [];
  for (const [index, picture] of bytes.entries()) {
    const asset = await readPicture(`photo-${index}.jpg`, picture);
    await writeAssetFile(machineFileSystem, folder, asset, picture);
    assets.push(asset);
  }
  return { folder, document: fullIssueFixture(8, assets) };
}

const issues = [
  ["the sample", async () => ({ folder: sample, document: (await readIssueFolder(machineFileSystem, sample)).document })],
  ["eight full pages with photos", fullIssue],
] as const;

describe.each(issues)("press files of %s", (_, open) => {
  it.skipIf(!hasPdftotext || !hasQpdf).each(["x4", "x1a"])(
    "hold no RGB, embed their fonts as CID subsets, and have the boxes of the preset: %s (needs poppler and qpdf)",
    async (preset) => {
      const { folder, document } = await open();
      const files = await pressFiles(folder, document, preset);
      expect(files.length).toBe(8);
      for (const [index, file] of files.entries()) {
        expect(printed("qpdf", "--check", file)).toContain("No syntax or stream encoding errors");
        const pictures = printed("pdfimages", "-list", file).trim().split("\n").slice(2).map((row) => row.trim().split(/\s+/)[5]);
        for (const colour of pictures) expect(["gray", "cmyk"]).toContain(colour);
        for (const row of printed("pdffonts", file).trim().split("\n").slice(2)) expect(row).toMatch(/^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-[HV]\s+yes yes yes/);
        const info = printed("pdfinfo", "-box", file);
        const boxes = Object.fromEntries([...info.matchAll(/(\w+)Box:\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)/g)].map(([, name, ...numbers]) => [name!, numbers.map(Number)]));
        const { width, height } = document.pages[index]!.size;
        const [left, foot, right, top] = boxes["Trim"]!;
        expect(right! - left!).toBeCloseTo(width, 1);
        expect(top! - foot!).toBeCloseTo(height, 1);
        expect(boxes["Media"]![2]! - boxes["Media"]![0]!).toBeGreaterThan(width + 40);
        expect(info).toMatch(preset === "x1a" ? /PDF version:\s+1\.4/ : /PDF version:\s+1\.6/);
      }
    },
    60_000,
  );

  it.each(["x4", "x1a"] as const)("keep %s to the independent checker, and all advice but for the pictures' pixels", async (standard) => {
    const { folder, document } = await open();
    for (const file of await pressFiles(folder, document, standard)) {
      const checked = await verifyBytes(readFileSync(file), standard);
      const verdicts = checked.ok ? checked.value.verdicts : [];
      // The photos of the full issue are small, so that the test is quick.
      expect(verdicts.filter(({ id, state }) => state === "broken" && id !== "pictures-fine-enough")).toEqual([]);
      expect(verdicts.filter(({ state }) => state === "not-checkable").map(({ id }) => id)).toEqual(["embedding-permitted"]);
    }
  }, 60_000);

  it("are the same bytes again, whatever was kept from the first time", async () => {
    const { folder, document } = await open();
    const page = { ...document, pages: document.pages.slice(0, 1) };
    const [first] = await pressFiles(folder, page, "x4");
    const [second] = await pressFiles(folder, page, "x4");
    expect(readFileSync(first!).equals(readFileSync(second!))).toBe(true);
  });
});

/** The plates of each page of a press file without marks, as Ghostscript separates it: shades by plate, 255 for paper. */
async function plates(issueFolder: string, document: IssueDocument, standard: string) {
  const folder = temporaryFolder();
  const preset = JSON.parse(readFileSync(join(projectRoot, "assets", "presets", `${standard}.json`), "utf8")) as Record<string, unknown>;
  const bare = join(folder, "bare.json");
  writeFileSync(bare, JSON.stringify({ ...preset, marks: { crop: false, register: false, colourBar: false, slug: false, offsetMm: 0 } }));
  const pages = [];
  for (const file of await pressFiles(issueFolder, document, bare)) {
    execFileSync("gs", ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r40", `-sOutputFile=${join(folder, "p.tif")}`, file]);
    const shades = async (plate: string): Promise<ReadonlySet<number>> => new Set(await sharp(join(folder, `p(${plate}).tif`)).raw().toBuffer());
    pages.push({ Cyan: await shades("Cyan"), Magenta: await shades("Magenta"), Yellow: await shades("Yellow"), Black: await shades("Black") });
  }
  return pages;
}

/** The sample's front page with the body of its lead alone, no photo and no red, over what is put behind it. */
async function leadAlone(...behind: readonly Box[]): Promise<IssueDocument> {
  const { document } = await readIssueFolder(machineFileSystem, sample);
  const lead = Object.values(document.stories).find(({ title }) => title.main.startsWith("八部门"))!;
  const page = document.pages[0]!;
  const boxIds = [...behind.map(({ id }) => id), ...page.boxIds.filter((id) => lead.frameIds.includes(id))];
  return { ...document, pages: [{ ...page, boxIds }], boxes: { ...document.boxes, ...tableOf(behind) } };
}

describe.each(["x4", "x1a"])("the plates of pages of text as %s", (standard) => {
  it.skipIf(!hasGhostscript).each([
    ["a story", () => leadAlone()],
    ["eight full pages", () => Promise.resolve(fullIssueFixture(8))],
  ] as const)("have black on the black plate alone: %s (needs Ghostscript)", async (_, make) => {
    const document = await make();
    const pages = await plates(sample, document, standard);
    expect(pages.length).toBe(document.pages.length);
    for (const page of pages) {
      for (const plate of ["Cyan", "Magenta", "Yellow"] as const) expect([...page[plate]]).toEqual([255]);
      expect(Math.min(...page.Black)).toBeLessThan(100);
    }
  }, 60_000);

  it.skipIf(!hasGhostscript)("have no holes for black text in a tint (needs Ghostscript)", async () => {
    const page = (await readIssueFolder(machineFileSystem, sample)).document.pages[0]!;
    const sheet = { x: -20, y: -20, width: page.size.width + 40, height: page.size.height + 40 };
    const cyan: Ink = { cyan: 0.4, magenta: 0, yellow: 0, black: 0 };
    const tint: Box = { id: idFrom("tint"), kind: "panel", rect: sheet, pushesText: false, standoff: 0, fill: cyan, stroke: null, strokeWidth: 0 };
    const [plate] = await plates(sample, await leadAlone(tint), standard);
    expect(plate!.Cyan.size).toBe(1);
    expect([...plate!.Cyan][0]).toBe(153);
    expect(Math.min(...plate!.Black)).toBeLessThan(100);
  });
});

describe("a font of the user's in a press file", () => {
  it("is embedded where its licence allows, refused by its name where not, and drawn as outlines all the same", async () => {
    const fontFolder = temporaryFolder();
    const { document } = await readIssueFolder(machineFileSystem, sample);
    const exportWith = async (id: string, preset: string): Promise<string> => {
      const styles = Object.values(document.paragraphStyles).map((style) => (style.fontId === "NotoSerifSC-Regular" ? { ...style, fontId: idFrom<"font">(id) } : style));
      const own = { ...document, paragraphStyles: tableOf(styles), pages: document.pages.slice(0, 1) };
      const file = join(temporaryFolder(), "page.pdf");
      const press = { preset, profile: null, proof: null, folders: { config: temporaryFolder(), cache: temporaryFolder() } };
      await runExportJob({ projectRoot, issueFolder: sample, document: own, fontFolder, target: { kind: "pdf", file, pageIds: null, press } });
      return readFileSync(file, "latin1");
    };
    writeFileSync(join(fontFolder, "OwnSong.ttf"), renamedFont("OwnSong", 8));
    writeFileSync(join(fontFolder, "LockedSong.ttf"), renamedFont("LockedSong", 2));
    expect(await exportWith("OwnSong", "x4")).toMatch(/\/BaseFont\/[A-Z]{6}\+OwnSong\//);
    await expect(exportWith("LockedSong", "x4")).rejects.toMatchObject({ code: "export-failed", detail: "font LockedSong may not be embedded" });
    const x4 = JSON.parse(readFileSync(join(projectRoot, "assets", "presets", "x4.json"), "utf8")) as Record<string, unknown>;
    const outlined = join(temporaryFolder(), "outlined.json");
    writeFileSync(outlined, JSON.stringify({ ...x4, text: "outlines" }));
    expect(await exportWith("LockedSong", outlined)).not.toContain("/BaseFont");
  });
});

/** Noto Serif under another name, with other licence bits. */
function renamedFont(name: string, fsType: number): Uint8Array {
  const files = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  const read = readSfnt(files.openFont("NotoSerifSC-Regular")!);
  if (!read.ok) throw new Error("the catalogue's font is broken");
  const tables = [...read.value.tables.keys()].map((tag) => ({ tag, bytes: tableBytes(read.value, tag)!.slice() }));
  files.close();
  const os2 = tables.find(({ tag }) => tag === "OS/2")!.bytes;
  new DataView(os2.buffer, os2.byteOffset).setUint16(8, fsType);
  const text = Buffer.from(name, "utf16le").swap16();
  const header = Buffer.alloc(18);
  [0, 1, 18, 3, 1, 0x409, 6, text.length, 0].forEach((value, field) => header.writeUInt16BE(value, 2 * field));
  return writeSfnt(0x0001_0000, tables.map((table) => (table.tag === "name" ? { tag: "name", bytes: Buffer.concat([header, text]) } : table)));
}

describe("ink over the limit", () => {
  it("is told for the picture and for the page it stands on, in percent", async () => {
    const folder = temporaryFolder();
    // The shipped profile makes 212 % of a black picture.
    const heavy = await sharp(Buffer.alloc(3 * 60 * 40, 0), { raw: { width: 60, height: 40, channels: 3 } }).png().toBuffer();
    const asset = await readPicture("深.png", heavy);
    await writeAssetFile(machineFileSystem, folder, asset, heavy);
    const document = { ...fullIssueFixture(1, [asset]) };
    const x4 = JSON.parse(readFileSync(join(projectRoot, "assets", "presets", "x4.json"), "utf8")) as Record<string, unknown>;
    const strict = join(folder, "strict.json");
    writeFileSync(strict, JSON.stringify({ ...x4, inkLimit: 200 }));
    const press = { preset: strict, profile: null, proof: null, folders: { config: temporaryFolder(), cache: temporaryFolder() } };
    const { warnings } = await runExportJob({ projectRoot, issueFolder: folder, document, target: { kind: "pdf", file: join(folder, "page.pdf"), pageIds: null, press } });
    const ink = warnings.filter((warning) => warning.startsWith("ink-over-limit"));
    expect(ink[0]).toMatch(/^ink-over-limit: page 1, 深\.png, \d{3} % of 200 %$/);
    expect(ink.at(-1)).toMatch(/^ink-over-limit: page 1, \d{3} % of 200 %$/);
  });
});

describe("a spot colour in a press file", () => {
  it("has a plate of its own, in both standards, and process inks in its stead", async () => {
    const { document } = await readIssueFolder(machineFileSystem, sample);
    const swatch = { id: idFrom<"swatch">("s"), name: "专红 185", kind: "spot" as const, ink: { cyan: 0, magenta: 0.9, yellow: 0.8, black: 0 } };
    const styles = Object.values(document.paragraphStyles).map((style) => ({ ...style, ink: swatchInk(swatch, 0.6) }));
    const own = { ...document, swatches: tableOf([swatch]), paragraphStyles: tableOf(styles), pages: document.pages.slice(0, 1) };
    for (const preset of ["x4", "x1a"] as const) {
      const [file] = await pressFiles(sample, own, preset);
      const bytes = readFileSync(file!);
      expect(bytes.toString("latin1")).toContain("[/Separation /#E4#B8#93#E7#BA#A2#20185/DeviceCMYK <</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0.9 0.8 0]/N 1>>]");
      const checked = await verifyBytes(bytes, preset);
      expect(checked).toMatchObject({ ok: true, value: { keeps: true } });
    }
  });
});
