import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noCache } from "../host/assets/derivedCache";
import { exportPdf } from "../host/exporting/exportPdf";
import { createNodeComposer, type NodeComposer } from "../host/exporting/nodeComposer";
import { readProfileFile, type PressProfile } from "../host/exporting/pressProfile";
import { elementsOf, readStructure, textOfElement, type ReadElement } from "../host/exporting/testing/readStructure";
import { hasMutool, hasPdftotext, mupdfPages, popplerPages, tracedGlyphs } from "../host/exporting/testing/readPdf";
import { machineFileSystem } from "../host/fileSystem";
import { openFontFiles, type FontFiles } from "../host/fonts/fontFiles";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { projectRoot } from "../host/testing/testServices";
import type { GlyphRun, PageDisplay } from "../shared/display/displayList";
import { buildEpaper } from "../shared/export/epaper/buildEpaper";
import type { EpaperStory, EpaperTextPart } from "../shared/export/epaper/epaperIssue";
import { epaperDocument } from "../shared/export/epaper/testing/epaperDocument";
import { parsePressPreset } from "../shared/export/pdf/parsePressPreset";
import { sheetMargin } from "../shared/export/pdf/pageBoxes";
import type { PressPreset } from "../shared/export/pdf/pressPreset";
import type { Box, IssueDocument } from "../shared/model/document";
import { furnitureLines } from "../shared/model/furnitureFields";
import { fullIssueFixture } from "./fullIssueFixture";
import { rareCharacters, verticalIssue } from "./verticalIssue";

let fontFiles: FontFiles;
let engine: NodeComposer;
let profile: PressProfile;
beforeAll(async () => {
  fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  engine = await createNodeComposer(fontFiles);
  profile = await readProfileFile(join(projectRoot, "assets", "icc", "generic-newsprint.icc"));
});
afterAll(() => fontFiles.close());

function preset(name: string): PressPreset {
  const read = parsePressPreset(JSON.parse(readFileSync(join(projectRoot, "assets", "presets", `${name}.json`), "utf8")));
  if (!read.ok) throw new Error(`the preset ${name} is broken`);
  return read.value;
}

const noMarks = { crop: false, register: false, colourBar: false, slug: false, offsetMm: 0 };

/** The pages of a document without its pictures, as the canvas gets them, and the file made of them. */
async function exported(document: IssueDocument, preset: PressPreset): Promise<{ readonly pages: readonly PageDisplay[]; readonly file: string }> {
  const layout = engine.composer.layout(document);
  const file = join(temporaryFolder(), "pages.pdf");
  const stream = createWriteStream(file);
  await exportPdf(
    { document, layout, fonts: engine.fonts, fontFiles, readAsset: async () => null, pageIds: null, preset: { ...preset, standard: "none" }, profile, proof: null, cache: noCache, inkCache: noCache },
    async (bytes) => void stream.write(bytes),
  );
  await new Promise((resolve) => stream.end(resolve));
  return { pages: document.pages.map((page) => layout.pages.get(page.id)!), file };
}

function runsOf(page: PageDisplay): readonly GlyphRun[] {
  return page.boxes.flatMap((box) => box.items.filter((item) => item.kind === "glyphs"));
}

/** The words of a page in the order of its items, characters without a glyph included. */
function wordsOf(page: PageDisplay): string {
  return page.boxes.flatMap((box) => box.items.map((item) => (item.kind === "glyphs" ? item.text : item.kind === "path" ? (item.missing ?? "") : ""))).join("");
}

