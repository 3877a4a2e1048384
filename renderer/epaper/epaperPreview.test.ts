import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { moveBoxes } from "../../shared/commands/boxes";
import { replaceText } from "../../shared/commands/stories";
import { buildEpaper } from "../../shared/export/epaper/buildEpaper";
import { epaperDocument } from "../../shared/export/epaper/testing/epaperDocument";
import { readerStory } from "../../shared/export/epaper/readerStory";
import { uncoveredParts } from "../../shared/export/epaper/uncoveredParts";
import { idFrom } from "../../shared/model/idFrom";
import type { Box, IssueDocument } from "../../shared/model/document";
import { tableOf } from "../../shared/model/newDocument";
import { testEditor } from "../testing/testEditor";
import { assetOfFile, documentArticle, documentPage, epaperPreview, previewPage, type EpaperPreview } from "./epaperPreview";
import { createPreviewWatch } from "./previewWatch";
import { uncoveredPlaces } from "./uncoveredPlaces";

function previewOf(document: IssueDocument): EpaperPreview {
  const { document: shown, layout } = testEditor(document).editor.store.getState();
  return epaperPreview(shown, layout, "1.2.3");
}

const whole = (): IssueDocument => epaperDocument({ lead: ["甲".repeat(900)] });
const over = (): IssueDocument => epaperDocument({ lead: ["甲".repeat(5000) + "终"] });

describe("the preview of the e-paper", () => {
  it("has the pages, regions and texts that the export builds", () => {
    const preview = previewOf(whole());
    const exported = buildEpaper(preview.document, preview.layout, { generator: { name: "Broadsheet", version: "1.2.3" } });
    expect(preview.book.epaper.pages).toEqual(exported.pages);
    expect(preview.book.epaper.stories).toEqual(exported.stories);
    expect(preview.book.articles.map(({ uri }) => uri)).toEqual(exported.articles.map(({ uri }) => uri));
  });

  it("leads from each article and page back to those of the document", () => {
    const preview = previewOf(whole());
    for (const article of preview.book.articles) {
      const id = documentArticle(preview, article);
      expect(id).not.toBeNull();
      expect(article.uri.endsWith(`:${id}`)).toBe(true);
    }
    for (const { id } of preview.document.pages) expect(documentPage(preview, previewPage(preview, id)?.id)).toBe(id);
    expect(previewPage(preview, idFrom("elsewhere"))).toBeNull();
  });

  it("finds the picture of the issue behind each file that it names", () => {
    const base = epaperDocument();
    const id = idFrom<"asset">("5f".repeat(32));
    const photos = Object.values<Box>(base.boxes).flatMap((box) => (box.kind === "picture" ? [{ ...box, assetId: id }] : []));
    const asset = { id, fileName: "a.jpg", contentType: "image/jpeg" as const, pixelWidth: 4000, pixelHeight: 3000, rights: "" };
    const preview = previewOf({ ...base, boxes: { ...base.boxes, ...tableOf(photos) }, assets: { [id]: asset } });
    const pictures = preview.book.articles.flatMap((article) => readerStory(article).pictures);
    expect(pictures.length).toBeGreaterThan(0);
    for (const { files } of pictures) {
      expect(files.map(({ path }) => assetOfFile(path))).toEqual([id]);
      expect(files[0]).toMatchObject({ width: 1600, height: 1200 });
    }
  });

  it("lists exactly what an export would refuse to leave out", () => {
    for (const document of [whole(), over()]) {
      const preview = previewOf(document);
      expect(preview.uncovered.map(({ part }) => part)).toEqual(uncoveredParts(preview.document, preview.layout, preview.book.epaper));
    }
    expect(previewOf(whole()).uncovered).toEqual([]);
  });
});

