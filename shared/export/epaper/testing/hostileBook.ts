import { createComposer } from "../../../layout/composer";
import { countableFonts } from "../../../layout/testing/layoutBuilders";
import type { Article, IssueDocument, Story } from "../../../model/document";
import { idFrom } from "../../../model/idFrom";
import { buildEpaper } from "../buildEpaper";
import type { EpaperRendition } from "../epaperIssue";
import { articleUri } from "../epaperNames";
import { readerBook, type ReaderBook } from "../readerBook";
import { epaperDocument } from "./epaperDocument";

/** Copy that wants out of its place: mark-up, a control, half a character, a bidi override, and a word without end. */
export const HOSTILE = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&]]>--><!--\u0001\ud800\u202e${"W".repeat(500)}`;

/** The test issue with jumps, briefs and a picture; `hostile` puts the hostile copy wherever words can stand. */
export function testBook({ hostile = false }: { readonly hostile?: boolean } = {}): ReaderBook {
  const document = hostile ? withHostileCopy(epaperDocument()) : epaperDocument();
  const layout = createComposer(countableFonts).layout(document);
  const picture = (name: EpaperRendition["name"], width: number, extension: string): EpaperRendition => ({
    name,
    href: `p/${width}.${extension}`,
    contentType: extension === "jpg" ? "image/jpeg" : "image/webp",
    width,
    height: Math.round(width * 1.445),
  });
  const renditions = [picture("thumbnail", 160, "webp"), picture("medium", 540, "webp"), picture("preview", 1080, "webp"), picture("large", 2778, "jpg")];
  const epaper = buildEpaper(document, layout, {
    generator: { name: "Broadsheet", version: "0" },
    pageFiles: new Map(document.pages.map(({ id }) => [id, renditions])),
    pictureFiles: new Map([
      [idFrom<"asset">("5f".repeat(32)), [{ name: "web", path: `img/${"5f".repeat(32)}.jpg`, contentType: "image/jpeg", width: 1600, height: 1067, sizeInBytes: 9 }]],
    ]),
  });
  return readerBook(epaper, new Map(Object.values<Article>(document.articles).map(({ id }) => [articleUri(document, id), id])));
}

function withHostileCopy(document: IssueDocument): IssueDocument {
  const stories = Object.values<Story>(document.stories).map((story): [string, Story] => [
    story.id,
    {
      ...story,
      title: { kicker: HOSTILE, main: HOSTILE, sub: HOSTILE },
      byline: HOSTILE,
      dateline: HOSTILE,
      source: HOSTILE,
      paragraphs: story.paragraphs.map((paragraph) => ({ ...paragraph, text: `${HOSTILE}：${HOSTILE}` })),
    },
  ]);
  const boxes = Object.entries(document.boxes).map(([id, box]) =>
    box.kind === "picture" ? [id, { ...box, caption: HOSTILE, credit: HOSTILE, alt: HOSTILE }] : [id, box],
  );
  return {
    ...document,
    publication: { ...document.publication, name: HOSTILE },
    pages: document.pages.map((page) => ({ ...page, name: HOSTILE })),
    stories: Object.fromEntries(stories),
    boxes: Object.fromEntries(boxes) as IssueDocument["boxes"], // the same keys and kinds as before
  };
}
