import fc from "fast-check";
import type { Box, IssueDocument } from "../../model/document";
import type { SwatchId } from "../../model/ids";
import { houseCharacterStyleIds, houseStyleIds } from "../../model/houseStyles";
import { idFrom } from "../../model/idFrom";
import { greyInk } from "../../model/ink";
import { newFurnitureFrame, newRule, newTextFrame } from "../../model/newBoxes";
import type { Result } from "../../result";
import { addArticle } from "../addArticle";
import { duplicateArticle, duplicateBoxes, moveArticle, setArticleKind } from "../articles";
import { resizeArticle } from "../articleResize";
import { bodyText } from "../bodyText";
import { addBox, moveBoxes, reorderBox, resizeBox, resizeBoxes, setBoxPlacement, setPushesText, setStandoff } from "../boxes";
import type { CommandProblem } from "../command";
import { deleteArticle, deleteBoxes } from "../deleteBoxes";
import { setFurniture, setFurnitureLines, setPanel, setRule } from "../furniture";
import { setComposition, setGrid, setIssueFields } from "../issue";
import { addPage, movePage, removePage, renamePage, setPageGeometry, setPageNote } from "../pages";
import { addAsset, addPicture, setAssetRights, setContour, setPicture } from "../pictures";
import { replaceText, setByline, setDateline, setParagraphStyle, setSource, setTitlePart, toggleMark } from "../stories";
import { addSwatch, changeSwatch, deleteSwatch } from "../swatches";
import { addCharacterStyle, addParagraphStyle, editCharacterStyle, editParagraphStyle } from "../styles";
import {
  addTextFrame, linkFrame, setBalance, setBlockAlign, setColumns, setGutter, setRemainder, setSpans, setTextDirection, unlinkFrame,
} from "../textFrames";
import { addTitleFrame, setCaptionStyles, setTitleAlign, setTitleDirection, setTitleSize, setTitleStyle } from "../titleFrames";

/** One command with arguments that fit, or nearly fit, the document it is applied to. */
export interface RandomEdit {
  readonly name: string;
  readonly apply: (document: IssueDocument) => Result<IssueDocument, CommandProblem>;
}

/** Random numbers and words that a command's arguments are picked with. */
interface Picks {
  readonly document: IssueDocument;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly text: string;
}

type Run = (picks: Picks) => Result<IssueDocument, CommandProblem>;

const ghost = "ghost";
const role = ["kicker", "main", "sub"] as const;

