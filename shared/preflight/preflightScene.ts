import type { FlowLayout, IssueLayout, SetLine } from "../layout/issueLayout";
import type { Article, Box, IssueDocument } from "../model/document";
import type { BoxId } from "../model/ids";
import { articleOfBox, lookUp, pageOfBox } from "../model/indexes";
import { printedTitle } from "../model/titleText";
import type { PreflightFacts, PreflightPlace, PreflightRange } from "./preflightProblem";

/** What every check looks at. */
export interface PreflightScene {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  readonly facts: PreflightFacts;
  readonly linesByBox: ReadonlyMap<BoxId, readonly SetLine[]>;
}

/** The lines of all flows by the box they stand in. */
export function linesByBox(layout: IssueLayout): ReadonlyMap<BoxId, readonly SetLine[]> {
  const byBox = new Map<BoxId, SetLine[]>();
  for (const flow of layout.flows.values()) {
    for (const line of flow.lines) {
      const lines = byBox.get(line.boxId);
      if (lines === undefined) byBox.set(line.boxId, [line]);
      else lines.push(line);
    }
  }
  return byBox;
}

/** The boxes that stand on pages: page after page, back to front. */
export function placedBoxes({ document }: PreflightScene): readonly Box[] {
  return document.pages.flatMap((page) => page.boxIds.flatMap((boxId) => lookUp(document.boxes, boxId) ?? []));
}

/** The place of a box, with a stretch of its text where one is meant. */
export function placeOfBox(document: IssueDocument, boxId: BoxId, range: PreflightRange | null = null): PreflightPlace {
  const place = pageOfBox(document, boxId);
  const article = articleOfBox(document, boxId);
  return {
    pageId: place?.page.id ?? null,
    pageNumber: place === null ? null : place.index + 1,
    boxId,
    ...articlePlace(document, article),
    range,
  };
}

/** The place of a flow: the last of its boxes, or its article alone where it has none. */
export function placeOfFlow(scene: PreflightScene, flow: FlowLayout, range: PreflightRange | null): PreflightPlace {
  const { document } = scene;
  const boxId = lastBoxOf(document, flow);
  if (boxId !== null) return placeOfBox(document, boxId, range);
  const article = flow.articleId === null ? null : lookUp(document.articles, flow.articleId);
  return { pageId: null, pageNumber: null, boxId: null, ...articlePlace(document, article), range };
}

function articlePlace(document: IssueDocument, article: Article | null): Pick<PreflightPlace, "articleId" | "articleName"> {
  return { articleId: article?.id ?? null, articleName: article === null ? "" : articleName(document, article) };
}

/** The main headline, another title part, the standing head over the article, or the beginning of its text. */
function articleName(document: IssueDocument, article: Article): string {
  const story = article.storyId === null ? null : lookUp(document.stories, article.storyId);
  if (story === null) return "";
  const { main, kicker, sub } = story.title;
  const [found] = [main, kicker, sub, ...standingHeads(document, article), ...story.paragraphs.map(({ text }) => text)].filter(
    (text) => text.trim() !== "",
  );
  return shortened(printedTitle(found ?? "").replace(/\s+/gu, ""));
}

function standingHeads(document: IssueDocument, article: Article): readonly string[] {
  return article.furnitureIds.flatMap((boxId) => {
    const box = lookUp(document.boxes, boxId);
    return box?.kind === "furniture" && box.targetPageId === null ? box.lines.map(({ template }) => template) : [];
  });
}

const LONGEST_NAME = 24;

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_NAME ? text : `${characters.slice(0, LONGEST_NAME - 1).join("")}…`;
}

function lastBoxOf(document: IssueDocument, { key }: FlowLayout): BoxId | null {
  const name = key.slice(key.indexOf(":") + 1);
  const story = key.startsWith("story:") ? Object.values(document.stories).find(({ id }) => id === name) : undefined;
  if (key.startsWith("story:")) return story?.frameIds.at(-1) ?? null;
  // Every other flow is named after its box.
  return name as BoxId;
}
