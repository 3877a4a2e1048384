import type { CharacterStyle, CompositionSettings, ParagraphStyle } from "./document";
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

/** The ids of the house's character styles. */
export const houseCharacterStyleIds: Readonly<Record<"runIn" | "emphasis" | "kai", CharacterStyleId>> = {
  runIn: idFrom("runIn"),
  emphasis: idFrom("emphasis"),
  kai: idFrom("kai"),
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
  { id: houseCharacterStyleIds.runIn, name: "电头", fontId: sansBold, ink: null },
  { id: houseCharacterStyleIds.emphasis, name: "黑体强调", fontId: sansBold, ink: null },
  { id: houseCharacterStyleIds.kai, name: "楷体", fontId: kai, ink: null },
];

/** The composition rules a new issue starts from: GB/T 15834 with the trimming that CLREQ describes for newspapers. */
export const houseComposition: CompositionSettings = {
  prohibition: "gb",
  lineEndTrim: "ifNeeded",
  lineStartTrim: "trimExceptFirst",
  adjacentTrim: "half",
  squeeze: "full",
  autospace: 0.125,
  orphan: 2,
};