const runs: Readonly<Record<string, Run>> = {
  moveBoxes: ({ document, pick, x, y }) => moveBoxes(document, { boxIds: [boxOf(document, pick), boxOf(document, pick)], by: { x, y } }),
  resizeBox: ({ document, pick, x, y }) => resizeBox(document, { boxId: boxOf(document, pick), rect: rectOf(x, y) }),
  resizeBoxes: ({ document, pick, x, y }) => resizeBoxes(document, { rects: [{ boxId: boxOf(document, pick), rect: rectOf(y, x) }] }),
  resizeArticle: ({ document, pick, x, y }) => resizeArticle(document, { articleId: articleOf(document, pick), pageId: pageOf(document, pick), rect: rectOf(x, y) }),
  setBoxPlacement: ({ document, pick, x, y }) => setBoxPlacement(document, { boxId: boxOf(document, pick), pageId: pageOf(document, pick), rect: rectOf(x, y) }),
  reorderBox: ({ document, pick }) => reorderBox(document, { boxId: boxOf(document, pick), to: pick(["front", "back", "forward", "backward"]) }),
  setPushesText: ({ document, pick, x }) => setPushesText(document, { boxIds: [boxOf(document, pick)], pushesText: x > 0 }),
  setStandoff: ({ document, pick, x }) => setStandoff(document, { boxIds: [boxOf(document, pick)], standoff: x }),
  addSwatch: ({ document, pick, count, text }) =>
    addSwatch(document, { swatch: { id: idFrom(`swatch-${count}`), name: text, kind: pick(["process", "spot"]), ink: { cyan: 0, magenta: 1, yellow: 0.5, black: 0 } } }),
  changeSwatch: ({ document, pick, x, text }) => changeSwatch(document, { swatchId: swatchOf(document, pick), change: pick([{ name: text }, { kind: "spot" as const }, { ink: { ...greyInk(0.5), cyan: x % 1 } }]) }),
  deleteSwatch: ({ document, pick }) => deleteSwatch(document, { swatchId: swatchOf(document, pick), replacement: pick([null, swatchOf(document, pick)]) }),
  printInSwatch: ({ document, pick }) => editParagraphStyle(document, { styleId: styleOf(document, pick), change: { ink: { ...greyInk(1), swatch: { id: swatchOf(document, pick), tint: pick([1, 0.5]) } } } }),
  fillWithSwatch: ({ document, pick }) => setPanel(document, { boxId: boxOf(document, pick), change: { fill: { ...greyInk(1), swatch: { id: swatchOf(document, pick), tint: 0.3 } } } }),
  addRule: ({ document, pick, x, y, count }) => addBox(document, { pageId: pageOf(document, pick), box: newRule(idFrom(`rule-${count}`), rectOf(x, y), "dotted", 1), at: count }),
  addFurniture: ({ document, pick, x, y, count, text }) =>
    addBox(document, { pageId: pageOf(document, pick), box: newFurnitureFrame(idFrom(`folio-${count}`), rectOf(x, y), [{ template: text, styleId: styleOf(document, pick) }]) }),
  addFrame: ({ document, pick, x, y, count }) => addBox(document, { pageId: pageOf(document, pick), box: newTextFrame(idFrom(`frame-${count}`), rectOf(x, y), document.grid, 1) }),
  addPanel: ({ document, pick, x, y, count }) =>
    addBox(document, { pageId: pageOf(document, pick), box: { kind: "panel", id: idFrom(`panel-${count}`), rect: rectOf(x, y), pushesText: false, standoff: 0, fill: greyInk(0.1), stroke: null, strokeWidth: 0 } }),
  setColumns: ({ document, pick, count }) => setColumns(document, { boxId: boxOf(document, pick, "text"), columns: count }),
  setGutter: ({ document, pick, x }) => setGutter(document, { boxId: boxOf(document, pick, "text"), gutter: x }),
  setSpans: ({ document, pick, count }) => setSpans(document, { boxId: boxOf(document, pick, "text"), spans: [{ fromColumn: 0, toColumn: count, fromLine: count - 1, toLine: 9 }] }),
  setTextDirection: ({ document, pick }) => setTextDirection(document, { boxId: boxOf(document, pick, "text"), direction: pick(["horizontal", "vertical"]) }),
  setRemainder: ({ document, pick }) => setRemainder(document, { boxId: boxOf(document, pick, "text"), remainder: pick(["even", "longerColumns", "widerGutters"]) }),
  setBalance: ({ document, pick, x }) => setBalance(document, { boxId: boxOf(document, pick, "text"), balance: x > 0 }),
  setBlockAlign: ({ document, pick }) => setBlockAlign(document, { boxId: boxOf(document, pick, "text"), blockAlign: pick(["start", "justify"]) }),
  setContour: ({ document, pick, x, y, count }) =>
    setContour(document, { boxId: boxOf(document, pick, "picture"), contour: Array.from({ length: count }, (_, corner) => ({ x: Math.abs(x + corner) / 100, y: Math.abs(y - corner) / 100 })) }),
  linkFrame: ({ document, pick, count }) => linkFrame(document, { storyId: storyOf(document, pick), boxId: boxOf(document, pick, "text"), at: count }),
  unlinkFrame: ({ document, pick }) => unlinkFrame(document, { boxId: boxOf(document, pick, "text") }),
  addTextFrame: ({ document, pick, x, y, count }) =>
    addTextFrame(document, { storyId: storyOf(document, pick), boxId: idFrom(`jump-${count}`), pageId: pageOf(document, pick), rect: rectOf(x, y), columns: 2 }),
  addTitleFrame: ({ document, pick, x, y, count }) =>
    addTitleFrame(document, {
      articleId: articleOf(document, pick), boxId: idFrom(`head-${count}`), pageId: pageOf(document, pick), rect: rectOf(x, y), sizes: { kicker: 9, main: 15.75, sub: 9 },
    }),
  setTitleSize: ({ document, pick, x }) => setTitleSize(document, { boxId: boxOf(document, pick, "title"), role: pick(role), size: Math.abs(x) / 10 }),
  setTitleDirection: ({ document, pick }) => setTitleDirection(document, { boxId: boxOf(document, pick, "title"), direction: pick(["horizontal", "vertical"]) }),
  setTitleAlign: ({ document, pick }) => setTitleAlign(document, { boxId: boxOf(document, pick, "title"), align: pick(["start", "center", "justify"]) }),
  setTitleStyle: ({ document, pick }) => setTitleStyle(document, { boxId: boxOf(document, pick, "title"), role: pick(role), styleId: styleOf(document, pick) }),
  setCaptionStyles: ({ document, pick }) => setCaptionStyles(document, { boxId: boxOf(document, pick, "caption"), captionStyleId: styleOf(document, pick), creditStyleId: styleOf(document, pick) }),
  setFurnitureLines: ({ document, pick, text }) => setFurnitureLines(document, { boxId: boxOf(document, pick, "furniture"), lines: [{ template: text, styleId: styleOf(document, pick) }] }),
  setFurniture: ({ document, pick }) => setFurniture(document, { boxId: boxOf(document, pick, "furniture"), change: { targetPageId: pick([null, pageOf(document, pick)]) } }),
  setPanel: ({ document, pick, x }) => setPanel(document, { boxId: boxOf(document, pick, "panel"), change: { stroke: greyInk(Math.abs(x) % 1.1) } }),
  setRule: ({ document, pick, x }) => setRule(document, { boxId: boxOf(document, pick, "rule"), change: { weight: Math.abs(x) } }),
  addArticle: ({ document, pick, x, y, count }) =>
    addArticle(document, { kind: pick(["news", "photo", "briefs"]), pageId: pageOf(document, pick), rect: { ...rectOf(x, y), height: 400 }, names: namesOf(count) }),
  moveArticle: ({ document, pick, x, y }) => moveArticle(document, { articleId: articleOf(document, pick), by: { x, y }, ...pick([{}, { pageId: pageOf(document, pick) }]) }),
  setArticleKind: ({ document, pick }) => setArticleKind(document, { articleId: articleOf(document, pick), kind: pick(["news", "pointer"]) }),
  duplicateArticle: ({ document, pick, x, y, count }) => duplicateArticle(document, { articleId: articleOf(document, pick), by: { x, y }, newId: (id) => `c${count}-${id}`.slice(0, 90) }),
  duplicateBoxes: ({ document, pick, x, y, count }) => duplicateBoxes(document, { boxIds: [boxOf(document, pick)], by: { x, y }, newId: (id) => `d${count}-${id}`.slice(0, 90) }),
  deleteArticle: ({ document, pick }) => deleteArticle(document, { articleId: articleOf(document, pick) }),
  deleteBoxes: ({ document, pick }) => deleteBoxes(document, { boxIds: [boxOf(document, pick), boxOf(document, pick)] }),
  setTitlePart: ({ document, pick, text }) => setTitlePart(document, { storyId: storyOf(document, pick), role: pick(role), text }),
  setByline: ({ document, pick, text }) => setByline(document, { storyId: storyOf(document, pick), text }),
  setDateline: ({ document, pick, text }) => setDateline(document, { storyId: storyOf(document, pick), text }),
  setSource: ({ document, pick, text }) => setSource(document, { storyId: storyOf(document, pick), text }),
  replaceText: ({ document, pick, count, text }) => {
    const storyId = storyOf(document, pick);
    const from = pick(offsetsOf(document, storyId));
    return replaceText(document, { storyId, from, to: from + count, text });
  },
  type: ({ document, pick, text }) => {
    const storyId = storyOf(document, pick);
    const from = pick(offsetsOf(document, storyId));
    return replaceText(document, { storyId, from, to: from, text });
  },
  setParagraphStyle: ({ document, pick, count }) => setParagraphStyle(document, { storyId: storyOf(document, pick), fromParagraph: 0, toParagraph: count, styleId: styleOf(document, pick) }),
  toggleMark: ({ document, pick, count }) => {
    const storyId = storyOf(document, pick);
    const from = pick(offsetsOf(document, storyId));
    return toggleMark(document, { storyId, from, to: from + count, styleId: pick([houseCharacterStyleIds.kai, houseCharacterStyleIds.emphasis, idFrom(ghost)]) });
  },
  setPicture: ({ document, pick, x, y, text }) =>
    setPicture(document, { boxId: boxOf(document, pick, "picture"), change: pick([{ caption: text }, { focus: { x: Math.abs(x) % 1.1, y: Math.abs(y) % 1.1 } }, { assetId: null }, { assetId: idFrom(ghost) }]) }),
  addAsset: ({ document, count, text }) =>
    addAsset(document, { asset: { id: idFrom(String(count % 10).repeat(64)), fileName: text, contentType: "image/png", pixelWidth: count, pixelHeight: 1, rights: "" } }),
  setAssetRights: ({ document, pick, text }) => setAssetRights(document, { assetId: pick([idFrom(ghost), ...Object.values(document.assets).map((asset) => asset.id)]), rights: text }),
  addPicture: ({ document, pick, x, y, count }) =>
    addPicture(document, {
      articleId: articleOf(document, pick),
      pageId: pageOf(document, pick),
      pictureFrameId: idFrom(`picture-${count}`),
      rect: rectOf(x, y),
      caption: pick([null, { boxId: idFrom(`caption-${count}`), rect: rectOf(y, x) }]),
    }),
  addPage: ({ document, count, text }) => addPage(document, { pageId: idFrom(`p${count}`), at: count, name: text }),
  removePage: ({ document, pick }) => removePage(document, { pageId: pageOf(document, pick) }),
  movePage: ({ document, pick, count }) => movePage(document, { pageId: pageOf(document, pick), to: count }),
  renamePage: ({ document, pick, text }) => renamePage(document, { pageId: pageOf(document, pick), name: text }),
  setPageNote: ({ document, pick, text }) => setPageNote(document, { pageId: pageOf(document, pick), note: text }),
  setPageGeometry: ({ document, pick, x, y }) => setPageGeometry(document, { pageId: pageOf(document, pick), size: { width: x, height: 900 }, gridOrigin: { x, y } }),
  setIssueFields: ({ document, pick, text, count }) =>
    setIssueFields(document, pick([{ issue: { date: text } }, { issue: { totalIssueNumber: count } }, { publication: { slogan: text } }])),
  setGrid: ({ document, x, count }) => setGrid(document, { change: { columns: count, pitch: x } }),
  setComposition: ({ document, pick }) => setComposition(document, { change: { autospace: pick([0, 0.1, 0.125]) } }),
  editParagraphStyle: ({ document, pick, x }) => editParagraphStyle(document, { styleId: styleOf(document, pick), change: { size: x } }),
  editCharacterStyle: ({ document, text }) => editCharacterStyle(document, { styleId: houseCharacterStyleIds.kai, change: { name: text } }),
  addParagraphStyle: ({ document, pick, count, text }) => addParagraphStyle(document, { styleId: idFrom(`style-${count}`), like: styleOf(document, pick), name: text }),
  addCharacterStyle: ({ document, count, text }) => addCharacterStyle(document, { styleId: idFrom(`style-${count}`), like: houseCharacterStyleIds.kai, name: text }),
};

