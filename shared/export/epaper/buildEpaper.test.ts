import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createComposer } from "../../layout/composer";
import type { IssueLayout } from "../../layout/issueLayout";
import { countableFonts } from "../../layout/testing/layoutBuilders";
import type { Article, CharacterStyle, ColumnSpan, IssueDocument } from "../../model/document";
import { plainCharacterStyle } from "../../model/houseStyles";
import { idFrom } from "../../model/idFrom";
import { sampleDocument } from "../../model/testing/sampleDocument";
import { buildEpaper } from "./buildEpaper";
import type { EpaperIssue, EpaperRegion } from "./epaperIssue";
import { epaperDocument } from "./testing/epaperDocument";
import { uncoveredParts } from "./uncoveredParts";
import { expectEpaperLaws } from "./testing/epaperLaws";

const generator = { name: "Broadsheet", version: "0.0.0" };

function built(document: IssueDocument): { readonly epaper: EpaperIssue; readonly layout: IssueLayout } {
  const layout = createComposer(countableFonts).layout(document);
  return { epaper: buildEpaper(document, layout, { generator }), layout };
}

const regionsOf = (epaper: EpaperIssue, page: number): readonly EpaperRegion[] => epaper.pages[page]?.regions ?? [];
const bodies = (epaper: EpaperIssue, page: number): readonly EpaperRegion[] =>
  regionsOf(epaper, page).filter(({ role, article }) => role === "body" && article?.endsWith(":lead"));

/** Blocks inside the lead's frame of 4 columns and 22 lines, which begins at grid line 8. */
const block = (columns: number, lines: number, top: number): fc.Arbitrary<ColumnSpan> =>
  fc
    .tuple(fc.integer({ min: 0, max: columns - 1 }), fc.integer({ min: 1, max: columns }), fc.integer({ min: 0, max: lines - 1 }), fc.integer({ min: 1, max: 10 }))
    .map(([fromColumn, width, fromLine, height]) => ({
      fromColumn,
      toColumn: Math.min(columns, fromColumn + width),
      fromLine: top + fromLine,
      toLine: top + Math.min(lines, fromLine + height),
    }));

