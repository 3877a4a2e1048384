import { houseStyleIds } from "../model/houseStyles";
import { describe, expect, it } from "vitest";
import { createComposer } from "../layout/composer";
import { countableFonts, MISSING_CHARACTER } from "../layout/testing/layoutBuilders";
import { enMessages } from "../messages/en";
import { zhMessages } from "../messages/zh";
import type { Article, Box, IssueDocument, PictureFrame, Story } from "../model/document";
import { idFrom } from "../model/idFrom";
import type { BoxId } from "../model/ids";
import { sampleDocument } from "../model/testing/sampleDocument";
import { preflightIssue } from "./preflightIssue";
import { preflightCodes, type PreflightCode, type PreflightFacts, type PreflightProblem } from "./preflightProblem";
import { problemSentence } from "./problemSentence";

const unchecked: PreflightFacts = { assetFiles: null };

function problemsOf(document: IssueDocument, facts = unchecked): readonly PreflightProblem[] {
  return preflightIssue(document, createComposer(countableFonts).layout(document), facts);
}

function only(document: IssueDocument, code: PreflightCode, facts = unchecked): readonly PreflightProblem[] {
  return problemsOf(document, facts).filter((problem) => problem.code === code);
}

/** The sample with one box changed. */
function withBox<Kind extends Box["kind"]>(id: string, kind: Kind, change: Partial<Extract<Box, { kind: Kind }>>): IssueDocument {
  const document = sampleDocument();
  const boxId: BoxId = idFrom(id);
  const box = document.boxes[boxId];
  if (box?.kind !== kind) throw new Error(`${id} is no ${kind}`);
  return { ...document, boxes: { ...document.boxes, [boxId]: { ...box, ...change } as Box } }; // of the kind checked above
}

function withStory(id: string, change: Partial<Story>): IssueDocument {
  const document = sampleDocument();
  const story = Object.values<Story>(document.stories).find((candidate) => candidate.id === id);
  if (story === undefined) throw new Error(`no story ${id}`);
  return { ...document, stories: { ...document.stories, [story.id]: { ...story, ...change } } };
}

const longText = "长".repeat(5000);

/** The sample with a lead that fills its first frame and goes on in its second. */
function jumpingDocument(): IssueDocument {
  return withStory("lead-story", { paragraphs: [{ text: "长".repeat(1200), styleId: idFrom("body"), marks: [] }] });
}

