import type { Rect } from "../shared/geometry/rect";
import type { Article, Asset, Box, IssueDocument, Paragraph, PictureFrame, Story, TextFrame, TextMark, TitleFrame } from "../shared/model/document";
import { houseComposition, noFitting } from "../shared/model/houseComposition";
import { houseCharacterStyles, houseParagraphStyles, houseStyleIds } from "../shared/model/houseStyles";
import { idFrom } from "../shared/model/idFrom";
import type { ArticleId, AssetId, BoxId, PageId, StoryId } from "../shared/model/ids";
import { newPictureFrame, newTextFrame, newTitleFrame } from "../shared/model/newBoxes";
import { namedPublication, tableOf } from "../shared/model/newDocument";
import { bodyGrid, GAP, PAGE_SIZE, placeOf } from "./bookGeometry";
import type { SpecimenObstacle, SpecimenParagraph, SpecimenSide, SpecimenTitle } from "./specimenCase";

/** The story of every side's document. */
export const SIDE_STORY: StoryId = idFrom("side");
/** The picture that text is wrapped around: a grey disc. */
export const DISC_ASSET: AssetId = idFrom("disc");

const PAGE: PageId = idFrom("first");
const BODY: BoxId = idFrom("body");
const REST: BoxId = idFrom("rest");
const TITLE: BoxId = idFrom("title");
const PICTURE: BoxId = idFrom("picture");
const ARTICLE: ArticleId = idFrom("article");
const DISC_CORNERS = 48;

/** A side as an issue of its own, its boxes where they stand on the book's page. */
export function sideDocument(side: SpecimenSide, at: { readonly x: number; readonly y: number }): IssueDocument {
  const place = placeOf(side, at);
  const boxes = boxesOf(side, place);
  const rest = boxes.find(({ id }) => id === REST);
  const first = boxes.filter((box) => box !== rest);
  const restPage = side.jumpsToPage ?? 1;
  const frameIds = boxes.flatMap((box) => (box.kind === "text" ? [box.id] : []));
  const story: Story = {
    id: SIDE_STORY,
    title: { kicker: "", main: side.title?.text ?? "", sub: "" },
    dateline: "", byline: "", source: "",
    paragraphs: side.paragraphs.map(paragraphOf),
    frameIds,
    fitting: { ...noFitting, ...side.fitting },
  };
  const article: Article = {
    id: ARTICLE, kind: "news", digital: "published", storyId: SIDE_STORY, titleFrameIds: side.title === undefined ? [] : [TITLE],
    pictures: side.obstacle === undefined ? [] : [{ pictureFrameId: PICTURE, captionFrameId: null }], furnitureIds: [],
  };
  return {
    publication: namedPublication("大样字样"),
    issue: { date: "2026-01-12", timeZone: "Asia/Shanghai", totalIssueNumber: 1, edition: "main" },
    grid: bodyGrid,
    composition: { ...houseComposition, ...side.composition },
    pages: Array.from({ length: restPage }, (_, index) => ({
      id: index === 0 ? PAGE : idFrom<"page">(`page-${index + 1}`), name: "", size: PAGE_SIZE, gridOrigin: at,
      boxIds: [...(index === 0 ? first : []), ...(index === restPage - 1 && rest !== undefined ? [rest] : [])].map(({ id }) => id), note: "",
    })),
    boxes: tableOf(boxes),
    stories: { [SIDE_STORY]: story },
    articles: { [ARTICLE]: article },
    assets: side.obstacle === undefined ? {} : { [DISC_ASSET]: disc },
    paragraphStyles: { ...tableOf(houseParagraphStyles), ...changed(houseParagraphStyles, side.paragraphStyles ?? []) },
    characterStyles: { ...tableOf(houseCharacterStyles), ...changed(houseCharacterStyles, side.characterStyles ?? []) },
    swatches: {},
  };
}

const disc: Asset = { id: DISC_ASSET, fileName: "disc.png", contentType: "image/png", pixelWidth: 400, pixelHeight: 400, rights: "" };

function boxesOf(side: SpecimenSide, place: Rect): readonly Box[] {
  // Behind the text, which may stand on the blank corners of a picture it follows.
  const boxes: Box[] = side.obstacle === undefined ? [] : [pictureOf(side.obstacle, place)];
  const titleHeight = side.title === undefined ? 0 : side.paragraphs.length === 0 ? place.height : side.title.lines * bodyGrid.pitch;
  if (side.title !== undefined) boxes.push(titleOf(side.title, { ...place, height: titleHeight }));
  if (side.paragraphs.length > 0) {
    const rect = { ...place, y: place.y + titleHeight, height: place.height - titleHeight };
    const body: TextFrame = { ...newTextFrame(BODY, rect, bodyGrid, 1), ...side.frame };
    boxes.push(body);
    if (side.jumpsToPage !== undefined) boxes.push({ ...body, id: REST, rect: { ...rect, x: rect.x + rect.width + GAP } });
  }
  return boxes;
}

function titleOf(title: SpecimenTitle, rect: Rect): TitleFrame {
  const frame = newTitleFrame(TITLE, rect, { kicker: 10.5, main: title.size, sub: 12 });
  return {
    ...frame,
    direction: title.direction ?? "horizontal",
    align: title.align ?? "center",
    scales: { ...frame.scales, main: title.scale ?? 1 },
    trackings: { ...frame.trackings, main: title.trackingEm ?? 0 },
  };
}

function pictureOf({ x, line, characters, lines, outline }: SpecimenObstacle, place: Rect): PictureFrame {
  const { bodySize, pitch } = bodyGrid;
  const rect = { x: place.x + x * bodySize, y: place.y + line * pitch, width: characters * bodySize, height: outline === "circle" ? characters * bodySize : lines * pitch - (pitch - bodySize) };
  const contour = outline === "rectangle" ? [] : Array.from({ length: DISC_CORNERS }, (_, corner) => {
    const angle = (corner / DISC_CORNERS) * 2 * Math.PI;
    return { x: 0.5 + 0.5 * Math.cos(angle), y: 0.5 + 0.5 * Math.sin(angle) };
  });
  return { ...newPictureFrame(PICTURE, rect, bodyGrid), assetId: DISC_ASSET, contour };
}

function paragraphOf({ text, styleId, marks }: SpecimenParagraph): Paragraph {
  return {
    text,
    styleId: styleId ?? houseStyleIds.body,
    marks: (marks ?? []).map(([words, style]): TextMark => {
      const from = text.indexOf(words);
      if (from < 0) throw new Error(`“${words}” is not in the paragraph`);
      return { from, to: from + words.length, styleId: style };
    }).toSorted((a, b) => a.from - b.from),
  };
}

/** The house's styles with the changes a side makes. */
function changed<Style extends { readonly id: string }>(
  styles: readonly Style[], changes: readonly (Partial<Style> & { readonly id: Style["id"] })[],
): Readonly<Record<Style["id"], Style>> {
  const made = changes.flatMap((change) => styles.filter(({ id }) => id === change.id).map((style): Style => ({ ...style, ...change })));
  return tableOf<Style["id"], Style & { readonly id: Style["id"] }>(made);
}
