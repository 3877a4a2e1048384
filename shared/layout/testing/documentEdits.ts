import fc from "fast-check";
import type { Box, CharacterStyle, CompositionSettings, IssueDocument, ParagraphStyle, Story, StoryFitting, TextFrame } from "../../model/document";
import type { BoxId, StoryId } from "../../model/ids";
import { blackInk } from "../../model/ink";

/** A document with one of its boxes moved down, in points. */
export function movedBox(document: IssueDocument, boxId: string, by: number): IssueDocument {
  const box = document.boxes[boxId as BoxId]!;
  const now: Box = { ...box, rect: { ...box.rect, y: box.rect.y + by } };
  return { ...document, boxes: { ...document.boxes, [boxId]: now } };
}

function typed(document: IssueDocument, storyId: string, text: string): IssueDocument {
  const story = document.stories[storyId as StoryId]!;
  const [first, ...rest] = story.paragraphs;
  const now: Story = first === undefined
    ? story
    : { ...story, paragraphs: [{ ...first, text: text + first.text, marks: [] }, ...rest] };
  return { ...document, stories: { ...document.stories, [storyId]: now } };
}

/** A document with one of its boxes changed. */
export function changedBox(document: IssueDocument, boxId: string, change: (box: Box) => Box): IssueDocument {
  const box = document.boxes[boxId as BoxId]!;
  return { ...document, boxes: { ...document.boxes, [box.id]: change(box) } };
}

const boxIds = ["lead-body", "lead-title", "photo-picture", "photo-caption", "photo-body", "lead-jump", "folio", "rule"];
const boxOf = fc.constantFrom(...boxIds);
const wordsOf = fc.constantFrom("今天，", "《意见》", "A", "𠮷", "\n");

/** One of the values of one of the fields of a record. */
function oneField<Fields extends object>(values: { readonly [Name in keyof Fields]: readonly Fields[Name][] }): fc.Arbitrary<Partial<Fields>> {
  // The pairs are made from the record's own names and values, which `Object.entries` cannot say.
  const changes = Object.entries(values).flatMap(([name, some]) => (some as readonly unknown[]).map((value) => ({ [name]: value }) as Partial<Fields>));
  return fc.constantFrom(...changes);
}

const textFrames = oneField<Pick<TextFrame, "direction" | "remainder" | "balance" | "blockAlign" | "columns">>({
  direction: ["horizontal", "vertical"], remainder: ["even", "longerColumns", "widerGutters"], balance: [true, false],
  blockAlign: ["start", "justify"], columns: [2, 3],
});
const settings = oneField<Omit<CompositionSettings, "prohibition" | "fitLimits" | "lineStartTrim" | "orphan">>({
  lineEndTrim: ["off", "always"], adjacentTrim: ["off", "tight"], squeeze: ["off", "mild", "full"], autospace: [0, 0.25],
  lineBreaking: ["firstFit", "paragraph"], numberHanGlue: ["off", "prefer", "always"], hanging: ["off", "on"], hyphenation: ["off", "on"],
  grid: ["none", "lines", "characters"], leastSlotEm: [1, 4], leastLegLines: [1, 3],
});
const paragraphStyles = oneField<
  Pick<ParagraphStyle, "align" | "spaceBefore" | "firstLineIndentEm" | "trackingEm" | "horizontalScale" | "marker" | "linesOccupied" | "dropCap" | "fill" | "ruleAbove" | "ruleBelow">
>({
  align: ["start", "center", "justify", "spread"], spaceBefore: [0, 7], firstLineIndentEm: [0, 2], trackingEm: [0, 0.05], horizontalScale: [0.8, 1],
  marker: ["", "●"], linesOccupied: [0, 2, 3], dropCap: [{ lines: 0, characters: 1 }, { lines: 2, characters: 1 }], fill: [null, blackInk],
  ruleAbove: [0, 1], ruleBelow: [0, 0.5],
});
const characterStyles = oneField<Pick<CharacterStyle, "ink" | "emphasis" | "line" | "framed" | "position">>({
  ink: [null, blackInk], emphasis: ["none", "dot"], line: ["none", "properNoun", "bookTitle"], framed: [true, false], position: ["normal", "superscript"],
});
const fittings = oneField<StoryFitting>({ squeeze: [null, "off", "full"], trackingEm: [-0.02, 0, 0.02], titleSize: [0.9, 1], titleLines: [-1, 0, 1] });

