import type { Article, Asset, IssueDocument, PictureFrame, Story, TitleRole } from "../../model/document";
import { runInHead, titleRoles } from "../../model/articleText";
import { printedTitle } from "../../model/titleText";
import type { AssetId } from "../../model/ids";
import { lookUp } from "../../model/indexes";
import { briefEntries } from "./briefEntries";
import { photographerOf } from "./bylines";
import { readDateline } from "./dateline";
import { articleUri, briefUri, fileAddress, pictureUri } from "./epaperNames";
import { issueTime } from "./issueTime";
import type { NinjsAssociation, NinjsBody, NinjsHeadline, NinjsItem, NinjsRendition } from "./ninjsItem";
import { onOneLine, paragraphsHtml } from "./textHtml";
import { markedPieces, paragraphMarks } from "./textMarks";

/** A picture file that the export has written into its package. */
export interface PictureFile {
  readonly name: "web" | "original";
  /** Relative to `issue.json`, in letters that need no escape. */
  readonly path: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly sizeInBytes: number;
}

/** What items need to know besides the document. */
export interface ItemOptions {
  readonly utcOffset: string;
  readonly pictureFiles: ReadonlyMap<AssetId, readonly PictureFile[]>;
  /** The base of rendition addresses, or null for the paper's site. */
  readonly renditionBase: string | null;
}

const ninjsRole: Readonly<Record<TitleRole, NinjsHeadline["role"]>> = { kicker: "introtitle", main: "main", sub: "subtitle" };

/**
 * An article as a plain ninjs 3.1 item; a list of briefs is a composite with an association an entry. One that is withheld
 * says so and nothing else.
 */
export function articleItem(document: IssueDocument, article: Article, options: ItemOptions): NinjsItem {
  const uri = articleUri(document, article.id);
  if (article.digital === "withheld") return withheldItem(document, uri, options);
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  const pictures = article.pictures.flatMap(({ pictureFrameId }, index): readonly NinjsAssociation[] => {
    const picture = lookUp(document.boxes, pictureFrameId);
    if (picture?.kind !== "picture" || picture.assetId === null) return [];
    const asset = lookUp(document.assets, picture.assetId);
    return asset === null ? [] : [pictureItem(document, picture, asset, { ...options, uri, number: index + 1 })];
  });
  const briefs = story !== null && article.kind === "briefs" ? briefItems(document, story, uri) : [];
  return {
    uri,
    type: article.kind === "briefs" ? "composite" : "text",
    standard: { name: "ninjs", version: "3.1" },
    language: document.publication.language,
    pubStatus: "usable",
    versionCreated: issueTime(document.issue, options.utcOffset),
    ...(story === null ? {} : storyProperties(document, story)),
    ...some("associations", [...briefs, ...pictures]),
  };
}

function withheldItem(document: IssueDocument, uri: string, { utcOffset }: ItemOptions): NinjsItem {
  return {
    uri,
    type: "text",
    standard: { name: "ninjs", version: "3.1" },
    language: document.publication.language,
    pubStatus: "withheld",
    versionCreated: issueTime(document.issue, utcOffset),
  };
}

function storyProperties(document: IssueDocument, story: Story): Partial<NinjsItem> {
  const facts = readDateline(story.dateline);
  const source = story.source !== "" ? story.source : facts.source;
  const headlines = titleRoles
    .map((role): NinjsHeadline => ({ role: ninjsRole[role], value: onOneLine(printedTitle(story.title[role])) }))
    .filter(({ value }) => value !== "");
  const main = headlines.find(({ role }) => role === "main");
  return {
    ...(main === undefined ? {} : { title: main.value }),
    ...(story.byline === "" ? {} : { by: story.byline }),
    ...(facts.place === null ? {} : { located: facts.place }),
    ...(source === null ? {} : { infoSources: [{ name: source }] }),
    ...some("headlines", headlines),
    ...some("bodies", bodies(document, story)),
  };
}

/** The body as text and as HTML, the run-in head included as it is printed. */
function bodies(document: IssueDocument, story: Story): readonly NinjsBody[] {
  const paragraphs = story.paragraphs.map(({ text }, index) => (index === 0 ? runInHead(story) + text : text));
  const pieces = story.paragraphs.map((paragraph, index) => {
    const text = paragraphs[index] ?? "";
    return markedPieces(text, 0, text.length, paragraphMarks(document, paragraph, text.length - paragraph.text.length));
  });
  const value = paragraphs.filter((text) => text.trim() !== "").join("\n");
  if (value === "") return [];
  return [
    { role: "main", contentType: "text/plain", charCount: value.length, value },
    { role: "html5", contentType: "text/html", charCount: value.length, value: paragraphsHtml(pieces) },
  ];
}

function briefItems(document: IssueDocument, story: Story, uri: string): readonly NinjsAssociation[] {
  return briefEntries(document, story).map(({ source, headline }, index) => ({
    name: `brief${index + 1}`,
    uri: briefUri(uri, index + 1),
    type: "text",
    title: headline,
    ...(source === null ? {} : { infoSources: [{ name: source }] }),
    headlines: [{ role: "main", value: headline }],
  }));
}

function pictureItem(
  document: IssueDocument,
  picture: PictureFrame,
  asset: Asset,
  { uri, number, pictureFiles, renditionBase }: ItemOptions & { readonly uri: string; readonly number: number },
): NinjsAssociation {
  const photographer = photographerOf(picture.credit);
  const descriptions = [
    { role: "caption" as const, value: onOneLine(picture.caption) },
    { role: "alt" as const, value: onOneLine(picture.alt) },
  ].filter(({ value }) => value !== "");
  const renditions = (pictureFiles.get(asset.id) ?? []).map((file): NinjsRendition => ({
    name: file.name,
    href: fileAddress(document, file.path, renditionBase),
    contentType: file.contentType,
    width: file.width,
    height: file.height,
    sizeInBytes: file.sizeInBytes,
    poi: { x: pixel(picture.focus.x, file.width), y: pixel(picture.focus.y, file.height) },
  }));
  return {
    name: `img${number}`,
    uri: pictureUri(uri, number),
    type: "picture",
    ...(photographer === "" ? {} : { by: photographer }),
    ...(asset.rights === "" ? {} : { usageTerms: asset.rights }),
    ...some("descriptions", descriptions),
    ...some("renditions", renditions),
  };
}

function pixel(ratio: number, pixels: number): number {
  return Math.min(pixels - 1, Math.max(0, Math.round(ratio * pixels)));
}

/** The property, or nothing where the list is empty. */
function some<Key extends string, Value>(key: Key, values: readonly Value[]): { readonly [Name in Key]?: readonly Value[] } {
  // The one key of the object is the key that was given, which a computed property does not tell the compiler.
  return values.length === 0 ? {} : ({ [key]: values } as { readonly [Name in Key]?: readonly Value[] });
}
