import type { CharacterStyle, ParagraphStyle } from "./document";
import { idFrom } from "./idFrom";
import type { CharacterStyleId, FontId, ParagraphStyleId } from "./ids";
import { blackInk } from "./ink";

/** The fonts that come with the program. */
export const houseFontIds = {
  serif: idFrom<"font">("NotoSerifSC-Regular"),
  serifMedium: idFrom<"font">("NotoSerifSC-Medium"),
  serifBold: idFrom<"font">("NotoSerifSC-Bold"),
  serifBlack: idFrom<"font">("NotoSerifSC-Black"),
  sans: idFrom<"font">("NotoSansSC-Regular"),
  sansBold: idFrom<"font">("NotoSansSC-Bold"),
  sansBlack: idFrom<"font">("NotoSansSC-Black"),
  kai: idFrom<"font">("LXGWWenKai-Regular"),
  kaiBold: idFrom<"font">("LXGWWenKai-Bold"),
} as const;

type HouseParagraphStyle =
  | "body"
  | "kicker"
  | "headline"
  | "subheadline"
  | "subhead"
  | "quotation"
  | "listItem"
  | "dropCapBody"
  | "tintedNote"
  | "sectionHead"
  | "caption"
  | "credit"
  | "briefSource"
  | "briefHead"
  | "pointer"
  | "pointerTarget"
  | "jumpLine"
  | "folio"
  | "folioEnd"
  | "mastheadName"
  | "mastheadDate"
  | "mastheadDay"
  | "mastheadNumbers"
  | "imprint"
  | "slogan";

/** The ids of the house's paragraph styles, by what they are for. */
export const houseStyleIds: Readonly<Record<HouseParagraphStyle, ParagraphStyleId>> = {
  body: idFrom("body"),
  kicker: idFrom("kicker"),
  headline: idFrom("headline"),
  subheadline: idFrom("subheadline"),
  subhead: idFrom("subhead"),
  quotation: idFrom("quotation"),
  listItem: idFrom("listItem"),
  dropCapBody: idFrom("dropCapBody"),
  tintedNote: idFrom("tintedNote"),
  sectionHead: idFrom("sectionHead"),
  caption: idFrom("caption"),
  credit: idFrom("credit"),
  briefSource: idFrom("briefSource"),
  briefHead: idFrom("briefHead"),
  pointer: idFrom("pointer"),
  pointerTarget: idFrom("pointerTarget"),
  jumpLine: idFrom("jumpLine"),
  folio: idFrom("folio"),
  folioEnd: idFrom("folioEnd"),
  mastheadName: idFrom("mastheadName"),
  mastheadDate: idFrom("mastheadDate"),
  mastheadDay: idFrom("mastheadDay"),
  mastheadNumbers: idFrom("mastheadNumbers"),
  imprint: idFrom("imprint"),
  slogan: idFrom("slogan"),
};

type HouseCharacterStyle =
  | "runIn"
  | "emphasis"
  | "kai"
  | "dotted"
  | "properNoun"
  | "bookTitle"
  | "deceased"
  | "superscript"
  | "subscript";

/** The ids of the house's character styles. */
export const houseCharacterStyleIds: Readonly<Record<HouseCharacterStyle, CharacterStyleId>> = {
  runIn: idFrom("runIn"),
  emphasis: idFrom("emphasis"),
  kai: idFrom("kai"),
  dotted: idFrom("dotted"),
  properNoun: idFrom("properNoun"),
  bookTitle: idFrom("bookTitle"),
  deceased: idFrom("deceased"),
  superscript: idFrom("superscript"),
  subscript: idFrom("subscript"),
};

/** What a paragraph style does without unless it says otherwise. */
export const plainParagraphStyle: Pick<ParagraphStyle, "linesOccupied" | "dropCap" | "fill" | "ruleAbove" | "ruleBelow"> = {
  linesOccupied: 0,
  dropCap: { lines: 0, characters: 1 },
  fill: null,
  ruleAbove: 0,
  ruleBelow: 0,
};

/** What a character style leaves as it is unless it says otherwise. */
export const plainCharacterStyle: Omit<CharacterStyle, "id" | "name"> = {
  fontId: null,
  ink: null,
  emphasis: "none",
  line: "none",
  framed: false,
  position: "normal",
};

type StyleOptions = Partial<Omit<ParagraphStyle, "id" | "name" | "fontId" | "size" | "pitch">>;

function paragraphStyle(
  use: HouseParagraphStyle,
  name: string,
  fontId: FontId,
  [size, pitch]: readonly [number, number],
  options: StyleOptions,
): ParagraphStyle {
  return {
    id: houseStyleIds[use],
    name,
    fontId,
    size,
    pitch,
    spaceBefore: 0,
    firstLineIndentEm: 0,
    hangingIndentEm: 0,
    align: "start",
    ink: blackInk,
    trackingEm: 0,
    horizontalScale: 1,
    marker: "",
    runInStyleId: null,
    ...plainParagraphStyle,
    ...options,
  };
}

