/** Records of one document, as JSON, divided the way they go to files: a change touches few of them. */
export interface IssueParts {
  readonly settings: JsonRecord;
  readonly styles: JsonRecord;
  /** Boxes and articles that stand on no page, or null where there are none. */
  readonly loose: JsonRecord | null;
  readonly pages: readonly NamedPart[];
  readonly stories: readonly NamedPart[];
  readonly assets: readonly unknown[];
}

/** The part of one page (with its boxes and articles) or of one story. */
export interface NamedPart {
  readonly id: string;
  readonly content: JsonRecord;
}

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The document as JSON that a save is made of: what `serialiseDocument` returns, as far as dividing it needs to know. */
export interface SerialisedDocument extends JsonRecord {
  readonly pages: readonly { readonly id: string; readonly boxIds: readonly string[] }[];
  readonly boxes: Readonly<Record<string, unknown>>;
  readonly stories: Readonly<Record<string, unknown>>;
  readonly articles: Readonly<Record<string, SerialisedArticle>>;
  readonly assets: Readonly<Record<string, unknown>>;
  readonly paragraphStyles: unknown;
  readonly characterStyles: unknown;
  readonly swatches: unknown;
}

interface SerialisedArticle {
  readonly storyId: string | null;
  readonly titleFrameIds: readonly string[];
  readonly pictures: readonly { readonly pictureFrameId: string; readonly captionFrameId: string | null }[];
  readonly furnitureIds: readonly string[];
}

/** Divides a document into parts; `joinParts` gives the same document back. */
export function splitDocument(document: SerialisedDocument): IssueParts {
  const { pages, boxes, stories, articles, assets, paragraphStyles, characterStyles, swatches, ...settings } = document;
  const pageOfBox = new Map<string, string>();
  for (const page of pages) for (const boxId of page.boxIds) pageOfBox.set(boxId, page.id);

  const articlesOfPage = new Map<string | undefined, unknown[]>();
  for (const article of Object.values(articles)) {
    const pageId = pageOfArticle(article, stories, pageOfBox);
    const list = articlesOfPage.get(pageId) ?? [];
    list.push(article);
    articlesOfPage.set(pageId, list);
  }
  const looseBoxes = Object.entries(boxes).filter(([boxId]) => !pageOfBox.has(boxId));
  const looseArticles = articlesOfPage.get(undefined) ?? [];
  const isLoose = looseBoxes.length > 0 || looseArticles.length > 0;
  return {
    settings,
    styles: { paragraphStyles, characterStyles, swatches },
    loose: isLoose ? { boxes: looseBoxes.map(([, box]) => box), articles: looseArticles } : null,
    pages: pages.map((page) => ({
      id: page.id,
      content: {
        page,
        boxes: page.boxIds.filter((boxId) => Object.hasOwn(boxes, boxId)).map((boxId) => boxes[boxId]),
        articles: articlesOfPage.get(page.id) ?? [],
      },
    })),
    stories: Object.entries(stories).map(([id, story]) => ({ id, content: { story } })),
    assets: Object.values(assets),
  };
}

/** Why parts do not make a document: a record twice, or one that is none. The place is the part's name. */
export class PartsError extends Error {}

/** Puts the parts of an issue together again; what it returns still has to be parsed as a document. */
export function joinParts(parts: IssueParts): JsonRecord {
  const boxes = new Map<string, unknown>();
  const articles = new Map<string, unknown>();
  const contents = [...parts.pages.map(({ id, content }) => ({ place: `page ${id}`, content }))];
  if (parts.loose) contents.push({ place: "loose", content: parts.loose });
  for (const { place, content } of contents) {
    addRecords(boxes, content["boxes"], `${place}: boxes`);
    addRecords(articles, content["articles"], `${place}: articles`);
  }
  const assets = new Map<string, unknown>();
  addRecords(assets, parts.assets, "assets");
  const stories = new Map<string, unknown>();
  addRecords(stories, parts.stories.map(({ content }) => content["story"]), "stories");
  // `fromEntries` makes own properties whatever the key, so an id such as `__proto__` cannot reach a prototype.
  return {
    ...parts.settings,
    pages: parts.pages.map(({ content }) => content["page"]),
    boxes: Object.fromEntries(boxes),
    stories: Object.fromEntries(stories),
    articles: Object.fromEntries(articles),
    assets: Object.fromEntries(assets),
    paragraphStyles: parts.styles["paragraphStyles"],
    characterStyles: parts.styles["characterStyles"],
    // Issues of an earlier program have no palette.
    ...(parts.styles["swatches"] === undefined ? {} : { swatches: parts.styles["swatches"] }),
  };
}

/** An article is kept with the first page that one of its boxes stands on. */
function pageOfArticle(
  article: SerialisedArticle,
  stories: Readonly<Record<string, unknown>>,
  pageOfBox: ReadonlyMap<string, string>,
): string | undefined {
  const story = article.storyId === null ? undefined : stories[article.storyId];
  const bodyFrames = (story as { readonly frameIds?: readonly string[] } | undefined)?.frameIds ?? []; // a serialised Story
  const pictureFrames = article.pictures.flatMap(({ pictureFrameId, captionFrameId }) =>
    captionFrameId === null ? [pictureFrameId] : [pictureFrameId, captionFrameId],
  );
  for (const boxId of [...article.titleFrameIds, ...bodyFrames, ...pictureFrames, ...article.furnitureIds]) {
    const pageId = pageOfBox.get(boxId);
    if (pageId !== undefined) return pageId;
  }
  return undefined;
}

function addRecords(table: Map<string, unknown>, records: unknown, place: string): void {
  if (!Array.isArray(records)) throw new PartsError(`${place}: expected a list`);
  for (const record of records as readonly unknown[]) {
    const id = typeof record === "object" && record !== null && "id" in record ? record.id : undefined;
    if (typeof id !== "string") throw new PartsError(`${place}: a record without an id`);
    if (table.has(id)) throw new PartsError(`${place}: ${id.slice(0, 100)} is there twice`);
    table.set(id, record);
  }
}
