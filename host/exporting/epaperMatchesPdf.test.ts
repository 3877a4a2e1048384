import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { afterAll, describe, expect, it } from "vitest";
import { sharedArea } from "../../shared/geometry/polygonRects";
import { buildEpaper } from "../../shared/export/epaper/buildEpaper";
import type { EpaperIssue, EpaperRegion } from "../../shared/export/epaper/epaperIssue";
import { pageName } from "../../shared/export/epaper/epaperNames";
import ownSchema from "../../shared/export/epaper/openEpaper.schema.json";
import { epaperDocument } from "../../shared/export/epaper/testing/epaperDocument";
import { expectEpaperLaws } from "../../shared/export/epaper/testing/epaperLaws";
import { createComposer } from "../../shared/layout/composer";
import type { IssueDocument } from "../../shared/model/document";
import { idFrom } from "../../shared/model/idFrom";
import { machineFileSystem } from "../fileSystem";
import { readIssueFolder } from "../issues/readIssueFolder";
import { exportEpaper } from "./exportEpaper";
import { plainPdf } from "./plainPdf";
import { openExportScene } from "./runExportJob";
import { openRealFonts, projectRoot } from "./testing/handMadePage";
import { hasMutool } from "./testing/readPdf";
import { compareRegions } from "./testing/regionText";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-epaper-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = join(projectRoot, "assets", "samples", "nanfang-gongbao-2026-01-12");

interface ExportedSample {
  readonly to: string;
  readonly epaper: EpaperIssue;
  readonly files: readonly string[];
}

/** Made by whichever test comes first. */
let first: Promise<ExportedSample> | undefined;

async function exportSample(name: string): Promise<ExportedSample> {
  const { document } = await readIssueFolder(machineFileSystem, sample);
  const scene = await openExportScene(projectRoot, sample, document);
  const to = join(folder, name);
  try {
    const files = await exportEpaper(scene, projectRoot, { folder: to, allowUncovered: false });
    const epaper = JSON.parse(readFileSync(join(to, "issue.json"), "utf8")) as EpaperIssue; // written just now
    expectEpaperLaws(epaper, document, scene.layout);
    return { to, epaper, files };
  } finally {
    scene.fontFiles.close();
  }
}

/** What MuPDF finds in each region, beside what the e-paper says. */
function expectSameText(epaper: EpaperIssue, packageFolder: string): void {
  const compared = compareRegions(epaper, packageFolder);
  expect(compared.map(({ id, extracted }) => [id, extracted])).toEqual(compared.map(({ id, stated }) => [id, stated]));
}

/** Each jump line has a region to itself, which no text region touches. */
function expectJumpsApart({ pages, jumps }: EpaperIssue): void {
  const points = ({ polygon }: EpaperRegion) => polygon.map(([x, y]) => ({ x, y }));
  const found = pages.flatMap(({ regions }) => {
    const lines = regions.filter(({ kind, article }) => kind === "pointer" && article?.endsWith(":lead"));
    for (const line of lines) {
      for (const other of regions) if (other !== line) expect(sharedArea(points(line), points(other))).toBe(0);
    }
    return lines.map(({ label }) => label);
  });
  expect(found).toEqual(jumps.flatMap(({ fromLabel, toLabel }) => [fromLabel, toLabel]));
}

/** The regions and the page PDFs of a document, without its pictures. */
async function exportText(document: IssueDocument, name: string): Promise<{ readonly to: string; readonly epaper: EpaperIssue }> {
  const { fonts, fontFiles } = await openRealFonts();
  const layout = createComposer(fonts).layout(document);
  const to = join(folder, name);
  mkdirSync(to);
  for (const [index, page] of document.pages.entries()) {
    const pdf = await plainPdf({ document, layout, pageIds: [page.id], fontFiles, readAsset: async () => null });
    writeFileSync(join(to, `${pageName(index)}.pdf`), pdf);
  }
  const print = (index: number) => [{ name: "print", href: `${pageName(index)}.pdf`, contentType: "application/pdf" }] as const;
  const pageFiles = new Map(document.pages.map((page, index) => [page.id, print(index)]));
  const epaper = buildEpaper(document, layout, { generator: { name: "Broadsheet", version: "0" }, pageFiles });
  expectEpaperLaws(epaper, document, layout);
  return { to, epaper };
}