describe("buildEpaper", () => {
  it("keeps every law whatever pushes the text and however much of it there is", () => {
    const paragraphs = fc.array(fc.integer({ min: 0, max: 500 }).map((length) => "文字，".repeat(length / 3)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(paragraphs, fc.array(block(4, 22, 8), { maxLength: 3 }), (lead, pictures) => {
        const document = epaperDocument({ lead, pictures });
        const { epaper, layout } = built(document);
        expectEpaperLaws(epaper, document, layout);
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same value for the same issue, and an unchanged page its ids", () => {
    const document = epaperDocument();
    const { epaper } = built(document);
    expect(built(document).epaper).toEqual(epaper);
    const { epaper: shorter } = built(epaperDocument({ lead: ["短"] }));
    const briefs = (of: EpaperIssue): readonly EpaperRegion[] => regionsOf(of, 1).filter(({ role }) => role === "brief");
    expect(briefs(shorter).map(({ article, association, polygon }) => [article, association, polygon])).toEqual(
      briefs(epaper).map(({ article, association, polygon }) => [article, association, polygon]),
    );
  });

  it("draws a plain frame that is full of text as one rectangle, less the jump line at its end", () => {
    const [body, ...rest] = bodies(built(epaperDocument()).epaper, 0);
    expect(rest).toEqual([]);
    expect(body?.polygon).toHaveLength(6);
  });

  it("follows the text round a picture in a corner, and cuts a hole open where one is in the middle", () => {
    const corner = built(epaperDocument({ pictures: [{ fromColumn: 2, toColumn: 4, fromLine: 8, toLine: 18 }] })).epaper;
    // Two corners more than the text has: the jump line at its end is no part of it.
    expect(bodies(corner, 0).map(({ polygon }) => polygon.length)).toEqual([8]);
    const middle = built(epaperDocument({ pictures: [{ fromColumn: 1, toColumn: 3, fromLine: 14, toLine: 20 }] })).epaper;
    expect(bodies(middle, 0)).toHaveLength(1);
    expect(bodies(middle, 0)[0]?.polygon.length).toBeGreaterThanOrEqual(10);
  });

  it("divides text that a picture cuts right through, in reading order", () => {
    const document = epaperDocument({ pictures: [{ fromColumn: 0, toColumn: 4, fromLine: 16, toLine: 20 }] });
    const { epaper, layout } = built(document);
    // Each of four columns has an upper and a lower part; the last lower part may be followed by the next page only.
    const ranges = bodies(epaper, 0).map(({ textRange }) => textRange ?? [0, 0]);
    expect(ranges).toHaveLength(8);
    expect(ranges.slice(1).every(([from], index) => from === ranges[index]?.[1])).toBe(true);
    expectEpaperLaws(epaper, document, layout);
  });

  it("draws a frame of two spans as the L it is", () => {
    const spans = [{ fromColumn: 0, toColumn: 1, fromLine: 0, toLine: 22 }, { fromColumn: 1, toColumn: 4, fromLine: 10, toLine: 22 }];
    const { epaper } = built(epaperDocument({ spans }));
    // The L has six corners, and the jump line takes one of them away.
    expect(bodies(epaper, 0).map(({ polygon }) => polygon.length)).toEqual([8]);
  });

  it("links the parts of a story that jumps to another page, with the printed jump lines", () => {
    const { epaper } = built(epaperDocument());
    const [from] = bodies(epaper, 0);
    const [to] = bodies(epaper, 1);
    expect(epaper.jumps).toEqual([
      { article: "urn:x-epaper:dyrb:2026-01-12:lead", from: from?.id, to: to?.id, fromLabel: "（下转第2版）", toLabel: "（上接第1版）", atOffset: from?.textRange?.[1] },
    ]);
    expect(from?.continuesIn).toBe(to?.id);
    const pointers = [0, 1].map((page) => regionsOf(epaper, page).filter(({ kind, article }) => kind === "pointer" && article?.endsWith(":lead")));
    expect(pointers.map((regions) => regions.map(({ label, targetPage }) => [label, targetPage]))).toEqual([
      [["（下转第2版）", "p02"]],
      [["（上接第1版）", "p01"]],
    ]);
    expect(epaper.stories.find(({ article }) => article.endsWith(":lead"))?.pages).toEqual(["p01", "p02"]);
  });

  it("makes a list of briefs a composite with an association and a region an entry", () => {
    const { epaper } = built(epaperDocument());
    const item = epaper.articles.find(({ type }) => type === "composite");
    expect(item?.associations?.map(({ headlines, infoSources }) => [infoSources?.[0]?.name, headlines?.[0]?.value])).toEqual([
      ["国家统计局", "2025年全年我国CPI与上年持平"],
      ["广电总局", "遏制儿童类微短剧“成人化”倾向"],
    ]);
    const regions = regionsOf(epaper, 1).filter(({ role }) => role === "brief");
    expect(new Set(regions.map(({ association }) => association))).toEqual(new Set(item?.associations?.map(({ uri }) => uri)));
    expect(epaper.stories.find(({ kind }) => kind === "headline-list")?.column).toBe("标题新闻");
  });

  it("describes title, byline, source, body, picture, caption and photographer in the words of ninjs", () => {
    const { epaper } = built(epaperDocument({ lead: ["近日<b>，", "其二&"] }));
    const lead = epaper.articles.find(({ uri }) => uri.endsWith(":lead"));
    expect(lead).toMatchObject({
      title: "八部门推进专项行动",
      by: "全媒体记者林景余",
      infoSources: [{ name: "证券时报" }],
      headlines: [{ role: "introtitle", value: "促进双向赋能" }, { role: "main", value: "八部门推进专项行动" }],
    });
    expect(lead?.bodies?.map(({ value }) => value)).toEqual([
      "据证券时报消息（全媒体记者林景余）近日<b>，\n其二&",
      "<p>据证券时报消息（全媒体记者林景余）近日&lt;b&gt;，</p><p>其二&amp;</p>",
    ]);
    const photo = epaper.articles.find(({ uri }) => uri.endsWith(":photo"))?.associations?.[0];
    expect(photo).toMatchObject({ type: "picture", by: "本报记者", descriptions: [{ role: "caption", value: "劳模工匠交流。" }], usageTerms: "公有领域" });
    expect(photo?.renditions).toBeUndefined();
  });

  it("mentions picture files only where the export wrote them, by absolute addresses", () => {
    const assetId = idFrom<"asset">("5f".repeat(32));
    const file = { name: "web", path: "img/a.jpg", contentType: "image/jpeg", width: 1600, height: 1067, sizeInBytes: 9 } as const;
    const addressIn = (url: string, renditionBase?: string): string | undefined => {
      const base = sampleDocument();
      const document = { ...base, publication: { ...base.publication, url } };
      const options = { generator, pictureFiles: new Map([[assetId, [file]]]), ...(renditionBase === undefined ? {} : { renditionBase }) };
      const epaper = buildEpaper(document, createComposer(countableFonts).layout(document), options);
      return epaper.articles.flatMap(({ associations }) => associations ?? [])[0]?.renditions?.[0]?.href;
    };
    expect(addressIn("https://epaper.nfgb.cn/")).toBe("https://epaper.nfgb.cn/2026-01-12/img/a.jpg");
    expect(addressIn("https://epaper.nfgb.cn", "https://cdn.example/x")).toBe("https://cdn.example/x/img/a.jpg");
    expect(addressIn("")).toBe("urn:x-epaper:dyrb:2026-01-12:img/a.jpg");
    expect(addressIn("javascript:alert(1)")).toBe("urn:x-epaper:dyrb:2026-01-12:img/a.jpg");
  });

  it("gives pointers their page, and every page a place even if nothing is on it", () => {
    const base = sampleDocument();
    const empty = { ...base, pages: [...base.pages, { ...(base.pages[1] ?? base.pages[0]!), id: idFrom<"page">("blank"), boxIds: [] }] };
    const { epaper } = built(empty);
    expect(epaper.pages.map(({ id, regions }) => [id, regions.length > 0])).toEqual([["p01", true], ["p02", false], ["p03", false]]);
    expect(regionsOf(epaper, 0).find(({ kind }) => kind === "pointer")).toMatchObject({ targetPage: "p02", label: "2 视觉" });
    expect(epaper.issue).toMatchObject({ id: "urn:x-epaper:dyrb:2026-01-12", weekday: 1, pageCount: 3, totalIssueNumber: 5224 });
  });

  it("reads pages in order, and on a page the larger headline first wherever it stands", () => {
    const order = (document: IssueDocument): readonly string[] =>
      built(document).epaper.stories.map(({ article }) => article.slice(article.lastIndexOf(":") + 1));
    const base = epaperDocument();
    expect(order(base)).toEqual(["lead", "photo", "briefs"]);
    const title = base.boxes[idFrom<"box">("lead-title")];
    const lower = { ...base, boxes: { ...base.boxes, "lead-title": { ...title, rect: { x: 60, y: 1000, width: 300, height: 60 } } } } as IssueDocument; // the title, moved
    expect(order(lower)).toEqual(["lead", "photo", "briefs"]);
  });

  it("leaves out of a picture what another article prints over it", () => {
    const base = epaperDocument({ pictures: [{ fromColumn: 4, toColumn: 6, fromLine: 8, toLine: 28 }] });
    const folio = base.boxes[idFrom<"box">("folio")];
    const picture = base.boxes[idFrom<"box">("loose-0")];
    if (folio === undefined || picture === undefined) throw new Error("The issue has both boxes");
    const rect = { ...picture.rect, height: 20 };
    const document = { ...base, boxes: { ...base.boxes, [folio.id]: { ...folio, rect } } };
    const { epaper, layout } = built(document);
    expectEpaperLaws(epaper, document, layout);
  });

  it("withholds an article's words and pictures and keeps its areas, which lead to an item that says so", () => {
    const document = epaperDocument();
    const lead = document.articles[idFrom<"article">("lead")]!;
    const withheld: IssueDocument = { ...document, articles: { ...document.articles, [lead.id]: { ...lead, digital: "withheld" } } };
    const { epaper, layout } = built(withheld);
    const item = epaper.articles.find(({ uri }) => uri.endsWith(":lead"));
    expect(item).toMatchObject({ pubStatus: "withheld" });
    expect(JSON.stringify(epaper)).not.toContain("甲甲甲");
    const areas = epaper.pages.flatMap(({ regions }) => regions).filter(({ article }) => article === item?.uri);
    expect(areas.length).toBeGreaterThan(1);
    for (const { textRange, association } of areas) expect([textRange, association]).toEqual([undefined, undefined]);
    expect(epaper.pages.flatMap(({ regions }) => regions).length).toBe(built(document).epaper.pages.flatMap(({ regions }) => regions).length);
    expect(uncoveredParts(withheld, layout, epaper)).toEqual([]);
  });

  it("marks an advertisement's areas as one, by its words or the word 广告", () => {
    const document = epaperDocument({ pictures: [{ fromColumn: 1, toColumn: 3, fromLine: 14, toLine: 20 }] });
    const ad: Article = { id: idFrom("ad"), kind: "ad", digital: "published", storyId: null, titleFrameIds: [], pictures: [{ pictureFrameId: idFrom("loose-0"), captionFrameId: null }], furnitureIds: [] };
    const { epaper } = built({ ...document, articles: { ...document.articles, [ad.id]: ad } });
    expect(regionsOf(epaper, 0).filter(({ kind }) => kind === "ad").map(({ label, article }) => [label, article])).toEqual([["广告", undefined]]);
  });

  it("keeps what superscripts and frames of the deceased mean, in the story's marks and in the item's HTML", () => {
    const base = epaperDocument({ lead: ["新增绿地3600m2，" + "甲".repeat(900)] });
    const style: CharacterStyle = { ...plainCharacterStyle, id: idFrom("sup"), name: "上标", position: "superscript" };
    const story = base.stories[idFrom<"story">("lead-story")]!;
    const marked = { ...story, paragraphs: story.paragraphs.map((paragraph, index) => (index === 0 ? { ...paragraph, marks: [{ from: 9, to: 10, styleId: style.id }] } : paragraph)) };
    const document: IssueDocument = { ...base, characterStyles: { ...base.characterStyles, [style.id]: style }, stories: { ...base.stories, [story.id]: marked } };
    const { epaper, layout } = built(document);
    expectEpaperLaws(epaper, document, layout);
    const record = epaper.stories.find(({ article }) => article.endsWith(":lead"));
    expect(record?.marks?.map(({ from, to, kind }) => [record.text.slice(from - 1, to), kind])).toEqual([["m2", "superscript"]]);
    const html = epaper.articles.find(({ uri }) => uri.endsWith(":lead"))?.bodies?.find(({ contentType }) => contentType === "text/html")?.value;
    expect(html).toContain("3600m<sup>2</sup>，");
  });
});
