import { describe, expect, it } from "vitest";
import { bottom, intersects, right } from "../geometry/rect";
import type { Box, IssueDocument } from "../model/document";
import { gridRect, linesIn } from "../model/gridGeometry";
import { houseStyleIds } from "../model/houseStyles";
import { idFrom } from "../model/idFrom";
import type { ArticleId, BoxId } from "../model/ids";
import { articleOfBox, boxesOfArticle, pageOfBox, pictureOfCaption, storyOfFrame } from "../model/indexes";
import { sampleDocument } from "../model/testing/sampleDocument";
import type { Result } from "../result";
import { addArticle, type ArticleNames } from "./addArticle";
import { duplicateArticle, moveArticle } from "./articles";
import type { CommandProblem } from "./command";
import { deleteArticle, deleteBoxes } from "./deleteBoxes";

const document = sampleDocument();
const [first, second] = document.pages;
if (first === undefined || second === undefined) throw new Error("The sample has two pages");
const lead: ArticleId = idFrom("lead");
const box = (id: string): BoxId => idFrom(id);

const names: ArticleNames = {
  articleId: idFrom("new"),
  storyId: idFrom("new-story"),
  titleFrameId: idFrom("new-title"),
  bodyFrameId: idFrom("new-body"),
  pictureFrameId: idFrom("new-picture"),
  captionFrameId: idFrom("new-caption"),
};

function done(result: Result<IssueDocument, CommandProblem>): IssueDocument {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("drawing an article", () => {
  const rect = gridRect(document.grid, first, { fromColumn: 1, toColumn: 4, fromLine: 60, toLine: 84 });

  it.each(["news", "photo", "briefs"] as const)("fills the columns and lines nearest to the drawn rectangle: %s", (kind) => {
    const after = done(addArticle(document, { kind, pageId: first.id, rect: { ...rect, x: rect.x + 4, y: rect.y - 3 }, names }));
    const boxes = boxesOfArticle(after, names.articleId);
    expect(boxes).toHaveLength(kind === "photo" ? 4 : 2);
    expect(Math.min(...boxes.map((drawn) => drawn.rect.x))).toBeCloseTo(rect.x, 2);
    expect(Math.min(...boxes.map((drawn) => drawn.rect.y))).toBeCloseTo(rect.y, 2);
    expect(Math.max(...boxes.map((drawn) => right(drawn.rect)))).toBeCloseTo(right(rect), 2);
    expect(Math.max(...boxes.map((drawn) => bottom(drawn.rect)))).toBeCloseTo(bottom(rect), 2);
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(intersects(one.rect, other.rect)).toBe(false);
    }
  });

  it("sets the body in the basic columns it covers and a larger title over more of them", () => {
    const wide = done(addArticle(document, { kind: "news", pageId: first.id, rect, names }));
    const narrow = done(addArticle(document, { kind: "news", pageId: first.id, rect: { ...rect, width: 90 }, names }));
    const body = wide.boxes[names.bodyFrameId];
    expect(body?.kind === "text" && body.columns).toBe(3);
    const size = (issue: IssueDocument) => {
      const title = issue.boxes[names.titleFrameId];
      return title?.kind === "title" ? title.sizes.main : 0;
    };
    expect(size(wide)).toBeGreaterThan(size(narrow));
  });

  it("gives the title room for its size with white above and below", () => {
    const after = done(addArticle(document, { kind: "news", pageId: first.id, rect, names }));
    const title = after.boxes[names.titleFrameId];
    if (title?.kind !== "title") throw new Error("An article has a title");
    expect(linesIn(document.grid, title.rect.height) * document.grid.pitch).toBeGreaterThanOrEqual(title.sizes.main + 1.5 * document.grid.pitch);
  });

  it("makes the picture of a low photo smaller before it refuses, and leaves every part its least lines", () => {
    for (let lines = 3; lines < 60; lines++) {
      const drawn = addArticle(document, { kind: "photo", pageId: first.id, rect: { ...rect, height: lines * document.grid.pitch }, names });
      if (!drawn.ok) {
        expect(drawn.problem).toMatchObject({ code: "area-too-low" });
        expect(drawn.problem.code === "area-too-low" && drawn.problem.leastLines).toBeGreaterThan(lines);
        continue;
      }
      const linesOf = (boxId: BoxId) => linesIn(document.grid, drawn.value.boxes[boxId]!.rect.height);
      expect(linesOf(names.pictureFrameId)).toBeGreaterThanOrEqual(4);
      expect(linesOf(names.bodyFrameId)).toBeGreaterThanOrEqual(3);
      expect(linesOf(names.pictureFrameId)).toBeLessThanOrEqual(Math.max(4, 0.6 * lines));
    }
  });

  it("ties the caption to its picture and the body to its story", () => {
    const after = done(addArticle(document, { kind: "photo", pageId: second.id, rect, names }));
    expect(pictureOfCaption(after, names.captionFrameId)?.id).toBe(names.pictureFrameId);
    expect(storyOfFrame(after, names.bodyFrameId)?.id).toBe(names.storyId);
    expect(pageOfBox(after, names.bodyFrameId)?.page.id).toBe(second.id);
  });

  it("begins briefs with a section head over one column of sources", () => {
    const after = done(addArticle(document, { kind: "briefs", pageId: first.id, rect, names }));
    expect(after.stories[names.storyId]?.paragraphs[0]?.styleId).toBe(houseStyleIds.briefSource);
    expect(after.boxes[names.bodyFrameId]).toMatchObject({ columns: 1 });
  });

  it("refuses a rectangle too low for title and body, and names that are taken", () => {
    const low = addArticle(document, { kind: "news", pageId: first.id, rect: { ...rect, height: 40 }, names });
    expect(low).toMatchObject({ problem: { code: "area-too-low", leastLines: 8 } });
    const taken = addArticle(document, { kind: "news", pageId: first.id, rect, names: { ...names, bodyFrameId: box("rule") } });
    expect(taken).toMatchObject({ problem: { code: "id-taken", id: "rule" } });
    const nowhere = addArticle(document, { kind: "news", pageId: first.id, rect: { ...rect, x: Number.NaN }, names });
    expect(nowhere).toMatchObject({ problem: { code: "value-out-of-range" } });
  });
});