/** Drawn seldom, or every document would soon be empty. */
const deleting: ReadonlySet<string> = new Set(["deleteArticle", "deleteBoxes", "removePage"]);

/** Any command with random arguments: most that fit, some that do not. */
export function randomEdit(): fc.Arbitrary<RandomEdit> {
  const number = fc.oneof(
    fc.double({ min: -700, max: 700, noNaN: true }),
    fc.constantFrom(0, 1, 9, Number.NaN, Number.POSITIVE_INFINITY, -0, 1e-300, 1e9),
  );
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom("字", "，", "。", "A", "1", "𠮷", "\n"), maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom("", "\ud842", "\udfb7", "\r\n", "\u0000", "{date}", "2026-02-28"),
  );
  return fc
    .record({
      name: fc.oneof(
        { weight: 60, arbitrary: fc.constantFrom(...Object.keys(runs).filter((name) => !deleting.has(name))) },
        { weight: 1, arbitrary: fc.constantFrom(...deleting) },
      ),
      choices: fc.array(fc.nat(10_000), { minLength: 12, maxLength: 12 }),
      x: number,
      y: number,
      count: fc.integer({ min: -1, max: 12 }),
      text,
    })
    .map(({ name, choices, x, y, count, text }) => {
      return {
        name,
        apply: (document) => {
          // Counted anew each time: the same edit picks the same things of the same document.
          let next = 0;
          const pick = <Value>(values: readonly Value[]): Value => {
            const choice = choices[next++ % choices.length] ?? 0;
            return values[choice % values.length] as Value; // the lists that are picked from are never empty
          };
          const run = runs[name];
          if (run === undefined) throw new Error(`No command ${name}`);
          return run({ document, pick, x, y, count, text });
        },
      };
    });
}

