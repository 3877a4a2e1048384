import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DisplayItem, PathItem, PathSegment } from "../display/displayList";
import type { TextFrame } from "../model/document";
import { frameOf, storyTexts } from "./testing/layoutBuilders";
import { cutText, lineTexts, printedText, setStory, styledDocument, withoutSpaces, type Looks, type Pieces } from "./testing/styledStory";

/** A frame of 11 characters of 9 pt from the corner (60, 60). */
const frame = frameOf("a", 1, 40);
const vertical: TextFrame = { ...frame, rect: { x: 60, y: 60, width: 40 * 11.25 - 2.25, height: 99 }, direction: "vertical" };

function itemsOf(paragraphs: readonly Pieces[], inFrame: TextFrame = frame): readonly DisplayItem[] {
  const { layout } = setStory(styledDocument(paragraphs, { align: "start", runInStyleId: null }, [inFrame]));
  return [...layout.pages.values()][0]!.boxes.flatMap(({ items }) => items);
}

const pathsOf = (pieces: Pieces, inFrame?: TextFrame): readonly PathItem[] =>
  itemsOf([pieces], inFrame).filter((item): item is PathItem => item.kind === "path");

interface Extent { readonly left: number; readonly right: number; readonly top: number; readonly foot: number }

function extentOf(segments: readonly PathSegment[]): Extent {
  const places = segments.filter((segment) => segment.kind !== "close");
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) };
}

/** The closed outlines of a path, one by one. */
function outlines({ segments }: PathItem): readonly Extent[] {
  const ends = segments.flatMap((segment, index) => (segment.kind === "close" ? [index + 1] : []));
  return ends.map((end, index) => extentOf(segments.slice(ends[index - 1] ?? 0, end)));
}

const dotted: Looks = { emphasis: "dot" };

describe("emphasis dots", () => {
  it("stand below the middle of each Han character, and below nothing else", () => {
    const [dots] = pathsOf(["强调", ["必须，A1 办", dotted], "好"]);
    const centres = outlines(dots!).map(({ left, right }) => (left + right) / 2);
    expect(centres[0]).toBeCloseTo(60 + 2.5 * 9);
    expect(centres[1]).toBeCloseTo(60 + 3.5 * 9);
    expect(centres).toHaveLength(3);
    for (const { top, foot } of outlines(dots!)) {
      expect(top).toBeGreaterThan(69);
      expect(foot).toBeLessThanOrEqual(71.25);
    }
  });

  it("stand at the right of the characters in vertical setting", () => {
    const [dots] = pathsOf([["必须", dotted]], vertical);
    const line = vertical.rect.x + vertical.rect.width - 9;
    expect(outlines(dots!).map(({ top, foot }) => Math.round(((top + foot) / 2 - 60) * 10) / 10)).toEqual([4.5, 13.5]);
    for (const { left } of outlines(dots!)) expect(left).toBeGreaterThan(line + 9);
  });

  it("stay in the middle of characters that a justified line moves apart", () => {
    const document = styledDocument([[["一二三四五六七八九十", dotted], "（乙）一二三四五六七八九十一二三"]], { align: "justify" }, [{ ...frame, rect: { ...frame.rect, width: 94 } }]);
    const { layout, flow } = setStory(document);
    const line = flow.lines[0]!;
    const dots = [...layout.pages.values()][0]!.boxes[0]!.items.find((item) => item.kind === "path")!;
    expect(line.stretchEm).toBeGreaterThan(0);
    outlines(dots).forEach(({ left, right }, index) => expect((left + right) / 2).toBeCloseTo(60 + line.positions[index]! + 4.5));
  });
});

