import { describe, expect, it } from "vitest";
import { derivedFiles } from "../derived/derivedFiles";
import { pageFile, readerBook, type ReaderArticle } from "../readerBook";
import { testBook } from "../testing/hostileBook";
import { readerPages } from "./readerPages";

const files = readerPages(testBook(), { site: null });
const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
const tags = (text: string): readonly string[] => [...text.matchAll(/<\/?([a-zA-Z!?][\w!-]*)/g)].map(([, name]) => name ?? "");

describe("readerPages", () => {
  it("writes a page for each page and article, the first page as the start, and the same again", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "index.html", "page-01.html", "page-02.html", "articles/lead.html", "articles/photo.html", "articles/briefs.html", "reader/search.json",
    ]);
    expect(textOf("index.html")).toBe(textOf("page-01.html"));
    expect(readerPages(testBook(), { site: null })).toEqual(files);
  });

  it("leads by every link to a file or place of the package", () => {
    const paths = new Set([...files, ...derivedFiles(testBook())].map(({ path }) => path));
    for (const { path, text } of files.filter((file) => file.path.endsWith(".html"))) {
      const folder = path.startsWith("articles/") ? "articles/" : "";
      for (const [, href = ""] of text.matchAll(/<(?:a|area|link rel="(?:prev|next)")[^>]* href="([^"#]+)/g)) {
        const target = href.startsWith("../") ? href.slice(3) : folder + href;
        const isFile = paths.has(target) || /^(p\/|img\/|p\d\d\.pdf)/.test(target);
        expect(isFile, `${path} leads to ${href}`).toBe(true);
      }
    }
  });

  it("arms the picture with an image map in its own natural pixels, and draws the same areas over it", () => {
    const page = textOf("page-01.html");
    expect(page).toMatch(/<img [^>]*src="p\/1080\.webp"[^>]* width="1080" height="1561"[^>]* usemap="#areas"/);
    expect(page).toContain("p/540.webp 540w, p/1080.webp 1080w, p/2778.jpg 2778w");
    const areas = [...page.matchAll(/<area shape="poly" coords="([\d,]+)" href="([^"]+)"/g)];
    expect(areas.length).toBeGreaterThan(4);
    for (const [, coords = ""] of areas) coords.split(",").forEach((value, index) => expect(Number(value)).toBeLessThanOrEqual(index % 2 === 0 ? 1080 : 1561));
    const drawn = [...page.matchAll(/<polygon id="([^"]+)"/g)].map(([, id]) => id);
    const mapped = [...page.matchAll(/data-region="([^"]+)"/g)].map(([, id]) => id);
    expect(drawn).toHaveLength(mapped.length);
    expect(new Set(drawn)).toEqual(new Set(mapped));
  });

  it("follows a jump both ways, to the very region", () => {
    const [jump] = testBook().epaper.jumps;
    expect(textOf("page-01.html")).toContain(`href="page-02.html#${jump?.to}"`);
    expect(textOf("page-02.html")).toContain(`href="page-01.html#${jump?.from}"`);
    expect(textOf("page-02.html")).toContain(`id="${jump?.to}"`);
    expect(textOf("articles/lead.html")).toContain('href="../page-02.html#article-lead"');
  });

  it("shows titles, people, text, pictures with alt text, and the way to the next article", () => {
    const lead = textOf("articles/lead.html");
    expect(lead).toMatch(/<h1 [^>]*>八部门推进/);
    expect(lead).toContain("甲".repeat(1200));
    expect(lead).toMatch(/<nav class="steps"[^>]*><a rel="next" href="photo.html">/);
    expect(textOf("articles/photo.html")).toMatch(/<img src="\.\.\/img\/(5f){32}\.jpg" width="1600" height="1067" alt="/);
    expect(textOf("articles/briefs.html")).toMatch(/<li id="brief1"><span class="source">国家统计局<\/span>/);
  });

  it("shows what is marked in a story, all meanings of a stretch, and nothing more", () => {
    const book = testBook();
    const marked = (article: ReaderArticle): ReaderArticle => {
      const from = article.story.text.indexOf("甲甲甲") + 1;
      const marks = (["deceased", "emphasis", "superscript"] as const).map((kind) => ({ from, to: from + 2, kind }));
      return { ...article, story: { ...article.story, marks } };
    };
    const articles = book.articles.map((article) => (article.stem === "lead" ? marked(article) : article));
    const page = readerPages({ ...book, articles }, { site: null }).find(({ path }) => path === "articles/lead.html")?.text ?? "";
    expect(page).toContain('甲<span class="deceased"><em class="dotted"><sup>甲甲</sup></em></span>甲');
    expect(page.match(/<sup>/g)).toHaveLength(1);
  });

  it("says so where a page has no article and where a picture has no file", () => {
    const book = testBook();
    const [first] = book.epaper.pages;
    const empty = readerBook({ ...book.epaper, pages: book.epaper.pages.map((page) => ({ ...page, regions: [] })), articles: [], stories: [], jumps: [] }, new Map());
    expect(readerPages(empty, { site: null }).find(({ path }) => path === (first === undefined ? "" : pageFile(first)))?.text).toContain("本版没有文章");
    const articles = book.epaper.articles.map((item) => ({ ...item, associations: (item.associations ?? []).map(({ renditions: _files, ...rest }) => rest) }));
    const bare = readerBook({ ...book.epaper, articles }, new Map(book.articles.map(({ uri, stem }) => [uri, stem])));
    expect(readerPages(bare, { site: null }).find(({ path }) => path === "articles/photo.html")?.text).toContain("本图未随电子报发布");
  });

  it("allows nothing but the package's own files, and has no script or style inside", () => {
    for (const { path, text } of files.filter((file) => file.path.endsWith(".html"))) {
      expect(text, path).toContain(`content="default-src &#39;self&#39;;`);
      expect(text, path).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|<script>|(?:src|srcset)="(?:https?:)?\/\//);
    }
  });
});

describe("hostile copy", () => {
  const hostile = testBook({ hostile: true });
  const written = [...readerPages(hostile, { site: "../index.html" }), ...derivedFiles(hostile)];

  it.each(written.map(({ path, text }) => [path, text]))("adds no mark-up and no forbidden character to %s", (path, text) => {
    expect(/(?![\t\n\r])\p{Cc}|\u202e|\p{Cs}|\\u0001|\\ud800|\\u202e/iu.test(text)).toBe(false);
    if (path.endsWith(".json")) {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      return;
    }
    // Whatever the words say, the elements are those of our own templates, and each is closed.
    const bare = text.replace(/<!--[^]*?-->|<\?xml[^>]*\?>|<!doctype html>/g, "").replace(/="[^"]*"/g, "");
    const own = new Set(["a", "area", "article", "aside", "b", "body", "br", "button", "dd", "dialog", "div", "dl", "dt", "desc", "document", "emblink", "figcaption", "figure", "form", "h1", "h2", "head", "header", "hgroup", "html", "i", "img", "input", "kbd", "li", "link", "main", "map", "meta", "nav", "ol", "output", "p", "page", "path", "polygon", "script", "section", "span", "story", "svg", "textframe", "time", "title", "ul"]);
    for (const name of tags(bare)) expect(own).toContain(name);
    expect(bare.match(/<[^>]*\son\w+/g)).toBeNull();
    expect(bare.match(/<script/g) ?? []).toHaveLength(path.endsWith(".html") && !path.startsWith("derived") ? 1 : 0);
    expect(text.match(/<!--/g)?.length).toBe(text.match(/-->/g)?.length);
  });
});
