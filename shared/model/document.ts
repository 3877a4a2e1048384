import type { PagePoint, Rect, Size } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type {
  ArticleId,
  AssetId,
  BoxId,
  CharacterStyleId,
  FontId,
  PageId,
  ParagraphStyleId,
  StoryId,
  SwatchId,
} from "./ids";
import type { Ink, ProcessInk } from "./ink";

/**
 * One issue of the paper: everything that is saved, and nothing that can be computed from it. An immutable value:
 * versions of a document share every record that did not change, so records are compared by identity.
 */
export interface IssueDocument {
  readonly publication: Publication;
  readonly issue: Issue;
  readonly grid: NewspaperGrid;
  readonly composition: CompositionSettings;
  /** In print order: the first is page 1. */
  readonly pages: readonly Page[];
  readonly boxes: Readonly<Record<BoxId, Box>>;
  readonly stories: Readonly<Record<StoryId, Story>>;
  readonly articles: Readonly<Record<ArticleId, Article>>;
  readonly assets: Readonly<Record<AssetId, Asset>>;
  readonly paragraphStyles: Readonly<Record<ParagraphStyleId, ParagraphStyle>>;
  readonly characterStyles: Readonly<Record<CharacterStyleId, CharacterStyle>>;
  readonly swatches: Readonly<Record<SwatchId, Swatch>>;
}

/** 色板: a named colour. What is printed in it follows when it is changed. */
export interface Swatch {
  readonly id: SwatchId;
  /** Unique in the issue; a spot colour's plate is called so. */
  readonly name: string;
  /** Mixed of the process inks, or an ink on a plate of its own. */
  readonly kind: "process" | "spot";
  /** At full strength; of a spot colour what stands in for it. */
  readonly ink: ProcessInk;
}

/** The paper itself: what its masthead and imprint say in every issue. Empty strings stand for what is not known. */
export interface Publication {
  /** A short name for identifiers and file names, lower-case ASCII letters, digits and hyphens, such as `nfgb`. */
  readonly code: string;
  readonly name: string;
  /** The name as the masthead writes it, traditional forms included. */
  readonly mastheadName: string;
  /** A BCP 47 language tag, such as `zh-Hans-CN`. */
  readonly language: string;
  /** 主管主办: the body that supervises and sponsors the paper. */
  readonly supervisor: string;
  /** 出版: the publishing body. */
  readonly publisher: string;
  /** 统一刊号, such as `CN44-0146`. */
  readonly cn: string;
  /** 邮发代号. */
  readonly postalCode: string;
  /** 广告经营许可证号. */
  readonly adLicence: string;
  readonly siteName: string;
  readonly url: string;
  readonly slogan: string;
  readonly email: string;
}

/** What changes from one issue to the next. */
export interface Issue {
  /** The day printed on it, ISO `YYYY-MM-DD`; weekday and page count are computed. */
  readonly date: string;
  /** An IANA zone, such as `Asia/Shanghai`: the paper's, never the machine's. */
  readonly timeZone: string;
  /** 总第N期. */
  readonly totalIssueNumber: number;
  readonly edition: string;
}

/** The newspaper grid (版心): body characters and lines, from which the type area follows. */
export interface NewspaperGrid {
  /** The em of body text. */
  readonly bodySize: Pt;
  /** From one baseline to the next. */
  readonly pitch: Pt;
  /** 基本栏: how many basic columns the type area has. */
  readonly columns: number;
  readonly charactersPerColumn: number;
  /** The space between two columns, in body characters. */
  readonly gutterCharacters: number;
  readonly lines: number;
}

