import { boxShape, extent, inkShape, placeLength, processInkShape, shortLines, shortText, typeLength } from "./boxShapes";
import { parseIsoDate } from "./calendar";
import type {
  Article,
  ArticlePicture,
  Asset,
  CharacterStyle,
  CompositionSettings,
  FitLimits,
  Issue,
  IssueDocument,
  NewspaperGrid,
  Page,
  Paragraph,
  ParagraphStyle,
  Publication,
  Story,
  StoryFitting,
  TextMark,
  Swatch,
} from "./document";
import { isAssetName, isIdName } from "./idName";
import { addedLater, checked, choice, flag, identifier, integer, list, nullable, number, record, table, text } from "./shape";
import { houseComposition, noFitting } from "./houseComposition";
import { isSoundText, MOST_STORY_TEXT, splitsCharacter } from "./soundText";

/** The most records of one kind that an issue may hold. */
export const MOST_RECORDS = 20_000;
/** The most pages that an issue may have. */
export const MOST_PAGES = 1000;

/** The paper. */
export const publicationShape = record<Publication>({
  code: text(60, (code) => /^[a-z0-9-]*$/.test(code)),
  name: shortText,
  mastheadName: shortText,
  language: text(35, (tag) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)),
  supervisor: shortText,
  publisher: shortText,
  cn: shortText,
  postalCode: shortText,
  adLicence: shortText,
  siteName: shortText,
  url: shortText,
  slogan: shortText,
  email: shortText,
});

/** What changes from one issue to the next. */
export const issueShape = record<Issue>({
  date: text(10, (date) => parseIsoDate(date) !== null),
  timeZone: text(64, (zone) => /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)),
  totalIssueNumber: integer({ least: 0, most: 10_000_000 }),
  edition: shortText,
});

/** The newspaper grid. */
export const gridShape = record<NewspaperGrid>({
  bodySize: typeLength,
  pitch: typeLength,
  columns: integer({ least: 1, most: 50 }),
  charactersPerColumn: integer({ least: 1, most: 200 }),
  gutterCharacters: number({ least: 0, most: 20 }),
  lines: integer({ least: 1, most: 1000 }),
});

const fitLimitsShape = record<FitLimits>({
  trackingEm: number({ least: 0, most: 0.2 }),
  headlineScale: number({ least: 0, most: 0.5 }),
  headlineTrackingEm: number({ least: 0, most: 0.2 }),
  headlineShrink: number({ least: 0, most: 0.5 }),
});

/** The house's rules of composition. */
export const compositionShape = record<CompositionSettings>({
  prohibition: choice("none", "basic", "gb", "strict"),
  lineEndTrim: choice("off", "ifNeeded", "always"),
  lineStartTrim: choice("off", "trim", "trimExceptFirst"),
  adjacentTrim: choice("off", "half", "tight"),
  squeeze: choice("off", "mild", "full"),
  autospace: choice<number>(0, 0.125, 0.25),
  orphan: integer({ least: 0, most: 20 }),
  lineBreaking: addedLater(choice("firstFit", "paragraph"), houseComposition.lineBreaking),
  numberHanGlue: addedLater(choice("off", "prefer", "always"), houseComposition.numberHanGlue),
  hanging: addedLater(choice("off", "on"), houseComposition.hanging),
  hyphenation: addedLater(choice("off", "on"), houseComposition.hyphenation),
  grid: addedLater(choice("none", "lines", "characters"), houseComposition.grid),
  leastSlotEm: addedLater(number({ least: 1, most: 50 }), houseComposition.leastSlotEm),
  leastLegLines: addedLater(integer({ least: 1, most: 20 }), houseComposition.leastLegLines),
  fitLimits: addedLater(fitLimitsShape, houseComposition.fitLimits),
});

const boxId = identifier<"box">();

/** A page. */
export const pageShape = record<Page>({
  id: identifier<"page">(),
  name: shortText,
  size: record<Page["size"]>({ width: extent, height: extent }),
  gridOrigin: record<Page["gridOrigin"]>({ x: placeLength, y: placeLength }),
  boxIds: list(boxId, MOST_RECORDS),
  note: shortText,
});

const markShape = record<TextMark>({
  from: integer({ least: 0, most: MOST_STORY_TEXT }),
  to: integer({ least: 0, most: MOST_STORY_TEXT }),
  styleId: identifier<"characterStyle">(),
});

