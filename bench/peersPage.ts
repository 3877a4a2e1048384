import { mm, storedLength } from "../shared/geometry/units";
import type { Rect } from "../shared/geometry/rect";
import type { Article, Asset, Box, IssueDocument, Page, ParagraphStyle, Story, StoryTitle } from "../shared/model/document";
import { houseComposition, noFitting } from "../shared/model/houseComposition";
import { houseFontIds, plainParagraphStyle } from "../shared/model/houseStyles";
import type { ArticleId, BoxId, PageId, ParagraphStyleId, StoryId } from "../shared/model/ids";
import { blackInk, greyInk, paperInk, type Ink } from "../shared/model/ink";
import { newCaptionFrame, newFurnitureFrame, newPictureFrame, newRule, newTextFrame, newTitleFrame, storedRect } from "../shared/model/newBoxes";
import { blankIssue, namedPublication, tableOf } from "../shared/model/newDocument";
import type { PeerIssue, PeerOperation, PeerParagraph, PeerText } from "./peerOperations";

/** The body of the peers' page: 10 on 17 pt in six columns of 53 mm. */
const grid = { bodySize: 10, pitch: 17, columns: 6, charactersPerColumn: 15, gutterCharacters: 1.8, lines: 83 };
const EDGE = storedLength(mm(20));
/** A filled rectangle thinner than this is a rule. */
const MOST_RULE = 1;

const inks: Readonly<Record<string, Ink>> = {
  black: blackInk,
  red: { cyan: 0, magenta: 1, yellow: 1, black: 0.1 },
  tint: greyInk(0.08),
  white: paperInk,
};

interface Parts {
  readonly kicker?: string;
  readonly main?: string;
  readonly body: string;
  readonly picture?: string;
  readonly caption?: string;
}

/** Which operations of a page make an article; all other words are standing matter. */
const articleParts: readonly Parts[] = [
  { kicker: "kicker", main: "headline", body: "lead" },
  { main: "headline2", body: "second", picture: "photo", caption: "caption" },
  { body: "briefs" },
];

/**
 * The same pages as an issue of ours: the same sizes, words, type, columns and picture, as frames, stories and styles
 * that the editor edits. `assetOf` names the picture file of an operation.
 */