/** One edit of any kind that a layout depends on; some leave a document that has no such box any more as it is. */
export const documentEdits: fc.Arbitrary<(document: IssueDocument) => IssueDocument> = fc.oneof(
  // The picture stands in the text, so that nudging it sets lines anew.
  fc.integer({ min: -30, max: 30 }).map((by) => (document: IssueDocument) => movedBox(document, "photo-picture", by)),
  fc.tuple(boxOf, fc.integer({ min: -60, max: 60 })).map(([boxId, by]) => (document: IssueDocument) => movedBox(document, boxId, by)),
  wordsOf.map((text) => (document: IssueDocument) => typed(document, "lead-story", text)),
  fc.tuple(boxOf, fc.boolean(), fc.nat(9)).map(([boxId, pushesText, standoff]) => (document: IssueDocument) =>
    changedBox(document, boxId, (box) => ({ ...box, pushesText, standoff }))),
  fc.tuple(boxOf, fc.integer({ min: 20, max: 300 })).map(([boxId, width]) => (document: IssueDocument) =>
    changedBox(document, boxId, (box) => ({ ...box, rect: { ...box.rect, width } }))),
  fc.integer({ min: 1, max: 4 }).map((columns) => (document: IssueDocument) =>
    changedBox(document, "lead-body", (box) => (box.kind === "text" ? { ...box, columns } : box))),
  wordsOf.map((credit) => (document: IssueDocument) => changedBox(document, "photo-picture", (box) => (box.kind === "picture" ? { ...box, credit } : box))),
  fc.constantFrom("basic", "strict").map((prohibition) => (document: IssueDocument) => ({
    ...document, composition: { ...document.composition, prohibition },
  })),
  fc.boolean().map((isReversed) => (document: IssueDocument) => {
    const [first, ...rest] = document.pages;
    return isReversed ? { ...document, pages: [{ ...first!, boxIds: first!.boxIds.toReversed() }, ...rest] } : { ...document, pages: document.pages.toReversed() };
  }),
  fc.constant((document: IssueDocument) => {
    const story = document.stories["lead-story" as StoryId]!;
    return { ...document, stories: { ...document.stories, [story.id]: { ...story, frameIds: story.frameIds.toReversed(), dateline: `${story.dateline}讯` } } };
  }),
  textFrames.map((change) => (document: IssueDocument) => changedBox(document, "lead-body", (box) => (box.kind === "text" ? { ...box, ...change } : box))),
  settings.map((change) => (document: IssueDocument) => ({ ...document, composition: { ...document.composition, ...change } })),
  fc.tuple(fc.nat(), paragraphStyles).map(([which, change]) => (document: IssueDocument) => {
    const styles = Object.values<ParagraphStyle>(document.paragraphStyles);
    const style = styles[which % styles.length]!;
    return { ...document, paragraphStyles: { ...document.paragraphStyles, [style.id]: { ...style, ...change } } };
  }),
  fc.tuple(fc.nat(), characterStyles).map(([which, change]) => (document: IssueDocument) => {
    const styles = Object.values<CharacterStyle>(document.characterStyles);
    const style = styles[which % styles.length]!;
    return { ...document, characterStyles: { ...document.characterStyles, [style.id]: { ...style, ...change } } };
  }),
  fittings.map((change) => (document: IssueDocument) => {
    const story = document.stories["lead-story" as StoryId]!;
    return { ...document, stories: { ...document.stories, [story.id]: { ...story, fitting: { ...story.fitting, ...change } } } };
  }),
  fc.tuple(fc.constantFrom(0.9, 1, 1.1), fc.constantFrom(-0.05, 0, 0.05)).map(([main, tracking]) => (document: IssueDocument) =>
    changedBox(document, "lead-title", (box) => (box.kind === "title" ? { ...box, scales: { ...box.scales, main }, trackings: { ...box.trackings, main: tracking } } : box))),
  fc.constantFrom([], [{ x: 0.5, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }]).map((contour) => (document: IssueDocument) =>
    changedBox(document, "photo-picture", (box) => (box.kind === "picture" ? { ...box, contour } : box))),
);
