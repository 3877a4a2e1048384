import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clippedOutline, isInside, logicalOutline } from "../geometry/outline";
import { bottom, outset, right, type Rect } from "../geometry/rect";
import { textFrameColumns } from "../model/frameColumns";
import type { Asset, Box, IssueDocument, PictureFrame, Story, TextFrame } from "../model/document";
import { idFrom } from "../model/idFrom";
import type { BoxId } from "../model/ids";
import { newPictureFrame } from "../model/newBoxes";
import { picturePlace } from "../model/picturePlace";
import { createComposer } from "./composer";
import type { FlowLayout, SetLine } from "./issueLayout";
import { countableFonts, documentOf, frameOf, obstacleOf, storyTexts } from "./testing/layoutBuilders";
import { printedLayout } from "./testing/printedLayout";

const PITCH = 11.25;

function flowOf(document: IssueDocument): FlowLayout {
  const [story] = Object.values<Story>(document.stories);
  return createComposer(countableFonts).layout(document).flows.get(`story:${story!.id}`)!;
}

const asset: Asset = {
  id: idFrom<"asset">("a".repeat(64)), fileName: "round.png", contentType: "image/png", pixelWidth: 300, pixelHeight: 200, rights: "",
};

/** A circle, as large as the picture is high. */
const circle = Array.from({ length: 40 }, (_, corner) => {
  const angle = (corner / 40) * 2 * Math.PI;
  return { x: 0.5 + Math.cos(angle) / 3, y: 0.5 + Math.sin(angle) / 2 };
});

function roundPicture(document: IssueDocument, rect: Rect, change: Partial<PictureFrame> = {}): PictureFrame {
  return { ...newPictureFrame(idFrom("round"), rect, document.grid), assetId: asset.id, contour: circle, ...change };
}

/** A story in a frame, with pictures and boxes in its way. */
function pushed(texts: readonly string[], frame: TextFrame, others: readonly Box[]): IssueDocument {
  return { ...documentOf(texts, [frame], others), assets: { [asset.id]: asset } };
}

const frames: fc.Arbitrary<TextFrame> = fc
  .record({
    columns: fc.integer({ min: 1, max: 4 }),
    lines: fc.integer({ min: 2, max: 24 }),
    direction: fc.constantFrom("horizontal" as const, "vertical" as const),
    remainder: fc.constantFrom("even" as const, "longerColumns" as const, "widerGutters" as const),
    balance: fc.boolean(),
    blockAlign: fc.constantFrom("start" as const, "justify" as const),
    wider: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ columns, lines, direction, wider, ...rest }) => {
    const frame = frameOf("a", columns, lines);
    const { x, y, width, height } = frame.rect;
    const [along, across] = [width + wider, height];
    const rect = direction === "vertical" ? { x, y, width: across, height: along } : { x, y, width: along, height: across };
    return { ...frame, ...rest, direction, rect };
  });

const rects: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }), width: fc.integer({ min: 5, max: 200 }), height: fc.integer({ min: 5, max: 200 }),
});

const documents = fc
  .record({ texts: storyTexts, times: fc.integer({ min: 1, max: 4 }), frame: frames, box: rects, picture: rects, standoff: fc.nat(12), fitting: fc.constantFrom("fill" as const, "fit" as const) })
  .map(({ texts, times, frame, box, picture, standoff, fitting }) => {
    const long = texts.map((text) => text.repeat(times));
    const document = documentOf(long, [frame]);
    return pushed(long, frame, [{ ...obstacleOf("o", box), standoff }, roundPicture(document, picture, { standoff, fitting })]);
  });

/** How far a line stands in from the first line of its frame, from line to line. */
function depthOf(line: SetLine, frame: TextFrame): number {
  return line.direction === "vertical" ? right(frame.rect) - right(line.rect) : line.rect.y - frame.rect.y;
}

const frameIn = (document: IssueDocument): TextFrame => document.boxes["a" as BoxId] as TextFrame; // the builders' name of it

