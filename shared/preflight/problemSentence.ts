import { fillSentence } from "../messages/fillSentence";
import type { PreflightSentences } from "../messages/zh";
import type { PreflightCode, PreflightProblem } from "./preflightProblem";

/** The sentences of one language; a code without a sentence does not compile. */
export interface PreflightMessages {
  readonly preflight: Readonly<Record<PreflightCode, string>> & PreflightSentences;
  readonly places: { readonly page: string; readonly article: string; readonly pageAndArticle: string; readonly issue: string };
}

/** A problem as one sentence: where it is, then what it is. */
export function problemSentence({ code, place, data }: PreflightProblem, { preflight, places }: PreflightMessages): string {
  const where = { page: place.pageNumber ?? "", article: place.articleName };
  const hasPage = place.pageNumber !== null;
  const hasArticle = place.articleName !== "";
  const template = hasPage ? (hasArticle ? places.pageAndArticle : places.page) : hasArticle ? places.article : places.issue;
  return fillSentence(preflight[code], { ...data, place: fillSentence(template, where) });
}
