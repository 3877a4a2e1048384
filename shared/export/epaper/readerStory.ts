import type { EpaperByline, EpaperStory, EpaperTextPart } from "./epaperIssue";
import { safeText } from "./markup";
import type { NinjsAssociation } from "./ninjsItem";
import type { ReaderArticle } from "./readerBook";
import { onOneLine } from "./textHtml";
import { markedPieces, type MarkedPiece } from "./textMarks";

/** What readers see of an article, in plain words that hold nothing unsafe; empty where there is nothing to say. */
export interface ReaderStory {
  /** 栏目, where it says something else than the title. */
  readonly column: string;
  readonly intro: string;
  readonly title: string;
  readonly subtitle: string;
  readonly bylines: readonly EpaperByline[];
  readonly sources: readonly string[];
  readonly pictures: readonly ReaderPicture[];
  /** The entries of a list of briefs, which has no paragraphs; null for every other article. */
  readonly briefs: readonly ReaderBrief[] | null;
  readonly paragraphs: readonly ReaderParagraph[];
}

/** A picture under its article's titles. */
export interface ReaderPicture {
  /** Such as `img1`. */
  readonly name: string;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  /** The files of the package that show it; none where it was not published. */
  readonly files: readonly ReaderPictureFile[];
}

/** A file of the package that shows a picture, from the package's folder. */
export interface ReaderPictureFile {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** One entry of a list of briefs. */
export interface ReaderBrief {
  /** Such as `brief2`. */
  readonly name: string;
  readonly source: string;
  readonly headline: string;
}

/** A paragraph as printed; the run-in head opens the first one. */
export interface ReaderParagraph {
  readonly runIn: string;
  /** The words in pieces, cut wherever a mark begins or ends. */
  readonly pieces: readonly MarkedPiece[];
}

/** What a list says of an article. */
export interface ReaderSummary {
  readonly intro: string;
  readonly title: string;
  /** The subtitle, or how the text begins. */
  readonly second: string;
}

const EXCERPT_LENGTH = 60;

/** What readers see of an article: the one source of its page in the reader and of the preview. */
export function readerStory({ item, story, title }: ReaderArticle): ReaderStory {
  const associations = item.associations ?? [];
  const column = safeText(story.column ?? "");
  return {
    column: column === title ? "" : column,
    intro: headline(item, "introtitle"),
    title,
    subtitle: headline(item, "subtitle"),
    bylines: story.bylines.map(({ role, name }) => ({ role: safeText(role), name: safeText(name) })),
    sources: (item.infoSources ?? []).map(({ name }) => safeText(name)),
    pictures: associations.filter(({ type }) => type === "picture").map(picture),
    briefs: item.type === "composite" ? associations.filter(({ type }) => type === "text").map(brief) : null,
    paragraphs: item.type === "composite" ? [] : paragraphs(story),
  };
}

/** What a list of articles says of one. */
export function readerSummary({ item, story, title }: ReaderArticle): ReaderSummary {
  const briefs = (item.associations ?? []).flatMap(({ type, title: brief }) => (type === "text" && brief !== undefined ? [brief] : []));
  const opening = story.parts.filter(({ role }) => role === "paragraph").map(({ from, to }) => story.text.slice(from, to));
  const words = Array.from(safeText(onOneLine(briefs.length > 0 ? briefs.join("；") : opening.join(" "))).trim());
  const excerpt = words.slice(0, EXCERPT_LENGTH).join("") + (words.length > EXCERPT_LENGTH ? "……" : "");
  const second = headline(item, "subtitle") === "" ? excerpt : headline(item, "subtitle");
  return { intro: headline(item, "introtitle"), title, second: second === title ? "" : second };
}

function headline({ headlines }: ReaderArticle["item"], role: string): string {
  return safeText(headlines?.find((each) => each.role === role)?.value ?? "");
}

function picture({ name, by, descriptions, renditions }: NinjsAssociation): ReaderPicture {
  const description = (role: string): string => safeText(descriptions?.find((each) => each.role === role)?.value ?? "");
  return {
    name,
    caption: description("caption"),
    credit: by === undefined ? "" : `${safeText(by)}/摄`,
    alt: description("alt") || description("caption"),
    files: (renditions ?? []).flatMap(({ href, width, height }) => {
      const path = packagePath(href);
      return path === null ? [] : [{ path, width, height }];
    }),
  };
}

/** Where a picture's file lies in the package: its address is that path under a base, which may be another machine's. */
function packagePath(href: string): string | null {
  return /(?:^|[/:])(img\/[\w.-]+)$/.exec(href)?.[1] ?? null;
}

function brief({ name, title, infoSources }: NinjsAssociation): ReaderBrief {
  return { name, source: safeText(infoSources?.[0]?.name ?? ""), headline: safeText(title ?? "") };
}

function paragraphs({ text, parts, marks = [] }: EpaperStory): readonly ReaderParagraph[] {
  const words = (part: EpaperTextPart): string => safeText(text.slice(part.from, part.to));
  let runIn = "";
  const found: ReaderParagraph[] = [];
  for (const part of parts) {
    if (part.role === "runIn") runIn = words(part);
    if (part.role !== "paragraph" || text.slice(part.from, part.to).trim() === "") continue;
    const pieces = markedPieces(text, part.from, part.to, marks).map((piece) => ({ ...piece, text: safeText(piece.text) }));
    found.push({ runIn, pieces });
    runIn = "";
  }
  return runIn === "" ? found : [...found, { runIn, pieces: [] }];
}
