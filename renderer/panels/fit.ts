import type { FlowLayout, IssueLayout } from "../../shared/layout/issueLayout";
import type { Article } from "../../shared/model/document";
import type { Sentence } from "../window/sentence";

/** How an article's words fit its frames. */
export interface Fit {
  readonly state: "over" | "spare" | "exact" | "empty";
  /** Lines over or spare. */
  readonly lines: number;
  /** Characters over. */
  readonly characters: number;
}

/** How the body of an article fits, or its captions and titles where they are over; null for one without text. */
export function fitOfArticle(layout: IssueLayout, article: Article): Fit | null {
  const story = article.storyId === null ? undefined : layout.flows.get(`story:${article.storyId}`);
  const others = [
    ...article.titleFrameIds.map((boxId) => layout.flows.get(`title:${boxId}`)),
    ...article.pictures.flatMap(({ captionFrameId }) =>
      captionFrameId === null ? [] : [layout.flows.get(`caption:${captionFrameId}`)],
    ),
  ].filter((flow) => flow !== undefined);
  const body = story === undefined ? null : fitOfFlow(story);
  if (body?.state === "over") return body;
  const over = others.map(fitOfFlow).find((fit) => fit.state === "over");
  return over ?? body ?? (others.length > 0 ? { state: "exact", lines: 0, characters: 0 } : null);
}

/** How one run of text fits its frames. */
export function fitOfFlow(flow: FlowLayout): Fit {
  if (flow.overset !== null) return { state: "over", lines: flow.overset.lines, characters: flow.overset.characters };
  if (flow.lines.length === 0) return { state: "empty", lines: flow.spareLines, characters: 0 };
  return { state: flow.spareLines > 0 ? "spare" : "exact", lines: flow.spareLines, characters: 0 };
}

/** The words for a fit. */
export function fitSentence(fit: Fit): Sentence {
  const values = { lines: fit.lines, characters: fit.characters };
  switch (fit.state) {
    case "over":
      return { key: "panels.status.over", values };
    case "spare":
      return { key: "panels.status.spare", values };
    case "exact":
      return { key: "panels.status.exact" };
    case "empty":
      return { key: "panels.status.empty" };
  }
}