describe("a story in frames of any kind", () => {
  it("loses and repeats nothing", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const flow = flowOf(document);
        const texts = flow.paragraphs.map(({ text }) => text);
        let paragraph = texts.findIndex((text) => text !== "");
        let offset = 0;
        for (const line of flow.lines) {
          expect([line.paragraph, line.from]).toEqual([paragraph, offset]);
          offset = line.to;
          if (offset < texts[paragraph]!.length) continue;
          paragraph++;
          offset = 0;
        }
        if (flow.overset === null) expect(paragraph).toBe(texts.length);
        else expect([flow.overset.paragraph, flow.overset.offset]).toEqual([paragraph, offset]);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps every line in a column, on the grid, and out of what pushes it", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const frame = frameIn(document);
        const columns = textFrameColumns(frame, document.grid);
        const box = document.boxes["o" as BoxId]!;
        const picture = document.boxes["round" as BoxId] as PictureFrame;
        const whole = picturePlace(picture, asset);
        const shown = clippedOutline(circle.map(({ x, y }) => ({ x: whole.x + x * whole.width, y: whole.y + y * whole.height })), picture.rect);
        const outline = logicalOutline("horizontal", shown);
        for (const line of flowOf(document).lines) {
          const column = columns[line.column]!;
          expect(line.direction).toBe(frame.direction);
          const overhang = [column.x - line.rect.x, column.y - line.rect.y, right(line.rect) - right(column), bottom(line.rect) - bottom(column)];
          expect(Math.max(...overhang)).toBeLessThanOrEqual(0.021);
          const rows = depthOf(line, frame) / PITCH;
          expect(Math.abs(rows - Math.round(rows)) * PITCH).toBeLessThan(0.01);
          const kept = outset(box.rect, box.standoff - 0.02);
          const crosses = line.rect.x < right(kept) && kept.x < right(line.rect) && line.rect.y < bottom(kept) && kept.y < bottom(line.rect);
          expect(crosses).toBe(false);
          if (shown.length < 3) continue;
          const near = outset(line.rect, picture.standoff - 0.02);
          for (let step = 0; step <= 20; step++) {
            for (const height of [near.y, near.y + near.height / 2, bottom(near)]) {
              expect(isInside(outline, near.x + (step / 20) * near.width, height)).toBe(false);
            }
          }
          for (const { x, y } of shown) expect(x > near.x && x < right(near) && y > near.y && y < bottom(near)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is set as from scratch after its frame or what pushes it has changed", () => {
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        const composer = createComposer(countableFonts);
        composer.layout(one);
        const mixed = { ...one, boxes: other.boxes };
        expect(printedLayout(composer.layout(mixed))).toBe(printedLayout(createComposer(countableFonts).layout(mixed)));
        expect(printedLayout(composer.layout(one))).toBe(printedLayout(createComposer(countableFonts).layout(one)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("vertical text", () => {
  it("breaks as horizontal text does in a frame of swapped sides, turned by a quarter", () => {
    const upright = fc.array(fc.constantFrom("人工智能", "的", "制造业", "，", "。", "《意见》", "、", "𠮷", "邊\u{E0100}"), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(upright, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 14 }), rects, (parts, columns, lines, box) => {
        const texts = parts.map((part) => part.join(""));
        const frame = { ...frameOf("a", columns, lines), balance: lines % 2 === 0 };
        const { x, y, width, height } = frame.rect;
        const turned: TextFrame = { ...frame, direction: "vertical", rect: { x, y, width: height, height: width } };
        // What lies so far from the first line and from the lines' start stays there.
        const there = { x: right(turned.rect) - (box.y - y) - box.height, y: y + box.x - x, width: box.height, height: box.width };
        const flat = flowOf(documentOf(texts, [frame], [obstacleOf("o", box)]));
        const tall = flowOf(documentOf(texts, [turned], [obstacleOf("o", there)]));
        const placeOf = (line: SetLine) => [line.column, line.row, line.paragraph, line.from, line.to, ...line.positions].map((value) => Math.round(value * 1000) / 1000);
        expect(tall.lines.map(placeOf)).toEqual(flat.lines.map(placeOf));
        expect(tall.overset).toEqual(flat.overset);
        expect(tall.spareLines).toBe(flat.spareLines);
        for (const [index, { rect }] of tall.lines.entries()) {
          const other = flat.lines[index]!.rect;
          expect([rect.y - y, right(turned.rect) - right(rect), rect.height, rect.width].map((value) => Math.round(value * 1000))).toEqual(
            [other.x - x, other.y - y, other.width, other.height].map((value) => Math.round(value * 1000)),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it("runs through tiers from the top, sets two digits in one cell, and goes on in a horizontal frame", () => {
    const turned: TextFrame = { ...frameOf("a", 1, 2), direction: "vertical", columns: 2, rect: { x: 60, y: 60, width: 20.25, height: 9 * 11 * 2 + 9 } };
    const flow = flowOf(documentOf(["今年12月" + "一二三四五六七八九十".repeat(6)], [turned, frameOf("b", 1, 4, { x: 300, y: 60 })]));
    expect(flow.lines.map(({ boxId, column, rect }) => [boxId, column, rect.x, rect.y])).toEqual([
      ["a", 0, 71.25, 60], ["a", 0, 60, 60], ["a", 1, 71.25, 168], ["a", 1, 60, 168], ["b", 0, 300, 60], ["b", 0, 300, 71.25],
    ]);
    expect([...flow.lines[0]!.positions].slice(0, 6)).toEqual([18, 27, 36, 45, 45, 54].map((at) => expect.closeTo(at, 1)));
    expect(flow.lines.map(({ direction }) => direction)).toEqual(["vertical", "vertical", "vertical", "vertical", "horizontal", "horizontal"]);
  });
});

describe("balanced columns", () => {
  it("end within a line of each other but the last, and only where the text does not fill them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 14 }), (length, columns, lines) => {
        const frame = frameOf("a", columns, lines);
        const text = "字".repeat(length);
        const plain = flowOf(documentOf([text], [frame]));
        const flow = flowOf(documentOf([text], [{ ...frame, balance: true }]));
        expect([flow.spareLines, flow.overset]).toEqual([plain.spareLines, plain.overset]);
        const counts = Array.from({ length: columns }, (_, column) => flow.lines.filter((line) => line.column === column).length);
        if (plain.spareLines === 0) {
          expect(flow.lines.map(({ rect }) => rect)).toEqual(plain.lines.map(({ rect }) => rect));
          return;
        }
        const used = counts.filter((count) => count > 0);
        const others = used.slice(0, -1);
        if (others.length > 0) expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(1);
        expect(used.at(-1)!).toBeLessThanOrEqual(Math.max(...used));
        // As low as they can be: a line less in each would not hold the text, or would leave one alone.
        expect(Math.max(...used)).toBeLessThanOrEqual(Math.ceil(flow.lines.length / columns) + 1);
      }),
      { numRuns: 200 },
    );
  });

  it("hold what columns filled one after the other hold, and leave as much empty, among boxes and pictures", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const frame = frameIn(document);
        const set = (change: Partial<TextFrame>): FlowLayout => flowOf({ ...document, boxes: { ...document.boxes, [frame.id]: { ...frame, ...change } } });
        const plain = set({ balance: false, blockAlign: "start" });
        for (const change of [{ balance: true }, { blockAlign: "justify" }, { balance: true, blockAlign: "justify" }] as const) {
          const flow = set({ balance: false, blockAlign: "start", ...change });
          expect([flow.overset, flow.spareLines]).toEqual([plain.overset, plain.spareLines]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("end on one line beside a picture, too", () => {
    const frame = { ...frameOf("a", 3, 20), balance: true };
    const picture = obstacleOf("o", { x: 168, y: 60, width: 99, height: 5 * PITCH });
    const flow = flowOf(documentOf(["字".repeat(300)], [frame], [picture]));
    const ends = [0, 1, 2].map((column) => Math.max(...flow.lines.filter((line) => line.column === column).map((line) => line.rect.y)));
    expect(ends[0]).toBe(ends[1]);
    expect(ends[2]).toBeLessThanOrEqual(ends[0]!);
    expect(flow.overset).toBeNull();
  });
});