const { serif, serifBold, serifBlack, sans, sansBold, sansBlack, kai } = houseFontIds;

/** The paragraph styles of a Chinese daily: 宋体 body of 小五 on a quarter of leading, 粗宋 heads, 黑体 labels, 楷体 captions. */
export const houseParagraphStyles: readonly ParagraphStyle[] = [
  paragraphStyle("body", "正文", serif, [9, 11.25], {
    firstLineIndentEm: 2,
    align: "justify",
    runInStyleId: houseCharacterStyleIds.runIn,
  }),
  paragraphStyle("kicker", "引题", sans, [15.75, 20], { align: "center" }),
  paragraphStyle("headline", "主题", serifBlack, [30, 36], { align: "center" }),
  paragraphStyle("subheadline", "副题", serifBold, [18, 22.5], { align: "center" }),
  paragraphStyle("subhead", "小标题", sansBold, [9, 11.25], { align: "center", spaceBefore: 5.625 }),
  paragraphStyle("quotation", "楷体引文", kai, [9, 11.25], { firstLineIndentEm: 2, align: "justify" }),
  paragraphStyle("listItem", "列项", serif, [9, 11.25], { hangingIndentEm: 1, align: "justify", marker: "●" }),
  paragraphStyle("dropCapBody", "首字下沉", serif, [9, 11.25], {
    align: "justify",
    runInStyleId: houseCharacterStyleIds.runIn,
    dropCap: { lines: 2, characters: 1 },
  }),
  paragraphStyle("tintedNote", "底纹提要", kai, [9, 11.25], {
    firstLineIndentEm: 2,
    align: "justify",
    fill: { cyan: 0, magenta: 0, yellow: 0, black: 0.1 },
    ruleAbove: 0.5,
    ruleBelow: 0.5,
  }),
  paragraphStyle("sectionHead", "栏目题", sansBlack, [15.75, 20], { align: "start" }),
  paragraphStyle("caption", "图片说明", kai, [9, 11.25], { align: "justify", marker: "■" }),
  paragraphStyle("credit", "图片署名", kai, [7.875, 11.25], { align: "end" }),
  paragraphStyle("briefSource", "简讯出处", sansBold, [9, 11.25], {
    hangingIndentEm: 1,
    marker: "●",
    spaceBefore: 5.625,
  }),
  paragraphStyle("briefHead", "简讯标题", serif, [9, 11.25], { align: "justify", firstLineIndentEm: 1, hangingIndentEm: 1 }),
  paragraphStyle("pointer", "导读", sansBold, [13.75, 18], { align: "start" }),
  paragraphStyle("pointerTarget", "导读版次", sans, [10.5, 13.5], { align: "end" }),
  paragraphStyle("jumpLine", "转版", kai, [9, 11.25], { align: "end" }),
  paragraphStyle("folio", "报眉", sans, [9, 11.25], { align: "start" }),
  paragraphStyle("folioEnd", "报眉（右）", sans, [9, 11.25], { align: "end" }),
  paragraphStyle("mastheadName", "报名", serifBlack, [72, 84], { align: "spread" }),
  paragraphStyle("mastheadDate", "报头日期", sansBold, [13.75, 18], { align: "center" }),
  paragraphStyle("mastheadDay", "报头日", sansBlack, [36, 42], { align: "center" }),
  paragraphStyle("mastheadNumbers", "报头期号", sans, [7.875, 11.25], { align: "center" }),
  paragraphStyle("imprint", "报头出版信息", sans, [7.125, 9.5], { align: "start" }),
  paragraphStyle("slogan", "报头口号", kai, [10.5, 13.5], { align: "center" }),
];

/** The character styles of a Chinese daily. */
export const houseCharacterStyles: readonly CharacterStyle[] = [
  { ...plainCharacterStyle, id: houseCharacterStyleIds.runIn, name: "电头", fontId: sansBold },
  { ...plainCharacterStyle, id: houseCharacterStyleIds.emphasis, name: "黑体强调", fontId: sansBold },
  { ...plainCharacterStyle, id: houseCharacterStyleIds.kai, name: "楷体", fontId: kai },
  { ...plainCharacterStyle, id: houseCharacterStyleIds.dotted, name: "着重号", emphasis: "dot" },
  { ...plainCharacterStyle, id: houseCharacterStyleIds.properNoun, name: "专名号", line: "properNoun" },
  { ...plainCharacterStyle, id: houseCharacterStyleIds.bookTitle, name: "书名号（浪线）", line: "bookTitle" },
  { ...plainCharacterStyle, id: houseCharacterStyleIds.deceased, name: "示亡号", framed: true },
  { ...plainCharacterStyle, id: houseCharacterStyleIds.superscript, name: "上标", position: "superscript" },
  { ...plainCharacterStyle, id: houseCharacterStyleIds.subscript, name: "下标", position: "subscript" },
];