describe("preflightIssue", () => {
  it("finds in the small sample only a loose line and its two empty frames", () => {
    expect(problemsOf(sampleDocument()).map(({ code, place }) => [code, place.boxId])).toEqual([
      ["empty-text-frame", "photo-body"],
      ["loose-line", "lead-body"],
      ["empty-text-frame", "lead-jump"],
    ]);
  });

  it("tells how much text is over and where the rest begins, at the last frame", () => {
    const style = sampleDocument().stories[idFrom<"story">("lead-story")]?.paragraphs[0]?.styleId;
    const [problem] = only(withStory("lead-story", { paragraphs: [{ text: longText, styleId: style ?? idFrom("body"), marks: [] }] }), "overset-text");
    expect(problem).toMatchObject({ severity: "error", place: { boxId: "lead-jump", pageNumber: 2, articleId: "lead", articleName: "八部门推进专项行动" } });
    expect(problem?.place.range).toMatchObject({ part: "paragraph:0", to: 5000 });
    expect(Number(problem?.data["characters"])).toBe(5000 - (problem?.place.range?.from ?? 0));
  });

  it("calls a title that does not fit clipped", () => {
    expect(only(withBox("lead-title", "title", { rect: { x: 60, y: 60, width: 200, height: 20 } }), "headline-clipped")).toHaveLength(1);
  });

  it("names each character that no font has once, with its place", () => {
    const document = withStory("lead-story", { title: { kicker: "", main: `甲${MISSING_CHARACTER}乙${MISSING_CHARACTER}`, sub: "" } });
    expect(only(document, "missing-glyph")).toMatchObject([
      { place: { boxId: "lead-title", range: { part: "main", from: 1, to: 3 } }, data: { codePoint: "U+F0000", count: 2 } },
    ]);
  });

  it("tells fonts that are not here, and fonts that may not be embedded, once each", () => {
    const document = sampleDocument();
    const used = Object.values(document.paragraphStyles).map(({ fontId }) => [fontId as string, { mayEmbed: true }] as const);
    const all = new Map([...used, ...Object.values(document.characterStyles).flatMap(({ fontId }) => (fontId === null ? [] : [[fontId as string, { mayEmbed: true }] as const]))]);
    const found = (fonts: ReadonlyMap<string, { readonly mayEmbed: boolean }>) => problemsOf(document, { assetFiles: null, fonts }).filter(({ code }) => code.startsWith("font-"));
    expect(found(all)).toEqual([]);
    const body = document.paragraphStyles[houseStyleIds.body]!.fontId;
    expect(found(new Map([...all].filter(([id]) => id !== body)))).toMatchObject([{ code: "font-missing", severity: "error", data: { font: body } }]);
    expect(found(new Map<string, { readonly mayEmbed: boolean }>([...all, [body as string, { mayEmbed: false }]]))).toMatchObject([{ code: "font-not-embeddable", data: { font: body } }]);
    expect(problemsOf(document).filter(({ code }) => code.startsWith("font-"))).toEqual([]);
  });

  it("tells an empty picture frame and a lost picture file", () => {
    expect(only(withBox("photo-picture", "picture", { assetId: null }), "missing-picture")).toHaveLength(1);
    expect(only(sampleDocument(), "missing-picture", { assetFiles: new Set() })).toMatchObject([{ data: { file: "工匠.jpg" } }]);
    expect(only(sampleDocument(), "missing-picture", { assetFiles: new Set([idFrom<"asset">("5f".repeat(32))]) })).toEqual([]);
  });

  it("reckons resolution from the frame that is filled or fitted, and grades it at 150 and 100 ppi", () => {
    const codes = (width: number, height: number, fitting: PictureFrame["fitting"]): readonly PreflightCode[] =>
      problemsOf(withBox("photo-picture", "picture", { fitting, rect: { x: 10, y: 10, width, height } }))
        .map(({ code }) => code)
        .filter((code) => code.startsWith("picture-resolution"));
    // 3000 × 2000 px: 1440 pt across is 150 ppi, 2160 pt is 100.
    expect(codes(1440, 960, "fill")).toEqual([]);
    expect(codes(1441, 960, "fill")).toEqual(["picture-resolution-low"]);
    expect(codes(1441, 960, "fit")).toEqual([]);
    expect(codes(2160, 1440, "fill")).toEqual(["picture-resolution-low"]);
    expect(codes(2161, 1440, "fill")).toEqual(["picture-resolution-too-low"]);
  });

  it("asks photos for caption and credit, and for a place to print them", () => {
    expect(only(withBox("photo-picture", "picture", { caption: " " }), "caption-missing")).toHaveLength(1);
    expect(only(withBox("photo-picture", "picture", { credit: "" }), "credit-missing")).toHaveLength(1);
    const document = sampleDocument();
    const photo = document.articles[idFrom<"article">("photo")];
    const pictures = photo?.pictures.map((picture) => ({ ...picture, captionFrameId: null })) ?? [];
    const unplaced = { ...document, articles: { ...document.articles, photo: { ...photo, pictures } } } as IssueDocument; // the same article, changed
    expect(only(unplaced, "caption-not-placed")).toHaveLength(1);
  });

  it("tells a box over the edge, but not one on it", () => {
    const { size } = sampleDocument().pages[0] ?? { size: { width: 0, height: 0 } };
    const at = (x: number): IssueDocument => withBox("rule", "rule", { rect: { x, y: 10, width: 100, height: 1 } });
    expect(only(at(size.width - 100), "box-off-page")).toEqual([]);
    expect(only(at(size.width - 99), "box-off-page")).toHaveLength(1);
    expect(only(at(-1), "box-off-page")).toHaveLength(1);
  });

  it("tells text printed over text, but not empty measures that cross", () => {
    const body = sampleDocument().boxes[idFrom<"box">("lead-body")];
    const { x, y } = body?.rect ?? { x: 0, y: 0 };
    const over = (left: number): IssueDocument => withBox("folio", "furniture", { pushesText: false, rect: { x: left, y, width: 300, height: 12 } });
    expect(only(over(x), "boxes-overlap-text")).toHaveLength(1);
    // The story is a few lines long: its other columns are empty.
    expect(only(over(x + 250), "boxes-overlap-text")).toEqual([]);
  });

  it("tells text that a picture in front of it hides, but not text printed on a picture", () => {
    const body = sampleDocument().boxes[idFrom<"box">("lead-body")];
    const rect = { ...(body?.rect ?? { x: 0, y: 0, width: 0, height: 0 }), height: 12 };
    const covered = withBox("photo-picture", "picture", { pushesText: false, rect });
    expect(only(covered, "text-hidden")).toEqual([
      expect.objectContaining({ severity: "error", data: expect.objectContaining({ lines: 1 }), place: expect.objectContaining({ boxId: "lead-body" }) }),
    ]);
    const [first, ...others] = covered.pages;
    const boxIds = ["photo-picture", ...(first?.boxIds.filter((boxId) => boxId !== "photo-picture") ?? [])];
    const behind = { ...covered, pages: [{ ...first, boxIds }, ...others] } as IssueDocument;
    expect(only(behind, "text-hidden")).toEqual([]);
  });

  it("tells pointers that lead nowhere and fields that nobody knows", () => {
    expect(only(withBox("folio", "furniture", { targetPageId: null }), "pointer-target-missing")).toHaveLength(1);
    const line = { template: "甲{weather}{{x}", styleId: idFrom<"paragraphStyle">("folio") };
    expect(only(withBox("folio", "furniture", { lines: [line] }), "unknown-field")).toMatchObject([
      { data: { field: "weather" }, place: { range: { part: "line:0", from: 1, to: 10 } } },
    ]);
  });

  it("tells a story that goes on on an earlier page, with the numbers it prints", () => {
    const forwards = jumpingDocument();
    expect(only(forwards, "jump-backwards")).toEqual([]);
    expect(only(forwards, "jump-line-missing")).toEqual([]);
    const backwards = { ...forwards, pages: forwards.pages.toReversed() };
    const [problem] = only(backwards, "jump-backwards");
    expect(problem).toMatchObject({ severity: "warning", place: { boxId: "lead-jump", pageNumber: 1 }, data: { from: 2 } });
    if (problem === undefined) throw new Error("the story goes backwards");
    expect(problemSentence(problem, zhMessages)).toBe("第1版《八部门推进专项行动》：文字上接后面的第2版，读者要往回翻。");
  });

  it("tells a story that goes on where one page does not say so, its columns being too narrow", () => {
    const document = jumpingDocument();
    const jump = document.boxes[idFrom<"box">("lead-jump")];
    if (jump?.kind !== "text") throw new Error("lead-jump is a text frame");
    const narrow = { ...document, boxes: { ...document.boxes, [jump.id]: { ...jump, columns: 4 } } };
    expect(only(narrow, "jump-line-missing")).toMatchObject([{ severity: "warning", place: { boxId: "lead-body", pageNumber: 1 }, data: { to: 2 } }]);
  });

  it("counts the lines of a frame that are stretched too far, but for those spread on purpose", () => {
    const word = "A".repeat(20);
    const torn = withStory("lead-story", { paragraphs: [{ text: `中文字${word}中文字${word}中文字`, styleId: idFrom("body"), marks: [] }] });
    const [worst, ...more] = only(torn, "torn-line");
    expect(more).toEqual([]);
    expect(worst).toMatchObject({ severity: "error", place: { boxId: "lead-body", pageNumber: 1, range: { part: "paragraph:0" } }, data: { count: 3 } });
    expect(only(torn, "loose-line")).toEqual([]);
    const loose = withStory("lead-story", { paragraphs: [{ text: `${"中".repeat(9)}AAAAAAAA${"中".repeat(3)}`, styleId: idFrom("body"), marks: [] }] });
    const [problem, ...others] = only(loose, "loose-line");
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: "warning", place: { boxId: "lead-body", pageNumber: 1 }, data: { count: 1 } });
    const body = loose.paragraphStyles[idFrom<"paragraphStyle">("body")];
    if (problem === undefined || body === undefined) throw new Error("a line is loose");
    expect(problemSentence(problem, zhMessages)).toBe("第1版《八部门推进专项行动》：有1行字距过松，字间空出四分之一字以上。");
    const spread: IssueDocument = { ...loose, paragraphStyles: { ...loose.paragraphStyles, [body.id]: { ...body, align: "spread" } } };
    expect(only(spread, "loose-line")).toEqual([]);
    expect(only(withStory("lead-story", { paragraphs: [{ text: "中".repeat(200), styleId: body.id, marks: [] }] }), "loose-line")).toEqual([]);
  });

  it("counts the lines that found no legal end", () => {
    const long = withStory("lead-story", { paragraphs: [{ text: `中文字${"A".repeat(70)}中文字`, styleId: idFrom("body"), marks: [] }] });
    expect(only(long, "forced-break")).toMatchObject([{ severity: "warning", place: { boxId: "lead-body" } }]);
    expect(only(withStory("lead-story", { paragraphs: [{ text: "中".repeat(200), styleId: idFrom("body"), marks: [] }] }), "forced-break")).toEqual([]);
  });

  it("puts errors before warnings", () => {
    const severities = problemsOf(withBox("photo-picture", "picture", { assetId: null })).map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    expect(new Set(severities).size).toBe(2);
  });
});

