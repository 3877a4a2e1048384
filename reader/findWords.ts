/** An article of the issue as the export writes it for the search. */
export interface SearchedArticle {
  readonly stem: string;
  readonly href: string;
  readonly title: string;
  readonly page: string;
  readonly text: string;
}

/** A found article with the words around the first place where the sought ones are. */
export interface FoundArticle {
  readonly article: SearchedArticle;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const AROUND = 18;
const MOST = 30;

/** The articles that hold every sought word, those with one in the title first; upper and lower case are the same. */
export function findWords(articles: readonly SearchedArticle[], sought: string): readonly FoundArticle[] {
  const words = sought.toLowerCase().split(/\s+/u).filter((word) => word !== "");
  const [first] = words;
  if (first === undefined) return [];
  const found = articles.filter(({ title, text }) => {
    const all = lower(`${title}\n${text}`);
    return words.every((word) => all.includes(word));
  });
  const inTitle = ({ title }: SearchedArticle): boolean => lower(title).includes(first);
  return [...found.filter(inTitle), ...found.filter((article) => !inTitle(article))].slice(0, MOST).map((article) => around(article, first));
}

function around(article: SearchedArticle, word: string): FoundArticle {
  const body = article.text.replace(/\n+/gu, " ");
  const after = lower(body).indexOf(word, lower(body).startsWith(lower(article.title)) ? article.title.length : 0);
  const at = after < 0 ? lower(body).indexOf(word) : after;
  if (at < 0) return { article, before: "", match: "", after: body.slice(0, 2 * AROUND) };
  const from = Math.max(0, at - AROUND);
  const to = at + word.length;
  return {
    article,
    before: (from > 0 ? "……" : "") + body.slice(from, at),
    match: body.slice(at, to),
    after: body.slice(to, to + AROUND) + (to + AROUND < body.length ? "……" : ""),
  };
}

/** Lower case of the same length, so that places are the same. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
