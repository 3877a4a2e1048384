import { plainTextFrame } from "../../model/newBoxes";
import fc from "fast-check";
import type { Font, FontSource } from "../../fonts/fontSource";
import type { BoxId } from "../../model/ids";
import type { Box, IssueDocument, Paragraph, Rule, Story, TextFrame } from "../../model/document";
import { houseStyleIds } from "../../model/houseStyles";
import { sampleDocument } from "../../model/testing/sampleDocument";
import { STAND_IN_FONT, standInFonts } from "../vectors/standInFont";

/** Every font is the stand-in: one em a character, half an em for ASCII; the last plane is missing from it. */
export const countableFonts: FontSource = { fallbackFontIds: [], font: countableFont };

const countable = new Map<string, Font>();

function countableFont(fontId: string): Font | null {
  const standIn = standInFonts.font(STAND_IN_FONT);
  if (standIn === null) return null;
  let font = countable.get(fontId);
  if (font === undefined) countable.set(fontId, (font = { ...standIn, id: fontId, nominalGlyph: glyphOf(standIn) }));
  return font;
}

/** The first private plane stands for characters that no font has. */
export const MISSING_CHARACTER = "\u{F0000}";

function glyphOf(font: Font): Font["nominalGlyph"] {
  return (codePoint) => (codePoint >= 0xf0000 ? 0 : font.nominalGlyph(codePoint));
}

/** A document with one story of these paragraphs in these frames on its first page, and nothing else there. */
export function documentOf(texts: readonly string[], frames: readonly TextFrame[], others: readonly Box[] = []): IssueDocument {
  const base = sampleDocument();
  const paragraphs: Paragraph[] = texts.map((text) => ({ text, styleId: houseStyleIds.body, marks: [] }));
  const lead = Object.values<Story>(base.stories)[0]!;
  const story: Story = { ...lead, dateline: "", byline: "", paragraphs, frameIds: frames.map((frame) => frame.id) };
  const boxes = Object.fromEntries([...frames, ...others].map((box) => [box.id, box])) as Record<BoxId, Box>;
  return {
    ...base,
    pages: [{ ...base.pages[0]!, boxIds: Object.keys(boxes) as BoxId[] }],
    boxes,
    stories: { [story.id]: story },
    articles: {},
  };
}

/** A frame of so many 11-character columns and lines of 9 pt on 11.25, at a place on the page. */
export function frameOf(id: string, columns: number, lines: number, at = { x: 60, y: 60 }): TextFrame {
  return {
    kind: "text", id: id as BoxId, rect: { ...at, width: columns * 108 - 9, height: (lines - 1) * 11.25 + 9 },
    columns, gutter: 9, spans: [], ...plainTextFrame, pushesText: false, standoff: 0,
  };
}

/** A box that pushes text. */
export function obstacleOf(id: string, rect: Rule["rect"]): Rule {
  return {
    kind: "rule", id: id as BoxId, rect, pattern: "single", ink: { cyan: 0, magenta: 0, yellow: 0, black: 1 }, weight: 1,
    pushesText: true, standoff: 0,
  };
}

/** Pieces of newspaper text: Han, marks, units, Latin, digits, rare and joined characters. */
const pieces = fc.constantFrom(
  "人工智能", "的", "制造业", "，", "。", "“", "”", "《意见》", "（以下简称", "）", "——", "……", "！？", "、", "；", "：", "·",
  "2026年1月12日", "1,280.50元", "4.5%", "CN44-0146", "GDP", "To be", " ", "https://epaper.nfgb.cn/a?b=1", "林景余/摄", "●", "■",
  "𠮷", "👨‍👩‍👧", "e\u0301", "邊\u{E0100}", "3：2", "1310", "～", "\u3000",
);

/** Random paragraphs of a story. */
export const storyTexts = fc.array(
  fc.array(pieces, { minLength: 1, maxLength: 40 }).map((parts) => parts.join("")),
  { minLength: 1, maxLength: 5 },
);