const paragraphShape = checked(
  record<Paragraph>({
    text: text(MOST_STORY_TEXT, isSoundText),
    styleId: identifier<"paragraphStyle">(),
    marks: list(markShape, MOST_STORY_TEXT),
  }),
  (paragraph, place, report) => {
    let free = 0;
    for (const [index, mark] of paragraph.marks.entries()) {
      const sound =
        mark.from >= free &&
        mark.from < mark.to &&
        mark.to <= paragraph.text.length &&
        !splitsCharacter(paragraph.text, mark.from) &&
        !splitsCharacter(paragraph.text, mark.to);
      if (!sound) return report("marks-out-of-order", `${place}/marks/${index}`, `${mark.from}–${mark.to}`);
      free = mark.to;
    }
    return paragraph;
  },
);

/** A story. */
export const storyShape = record<Story>({
  id: identifier<"story">(),
  title: record<Story["title"]>({ kicker: shortLines, main: shortLines, sub: shortLines }),
  dateline: shortText,
  byline: shortText,
  source: shortText,
  paragraphs: list(paragraphShape, MOST_STORY_TEXT),
  frameIds: list(boxId, MOST_RECORDS),
  fitting: addedLater(
    record<StoryFitting>({
      squeeze: nullable(choice("off", "mild", "full")),
      trackingEm: number({ least: -0.2, most: 0.2 }),
      titleSize: number({ least: 0.5, most: 1 }),
      titleLines: integer({ least: -20, most: 20 }),
    }),
    noFitting,
  ),
});

/** An article. */
export const articleShape = record<Article>({
  id: identifier<"article">(),
  kind: choice("news", "photo", "briefs", "masthead", "pointer", "furniture", "ad"),
  digital: addedLater(choice("published", "withheld"), "published"),
  storyId: nullable(identifier<"story">()),
  titleFrameIds: list(boxId, MOST_RECORDS),
  pictures: list(record<ArticlePicture>({ pictureFrameId: boxId, captionFrameId: nullable(boxId) }), MOST_RECORDS),
  furnitureIds: list(boxId, MOST_RECORDS),
});

/** A picture file. */
export const assetShape = record<Asset>({
  id: identifier<"asset">(isAssetName),
  fileName: shortText,
  contentType: choice("image/jpeg", "image/png", "image/webp", "image/tiff", "application/pdf"),
  pixelWidth: integer({ least: 1, most: 1_000_000 }),
  pixelHeight: integer({ least: 1, most: 1_000_000 }),
  rights: shortText,
});

const em = number({ least: -100, most: 100 });
const fontId = identifier<"font">(isIdName);

/** A paragraph style. */
export const paragraphStyleShape = record<ParagraphStyle>({
  id: identifier<"paragraphStyle">(),
  name: shortText,
  fontId,
  size: typeLength,
  pitch: typeLength,
  spaceBefore: extent,
  firstLineIndentEm: em,
  hangingIndentEm: em,
  align: choice("start", "center", "end", "justify", "spread"),
  ink: inkShape,
  trackingEm: em,
  horizontalScale: number({ least: 0.1, most: 10 }),
  marker: shortText,
  runInStyleId: nullable(identifier<"characterStyle">()),
  linesOccupied: addedLater(integer({ least: 0, most: 20 }), 0),
  dropCap: addedLater(
    record<ParagraphStyle["dropCap"]>({ lines: integer({ least: 0, most: 10 }), characters: integer({ least: 1, most: 10 }) }),
    { lines: 0, characters: 1 },
  ),
  fill: addedLater(nullable(inkShape), null),
  ruleAbove: addedLater(extent, 0),
  ruleBelow: addedLater(extent, 0),
});

/** A character style. */
export const characterStyleShape = record<CharacterStyle>({
  id: identifier<"characterStyle">(),
  name: shortText,
  fontId: nullable(fontId),
  ink: nullable(inkShape),
  emphasis: addedLater(choice("none", "dot"), "none"),
  line: addedLater(choice("none", "properNoun", "bookTitle"), "none"),
  framed: addedLater(flag, false),
  position: addedLater(choice("normal", "superscript", "subscript"), "normal"),
});

/** A colour of the palette. */
export const swatchShape = record<Swatch>({
  id: identifier<"swatch">(),
  name: shortText,
  kind: choice("process", "spot"),
  ink: processInkShape,
});

/** A whole document, as far as each record can be judged alone. */
export const documentShape = record<IssueDocument>({
  publication: publicationShape,
  issue: issueShape,
  grid: gridShape,
  composition: compositionShape,
  pages: list(pageShape, MOST_PAGES),
  boxes: table(boxShape, MOST_RECORDS),
  stories: table(storyShape, MOST_RECORDS),
  articles: table(articleShape, MOST_RECORDS),
  assets: table(assetShape, MOST_RECORDS),
  paragraphStyles: table(paragraphStyleShape, MOST_RECORDS),
  characterStyles: table(characterStyleShape, MOST_RECORDS),
  swatches: addedLater(table(swatchShape, MOST_RECORDS), {}),
});
