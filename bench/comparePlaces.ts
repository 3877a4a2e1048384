import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noCache } from "../host/assets/derivedCache";
import { exportPdf } from "../host/exporting/exportPdf";
import { createNodeComposer } from "../host/exporting/nodeComposer";
import { renderPage, type PageRendering } from "../host/exporting/renderPage";
import { tracedGlyphs } from "../host/exporting/testing/readPdf";
import { machineFileSystem } from "../host/fileSystem";
import { openFontFiles, type FontFiles } from "../host/fonts/fontFiles";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { SAMPLE_NAME } from "../host/sampleCopy";
import type { GlyphRun, PageDisplay } from "../shared/display/displayList";
import { EM_ASCENT, type FontSource } from "../shared/fonts/fontSource";
import { sheetMargin } from "../shared/export/pdf/pageBoxes";
import { plainPreset } from "../shared/export/pdf/plainPreset";
import type { PressPreset } from "../shared/export/pdf/pressPreset";
import { translate, union, type Rect } from "../shared/geometry/rect";
import type { IssueDocument } from "../shared/model/document";
import { bestShift, type GreyRaster } from "./bestShift";
import { fullIssueFixture } from "./fullIssueFixture";

const DPI = 600;
const PIXELS_PER_POINT = DPI / 72;
/** Glyphs compared together, fewer where they are large. */
const WINDOW_GLYPHS = 4;
const WINDOW_LENGTH = 60;
/** Pages are painted and read in strips of this height: a whole one would be 0.5 GB. */
const STRIP = 100;

/**
 * Canvas and MuPDF both set baselines of text on whole pixels. On the page's own corner the sample's baselines lie just
 * between two, and one rounds up and the other down; a bleed moves them off that edge, by the same amount in both.
 */
const PRESET: PressPreset = { ...plainPreset, bleedMm: 3 };
const MARGIN = sheetMargin(PRESET);

/** How far canvas and PDF are apart, in points. */
export interface PlaceFigures {
  readonly pages: number;
  readonly glyphs: number;
  /** By `mutool trace` against the display list; not a number where the two have other glyphs. */
  readonly farthestGlyph: number;
  /** Windows compared at 600 dpi, and those without ink or off the page. */
  readonly windows: number;
  readonly windowsLeftOut: number;
  /** Of the shifts of best match between pixels. */
  readonly median: number;
  readonly percentile99: number;
  readonly farthestWindow: number;
  /** The share of windows that match best without a shift, and with one of a pixel (0.12 pt) at most. */
  readonly onSamePixel: number;
  readonly withinOnePixel: number;
}

/** `node scripts/comparePlaces.mjs [ISSUE]`: the figures of an issue folder, else of the sample and of eight full pages. */
export async function comparePlaces(projectRoot: string, folder: string | null): Promise<void> {
  const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);
  const issue = async (name: string) => ({ name, document: (await readIssueFolder(machineFileSystem, name)).document });
  const issues = folder === null ? [await issue(sample), { name: "eight full pages", document: fullIssueFixture(8) }] : [await issue(folder)];
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  const scratch = mkdtempSync(join(tmpdir(), "broadsheet-places-"));
  try {
    for (const { name, document } of issues) {
      const figures = await comparePlacesOf(document, { fontFiles, scratch, pages: document.pages.length });
      console.log(JSON.stringify({ issue: name, ...figures }, null, 1));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    fontFiles.close();
  }
}

/** The figures of the first pages of an issue; needs `mutool`, and a folder for its pictures. */
export async function comparePlacesOf(
  document: IssueDocument,
  { fontFiles, scratch, pages: count }: { readonly fontFiles: FontFiles; readonly scratch: string; readonly pages: number },
): Promise<PlaceFigures> {
  const { fonts, composer } = await createNodeComposer(fontFiles);
  const layout = composer.layout(document);
  const readAsset = async (): Promise<null> => null;
  const file = join(scratch, "issue.pdf");
  const pageIds = document.pages.slice(0, count).map(({ id }) => id);
  const parts: Uint8Array[] = [];
  await exportPdf(
    { document, layout, pageIds, fonts, fontFiles, readAsset, preset: PRESET, profile: null, proof: null, cache: noCache, inkCache: noCache },
    async (bytes) => void parts.push(bytes),
  );
  writeFileSync(file, Buffer.concat(parts));
  const pages = pageIds.map((id) => layout.pages.get(id)!);
  const shifts: number[] = [];
  let leftOut = 0;
  for (const [index, page] of pages.entries()) {
    const drawn = join(scratch, "page.pgm");
    execFileSync("mutool", ["draw", "-q", "-r", String(DPI), "-c", "gray", "-B", "512", "-o", drawn, file, String(index + 1)], { stdio: "ignore" });
    for await (const shift of shiftsOf({ page, pixelWidth: 1, fonts, fontFiles, readAsset }, drawn)) {
      if (shift === null) leftOut++;
      else shifts.push(shift);
    }
  }
  shifts.sort((a, b) => a - b);
  const at = (share: number): number => rounded(shifts[Math.min(shifts.length - 1, Math.floor(share * shifts.length))] ?? Number.NaN);
  const within = (pixels: number): number => rounded(shifts.filter((shift) => Math.round(shift * PIXELS_PER_POINT) <= pixels).length / shifts.length);
  return {
    pages: pages.length,
    ...farthestGlyph(pages, file),
    windows: shifts.length,
    windowsLeftOut: leftOut,
    median: at(0.5),
    percentile99: at(0.99),
    farthestWindow: at(1),
    onSamePixel: within(0),
    withinOnePixel: within(1),
  };
}