/** The house's rules of composition, with the values of CLREQ and GB/T 15834. */
export interface CompositionSettings {
  /** 避头尾: how strictly marks are kept off line edges. */
  readonly prohibition: "none" | "basic" | "gb" | "strict";
  /** Whether a full-width mark at a line's end takes half an em. */
  readonly lineEndTrim: "off" | "ifNeeded" | "always";
  /** Whether an opening mark at a line's start loses its blank half. */
  readonly lineStartTrim: "off" | "trim" | "trimExceptFirst";
  /** What two touching full-width marks give up: nothing, half an em, or a whole em. */
  readonly adjacentTrim: "off" | "half" | "tight";
  /**
   * 先挤进，后推出: whether the blank of marks inside a line gives way so that more fits: not at all, down to three quarters
   * of an em (。？！ not), or down to half an em.
   */
  readonly squeeze: "off" | "mild" | "full";
  /** The gap between Han and Latin or digits, in em: 0, 0.125 or 0.25. */
  readonly autospace: number;
  /** The fewest characters, punctuation not counted, that may stand alone on a last line. */
  readonly orphan: number;
  /** Whether each line is filled by itself, or the breaks of a paragraph are chosen together where its lines are equally long. */
  readonly lineBreaking: "firstFit" | "paragraph";
  /** Whether a number and the Han measure word behind it (2026 年) may be parted at a line's end: freely, at a cost, or never. */
  readonly numberHanGlue: "off" | "prefer" | "always";
  /** Whether a pause or stop that does not fit hangs over the line's end. */
  readonly hanging: "off" | "on";
  /** Whether Latin words may be divided at a line's end. */
  readonly hyphenation: "off" | "on";
  /** Whether body text stands on the lines of the grid, and its characters on the grid's character places. */
  readonly grid: "none" | "lines" | "characters";
  /** Text beside an obstacle needs a place at least this wide, in ems of the text. */
  readonly leastSlotEm: number;
  /** A leg of text above, below or beside an obstacle with fewer lines than this is left empty; 1 for none. */
  readonly leastLegLines: number;
  /** How far fitting a story to its frames may go. */
  readonly fitLimits: FitLimits;
}

/** The farthest that fitting copy may change what the house's styles say. */
export interface FitLimits {
  /** How much tracking may be added to or taken from body text, in em. */
  readonly trackingEm: number;
  /** How much the letters of a headline may be narrowed or widened: 0.2 for 80 to 120 %. */
  readonly headlineScale: number;
  /** How much tracking may be taken from a headline, in em. */
  readonly headlineTrackingEm: number;
  /** How much smaller than chosen a headline may be set: 0.1 for a tenth. */
  readonly headlineShrink: number;
}

/** One page of the issue. Its number is its place in `IssueDocument.pages`. */
export interface Page {
  readonly id: PageId;
  /** 版名, such as 要闻; empty where the page has none. */
  readonly name: string;
  /** The trim size. */
  readonly size: Size;
  /** The top left corner of the type area on the page. */
  readonly gridOrigin: PagePoint;
  /** The boxes on the page, back to front. */
  readonly boxIds: readonly BoxId[];
  /** Shown where the page is empty, such as why it is; not printed. */
  readonly note: string;
}

/** A thing with a place on a page. */
export type Box = TextFrame | TitleFrame | CaptionFrame | FurnitureFrame | PictureFrame | Panel | Rule;

interface BoxBase {
  readonly id: BoxId;
  readonly rect: Rect;
  /** Whether the text of other boxes keeps clear of this box. */
  readonly pushesText: boolean;
  /** How far the pushed text keeps away. */
  readonly standoff: Pt;
}

/** A window onto a part of a story. Which part is the layout's business; which story, the story's. */
export interface TextFrame extends BoxBase {
  readonly kind: "text";
  /** The rect is divided into this many equal columns. */
  readonly columns: number;
  /** The space between two of its columns. */
  readonly gutter: Pt;
  /** Which parts of the columns the text may use, in reading order; empty for all of them, so an L is two spans. */
  readonly spans: readonly ColumnSpan[];
  /** Vertical text runs downwards in lines from the right; its columns are tiers (栏), the first at the top. */
  readonly direction: "horizontal" | "vertical";
  /** 破栏: columns that share the width evenly, or whole characters wide with the rest in longer columns or in wider gutters. */
  readonly remainder: "even" | "longerColumns" | "widerGutters";
  /** Whether text that does not fill the frame ends in all its columns at the same height, the last one shorter. */
  readonly balance: boolean;
  /** Where text stands that does not fill its columns: at the top, or spread by whole lines of the grid between its paragraphs. */
  readonly blockAlign: "start" | "justify";
}

/** A block of a frame's columns: column indexes and lines, both half-open and counted from the frame's corner. */
export interface ColumnSpan {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromLine: number;
  readonly toLine: number;
}

/** 引题, 主题, 副题: the lines of a title, from the top. */
export type TitleRole = "kicker" | "main" | "sub";