/** White space and the hyphens of divided words are no part of a text. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b]/gu, "");
}

function issues(): readonly (readonly [name: string, make: () => Promise<IssueDocument>])[] {
  return [
    ["the sample", async () => (await readIssueFolder(machineFileSystem, join(projectRoot, "assets", "samples", SAMPLE_NAME))).document],
    ["eight full pages with jumps", async () => fullIssueFixture(8)],
    ["vertical text with rare characters", async () => verticalIssue(rareCharacters.repeat(12))],
    ["rare characters", async () => epaperDocument({ lead: [rareCharacters.repeat(8), rareCharacters] })],
  ];
}

/** The stories of an issue as they should be read: the paragraphs of each, a run-in head before its first, markers as printed. */
function statedStories(document: IssueDocument): readonly (readonly string[])[] {
  const layout = engine.composer.layout(document);
  expect([...layout.flows.values()].filter(({ overset }) => overset !== null).map(({ key }) => key)).toEqual([]);
  const { stories } = buildEpaper(document, layout, { generator: { name: "", version: "" } });
  const words = ({ text }: EpaperStory, { from, to, marker = "" }: EpaperTextPart): string => bare(marker + text.slice(from, to));
  const paragraphs = (story: EpaperStory): readonly string[] => {
    const body = story.parts.filter(({ role }) => role === "runIn" || role === "paragraph");
    const [head] = body[0]?.role === "runIn" ? body.splice(0, 1) : [];
    return body.map((part, index) => (index === 0 && head !== undefined ? words(story, head) : "") + words(story, part)).filter((text) => text !== "");
  };
  return stories.map(paragraphs).filter((story) => story.length > 0);
}

/** What a file's structure reads as stories: the paragraphs of each article less jump lines and standing heads, which none has. */
function readStories(root: ReadElement, document: IssueDocument): readonly (readonly string[])[] {
  const standing = new Set(Object.values<Box>(document.boxes).flatMap((box) => (box.kind === "furniture" ? furnitureLines(document, box).map(bare) : [])));
  const isOfStory = (text: string): boolean => text !== "" && !standing.has(text) && !/^[（(]?(上接|下转)/u.test(text);
  return elementsOf(root, "Art")
    .map((article) => elementsOf(article, "P", "H2").map((paragraph) => bare(textOfElement(paragraph))).filter(isOfStory))
    .filter((story) => story.length > 0);
}

describe.each(issues())("the press file of %s", (_, make) => {
  it.skipIf(!hasMutool)("has every glyph within 0.01 pt of where the canvas has it (needs mutool)", async () => {
    const x4 = preset("x4");
    const { pages, file } = await exported(await make(), { ...x4, marks: { ...x4.marks, slug: false } });
    const margin = sheetMargin(x4);
    const traced = tracedGlyphs(file);
    expect(traced.length).toBe(pages.length);
    let worst = 0;
    pages.forEach((page, index) => {
      const wanted = runsOf(page).flatMap(({ xs, ys }) => Array.from(xs, (x, glyph) => ({ x, y: ys[glyph]! })));
      expect(traced[index]!.length).toBe(wanted.length);
      traced[index]!.forEach(({ x, y }, glyph) => {
        worst = Math.max(worst, Math.abs(x - margin - wanted[glyph]!.x), Math.abs(y - margin - wanted[glyph]!.y));
      });
    });
    expect(worst).toBeLessThan(0.01);
  });

  it.skipIf(!hasPdftotext || !hasMutool)("gives back its words exactly to poppler and MuPDF (needs pdftotext and mutool)", async () => {
    const { pages, file } = await exported(await make(), { ...preset("x1a"), marks: noMarks });
    const wanted = pages.map((page) => bare(wordsOf(page)));
    expect(wanted.join("").length).toBeGreaterThan(500);
    expect(popplerPages(file).map(bare)).toEqual(wanted);
    // In poppler's own order of columns no character is lost or another either.
    const sorted = (text: string): string => Array.from(bare(text)).toSorted().join("");
    expect(popplerPages(file, "columns").map(sorted)).toEqual(wanted.map(sorted));
    expect(mupdfPages(file).map(bare)).toEqual(wanted.map((text) => text.replaceAll("ﬁ", "fi")));
  });

  it.skipIf(!hasPdftotext)("states every story whole in its structure, paragraph by paragraph, in the e-paper's order (needs pdfinfo)", async () => {
    const document = await make();
    const { file } = await exported(document, { ...preset("x4"), marks: noMarks });
    const stated = statedStories(document);
    expect(stated.flat().length).toBeGreaterThan(2);
    expect(readStories(readStructure(file), document)).toEqual(stated);
  }, 60_000);
});
