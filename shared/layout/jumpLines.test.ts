import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movePage } from "../commands/pages";
import type { IssueDocument, ParagraphStyle, Rule, Story, TextFrame } from "../model/document";
import { houseStyleIds } from "../model/houseStyles";
import { idFrom } from "../model/idFrom";
import type { BoxId } from "../model/ids";
import { tableOf } from "../model/newDocument";
import { createComposer } from "./composer";
import type { FlowLayout, IssueLayout } from "./issueLayout";
import { jumpText } from "./jumpLines";
import { countableFonts, documentOf, frameOf, obstacleOf, storyTexts } from "./testing/layoutBuilders";
import { printedLayout } from "./testing/printedLayout";

/** One story over pages: what stands on each page, in print order. */
function documentOver(texts: readonly string[], pages: readonly (readonly TextFrame[])[], others: readonly Rule[] = []): IssueDocument {
  const base = documentOf(texts, pages.flat(), others);
  const [first] = base.pages;
  if (first === undefined) throw new Error("The document has a page");
  return {
    ...base,
    pages: pages.map((frames, index) => ({
      ...first,
      id: idFrom(`page-${index + 1}`),
      boxIds: [...frames.map(({ id }) => id), ...(index === 0 ? others.map(({ id }) => id) : [])],
    })),
  };
}

const compose = (document: IssueDocument): IssueLayout => createComposer(countableFonts).layout(document);

function bodyOf(document: IssueDocument, layout: IssueLayout): FlowLayout {
  const [story] = Object.values<Story>(document.stories);
  return layout.flows.get(`story:${story!.id}`)!;
}

const wordsOf = (flow: FlowLayout) => flow.lines.map((line) => flow.paragraphs[line.paragraph]!.text.slice(line.from, line.to));

/** The jump lines that are printed, by their frame. */
function jumpsOf(layout: IssueLayout): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...layout.flows.values()].filter(({ key }) => key.startsWith("jump:")).map((flow) => [flow.key.slice(5), wordsOf(flow)]));
}

/** The words of a box in the order they are drawn. */
function drawn(layout: IssueLayout, pageId: string, boxId: string): string {
  const box = layout.pages.get(idFrom<"page">(pageId))?.boxes.find((each) => each.boxId === boxId);
  return (box?.items ?? []).map((item) => (item.kind === "glyphs" ? item.text : "")).join("");
}

const digits = "一二三四五六七八九十";