describe("moving an article", () => {
  it("moves what stands on its leading page and leaves continuations", () => {
    const after = done(moveArticle(document, { articleId: lead, by: { x: 108, y: 0 } }));
    expect(after.boxes[box("lead-body")]?.rect.x).toBeCloseTo((document.boxes[box("lead-body")]?.rect.x ?? 0) + 108, 3);
    expect(after.boxes[box("lead-title")]?.rect.x).toBeCloseTo((document.boxes[box("lead-title")]?.rect.x ?? 0) + 108, 3);
    expect(after.boxes[box("lead-jump")]).toBe(document.boxes[box("lead-jump")]);
    expect(after.boxes[box("photo-body")]).toBe(document.boxes[box("photo-body")]);
  });

  it("moves to another page, in the same order and in front", () => {
    const after = done(moveArticle(document, { articleId: lead, by: { x: 0, y: 0 }, pageId: second.id }));
    expect(after.pages[1]?.boxIds).toEqual(["lead-jump", "lead-body", "lead-title"]);
    expect(after.pages[0]?.boxIds).not.toContain("lead-body");
  });

  it("does not drift over a thousand small moves and back", () => {
    let moved = document;
    for (let index = 0; index < 1000; index += 1) moved = done(moveArticle(moved, { articleId: lead, by: { x: 0.283465, y: 0 } }));
    for (let index = 0; index < 1000; index += 1) moved = done(moveArticle(moved, { articleId: lead, by: { x: -0.283465, y: 0 } }));
    expect(moved.boxes[box("lead-body")]?.rect.x).toBeCloseTo(document.boxes[box("lead-body")]?.rect.x ?? 0, 2);
  });
});

describe("duplicating an article", () => {
  const after = done(duplicateArticle(document, { articleId: idFrom("photo"), by: { x: 9, y: 9 }, newId: (id) => `copy-${id}` }));

  it("copies words and boxes under new names, tied together like the original", () => {
    expect(boxesOfArticle(after, idFrom("copy-photo")).map(({ id }) => id)).toEqual(["copy-photo-body", "copy-photo-picture", "copy-photo-caption", "copy-folio"]);
    expect(pictureOfCaption(after, box("copy-photo-caption"))?.caption).toBe("劳模工匠交流。");
    expect(storyOfFrame(after, box("copy-photo-body"))?.paragraphs).toBe(document.stories[idFrom<"story">("photo-story")]?.paragraphs);
  });

  it("leaves the original as it was", () => {
    expect(after.articles[idFrom<"article">("photo")]).toBe(document.articles[idFrom<"article">("photo")]);
    expect(after.boxes[box("photo-body")]).toBe(document.boxes[box("photo-body")]);
  });

  it("refuses names that are taken", () => {
    expect(duplicateArticle(document, { articleId: lead, by: { x: 0, y: 0 }, newId: (id) => id })).toMatchObject({ problem: { code: "id-taken" } });
  });
});

describe("deleting", () => {
  it("keeps a story's words when it loses a frame", () => {
    const after = done(deleteBoxes(document, { boxIds: [box("lead-body")] }));
    const story = after.stories[idFrom<"story">("lead-story")];
    expect(story?.frameIds).toEqual(["lead-jump"]);
    expect(story?.paragraphs).toBe(document.stories[idFrom<"story">("lead-story")]?.paragraphs);
    expect(after.pages[0]?.boxIds).not.toContain("lead-body");
  });

  it("takes the article and its story with its last box", () => {
    const after = done(deleteBoxes(document, { boxIds: [box("lead-body"), box("lead-jump"), box("lead-title")] }));
    expect(after.articles[lead]).toBeUndefined();
    expect(after.stories[idFrom<"story">("lead-story")]).toBeUndefined();
  });

  it("takes the caption frame with its picture, but leaves the picture without its caption frame", () => {
    const withoutPicture = done(deleteBoxes(document, { boxIds: [box("photo-picture")] }));
    expect(withoutPicture.boxes[box("photo-caption")]).toBeUndefined();
    const withoutCaption = done(deleteBoxes(document, { boxIds: [box("photo-caption")] }));
    expect(withoutCaption.articles[idFrom<"article">("photo")]?.pictures).toEqual([{ pictureFrameId: "photo-picture", captionFrameId: null }]);
  });

  it("removes an article from every page and touches no other", () => {
    const after = done(deleteArticle(document, { articleId: lead }));
    expect(Object.values<Box>(after.boxes).filter(({ id }) => articleOfBox(document, id)?.id === lead)).toEqual([]);
    expect(after.pages[1]?.boxIds).toEqual([]);
    expect(after.articles[idFrom<"article">("photo")]).toBe(document.articles[idFrom<"article">("photo")]);
  });

  it("refuses a box that is not there and deletes nothing", () => {
    expect(deleteBoxes(document, { boxIds: [box("rule"), box("ghost")] })).toEqual({ ok: false, problem: { code: "box-missing", boxId: "ghost" } });
  });
});
