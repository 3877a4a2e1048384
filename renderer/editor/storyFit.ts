import type { FlowLayout, IssueLayout } from "../../shared/layout/issueLayout";
import type { Article } from "../../shared/model/document";
import type { Sentence } from "../window/sentence";

/** How an article's words fit its frames. */
export interface Fit {
  /** Whose fit it is: the body's, or that of a title or a caption that is over where the body is not. */
  readonly part: "body" | "title" | "caption";
  readonly state: "over" | "spare" | "exact" | "empty";
  /** Lines over or spare. */
  readonly lines: number;
  /** Characters over. */
  readonly characters: number;
}

/** How the body of an article fits; a title or a caption that is over only where the body is not. Null for one without text. */
export function fitOfArticle(layout: IssueLayout, article: Article): Fit | null {
  const story = article.storyId === null ? undefined : layout.flows.get(`story:${article.storyId}`);
  const titles = article.titleFrameIds.map((boxId) => fitOf("title", layout.flows.get(`title:${boxId}`)));
  const captions = article.pictures.map(({ captionFrameId }) => (captionFrameId === null ? null : fitOf("caption", layout.flows.get(`caption:${captionFrameId}`))));
  const others = [...titles, ...captions].filter((fit) => fit !== null);
  const body = fitOf("body", story);
  if (body?.state === "over") return body;
  const over = others.find(({ state }) => state === "over");
  return over ?? body ?? (others.length > 0 ? { part: "body", state: "exact", lines: 0, characters: 0 } : null);
}

function fitOf(part: Fit["part"], flow: FlowLayout | undefined): Fit | null {
  if (flow === undefined) return null;
  const { overset, spareLines } = flow;
  if (overset !== null) return { part, state: "over", lines: overset.lines, characters: overset.characters };
  if (flow.lines.length === 0) return { part, state: "empty", lines: spareLines, characters: 0 };
  return { part, state: spareLines > 0 ? "spare" : "exact", lines: spareLines, characters: 0 };
}

/** The words for a fit. */
export function fitSentence(fit: Fit): Sentence {
  const values = { lines: fit.lines, characters: fit.characters };
  switch (fit.state) {
    case "over":
      return { key: fit.part === "body" ? "panels.status.over" : `fitting.${fit.part}Over`, values };
    case "spare":
      return { key: "panels.status.spare", values };
    case "exact":
      return { key: "panels.status.exact" };
    case "empty":
      return { key: "panels.status.empty" };
  }
}