function farthestGlyph(pages: readonly PageDisplay[], file: string): Pick<PlaceFigures, "glyphs" | "farthestGlyph"> {
  const traced = tracedGlyphs(file);
  let [glyphs, farthest] = [0, 0];
  pages.forEach((page, index) => {
    const wanted = runsOf(page).flatMap(({ xs, ys }) => Array.from(xs, (x, glyph) => ({ x: x + MARGIN, y: ys[glyph]! + MARGIN })));
    glyphs += wanted.length;
    const read = traced[index] ?? [];
    if (read.length !== wanted.length) farthest = Number.NaN;
    wanted.forEach(({ x, y }, glyph) => {
      farthest = Math.max(farthest, Math.abs(x - (read[glyph]?.x ?? Number.NaN)), Math.abs(y - (read[glyph]?.y ?? Number.NaN)));
    });
  });
  return { glyphs, farthestGlyph: rounded(farthest) };
}

/** The larger of the shifts across and down of each window of a page, in points; null for a window that cannot tell. Windows are on the sheet. */
async function* shiftsOf(rendering: PageRendering, pgm: string): AsyncGenerator<number | null> {
  const { page, fonts } = rendering;
  const windows = runsOf(page).flatMap((run) => windowsOf(run, fonts)).map((window) => translate(window, { x: MARGIN, y: MARGIN })).toSorted((a, b) => a.y - b.y);
  const raster = openPgm(pgm);
  try {
    for (let next = 0; next < windows.length; ) {
      const first = next;
      while (next < windows.length && windows[next]!.y < windows[first]!.y + STRIP) next++;
      const own = windows.slice(first, next);
      const top = Math.max(0, Math.floor((windows[first]!.y - 2) * PIXELS_PER_POINT));
      const foot = Math.min(raster.height, Math.ceil((Math.max(...own.map(({ y, height }) => y + height)) + 2) * PIXELS_PER_POINT));
      const height = foot - top;
      const region = { x: -MARGIN, y: top / PIXELS_PER_POINT - MARGIN, width: raster.width / PIXELS_PER_POINT, height: height / PIXELS_PER_POINT };
      const canvas = await renderPage({ ...rendering, region, pixelWidth: raster.width });
      const painted = greyOf(canvas.getContext("2d").getImageData(0, 0, raster.width, height).data, raster.width, height);
      const drawn = raster.strip(top, height);
      for (const window of own) {
        const x = Math.round(window.x * PIXELS_PER_POINT);
        const y = Math.round(window.y * PIXELS_PER_POINT) - top;
        const size = { width: Math.round(window.width * PIXELS_PER_POINT), height: Math.round(window.height * PIXELS_PER_POINT) };
        const shift = bestShift(painted, drawn, { x, y, ...size });
        yield shift === null ? null : Math.max(Math.abs(shift.x), Math.abs(shift.y)) / PIXELS_PER_POINT;
      }
    }
  } finally {
    raster.close();
  }
}

function runsOf(page: PageDisplay): readonly GlyphRun[] {
  return page.boxes.flatMap(({ items }) => items.filter((item): item is GlyphRun => item.kind === "glyphs"));
}

/** The em boxes of a few glyphs at a time, all glyphs of the run in turn. */
function windowsOf(run: GlyphRun, fonts: FontSource): readonly Rect[] {
  const { size, horizontalScale, rotation, xs, ys, glyphIds } = run;
  const font = fonts.font(run.fontId);
  const boxes = Array.from(glyphIds, (glyphId, index): Rect => {
    const advance = Math.max(0.1, font?.advance(glyphId) ?? 1) * size * horizontalScale;
    const [x, y] = [xs[index]!, ys[index]!];
    return rotation === 0 ? { x, y: y - EM_ASCENT * size, width: advance, height: size } : { x: x - (1 - EM_ASCENT) * size, y, width: size, height: advance };
  });
  const together = Math.max(1, Math.min(WINDOW_GLYPHS, Math.floor(WINDOW_LENGTH / size)));
  return Array.from({ length: Math.ceil(boxes.length / together) }, (_, index) => union(boxes.slice(index * together, (index + 1) * together))!);
}

function greyOf(data: Uint8ClampedArray, width: number, height: number): GreyRaster {
  const grey = new Uint8Array(width * height);
  for (let index = 0; index < grey.length; index++) grey[index] = (data[4 * index]! + 2 * data[4 * index + 1]! + data[4 * index + 2]!) >> 2;
  return { width, height, grey };
}

interface PgmFile {
  readonly width: number;
  readonly height: number;
  strip(top: number, height: number): GreyRaster;
  close(): void;
}

/** A grey PNM file, read strip by strip. */
function openPgm(file: string): PgmFile {
  const descriptor = openSync(file, "r");
  const start = Buffer.alloc(64);
  readSync(descriptor, start, 0, start.length, 0);
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(start.toString("latin1"));
  if (header === null) throw new Error(`${file} is no grey PNM file`);
  const [width, height] = [Number(header[1]), Number(header[2])];
  return {
    width,
    height,
    strip: (top, rows) => {
      const grey = new Uint8Array(width * rows);
      readSync(descriptor, grey, 0, grey.length, header[0].length + top * width);
      return { width, height: rows, grey };
    },
    close: () => closeSync(descriptor),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