export function peersPage(peers: PeerIssue, assetOf: (file: string) => Asset): IssueDocument {
  const styles = new Map<string, ParagraphStyle>();
  const assets = new Map<string, Asset>();
  const boxes: Box[] = [];
  const stories: Story[] = [];
  const articles: Article[] = [];
  const pages = peers.pages.map(({ number, ops }) => {
    const first = boxes.length;
    setPage(number, ops);
    const page: Page = {
      id: `page-${number}` as PageId,
      name: "",
      size: { width: storedLength(mm(peers.page.w)), height: storedLength(mm(peers.page.h)) },
      gridOrigin: { x: EDGE, y: EDGE },
      boxIds: boxes.slice(first).map(({ id }) => id),
      note: "",
    };
    return page;
  });
  const blank = blankIssue({
    format: { size: { width: mm(peers.page.w), height: mm(peers.page.h) }, grid },
    publication: namedPublication(textsOf(peers.pages[0]?.ops ?? []).get("nameplate")?.paras[0]?.t ?? ""),
    issue: { date: "2031-03-17", timeZone: "Asia/Shanghai", totalIssueNumber: 1024, edition: "" },
    pageCount: 1,
    newId: () => "",
  });
  return {
    ...blank,
    composition: houseComposition,
    pages,
    boxes: tableOf(boxes),
    stories: tableOf(stories),
    articles: tableOf(articles),
    assets: tableOf([...assets.values()]),
    paragraphStyles: { ...blank.paragraphStyles, ...tableOf([...styles.values()]) },
  };

  function setPage(number: number, ops: readonly PeerOperation[]): void {
    const texts = textsOf(ops);
    const taken = new Set(articleParts.flatMap((parts) => Object.values<string>({ ...parts })));
    const boxId = (name: string): BoxId => `${name}-${number}` as BoxId;
    ops.forEach((operation, index) => {
      if (operation.op === "rect") boxes.push(rectangle(boxId(`rect-${index}`), operation));
      else if (operation.op === "image") boxes.push(picture(boxId(nameOf(operation.id)), operation, texts.get("caption")));
      else if (!taken.has(nameOf(operation.id))) boxes.push(standingMatter(boxId(nameOf(operation.id)), operation));
    });
    for (const parts of articleParts) addArticle(parts, texts, boxId);
  }

  function addArticle(parts: Parts, texts: ReadonlyMap<string, PeerText>, boxId: (name: string) => BoxId): void {
    const body = texts.get(parts.body);
    if (body === undefined) return;
    const id = boxId(parts.body);
    const kicker = textOf(texts, parts.kicker);
    const main = textOf(texts, parts.main);
    const caption = textOf(texts, parts.caption);
    boxes.push({ ...newTextFrame(id, rectOf(body), grid, body.cols ?? 1), gutter: storedLength(mm(body.gap)) });
    const titleFrameIds: BoxId[] = [];
    if (main !== undefined) {
      const titleId = boxId(`title-of-${parts.body}`);
      boxes.push(titleFrame(titleId, kicker, main));
      titleFrameIds.push(titleId);
    }
    const captionFrameId = caption === undefined ? null : boxId("caption");
    if (caption !== undefined && captionFrameId !== null) {
      const captionStyleId = styleOf(onlyParagraph(caption));
      boxes.push({ ...newCaptionFrame(captionFrameId, rectOf(caption), grid), ...untouching, captionStyleId });
    }
    const title: StoryTitle = { kicker: kicker === undefined ? "" : onlyParagraph(kicker).t, main: main === undefined ? "" : onlyParagraph(main).t, sub: "" };
    const storyId = `story-${id}` as StoryId;
    stories.push({
      id: storyId, title, dateline: "", byline: "", source: "", frameIds: [id], fitting: noFitting,
      paragraphs: body.paras.map((paragraph) => ({ text: paragraph.t, styleId: styleOf(paragraph), marks: [] })),
    });
    articles.push({
      id: `article-${id}` as ArticleId, kind: main === undefined ? "briefs" : "news", digital: "published", storyId, titleFrameIds,
      pictures: parts.picture === undefined ? [] : [{ pictureFrameId: boxId(parts.picture), captionFrameId }],
      furnitureIds: [],
    });
  }

  function titleFrame(id: BoxId, kicker: PeerText | undefined, main: PeerText): Box {
    const head = rectOf(kicker ?? main);
    const foot = rectOf(main);
    const mainParagraph = onlyParagraph(main);
    const kickerParagraph = kicker === undefined ? mainParagraph : onlyParagraph(kicker);
    return {
      ...newTitleFrame(id, { ...head, height: foot.y + foot.height - head.y }, { kicker: kickerParagraph.size, main: mainParagraph.size, sub: mainParagraph.size }),
      ...untouching,
      align: mainParagraph.align === "center" ? "center" : "start",
      styleIds: { kicker: styleOf(kickerParagraph), main: styleOf(mainParagraph), sub: styleOf(mainParagraph) },
    };
  }

  function picture(id: BoxId, operation: Extract<PeerOperation, { op: "image" }>, caption: PeerText | undefined): Box {
    const asset = assetOf(operation.src);
    assets.set(asset.id, asset);
    return { ...newPictureFrame(id, rectOf(operation), grid), ...untouching, assetId: asset.id, caption: caption === undefined ? "" : onlyParagraph(caption).t };
  }

  function standingMatter(id: BoxId, text: PeerText): Box {
    const lines = text.paras.map((paragraph) => ({ template: paragraph.t.replaceAll("{", "{{"), styleId: styleOf(paragraph) }));
    return { ...newFurnitureFrame(id, rectOf(text), lines), ...untouching };
  }

  function styleOf({ font, size, lead, bold, color, align, justify, indent, before }: PeerParagraph): ParagraphStyleId {
    const id = [font, size, lead, bold ? "bold" : "regular", color, justify ? "justify" : align, indent, before].join("-").replaceAll(".", "_");
    const known = styles.get(id);
    if (known !== undefined) return known.id;
    const fontId = font === "serif" ? (bold ? houseFontIds.serifBold : houseFontIds.serif) : bold ? houseFontIds.sansBold : houseFontIds.sans;
    const style: ParagraphStyle = {
      ...plainParagraphStyle,
      id: id as ParagraphStyleId, name: id, fontId, size, pitch: lead, spaceBefore: before, firstLineIndentEm: indent, hangingIndentEm: 0,
      align: justify ? "justify" : ({ left: "start", center: "center", right: "end" } as const)[align],
      ink: inks[color] ?? blackInk, trackingEm: 0, horizontalScale: 1, marker: "", runInStyleId: null,
    };
    styles.set(id, style);
    return style.id;
  }
}

/** The peers' frames do not push text. */
const untouching = { pushesText: false, standoff: 0 } as const;

function rectangle(id: BoxId, operation: Extract<PeerOperation, { op: "rect" }>): Box {
  const ink = inks[operation.fill] ?? blackInk;
  const thickness = Math.min(operation.w, operation.h);
  if (thickness < MOST_RULE) return { ...newRule(id, rectOf(operation), "single", storedLength(mm(thickness))), ink };
  return { id, kind: "panel", ...untouching, rect: storedRect(rectOf(operation)), fill: ink, stroke: null, strokeWidth: 0 };
}

/** Where an operation stands. Words stand in the middle of their lines, as half of the leading above them says. */
function rectOf(operation: PeerOperation): Rect {
  const [first] = operation.op === "text" ? operation.paras : [];
  const drop = first === undefined ? 0 : (first.lead - first.size) / 2;
  return { x: mm(operation.x), y: mm(operation.y) + drop, width: mm(operation.w), height: mm(operation.h) - drop };
}

function textsOf(ops: readonly PeerOperation[]): ReadonlyMap<string, PeerText> {
  return new Map(ops.flatMap((operation) => (operation.op === "text" ? [[nameOf(operation.id), operation] as const] : [])));
}

function textOf(texts: ReadonlyMap<string, PeerText>, name: string | undefined): PeerText | undefined {
  return name === undefined ? undefined : texts.get(name);
}

/** What an operation is called on every page: `lead_8` is the lead of page 8. */
function nameOf(id: string): string {
  return id.replace(/_\d+$/, "");
}

function onlyParagraph({ id, paras }: PeerText): PeerParagraph {
  const [paragraph] = paras;
  if (paragraph === undefined || paras.length > 1) throw new Error(`${id} is one paragraph`);
  return paragraph;
}
