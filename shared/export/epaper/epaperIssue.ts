import type { NinjsItem } from "./ninjsItem";

/** One issue as open-epaper 1.0 describes it: `openEpaper.schema.json` is the same in JSON Schema. */
export interface EpaperIssue {
  readonly format: "open-epaper";
  readonly version: "1.0";
  readonly generator: EpaperGenerator;
  readonly publication: EpaperPublication;
  readonly issue: EpaperIssueFacts;
  /** Every page of the issue in print order, empty ones too. */
  readonly pages: readonly EpaperPage[];
  readonly jumps: readonly EpaperJump[];
  /** In reading order; one for each of `articles`. */
  readonly stories: readonly EpaperStory[];
  /** In reading order. */
  readonly articles: readonly NinjsItem[];
  /** Present only where the export was made although something is printed that no region stands for, or a picture is missing. */
  readonly uncovered?: readonly (EpaperUncovered | EpaperMissingPicture)[];
}

/** A picture of an article whose file is missing or cannot be read. */
export interface EpaperMissingPicture {
  readonly kind: "picture";
  readonly fileName: string;
}

/** Text or ink that no region stands for. */
export type EpaperUncovered =
  | {
      readonly kind: "text";
      /** `no-article`: printed, but in no article; `no-region`: over, or without a frame; `two-regions`: named twice. */
      readonly reason: "no-article" | "no-region" | "two-regions";
      /** The uri of the article, or the id of a story that has none. */
      readonly article: string;
      readonly from: number;
      readonly to: number;
      /** How the stretch begins. */
      readonly text: string;
    }
  | {
      readonly kind: "area";
      /** The id of the page. */
      readonly page: string;
      readonly box: string;
      /** Left, top, width and height as ratios of the trim box. */
      readonly rect: readonly number[];
    };

/** The program that wrote the file. */
export interface EpaperGenerator {
  readonly name: string;
  readonly version: string;
  /** `sha256:` and the digest of the regions; the same while no text and no box has moved. */
  readonly layoutHash?: string;
}

/** The paper; what is not known is left out. */
export interface EpaperPublication {
  readonly name: string;
  readonly mastheadName?: string;
  readonly language: string;
  readonly cn?: string;
  readonly postalCode?: string;
  readonly adLicence?: string;
  readonly supervisor?: string;
  readonly publisher?: string;
  readonly siteName?: string;
  readonly url?: string;
  readonly slogan?: string;
  readonly email?: string;
}

/** What is particular to the issue. */
export interface EpaperIssueFacts {
  /** `urn:x-epaper:<code>:<date>`. */
  readonly id: string;
  readonly date: string;
  readonly timeZone: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly totalIssueNumber: number;
  readonly pageCount: number;
  readonly edition: string;
}

/** One page. */
export interface EpaperPage {
  /** `p01` for the first. */
  readonly id: string;
  readonly order: number;
  /** `01` for the first. */
  readonly label: string;
  readonly name: string;
  readonly size: {
    readonly trimMm: readonly [number, number];
    /** Left, top, width, height. */
    readonly typeAreaMm: readonly [number, number, number, number];
  };
  readonly renditions: readonly EpaperRendition[];
  readonly coordinateSpace: { readonly unit: "ratio"; readonly origin: "top-left"; readonly box: "trim" };
  readonly regions: readonly EpaperRegion[];
}

/** A file of the package that shows the page; the address is relative to `issue.json`. */
export interface EpaperRendition {
  readonly name: "thumbnail" | "medium" | "preview" | "large" | "print";
  readonly href: string;
  readonly contentType: string;
  readonly width?: number;
  readonly height?: number;
  readonly sizeInBytes?: number;
}

/** What a region is. */
export type EpaperRegionKind = "article" | "pointer" | "ad" | "masthead" | "folio" | "furniture";

/** What a region of an article shows. */
export type EpaperRegionRole = "headline" | "body" | "picture" | "caption" | "brief";

/** A point as ratios of the trim box's width and height, 0 to 1, 6 decimals. */
export type EpaperPoint = readonly [number, number];

/** An area of a page. */
export interface EpaperRegion {
  readonly id: string;
  readonly kind: EpaperRegionKind;
  readonly role?: EpaperRegionRole;
  /** The uri of the article. */
  readonly article?: string;
  /** The uri of the picture or brief inside the article. */
  readonly association?: string;
  /** The place among the article's regions in reading order, from 1, counted through all pages. */
  readonly order?: number;
  /** Simple, clockwise, edges horizontal and vertical, not closed. */
  readonly polygon: readonly EpaperPoint[];
  /** Which part of the story's `text` is printed here: UTF-16 code units, half-open. */
  readonly textRange?: readonly [number, number];
  /** The region on another page where the text goes on. */
  readonly continuesIn?: string;
  /** The page a pointer leads to. */
  readonly targetPage?: string;
  /** The words printed in a region that belongs to no article's text. */
  readonly label?: string;
}

/** 下转 and 上接: where a story leaves one page for another. */
export interface EpaperJump {
  readonly article: string;
  /** Ids of the regions. */
  readonly from: string;
  readonly to: string;
  readonly fromLabel?: string;
  readonly toLabel?: string;
  /** How much of the story's text stands before the jump. */
  readonly atOffset: number;
}

/** What the printed page knows of an article beyond ninjs. */
export interface EpaperStory {
  readonly article: string;
  readonly kind: "news" | "photo-news" | "headline-list";
  /** 栏目: the standing head printed over the article. */
  readonly column: string | null;
  readonly readingOrder: number;
  /** The ids of the pages it stands on. */
  readonly pages: readonly string[];
  readonly bylines: readonly EpaperByline[];
  /** Title parts, run-in head, body paragraphs, captions and credits, joined by line feeds: what `textRange` counts in. */
  readonly text: string;
  readonly parts: readonly EpaperTextPart[];
  /** What is marked in `text` and means something, sorted; several of the same stretch mean all of it. Left out where nothing is. */
  readonly marks?: readonly EpaperMark[];
}

/** A stretch of a story's `text`: UTF-16 code units, half-open. */
export interface EpaperMark {
  readonly from: number;
  readonly to: number;
  /** 上标, 下标, 着重号, 专名号, 书名号甲式, 示亡号. */
  readonly kind: "superscript" | "subscript" | "emphasis" | "properNoun" | "bookTitle" | "deceased";
}

/** Who did what, such as 记者 or 摄影. */
export interface EpaperByline {
  readonly role: string;
  readonly name: string;
}

/** A part of a story's text. */
export interface EpaperTextPart {
  readonly role: "introtitle" | "main" | "subtitle" | "runIn" | "paragraph" | "caption" | "credit";
  readonly from: number;
  readonly to: number;
  /** What is printed before the part without being one of its words, such as ■ or ●. */
  readonly marker?: string;
}