describe("problemSentence", () => {
  it("says where and what in both languages, filling every placeholder", () => {
    const [problem] = problemsOf(withBox("photo-picture", "picture", { rect: { x: 10, y: 10, width: 2161, height: 1440 } }))
      .filter(({ code }) => code === "picture-resolution-too-low");
    if (problem === undefined) throw new Error("the picture is too coarse");
    expect(problemSentence(problem, zhMessages)).toBe("第1版：图片工匠.jpg的分辨率只有99 ppi，印出来会模糊，至少要150 ppi。");
    expect(problemSentence(problem, enMessages)).toContain("Page 1: the picture 工匠.jpg has only 99 ppi");
  });

  it("knows the same placeholders in both languages", () => {
    const placeholders = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
    for (const code of preflightCodes) {
      expect(placeholders(zhMessages.preflight[code])).toEqual(placeholders(enMessages.preflight[code]));
    }
  });

  it("asks that an advertisement says so in its words", () => {
    const document = sampleDocument();
    const photo = Object.values<Article>(document.articles).find(({ kind }) => kind === "photo")!;
    const asAd = (caption: string): IssueDocument => {
      const picture = document.boxes[photo.pictures[0]!.pictureFrameId] as PictureFrame; // a picture of the article
      return {
        ...document,
        boxes: { ...document.boxes, [picture.id]: { ...picture, caption } },
        articles: { ...document.articles, [photo.id]: { ...photo, kind: "ad" } },
      };
    };
    expect(only(document, "ad-unmarked")).toEqual([]);
    expect(only(asAd("新车上市"), "ad-unmarked")).toHaveLength(1);
    expect(only(asAd("广告：新车上市"), "ad-unmarked")).toEqual([]);
  });
});
