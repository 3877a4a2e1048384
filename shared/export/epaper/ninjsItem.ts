/** The part of an IPTC ninjs 3.1 item that a printed page can fill; names and meanings are the standard's. */
export interface NinjsItem {
  readonly uri: string;
  readonly type: "text" | "picture" | "composite";
  readonly standard?: { readonly name: "ninjs"; readonly version: "3.1" };
  readonly language?: string;
  readonly pubStatus?: "usable" | "withheld";
  /** The day, midnight at the paper's place: an export knows no clock. */
  readonly versionCreated?: string;
  /** The main headline on one line. */
  readonly title?: string;
  /** The byline as printed. */
  readonly by?: string;
  readonly located?: string;
  readonly usageTerms?: string;
  readonly infoSources?: readonly { readonly name: string }[];
  readonly headlines?: readonly NinjsHeadline[];
  readonly descriptions?: readonly { readonly role: "caption" | "alt"; readonly value: string }[];
  readonly bodies?: readonly NinjsBody[];
  readonly renditions?: readonly NinjsRendition[];
  readonly associations?: readonly NinjsAssociation[];
}

/** 引题, 主题 and 副题 in the words that readers of e-paper sites know. */
export interface NinjsHeadline {
  readonly role: "introtitle" | "main" | "subtitle";
  readonly value: string;
}

/** The body in one form; `charCount` counts UTF-16 code units of the text without mark-up. */
export interface NinjsBody {
  readonly role: "main" | "html5";
  readonly contentType: "text/plain" | "text/html";
  readonly charCount: number;
  readonly value: string;
}

/** One file of a picture; the address is absolute, as the standard asks. */
export interface NinjsRendition {
  readonly name: string;
  readonly href: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly sizeInBytes: number;
  /** What a crop should keep in view, in pixels of this file. */
  readonly poi: { readonly x: number; readonly y: number };
}

/** An item inside another: a picture of an article, an entry of a list of briefs. */
export interface NinjsAssociation extends NinjsItem {
  readonly name: string;
}