function rectOf(x: number, y: number) {
  return { x: x / 2, y: y / 2, width: Math.abs(x) + 20, height: Math.abs(y) + 40 };
}

/** A box, most often of the kind that is asked for. */
function boxOf(document: IssueDocument, pick: Picks["pick"], kind?: Box["kind"]) {
  const boxes = Object.values<Box>(document.boxes);
  const fitting = boxes.filter((box) => box.kind === kind);
  const other = pick([...boxes.map((box) => box.id), idFrom<"box">(ghost)]);
  return pick([...Array.from({ length: 4 }, () => fitting.map((box) => box.id)).flat(), other]);
}

function pageOf(document: IssueDocument, pick: Picks["pick"]) {
  return pick([...document.pages.map((page) => page.id), ...document.pages.map((page) => page.id), idFrom<"page">(ghost)]);
}

function storyOf(document: IssueDocument, pick: Picks["pick"]) {
  return pick([...Object.values(document.stories).map((story) => story.id), idFrom<"story">(ghost)]);
}

function articleOf(document: IssueDocument, pick: Picks["pick"]) {
  return pick([...Object.values(document.articles).map((article) => article.id), idFrom<"article">(ghost)]);
}

function swatchOf(document: IssueDocument, pick: Picks["pick"]): SwatchId {
  return pick([...Object.keys(document.swatches).map((id) => idFrom<"swatch">(id)), idFrom<"swatch">(ghost)]);
}

function styleOf(document: IssueDocument, pick: Picks["pick"]) {
  return pick([houseStyleIds.body, houseStyleIds.caption, ...Object.values(document.paragraphStyles).map((style) => style.id), idFrom<"paragraphStyle">(ghost)]);
}

function offsetsOf(document: IssueDocument, storyId: Parameters<typeof setByline>[1]["storyId"]) {
  return Array.from({ length: bodyText(document.stories[storyId]?.paragraphs ?? []).length + 1 }, (_, index) => index);
}

function namesOf(count: number) {
  return {
    articleId: idFrom<"article">(`article-${count}`),
    storyId: idFrom<"story">(`story-${count}`),
    titleFrameId: idFrom<"box">(`title-${count}`),
    bodyFrameId: idFrom<"box">(`body-${count}`),
    pictureFrameId: idFrom<"box">(`new-picture-${count}`),
    captionFrameId: idFrom<"box">(`new-caption-${count}`),
  };
}