/** Where an article's title stands and how it is set. The words are the story's. */
export interface TitleFrame extends BoxBase {
  readonly kind: "title";
  readonly direction: "horizontal" | "vertical";
  readonly align: "start" | "center" | "justify";
  readonly styleIds: Readonly<Record<TitleRole, ParagraphStyleId>>;
  /** The type size of each part; it replaces the style's. */
  readonly sizes: Readonly<Record<TitleRole, Pt>>;
  /** How much wider than in its style the letters of each part are. */
  readonly scales: Readonly<Record<TitleRole, number>>;
  /** Added to the tracking of each part's style, in em. */
  readonly trackings: Readonly<Record<TitleRole, number>>;
}

/** Where a picture's caption and credit stand. The words are the picture's. */
export interface CaptionFrame extends BoxBase {
  readonly kind: "caption";
  readonly captionStyleId: ParagraphStyleId;
  readonly creditStyleId: ParagraphStyleId;
}

/** Standing matter: masthead, folio, section heads, pointers. Its text holds fields that layout fills in. */
export interface FurnitureFrame extends BoxBase {
  readonly kind: "furniture";
  readonly direction: "horizontal" | "vertical";
  readonly lines: readonly FurnitureLine[];
  readonly blockAlign: "start" | "center" | "end";
  /** The page a pointer leads to, for the fields `{targetPageNumber}` and `{targetPageName}`. */
  readonly targetPageId: PageId | null;
}

/** One paragraph of standing matter, such as `今日{pageCount}版 总第{totalIssueNumber}期`. */
export interface FurnitureLine {
  readonly template: string;
  readonly styleId: ParagraphStyleId;
}

/** A window onto a picture, with the words that go with it. */
export interface PictureFrame extends BoxBase {
  readonly kind: "picture";
  readonly assetId: AssetId | null;
  /** `fill` covers the frame and crops, `fit` shows the whole picture. */
  readonly fitting: "fill" | "fit";
  /** The point of the picture that cropping keeps in view, 0 to 1 from its top left corner. */
  readonly focus: { readonly x: number; readonly y: number };
  /** The outline that text keeps clear of, as corners in shares of the whole picture; empty where it keeps clear of the frame. */
  readonly contour: readonly { readonly x: number; readonly y: number }[];
  /** 图片说明, without the marker that the caption style prints before it. */
  readonly caption: string;
  /** Such as 全媒体记者林景余/摄. */
  readonly credit: string;
  /** For readers who cannot see the picture. */
  readonly alt: string;
}

/** An area of ink behind or a frame around other boxes (底纹, 边框). */
export interface Panel extends BoxBase {
  readonly kind: "panel";
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly strokeWidth: Pt;
}

/** A line along the longer side of its rect; `thickThin` is 文武线, the heavy line first. */
export interface Rule extends BoxBase {
  readonly kind: "rule";
  readonly pattern: "single" | "double" | "thickThin" | "dotted";
  readonly ink: Ink;
  /** The weight of the heaviest stroke. */
  readonly weight: Pt;
}

/** What an article is in the paper; it decides how new boxes are made and what the e-paper calls it. */
export type ArticleKind = "news" | "photo" | "briefs" | "masthead" | "pointer" | "furniture" | "ad";

/**
 * Boxes that belong together and move as one. The boxes of its story's body are in the story; a box belongs to one
 * article at most.
 */
export interface Article {
  readonly id: ArticleId;
  readonly kind: ArticleKind;
  /** Whether its words and pictures are given to readers of the e-paper; withheld ones are seen on the page's picture alone. */
  readonly digital: "published" | "withheld";
  readonly storyId: StoryId | null;
  readonly titleFrameIds: readonly BoxId[];
  readonly pictures: readonly ArticlePicture[];
  /** Panels, rules and standing matter that move with the article. */
  readonly furnitureIds: readonly BoxId[];
}

/** A picture of an article and the frame of its caption. */
export interface ArticlePicture {
  readonly pictureFrameId: BoxId;
  readonly captionFrameId: BoxId | null;
}

/** The words of an article, and the text frames they run through, in reading order and across pages. */
export interface Story {
  readonly id: StoryId;
  readonly title: StoryTitle;
  /** 电头, set run-in at the head of the first paragraph: 本报讯, 据证券时报消息. */
  readonly dateline: string;
  /** 署名, set in brackets behind the dateline: 全媒体记者徐亚辉. */
  readonly byline: string;
  /** Who the news comes from, such as 证券时报; metadata, not printed. */
  readonly source: string;
  readonly paragraphs: readonly Paragraph[];
  readonly frameIds: readonly BoxId[];
  /** What was changed so that the story fits its frames. */
  readonly fitting: StoryFitting;
}

