import { describe, expect, it } from "vitest";
import { findWords, type SearchedArticle } from "./findWords";

const article = (stem: string, title: string, text: string): SearchedArticle => ({ stem, href: `articles/${stem}.html`, title, page: "第01版", text: `${title}\n${text}` });
const articles = [article("a", "工会工作", `${"前".repeat(40)}GDP增长${"后".repeat(40)}`), article("b", "经济 GDP", "制造业"), article("c", "简讯", "无")];

describe("findWords", () => {
  it("finds articles that hold every word whatever its case, titles first, with the words around the place", () => {
    expect(findWords(articles, "gdp").map(({ article: { stem } }) => stem)).toEqual(["b", "a"]);
    expect(findWords(articles, "gdp 后").map(({ article: { stem } }) => stem)).toEqual(["a"]);
    const [found] = findWords(articles, "gdp增长");
    expect(found).toMatchObject({ match: "GDP增长", before: `……${"前".repeat(18)}`, after: `${"后".repeat(18)}……` });
  });

  it("finds nothing for nothing, and nothing that is not there", () => {
    expect(findWords(articles, "  ")).toEqual([]);
    expect(findWords(articles, "<b>")).toEqual([]);
  });
});