describe("what is in no area", () => {
  it("is marked, where it is over, at the end of the story's last frame", () => {
    const preview = previewOf(over());
    const [place, ...others] = preview.uncovered;
    expect(others).toEqual([]);
    expect(place).toMatchObject({ reason: "over", articleId: "lead", boxId: null });
    expect(place?.characters).toBeGreaterThan(1000);
    const frameIds = preview.document.stories[idFrom<"story">("lead-story")]?.frameIds ?? [];
    const last = preview.document.boxes[frameIds.at(-1) ?? idFrom<"box">("none")];
    const frame = place?.marks.find(({ kind }) => kind === "frame");
    const end = place?.marks.find(({ kind }) => kind === "end");
    expect(frame?.rect).toEqual(last?.rect);
    expect(end?.rect.y).toBeGreaterThanOrEqual(last?.rect.y ?? Number.POSITIVE_INFINITY);
    expect(place?.pageId).toBe(place?.marks[0]?.pageId);
  });

  it("is marked line by line where it belongs to no article, and its frame is to be selected", () => {
    const document = whole();
    const preview = previewOf({ ...document, articles: {} });
    const place = preview.uncovered.find(({ reason, part }) => reason === "no-article" && part.kind === "text" && part.article === "lead-story");
    expect(place?.boxId).toBe("lead-body");
    expect(place?.articleId).toBeNull();
    const lines = [...preview.layout.flows.values()].flatMap(({ key, lines }) => (key.startsWith("story:") ? lines : [])).filter(({ boxId }) => document.stories[idFrom<"story">("lead-story")]?.frameIds.includes(boxId));
    expect(place?.marks.map(({ rect }) => rect)).toEqual(lines.map(({ rect }) => rect));
    expect(new Set(place?.marks.map(({ kind }) => kind))).toEqual(new Set(["ink"]));
  });

  it("is marked where it is printed when the fault is the regions'", () => {
    const { document, layout, book } = previewOf(whole());
    const without = { ...book.epaper, pages: book.epaper.pages.map((page) => ({ ...page, regions: page.regions.filter(({ role }) => role !== "body") })) };
    const places = uncoveredPlaces(document, layout, uncoveredParts(document, layout, without));
    const text = places.find(({ reason, articleId }) => reason === "no-region" && articleId === idFrom("lead"));
    expect(text?.marks.length).toBeGreaterThan(10);
    expect(new Set(text?.marks.map(({ kind }) => kind))).toEqual(new Set(["ink"]));
    // The same lines are found as ink outside all regions, to six decimals of the page.
    const areas = places.filter(({ reason, boxId }) => reason === "area" && boxId === idFrom("lead-body"));
    expect(areas.length).toBe(text?.marks.length);
    areas.forEach(({ marks: [mark] }, index) => expect(mark?.rect.y).toBeCloseTo(text?.marks[index]?.rect.y ?? 0, 2));
  });
});

describe("the watch over the preview", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watched() {
    const test = testEditor(whole());
    const watch = createPreviewWatch(test.editor, "1.2.3");
    let made = 0;
    watch.store.subscribe(() => (made += 1));
    return { ...test, watch, made: () => made };
  }
  const type = ({ editor }: ReturnType<typeof watched>, text: string) =>
    editor.run(replaceText, { storyId: idFrom<"story">("lead-story"), from: 0, to: 0, text }, { label: "type", mergeKey: "typing" });

  it("makes nothing before it is watched, nor after", () => {
    const test = watched();
    type(test, "乙");
    vi.advanceTimersByTime(5000);
    expect(test.made()).toBe(0);
    const stop = test.watch.watch();
    vi.advanceTimersByTime(5000);
    expect(test.made()).toBe(1);
    type(test, "乙");
    stop();
    vi.advanceTimersByTime(5000);
    expect(test.made()).toBe(1);
  });

  it("waits for the end of typing, then shows what was typed, once", () => {
    const test = watched();
    test.watch.watch();
    vi.advanceTimersByTime(0);
    for (const character of "乙丙丁戊己") {
      expect(type(test, character).ok).toBe(true);
      vi.advanceTimersByTime(200);
    }
    expect(test.made()).toBe(1);
    vi.advanceTimersByTime(400);
    expect(test.made()).toBe(2);
    expect(test.watch.store.getState()?.document).toBe(test.editor.store.getState().document);
    vi.advanceTimersByTime(5000);
    expect(test.made()).toBe(2);
  });

  it("makes nothing while something is being dragged", () => {
    const test = watched();
    test.watch.watch();
    vi.advanceTimersByTime(0);
    type(test, "乙");
    const gesture = test.editor.beginGesture("move-boxes");
    gesture.preview(moveBoxes, { boxIds: [idFrom<"box">("lead-body")], by: { x: 10, y: 0 } });
    vi.advanceTimersByTime(5000);
    expect(test.made()).toBe(1);
    gesture.commit();
    vi.advanceTimersByTime(1000);
    expect(test.made()).toBe(2);
    expect(test.watch.store.getState()?.document).toBe(test.editor.store.getState().document);
  });
});