/** How a story's body departs from the house's rules so that it fits; within the house's `FitLimits`. */
export interface StoryFitting {
  /** Replaces the house's `squeeze`; null for the house's. */
  readonly squeeze: CompositionSettings["squeeze"] | null;
  /** Added to the tracking of its body, in em. */
  readonly trackingEm: number;
  /** The size of its title against the chosen one: 1 for none, 0.9 for a tenth smaller. */
  readonly titleSize: number;
  /** How many lines its title has taken from the body below it; below nothing, how many it has given. */
  readonly titleLines: number;
}

/** 引题, 主题, 副题; empty where the title has no such part. A line feed in a part is a chosen line break. */
export type StoryTitle = Readonly<Record<TitleRole, string>>;

/** One paragraph of a story. A value: an edit replaces it, so what was measured for it can be kept by identity. */
export interface Paragraph {
  readonly text: string;
  readonly styleId: ParagraphStyleId;
  /** Sorted, not overlapping. */
  readonly marks: readonly TextMark[];
}

/** A stretch of a paragraph in a character style; offsets are UTF-16 code units, half-open. */
export interface TextMark {
  readonly from: number;
  readonly to: number;
  readonly styleId: CharacterStyleId;
}

/** A picture file of the issue, or a PDF placed as one, named by its content. */
export interface Asset {
  readonly id: AssetId;
  /** As it was called when it was imported. */
  readonly fileName: string;
  readonly contentType: "image/jpeg" | "image/png" | "image/webp" | "image/tiff" | "application/pdf";
  /** In pixels; of a placed PDF, its first page's trim in hundredths of a point. */
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** Who may use it and why, such as a licence; empty where nothing was said. */
  readonly rights: string;
}

/** How a paragraph is set. Lengths called em are in ems of its own size. */
export interface ParagraphStyle {
  readonly id: ParagraphStyleId;
  readonly name: string;
  readonly fontId: FontId;
  readonly size: Pt;
  /** From baseline to baseline; text frames snap body styles to the grid's pitch. */
  readonly pitch: Pt;
  /** Extra space above the paragraph, none at the head of a column; layout rounds it up to keep body text on the grid. */
  readonly spaceBefore: Pt;
  readonly firstLineIndentEm: number;
  /** How far every line but the first is indented, for ● lists. */
  readonly hangingIndentEm: number;
  readonly align: "start" | "center" | "end" | "justify" | "spread";
  readonly ink: Ink;
  /** Added after each character, in em. */
  readonly trackingEm: number;
  /** 长扁: the width of the letters relative to their height, 1 for none. */
  readonly horizontalScale: number;
  /** Printed before the text, such as ■ or ●; part of the set text, not of the story. */
  readonly marker: string;
  /** The style of the run-in dateline and byline, or null for the paragraph's own. */
  readonly runInStyleId: CharacterStyleId | null;
  /** 占行: how many lines of the grid each paragraph takes, its lines in the middle of them; 0 for as many as it fills. */
  readonly linesOccupied: number;
  /** How many lines tall the first characters stand, and how many characters those are; 0 lines for none. */
  readonly dropCap: { readonly lines: number; readonly characters: number };
  /** The tint behind the paragraph. */
  readonly fill: Ink | null;
  /** The weight of a rule above the paragraph, in its ink; 0 for none. */
  readonly ruleAbove: Pt;
  /** The weight of a rule below the paragraph, in its ink; 0 for none. */
  readonly ruleBelow: Pt;
}

/** How a stretch of text differs from its paragraph; null for what it keeps. */
export interface CharacterStyle {
  readonly id: CharacterStyleId;
  readonly name: string;
  readonly fontId: FontId | null;
  readonly ink: Ink | null;
  /** 着重号: a dot below each Han character, at its right in vertical setting. */
  readonly emphasis: "none" | "dot";
  /** 专名号 or the wavy 书名号甲式, below the characters, at their left in vertical setting. */
  readonly line: "none" | "properNoun" | "bookTitle";
  /** 示亡号: a thin frame around the name, which no line breaks. */
  readonly framed: boolean;
  readonly position: "normal" | "superscript" | "subscript";
}
