import { execFileSync } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNodeComposer } from "../host/exporting/nodeComposer";
import { plainPdf } from "../host/exporting/plainPdf";
import { renderPage } from "../host/exporting/renderPage";
import { hasMutool } from "../host/exporting/testing/readPdf";
import { machineFileSystem } from "../host/fileSystem";
import { openFontFiles } from "../host/fonts/fontFiles";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { SAMPLE_NAME } from "../host/sampleCopy";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { projectRoot } from "../host/testing/testServices";
import type { DisplayItem, GlyphRun, PageDisplay, PathSegment } from "../shared/display/displayList";
import type { Rect } from "../shared/geometry/rect";

const DPI = 600;
const PIXELS_PER_POINT = DPI / 72;
/** Glyphs that are compared together, and the side of the squares the page is painted in: a page at 600 dpi is 240 MB. */
const WINDOW = 4;
const TILE = 240;

interface Raster {
  readonly width: number;
  readonly height: number;
  /** 0 for paper, 255 for ink. */
  ink(x: number, y: number): number;
}

describe("canvas and press file at 600 dpi", () => {
  it.skipIf(!hasMutool)("agree within 0.13 pt in 99 of 100 windows of four glyphs (needs mutool)", async () => {
    const { document } = await readIssueFolder(machineFileSystem, join(projectRoot, "assets", "samples", SAMPLE_NAME));
    const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
    try {
      const { fonts, composer } = await createNodeComposer(fontFiles);
      const layout = composer.layout(document);
      const { id } = document.pages[0]!;
      const page = layout.pages.get(id)!;
      const drawn = await drawnByMupdf(await plainPdf({ document, layout, pageIds: [id], fontFiles, readAsset: async () => null }));
      const off: number[] = [];
      for (let y = 0; y < page.size.height; y += TILE) {
        for (let x = 0; x < page.size.width; x += TILE) {
          const tile = { x, y, width: TILE, height: TILE };
          const windows = windowsIn(page, tile);
          if (windows.length === 0) continue;
          const canvas = await renderPage({ page: shifted(page, tile), pixelWidth: TILE * PIXELS_PER_POINT, fonts, fontFiles, readAsset: async () => null });
          const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const painted: Raster = { width, height, ink: (px, py) => 255 - data[4 * (py * width + px) + 1]! };
          for (const window of windows) {
            off.push(shiftBetween(painted, drawn, window, tile));
          }
        }
      }
      off.sort((a, b) => a - b);
      expect(off.length).toBeGreaterThan(300);
      const percentile = (share: number): number => off[Math.min(off.length - 1, Math.floor(share * off.length))]!;
      expect(percentile(0.99)).toBeLessThan(0.13);
    } finally {
      fontFiles.close();
    }
  }, 120_000);
});

/** Black runs of full windows that lie whole in a tile, as rectangles on the page that hold the ink of their glyphs. */
function windowsIn(page: PageDisplay, tile: Rect): readonly Rect[] {
  const windows: Rect[] = [];
  for (const run of page.boxes.flatMap(({ items }) => items.filter((item): item is GlyphRun => item.kind === "glyphs"))) {
    if (run.rotation !== 0 || run.ink.black !== 1) continue;
    for (let from = 0; from + WINDOW < run.xs.length; from += WINDOW) {
      const rect = { x: run.xs[from]!, y: run.ys[from]! - run.size, width: run.xs[from + WINDOW]! - run.xs[from]!, height: 1.25 * run.size };
      const isInside = rect.x >= tile.x && rect.y >= tile.y && rect.x + rect.width <= tile.x + tile.width && rect.y + rect.height <= tile.y + tile.height;
      if (isInside && rect.width > 0) windows.push(rect);
    }
  }
  return windows;
}

/** How far a raster is searched for the best match, in pixels. */
const REACH = 3;

/** How far the second raster's window lies from the first's, in points: the shift at which they differ least, between pixels too. */
function shiftBetween(painted: Raster, drawn: Raster, window: Rect, tile: Rect): number {
  const at = (value: number): number => Math.round(value * PIXELS_PER_POINT);
  const [left, top, width, height] = [at(window.x - tile.x), at(window.y - tile.y), at(window.width), at(window.height)];
  // Where the tile's corner falls in the page's own raster: not on a whole pixel, which the shift then makes good.
  const [cornerX, cornerY] = [at(tile.x), at(tile.y)];
  const difference = (across: number, down: number): number => {
    let sum = 0;
    for (let y = 0; y < height; y += 2) {
      for (let x = 0; x < width; x++) {
        sum += Math.abs(painted.ink(left + x, top + y) - drawn.ink(cornerX + left + x + across, cornerY + top + y + down));
      }
    }
    return sum;
  };
  let best = { across: 0, down: 0, value: Infinity };
  for (let down = -REACH; down <= REACH; down++) {
    for (let across = -REACH; across <= REACH; across++) {
      const value = difference(across, down);
      if (value < best.value) best = { across, down, value };
    }
  }
  const between = (before: number, after: number): number => (before - after) / (2 * (before + after - 2 * best.value) || 1);
  const across = best.across + between(difference(best.across - 1, best.down), difference(best.across + 1, best.down));
  const down = best.down + between(difference(best.across, best.down - 1), difference(best.across, best.down + 1));
  return Math.max(
    Math.abs(across - (tile.x * PIXELS_PER_POINT - cornerX)),
    Math.abs(down - (tile.y * PIXELS_PER_POINT - cornerY)),
  ) / PIXELS_PER_POINT;
}

/** A page without its pictures, as it stands in one tile of it. */
function shifted(page: PageDisplay, tile: Rect): PageDisplay {
  const at = (segment: PathSegment): PathSegment => {
    if (segment.kind === "close") return segment;
    const [x, y] = [segment.x - tile.x, segment.y - tile.y];
    if (segment.kind !== "curve") return { ...segment, x, y };
    return { kind: "curve", x1: segment.x1 - tile.x, y1: segment.y1 - tile.y, x2: segment.x2 - tile.x, y2: segment.y2 - tile.y, x, y };
  };
  const moved = (item: DisplayItem): readonly DisplayItem[] => {
    if (item.kind === "glyphs") return [{ ...item, xs: item.xs.map((x) => x - tile.x), ys: item.ys.map((y) => y - tile.y) }];
    return item.kind === "path" ? [{ ...item, segments: item.segments.map(at) }] : [];
  };
  return { pageId: page.pageId, size: tile, boxes: page.boxes.map((box) => ({ ...box, items: box.items.flatMap(moved), lines: [] })) };
}

async function drawnByMupdf(pdf: Uint8Array): Promise<Raster> {
  const folder = temporaryFolder();
  const file = join(folder, "page.pdf");
  const stream = createWriteStream(file);
  await new Promise<void>((resolve) => void stream.end(pdf, () => resolve()));
  execFileSync("mutool", ["draw", "-q", "-r", String(DPI), "-c", "gray", "-o", join(folder, "page.pgm"), file], { stdio: "ignore" });
  const bytes = readFileSync(join(folder, "page.pgm"));
  const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 60).toString("latin1"))!;
  return { width: Number(width), height: Number(height), ink: (x, y) => 255 - bytes[header.length + y * Number(width) + x]! };
}
