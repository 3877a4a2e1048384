import type { Article } from "../model/document";
import { boxesOfArticle } from "../model/indexes";
import type { PreflightProblem } from "./preflightProblem";
import { placeOfBox, type PreflightScene } from "./preflightScene";

/** The word that an advertisement must show in a clear place (报纸期刊质量管理规定, annex). */
const AD_MARK = "广告";

/** Advertisements that do not say that they are any, in words of the page; what a picture says cannot be read. */
export function checkAds({ document, layout }: PreflightScene): readonly PreflightProblem[] {
  return Object.values<Article>(document.articles).flatMap((article): readonly PreflightProblem[] => {
    if (article.kind !== "ad") return [];
    const boxes = boxesOfArticle(document, article.id);
    const [first] = boxes;
    const boxIds = new Set(boxes.map(({ id }) => id));
    const isMarked = [...layout.flows.values()].some(
      (flow) => flow.lines.some((line) => boxIds.has(line.boxId)) && flow.paragraphs.some(({ text }) => text.includes(AD_MARK)),
    );
    return isMarked || first === undefined ? [] : [{ code: "ad-unmarked", severity: "warning", place: placeOfBox(document, first.id), data: {} }];
  });
}
