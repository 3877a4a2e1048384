import { describe, expect, it } from "vitest";
import { diffDocuments, diffTables } from "./diff";
import type { IssueDocument, Story } from "./document";
import { edit } from "./edit";
import { houseStyleIds } from "./houseStyles";
import { idFrom } from "./idFrom";
import { sampleDocument } from "./testing/sampleDocument";

const document = sampleDocument();
const body = idFrom<"box">("lead-body");

function boxOf(id: typeof body) {
  const box = document.boxes[id];
  if (box === undefined) throw new Error(`The sample has a box ${id}`);
  return box;
}

describe("edit", () => {
  it("gives back the very document where the recipe writes equal values", () => {
    const same = edit(document, (draft) => {
      draft.boxes[body] = structuredClone(boxOf(body));
      draft.pages = structuredClone([...document.pages]);
      draft.grid = { ...document.grid };
    });
    expect(same).toBe(document);
  });

  it("keeps every part that has the same value the same object", () => {
    const next = edit(document, (draft) => {
      draft.boxes = structuredClone(document.boxes);
      draft.boxes[body] = { ...structuredClone(boxOf(body)), pushesText: true };
    });
    const changed = next.boxes[body];
    expect(changed).not.toBe(boxOf(body));
    expect(changed?.rect).toBe(boxOf(body).rect);
    expect(diffTables(document.boxes, next.boxes)).toEqual({ changed: [body], removed: [] });
    expect(next.stories).toBe(document.stories);
  });

  it("keeps the entries of a list that move the same objects, equal ones among them", () => {
    const storyId = idFrom<"story">("lead-story");
    const paragraph = (text: string) => ({ text, styleId: houseStyleIds.body, marks: [] });
    const paragraphs = [paragraph(""), paragraph("甲"), paragraph("甲")];
    const withParagraphs = (from: IssueDocument, list: Story["paragraphs"]) =>
      edit(from, (draft) => void (draft.stories[storyId] = { ...from.stories[storyId]!, paragraphs: list }));
    const before = withParagraphs(document, paragraphs);
    const after = withParagraphs(before, before.stories[storyId]!.paragraphs.slice(1)).stories[storyId]!.paragraphs;
    expect(after[0]).toBe(before.stories[storyId]!.paragraphs[1]);
    expect(after[1]).toBe(before.stories[storyId]!.paragraphs[2]);
    const [empty, one, other] = before.stories[storyId]!.paragraphs;
    expect(withParagraphs(before, [empty!, other!, one!])).toBe(before);
  });

  it("notices a record that goes and a key that takes another's place", () => {
    const next = edit(document, (draft) => {
      delete draft.boxes[body];
      draft.boxes[idFrom<"box">("new")] = boxOf(body);
    });
    expect(diffTables(document.boxes, next.boxes)).toEqual({ changed: ["new"], removed: [body] });
  });

  it("gives documents that nothing can change", () => {
    const next = edit(document, (draft) => {
      draft.boxes = structuredClone(document.boxes);
      draft.boxes[body] = { ...boxOf(body), pushesText: true };
    });
    expect(Object.isFrozen(next) && Object.isFrozen(next.boxes) && Object.isFrozen(next.boxes[body])).toBe(true);
  });
});

describe("diffDocuments", () => {
  it("finds nothing between a document and itself", () => {
    const diff = diffDocuments(document, document);
    expect(Object.values(diff).flatMap((entry) => (typeof entry === "boolean" ? entry : [...entry.changed, ...entry.removed])).every((entry) => entry === false)).toBe(true);
  });

  it("tells a page's change from another order of pages", () => {
    const turned = edit(document, (draft) => void draft.pages.reverse());
    expect(diffDocuments(document, turned)).toMatchObject({ pageOrder: true, pages: { changed: [], removed: [] } });
    const shorter = edit(document, (draft) => void draft.pages.pop());
    expect(diffDocuments(document, shorter)).toMatchObject({ pageOrder: false, pages: { changed: [], removed: ["page-2"] } });
  });
});