/** Newspaper text with what is awkward at line edges and region edges: marks to trim, Latin, rare characters. */
const AWKWARD = "《意见》（以下简称“《意见》”）提出，到2027年，GDP、CPI与“人工智能+制造”——𠮷林……赋能！".repeat(9);

describe("the sample's e-paper", () => {
  it.skipIf(!hasMutool)("holds in every region the text that MuPDF finds there, and none is outside (needs mutool)", async () => {
    const { epaper, to } = await (first ??= exportSample("one"));
    expect(epaper.pages[0]?.regions.length).toBeGreaterThan(10);
    expectSameText(epaper, to);
  });

  it("is valid open-epaper 1.0, and the same bytes again", async () => {
    const one = await (first ??= exportSample("one"));
    const two = await exportSample("two");
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    const validate = ajv.compile(ownSchema);
    expect(validate(one.epaper) ? [] : validate.errors).toEqual([]);
    expect(one.files.length).toBeGreaterThan(8 * 5);
    expect(two.files.map((file) => file.slice(two.to.length))).toEqual(one.files.map((file) => file.slice(one.to.length)));
    for (const [index, file] of one.files.entries()) {
      expect(readFileSync(file).equals(readFileSync(two.files[index] ?? ""))).toBe(true);
    }
  });
});

describe.skipIf(!hasMutool)("regions and PDF (skipped without mutool)", () => {
  it.each([
    ["a hole", { pictures: [{ fromColumn: 1, toColumn: 3, fromLine: 14, toLine: 20 }] }],
    ["a corner", { pictures: [{ fromColumn: 2, toColumn: 4, fromLine: 8, toLine: 18 }] }],
    ["a cut right through", { pictures: [{ fromColumn: 0, toColumn: 4, fromLine: 16, toLine: 20 }] }],
    ["an L of spans", { spans: [{ fromColumn: 0, toColumn: 1, fromLine: 0, toLine: 22 }, { fromColumn: 1, toColumn: 4, fromLine: 10, toLine: 22 }] }],
  ])("hold the same text round %s, across a jump and in briefs", async (name, options) => {
    const { epaper, to } = await exportText(epaperDocument({ lead: [AWKWARD, AWKWARD, AWKWARD], ...options }), name);
    expect(epaper.jumps).toMatchObject([{ fromLabel: "（下转第2版）", toLabel: "（上接第1版）" }]);
    expectSameText(epaper, to);
    expectJumpsApart(epaper);
  });

  it.each([
    ["divided words", { hyphenation: "on" }],
    ["hanging stops", { hanging: "on", lineEndTrim: "off", squeeze: "off" }],
    ["a grid of characters", { grid: "characters" }],
  ] as const)("hold the same text with %s", async (name, settings) => {
    const text = "广东推动international合作与communication建设，manufacturing企业development加快，innovation能力增强。".repeat(8);
    const base = epaperDocument({ lead: [text, text] });
    const { epaper, to } = await exportText({ ...base, composition: { ...base.composition, ...settings } }, name);
    expectSameText(epaper, to);
  });

  it("hold the same text in a vertical title", async () => {
    const base = epaperDocument({ lead: [AWKWARD] });
    const title = base.boxes[idFrom<"box">("lead-title")];
    if (title?.kind !== "title") throw new Error("The lead has a title");
    const upright = { ...title, direction: "vertical", rect: { ...title.rect, x: title.rect.x + title.rect.width + 9, width: 150, height: 300 } } as const;
    const { epaper, to } = await exportText({ ...base, boxes: { ...base.boxes, [title.id]: upright } }, "vertical");
    expectSameText(epaper, to);
  });
});
