import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createComposer } from "../../layout/composer";
import type { FlowKey } from "../../layout/issueLayout";
import { countableFonts } from "../../layout/testing/layoutBuilders";
import type { IssueDocument } from "../../model/document";
import { idFrom } from "../../model/idFrom";
import { sampleDocument } from "../../model/testing/sampleDocument";
import { epaperDocument } from "../epaper/testing/epaperDocument";
import { pageStructure } from "./pageStructure";
import type { StructureElement } from "./structureElement";

function structured(document: IssueDocument) {
  const layout = createComposer(countableFonts).layout(document);
  return { layout, structure: pageStructure(document, layout, document.pages.map((page) => page.id)) };
}

/** The lead's title once more, over what goes on on page 2. */
const jumpHead: FlowKey = `title:${idFrom<"box">("jump-head")}`;

/** An element and all below it, in reading order. */
function* elementsIn(element: StructureElement): Generator<StructureElement> {
  yield element;
  for (const child of element.children) yield* elementsIn(child);
}

describe("pageStructure", () => {
  it("gives each paragraph one element, however many columns and pages its lines stand in", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 600 }).map((length) => "文字，".repeat(length / 3 + 1)), { minLength: 1, maxLength: 5 }), (lead) => {
        const { layout, structure } = structured(epaperDocument({ lead }));
        const inTree = [...elementsIn(structure.root)];
        expect(new Set(inTree).size).toBe(inTree.length);
        for (const flow of layout.flows.values()) {
          if (flow.key.startsWith("furniture:") || flow.key === jumpHead) continue;
          const elements = new Map<number, unknown>();
          for (const line of flow.lines) {
            const element = structure.elementOfLine(line);
            expect(inTree).toContain(element);
            if (elements.has(line.paragraph)) expect(elements.get(line.paragraph)).toBe(element);
            elements.set(line.paragraph, element);
          }
          expect(new Set(elements.values()).size).toBe(elements.size);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("reads a title once: of its frames in the file the first, the others are artifacts", () => {
    const document = epaperDocument();
    const layout = createComposer(countableFonts).layout(document);
    const elementsOfTitle = (pages: readonly number[], key: FlowKey) => {
      const structure = pageStructure(document, layout, pages.map((index) => document.pages[index]!.id));
      return layout.flows.get(key)!.lines.map((line) => structure.elementOfLine(line)?.type);
    };
    expect(new Set(elementsOfTitle([0, 1], `title:${idFrom<"box">("lead-title")}`))).toEqual(new Set(["Span"]));
    expect(new Set(elementsOfTitle([0, 1], jumpHead))).toEqual(new Set([undefined]));
    expect(new Set(elementsOfTitle([1], jumpHead))).toEqual(new Set(["Span"]));
  });

  it("reads titles before bodies, and bodies in the order of their paragraphs", () => {
    const { layout, structure } = structured(epaperDocument({ lead: ["甲".repeat(40), "乙".repeat(40)] }));
    const order = [...elementsIn(structure.root)];
    for (const flow of layout.flows.values()) {
      if (!flow.key.startsWith("story:")) continue;
      const places = flow.lines.map((line) => order.indexOf(structure.elementOfLine(line)!));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
    for (const article of order.filter(({ type }) => type === "Art")) {
      const types = article.children.map(({ type }) => type);
      if (types.includes("H1")) expect(types.indexOf("H1")).toBeLessThan(Math.max(types.indexOf("P"), types.indexOf("Figure"), 1));
    }
  });

  it("reads what no article has behind the articles, and standing matter paragraph by paragraph", () => {
    const whole = epaperDocument();
    const { [idFrom<"article">("lead")]: lead, ...articles } = whole.articles;
    const { layout, structure } = structured({ ...whole, articles });
    const story = layout.flows.get(`story:${idFrom<"story">("lead-story")}`)!;
    const [firstPart] = structure.root.children;
    const paragraphs = story.lines.map((line) => structure.elementOfLine(line));
    expect(lead?.storyId).toBe("lead-story");
    expect(paragraphs.length).toBeGreaterThan(0);
    expect(firstPart?.children.slice(-1)).toEqual([paragraphs[0]]);
    for (const flow of layout.flows.values()) {
      const elements = flow.key.startsWith("furniture:") ? flow.lines.map((line) => structure.elementOfLine(line)) : [];
      const tagged = elements.filter((each) => each !== null);
      expect(new Set(tagged).size).toBe(tagged.length === 0 ? 0 : new Set(flow.lines.map(({ paragraph }) => paragraph)).size);
    }
  });

  it("has a part and a bookmark for each page of the file, in its order", () => {
    const document = sampleDocument();
    const layout = createComposer(countableFonts).layout(document);
    const pageIds = document.pages.map((page) => page.id).toReversed();
    const { root, bookmarks } = pageStructure(document, layout, pageIds);
    expect(root.children.map(({ type }) => type)).toEqual(pageIds.map(() => "Part"));
    expect(bookmarks.map(({ pageIndex }) => pageIndex)).toEqual(pageIds.map((_, index) => index));
    expect(bookmarks[0]?.title).toContain(`第${pageIds.length}版`);
  });

  it("gives every figure words for who cannot see it", () => {
    const { structure } = structured(sampleDocument());
    for (const element of elementsIn(structure.root)) expect(element.type === "Figure").toBe(element.alt !== "");
  });
});
