import { articleOfBox } from "../../model/indexes";
import { pageName } from "./epaperNames";
import { boxesOn, isStoryArticle, obstaclesOf, type PageContents } from "./pageContents";
import type { RegionDraft } from "./regionDraft";
import { printedWords } from "./standingRegions";
import { textPieces } from "./textPieces";

/** The printed jump lines of a page, each a pointer of its own: their words are no part of any article's text. */
export function jumpRegions(contents: PageContents): readonly RegionDraft[] {
  return boxesOn(contents).flatMap((box): readonly RegionDraft[] => {
    const shown = contents.jumps.get(box.id);
    if (shown === undefined) return [];
    const article = articleOfBox(contents.document, box.id);
    const owner = article !== null && isStoryArticle(article) ? { articleId: article.id } : {};
    return shown.lines.flatMap((line) => {
      const label = printedWords(shown.flow, [line]);
      // A label names its page, and no other number.
      const target = Number(/\d+/.exec(label)?.[0]) - 1;
      return textPieces([line], { page: contents.page.size, obstacles: obstaclesOf(contents, box) }).map(({ polygon }): RegionDraft => ({
        kind: "pointer",
        ...owner,
        targetPage: pageName(target),
        label,
        pageIndex: contents.pageIndex,
        polygon,
      }));
    });
  });
}