describe("jump lines", () => {
  it("stand at the left of vertical lines that go on elsewhere, and at the right of those that come from there", () => {
    const tall = (id: string, lines: number): TextFrame => ({
      ...frameOf(id, 1, 1), direction: "vertical", rect: { x: 60, y: 60, width: (lines - 1) * 11.25 + 9, height: 99 },
    });
    const document = documentOver([digits.repeat(4)], [[tall("a", 3)], [tall("b", 4)]]);
    const layout = compose(document);
    expect(jumpsOf(layout)).toEqual({ a: ["（下转第2版）"], b: ["（上接第1版）"] });
    const strips = [...layout.flows.values()].filter(({ key }) => key.startsWith("jump:")).flatMap(({ lines }) => lines);
    expect(strips.map(({ direction, rect }) => [direction, rect.x, rect.y, rect.width, rect.height])).toEqual([
      ["vertical", 60, 60, 9, 99], ["vertical", 60 + 3 * 11.25, 60, 9, 99],
    ]);
    expect(bodyOf(document, layout).lines.map(({ boxId, rect }) => [boxId, rect.x])).toEqual([
      ["a", 82.5], ["a", 71.25], ["b", 82.5], ["b", 71.25],
    ]);
    expect(drawn(layout, "page-2", "b")).toMatch(/^（上接第1版）/);
  });

  it("stand at the end of what a page shows and at the head of what goes on, both in the middle of a story", () => {
    const document = documentOver([digits.repeat(8)], [[frameOf("a", 2, 2)], [frameOf("b", 1, 4)], [frameOf("c", 1, 6)]]);
    const layout = compose(document);
    expect(jumpsOf(layout)).toEqual({ a: ["（下转第2版）"], b: ["（上接第1版）", "（下转第3版）"], c: ["（上接第2版）"] });
    const body = bodyOf(document, layout);
    expect(body.lines.map(({ boxId, column }) => `${boxId}${column}`).join(" ")).toBe("a0 a0 a1 b0 b0 c0 c0 c0");
    const strips = [...layout.flows.values()].filter(({ key }) => key.startsWith("jump:")).flatMap(({ lines }) => lines.map(({ rect, column }) => [column, rect.x, rect.y]));
    expect(strips).toEqual([[1, 168, 71.25], [0, 60, 60], [0, 60, 93.75], [0, 60, 60]]);
    expect(drawn(layout, "page-2", "b")).toMatch(/^（上接第1版）.*（下转第3版）$/u);
  });

  it("end flush with their column, or start flush with it", () => {
    const layout = compose(documentOver([digits.repeat(8)], [[frameOf("a", 1, 4)], [frameOf("b", 1, 10)]]));
    const [to, from] = (["jump:a", "jump:b"] as const).map((key) => layout.flows.get(key as never)!.lines[0]!);
    expect(to?.positions.at(-1)).toBeCloseTo(99, 6);
    expect(from?.positions[0]).toBe(0);
  });

  it("are not printed where the text ends before the page does, and give their line back", () => {
    const pages = [[frameOf("a", 1, 4)], [frameOf("b", 1, 4)]];
    const full = documentOver([digits.repeat(4)], pages);
    const layout = compose(full);
    expect(jumpsOf(layout)).toEqual({});
    expect(bodyOf(full, layout).lines.map(({ boxId }) => boxId)).toEqual(["a", "a", "a", "a"]);
    const over = documentOver([`${digits.repeat(4)}${digits.slice(0, 6)}`], pages);
    expect(bodyOf(over, compose(over)).lines.map(({ boxId }) => boxId)).toEqual(["a", "a", "a", "b", "b"]);
    expect(jumpsOf(compose(over))).toEqual({ a: ["（下转第2版）"], b: ["（上接第1版）"] });
  });

  it("count as spare lines only while they are printed", () => {
    const spare = (text: string) => {
      const document = documentOver([text], [[frameOf("a", 1, 4)], [frameOf("b", 1, 4)]]);
      return bodyOf(document, compose(document)).spareLines;
    };
    expect(spare(digits)).toBe(6);
    expect(spare(digits.repeat(4))).toBe(4);
    expect(spare(digits.repeat(5))).toBe(1);
  });

  it("do not stand between frames of one page, and pass over frames without room for text", () => {
    const same = documentOver([digits.repeat(12)], [[frameOf("a", 1, 4), frameOf("b", 1, 4, { x: 300, y: 60 })]]);
    expect(jumpsOf(compose(same))).toEqual({});
    const passed = documentOver([digits.repeat(6)], [[frameOf("a", 1, 4)], [frameOf("b", 1, 2)], [frameOf("c", 1, 8)]]);
    expect(jumpsOf(compose(passed))).toEqual({ a: ["（下转第3版）"], c: ["（上接第1版）"] });
  });

  it("are not what a short text has to make way for, however low its frames", () => {
    const low = [[frameOf("a", 1, 1)], [frameOf("b", 1, 2)], [frameOf("c", 1, 1)]];
    const one = documentOver([digits.slice(0, 8)], low);
    expect(bodyOf(one, compose(one)).lines.map(({ boxId }) => boxId)).toEqual(["a"]);
    const over = documentOver([digits.repeat(4)], low);
    expect(bodyOf(over, compose(over))).toMatchObject({ lines: [{ boxId: "a" }], overset: { characters: 31 } });
    expect(jumpsOf(compose(over))).toEqual({});
  });

  it("take the last line that is wide enough, and none where no line is", () => {
    const shut = obstacleOf("shut", { x: 160, y: 82, width: 120, height: 200 });
    const beside = documentOver([digits.repeat(8)], [[frameOf("a", 2, 4)], [frameOf("b", 1, 8)]], [shut]);
    const [line] = compose(beside).flows.get("jump:a" as never)!.lines;
    expect([line?.column, line?.rect.y]).toEqual([1, 71.25]);
    const narrow = { ...frameOf("a", 2, 4), columns: 4 };
    const without = documentOver([digits.repeat(8)], [[narrow], [frameOf("b", 1, 8)]]);
    expect(jumpsOf(compose(without))).toEqual({ b: ["（上接第1版）"] });
  });

  it("fall back to the story's own style, less marker and indents, where the house has none for them", () => {
    const base = documentOver([digits.repeat(8)], [[frameOf("a", 1, 4)], [frameOf("b", 1, 8)]]);
    const styles = Object.values<ParagraphStyle>(base.paragraphStyles);
    const [body, jumpLine] = [houseStyleIds.body, houseStyleIds.jumpLine].map((id) => styles.find((style) => style.id === id)!);
    const others = styles.filter((style) => style !== jumpLine).map((style) => (style === body ? { ...style, marker: "●" } : style));
    const layout = compose({ ...base, paragraphStyles: tableOf(others) });
    expect(jumpsOf(layout)).toEqual({ a: ["（下转第2版）"], b: ["（上接第1版）"] });
    const runs = [layout, compose(base)].map((each) => each.pages.get(idFrom<"page">("page-1"))!.boxes[0]!.items.flatMap((item) => (item.kind === "glyphs" ? [item] : [])).at(-1)!);
    expect(runs.map(({ fontId }) => fontId)).toEqual([body?.fontId, jumpLine?.fontId]);
  });

  it("name the pages anew when pages move", () => {
    const composer = createComposer(countableFonts);
    const document = documentOver([digits.repeat(8)], [[frameOf("a", 1, 4)], [frameOf("b", 1, 4)], [frameOf("c", 1, 8)]]);
    composer.layout(document);
    const moved = movePage(document, { pageId: idFrom("page-3"), to: 0 });
    if (!moved.ok) throw new Error(moved.problem.code);
    expect(jumpsOf(composer.layout(moved.value))).toEqual({ a: ["（下转第3版）"], b: ["（上接第2版）", "（下转第1版）"], c: ["（上接第3版）"] });
  });

  const frames = fc.tuple(...["a", "b", "c"].map((id) =>
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 8 }))).map(([columns, lines]) => frameOf(id, columns, lines))));
  const obstacles = fc.array(
    fc.tuple(fc.nat(200), fc.nat(60), fc.integer({ min: 10, max: 150 }), fc.integer({ min: 10, max: 60 })).map(([x, y, width, height]) => ({ x: 60 + x, y: 60 + y, width, height })),
    { maxLength: 2 },
  ).map((rects) => rects.map((rect, index) => obstacleOf(`obstacle-${index}`, rect)));

  it("neither lose nor repeat a character of the story, and stand in no line of it", () => {
    fc.assert(
      fc.property(storyTexts, frames, obstacles, (texts, pages, others) => {
        const document = documentOver(texts, pages.map((frame) => [frame]), others);
        const layout = compose(document);
        const body = bodyOf(document, layout);
        const rest = body.overset === null
          ? []
          : body.paragraphs.slice(body.overset.paragraph).map(({ text }, index) => (index === 0 ? text.slice(body.overset!.offset) : text));
        expect([...wordsOf(body), ...rest].join("")).toBe(texts.join(""));
        const strips = [...layout.flows.values()].flatMap(({ lines }) => lines);
        for (const [index, line] of strips.entries()) {
          for (const other of strips.slice(index + 1)) {
            if (line.boxId !== other.boxId) continue;
            const [a, b] = [line.rect, other.rect];
            expect(a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01 || a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are printed in pairs at the pages where the text leaves and goes on, and nowhere else", () => {
    fc.assert(
      fc.property(storyTexts, frames, (texts, pages) => {
        const document = documentOver(texts, pages.map((frame) => [frame]));
        const layout = compose(document);
        const used = [...new Set(bodyOf(document, layout).lines.map(({ boxId }) => boxId))];
        const number = (boxId: BoxId | undefined) => document.pages.findIndex(({ boxIds }) => boxId !== undefined && boxIds.includes(boxId)) + 1;
        const expected = used.map((boxId, index) => [
          boxId,
          [
            ...(index > 0 ? [jumpText("from", number(used[index - 1]))] : []),
            ...(index < used.length - 1 ? [jumpText("to", number(used[index + 1]))] : []),
          ],
        ] as const);
        expect(jumpsOf(layout)).toEqual(Object.fromEntries(expected.filter(([, words]) => words.length > 0)));
      }),
      { numRuns: 300 },
    );
  });

  it("come out of a composer that knew other pages as from scratch", () => {
    const change = fc.tuple(fc.constantFrom("page-1", "page-2", "page-3"), fc.nat(2), fc.constantFrom("", "今天，", digits.repeat(3)));
    fc.assert(
      fc.property(storyTexts, frames, fc.array(change, { minLength: 1, maxLength: 5 }), (texts, pages, changes) => {
        const composer = createComposer(countableFonts);
        let document = documentOver(texts, pages.map((frame) => [frame]));
        composer.layout(document);
        for (const [page, to, words] of changes) {
          const moved = movePage(document, { pageId: idFrom(page), to });
          if (moved.ok) document = moved.value;
          const [story] = Object.values<Story>(document.stories);
          const paragraphs = story!.paragraphs.map((paragraph, index) => (index === 0 && words !== "" ? { ...paragraph, text: words + paragraph.text } : paragraph));
          document = { ...document, stories: { [story!.id]: { ...story!, paragraphs } } };
          expect(printedLayout(composer.layout(document))).toBe(printedLayout(compose(document)));
        }
      }),
      { numRuns: 100 },
    );
  });
});
