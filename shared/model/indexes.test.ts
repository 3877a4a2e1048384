import { describe, expect, it } from "vitest";
import { edit } from "./edit";
import { idFrom } from "./idFrom";
import type { BoxId } from "./ids";
import { articleOfBox, articleOfStory, boxesOfArticle, lookUp, pageOfBox, pictureOfCaption, storyOfFrame, storyOfTitleFrame } from "./indexes";
import { sampleDocument } from "./testing/sampleDocument";

const document = sampleDocument();
const box = (id: string): BoxId => idFrom(id);

describe("what is derived from the tables", () => {
  it("knows the page of a box", () => {
    expect(pageOfBox(document, box("lead-jump"))).toEqual({ page: document.pages[1], index: 1 });
    expect(pageOfBox(document, box("ghost"))).toBeNull();
  });

  it("knows which story runs through a frame and whose title stands in one", () => {
    expect(storyOfFrame(document, box("lead-jump"))?.id).toBe("lead-story");
    expect(storyOfTitleFrame(document, box("lead-title"))?.id).toBe("lead-story");
    expect(storyOfTitleFrame(document, box("lead-body"))).toBeNull();
    expect(storyOfFrame(document, box("lead-title"))).toBeNull();
  });

  it("knows the article of every kind of box, body frames included", () => {
    const articles = ["lead-body", "lead-jump", "lead-title", "photo-picture", "photo-caption", "folio", "rule"].map(
      (id) => articleOfBox(document, box(id))?.id ?? null,
    );
    expect(articles).toEqual(["lead", "lead", "lead", "photo", "photo", "photo", null]);
    expect(articleOfStory(document, idFrom("photo-story"))?.id).toBe("photo");
  });

  it("knows whose words stand in a caption frame", () => {
    expect(pictureOfCaption(document, box("photo-caption"))?.id).toBe("photo-picture");
    expect(pictureOfCaption(document, box("photo-picture"))).toBeNull();
  });

  it("lists an article's boxes by page and from the back", () => {
    expect(boxesOfArticle(document, idFrom("lead")).map(({ id }) => id)).toEqual(["lead-body", "lead-title", "lead-jump"]);
    expect(boxesOfArticle(document, idFrom("ghost"))).toEqual([]);
  });

  it("follows the document when only the stories change", () => {
    const changed = edit(document, (draft) => {
      const story = draft.stories[idFrom<"story">("lead-story")];
      if (story !== undefined) draft.stories[story.id] = { ...story, frameIds: [box("lead-body")] };
    });
    expect(articleOfBox(changed, box("lead-jump"))).toBeNull();
    expect(articleOfBox(document, box("lead-jump"))?.id).toBe("lead");
  });

  it("finds nothing that a table only inherits", () => {
    expect(lookUp(document.boxes, box("constructor"))).toBeNull();
  });
});