describe("lines beside names", () => {
  it("are an eighth of an em shorter at both ends, so that neighbours stay apart", () => {
    const [one, other] = pathsOf(["见", ["周树人", { line: "properNoun" }], ["绍兴", { line: "properNoun" }]]).map(({ segments }) => extentOf(segments));
    expect(one).toMatchObject({ left: 60 + 9 + 9 / 8, right: 60 + 36 - 9 / 8 });
    expect(other!.left - one!.right).toBeCloseTo(9 / 4);
    expect(one!.top).toBeGreaterThan(69);
  });

  it("run to the edge of a line that ends inside the name, and on from the next one's start", () => {
    const parts = pathsOf(["一二三四五六七八九", ["周树人氏", { line: "properNoun" }]]).map(({ segments }) => extentOf(segments));
    expect(parts).toHaveLength(2);
    expect(parts[0]!.right).toBeCloseTo(60 + 99);
    expect(parts[1]!.left).toBeCloseTo(60);
    expect(parts[1]!.right).toBeCloseTo(60 + 18 - 9 / 8);
  });

  it("are one wave of whole halves for a book, and stand at the left in vertical setting", () => {
    const [wave] = pathsOf([["呐喊", { line: "bookTitle" }]]);
    expect(wave!.segments.filter(({ kind }) => kind === "curve").length).toBeGreaterThan(6);
    expect(wave!.segments.at(-1)).toMatchObject({ x: 60 + 18 - 9 / 8 });
    const [left] = pathsOf([["呐喊", { line: "properNoun" }]], vertical);
    expect(extentOf(left!.segments).right).toBeLessThan(vertical.rect.x + vertical.rect.width - 9);
  });

  it("leave the dots their place below them", () => {
    const [line, dots] = pathsOf([["周树人", { line: "properNoun", emphasis: "dot" }]]);
    for (const { top } of outlines(dots!)) expect(top).toBeGreaterThan(extentOf(line!.segments).foot);
  });
});

describe("the frame around a name", () => {
  it("stands outside the em boxes, in an eighth of an em of its own on both sides", () => {
    const { flow, layout } = setStory(styledDocument([["由", ["王建国", { framed: true }], "任"]], { align: "start" }, [frame]));
    expect([...flow.lines[0]!.positions]).toEqual([0, 9, 19.125, 28.125, 38.25, 47.25]);
    const path = [...layout.pages.values()][0]!.boxes[0]!.items.find((item) => item.kind === "path")!;
    const { left, right, top, foot } = extentOf(path.segments);
    expect(left).toBeGreaterThan(60 + 9);
    expect(left).toBeLessThan(60 + 9 + 9 / 8);
    expect(right).toBeGreaterThan(60 + 9 + 9 / 8 + 27);
    expect(right).toBeLessThan(60 + 38.25);
    expect(top).toBeLessThan(60);
    expect(foot).toBeGreaterThan(69);
  });

  it("fills whole places on a grid of characters", () => {
    const document = styledDocument([["由", ["王建国", { framed: true }], "任"]], { align: "start" }, [frame]);
    const { flow } = setStory({ ...document, composition: { ...document.composition, grid: "characters" } });
    expect([...flow.lines[0]!.positions]).toEqual([0, 9, 22.5, 31.5, 45, 54]);
  });

  it("keeps the name on one line", () => {
    const { flow } = setStory(styledDocument([["一二三四五六七八九", ["王建国", { framed: true }], "等"]], { align: "start" }, [frame]));
    expect(lineTexts(flow)).toEqual(["一二三四五六七八九", "王建国等"]);
  });
});

describe("adorned text", () => {
  it("breaks where plain text breaks, and its glyphs stand for the same characters", () => {
    fc.assert(
      fc.property(storyTexts, fc.constantFrom<Looks>(dotted, { line: "properNoun" }, { line: "bookTitle", emphasis: "dot" }), fc.nat(), fc.nat(), fc.boolean(), ([text = "", ...rest], looks, a, b, isVertical) => {
        const own = isVertical ? vertical : frame;
        const plainRest = rest.map((other): Pieces => [other]);
        const plain = setStory(styledDocument([[text], ...plainRest], {}, [own])).flow;
        const [before, stretch, behind] = cutText(text, a, b);
        const { flow, layout } = setStory(styledDocument([[before, [stretch, looks], behind], ...plainRest], {}, [own]));
        expect(lineTexts(flow)).toEqual(lineTexts(plain));
        expect(printedText(layout)).toBe(withoutSpaces(lineTexts(flow).join("")));
      }),
      { numRuns: 60 },
    );
  });
});
