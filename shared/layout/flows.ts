import type { ArticleId, BoxId } from "../model/ids";
import { logicalRect, type LineDirection } from "../geometry/logicalRect";
import { runInHead, titleRoles } from "../model/articleText";
import type { CaptionFrame, FurnitureFrame, IssueDocument, ParagraphStyle, PictureFrame, Story, TitleFrame } from "../model/document";
import { furnitureLines } from "../model/furnitureFields";
import { houseStyleIds } from "../model/houseStyles";
import { articleOfBox, articleOfStory, lookUp, pictureOfCaption, storyOfTitleFrame } from "../model/indexes";
import { titleText } from "../model/titleText";
import { flowParagraphs, type FlowResult } from "./flow";
import { flowBlock } from "./flowBlock";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import type { FlowKey, FlowLayout, MissingCharacter } from "./issueLayout";
import { flowOverPages, jumpText, pageParts, type JumpLine, type JumpSize } from "./jumpLines";
import { bodyRules, standingRules, titleRules } from "./lineRules";
import { nextLine } from "./nextLine";
import { placeLine } from "./placeLine";
import { MISSING_FONT, type PreparedParagraph } from "./preparedParagraph";
import { fittedSettings, fittedStyle, letteredStyle } from "./storyFitting";
import { storyHeads } from "./storyHeads";
import type { Preparer } from "./preparer";
import type { Region } from "./regions";

/** A flow with what painters need of its lines. */
export interface ComposedFlow extends FlowLayout {
  readonly composed: readonly ComposedLine[];
  /** Where a story tells that it goes on or comes from elsewhere; set as flows of their own. */
  readonly jumps: readonly JumpLine[];
}

/** Titles stand this much apart, as a share of the larger of two sizes (line gap of headlines, CLREQ and house practice). */
const TITLE_GAP = 0.25;

/** Title lines that fill less of their measure look torn apart when they are spread over it [house]. */
const LEAST_SPREAD = 0.6;

/** A story's body through its regions. */
export function composeStory(document: IssueDocument, story: Story, regions: readonly Region[], preparer: Preparer): ComposedFlow {
  const rules = bodyRules(fittedSettings(document.composition, story.fitting));
  const head = runInHead(story);
  const heads = storyHeads(document, story);
  const paragraphsIn = (direction: LineDirection): readonly FlowParagraph[] => story.paragraphs.flatMap((paragraph, index) => {
    const own = lookUp(document.paragraphStyles, paragraph.styleId);
    if (own === null) return [];
    const style = fittedStyle(own, story.fitting);
    const made = preparer.story(document, { paragraph, style, head: index === 0 ? head : "", part: `paragraph:${index}`, direction }, rules);
    return [heads.has(index) ? { ...made, isHead: true } : made];
  });
  const isVertical = regions.some(({ direction }) => direction === "vertical");
  const isHorizontal = !isVertical || regions.some(({ direction }) => direction === "horizontal");
  const paragraphs = paragraphsIn(isHorizontal ? "horizontal" : "vertical");
  const byDirection = { horizontal: paragraphs, vertical: isVertical && isHorizontal ? paragraphsIn("vertical") : paragraphs };
  const flow = (free: readonly Region[]): FlowResult => flowParagraphs(byDirection, free, document.grid);
  const parts = pageParts(document, regions);
  const style = jumpStyle(document, story);
  const { result, jumps } =
    parts.length < 2 || style === null
      ? { result: flow(regions), jumps: NO_JUMPS }
      : flowOverPages(parts, jumpSize(document, style, isVertical, preparer), document.grid, flow);
  return { ...composedFlow(`story:${story.id}`, articleOfStory(document, story.id)?.id ?? null, paragraphs, result), jumps };
}

/** The jump lines that stand in one frame of a story. */
export function composeJumps(document: IssueDocument, story: Story, boxId: BoxId, jumps: readonly JumpLine[], preparer: Preparer): ComposedFlow | null {
  const style = jumpStyle(document, story);
  if (style === null) return null;
  const own = jumps.filter((jump) => jump.boxId === boxId);
  const sorted = [...own.filter(({ side }) => side === "from"), ...own.filter(({ side }) => side === "to")];
  const paragraphs = sorted.map(({ side, pageNumber, direction }) => jumpParagraph(document, style, { side, pageNumber, direction }, preparer));
  const lines = sorted.flatMap(({ column, direction, rect }, index) => {
    const paragraph = paragraphs[index]!;
    const range = nextLine(paragraph.prepared, 0, logicalRect(direction, rect).width);
    return range === null ? [] : [placeLine(paragraph, index, range, { boxId, column, row: 0, rect })];
  });
  return composedFlow(`jump:${boxId}`, articleOfStory(document, story.id)?.id ?? null, paragraphs, { lines, overset: null, spareLines: 0 });
}

const plainStyles = new WeakMap<ParagraphStyle, ParagraphStyle>();

/** The house's style of jump lines; in a document without one the story's own, less what begins a paragraph. */
function jumpStyle(document: IssueDocument, story: Story): ParagraphStyle | null {
  const house = lookUp(document.paragraphStyles, houseStyleIds.jumpLine);
  if (house !== null) return house;
  const styleId = story.paragraphs[0]?.styleId;
  const own = styleId === undefined ? null : lookUp(document.paragraphStyles, styleId);
  if (own === null) return null;
  const known = plainStyles.get(own) ?? { ...own, marker: "", firstLineIndentEm: 0, hangingIndentEm: 0 };
  plainStyles.set(own, known);
  return known;
}

function jumpParagraph(
  document: IssueDocument,
  style: ParagraphStyle,
  { side, pageNumber, direction }: Pick<JumpLine, "side" | "pageNumber" | "direction">,
  preparer: Preparer,
): FlowParagraph {
  const { size, pitch } = style;
  // The rules of titles trim the brackets, so that their ink stands flush with the column.
  const rules = titleRules(document.composition);
  const made = preparer.plain({ text: jumpText(side, pageNumber), style, size, pitch, part: `jump:${side}`, direction, rules });
  return { ...made, align: side === "to" ? "end" : "start" };
}

/** Room for any label of the issue, so that which page it names does not decide whether it fits. */
function jumpSize(document: IssueDocument, style: ParagraphStyle, isVertical: boolean, preparer: Preparer): JumpSize {
  const widestNumber = 10 ** String(document.pages.length).length - 1;
  const directions: readonly LineDirection[] = isVertical ? ["horizontal", "vertical"] : ["horizontal"];
  const widths = directions.flatMap((direction) => (["from", "to"] as const).map((side) => {
    const made = jumpParagraph(document, style, { side, pageNumber: widestNumber, direction }, preparer);
    const range = nextLine(made.prepared, 0, Number.MAX_VALUE);
    return range === null ? 0 : range.indent + range.width;
  }));
  return { size: style.size, width: Math.max(...widths) };
}

/** The title that stands in a frame, or null where no story has it. */
export function composeTitle(document: IssueDocument, frame: TitleFrame, preparer: Preparer): ComposedFlow | null {
  const story = storyOfTitleFrame(document, frame.id);
  if (story === null) return null;
  const paragraphs = titleParagraphs(document, frame, story, preparer);
  const result = flowBlock(paragraphs, {
    boxId: frame.id,
    rect: frame.rect,
    direction: frame.direction,
    blockAlign: "center",
    joinsLast: false,
    partGap: (before, after) => TITLE_GAP * Math.max(before.prepared.size, after.prepared.size),
  });
  return composedFlow(`title:${frame.id}`, articleIdOfBox(document, frame.id), paragraphs, result);
}

function titleParagraphs(document: IssueDocument, frame: TitleFrame, { title, fitting }: Story, preparer: Preparer): readonly FlowParagraph[] {
  const align = frame.align === "justify" ? "spread" : frame.align;
  return titleRoles.flatMap((role) => {
    const own = lookUp(document.paragraphStyles, frame.styleIds[role]);
    if (own === null || title[role] === "") return [];
    const style = letteredStyle(own, frame.scales[role], frame.trackings[role]);
    const size = frame.sizes[role] * fitting.titleSize;
    const { text, allowed, forbidden } = titleText(title[role]);
    const made = preparer.plain({
      text, style, size, pitch: size * (1 + TITLE_GAP), direction: frame.direction, rules: titleRules(document.composition), part: role,
    });
    const titleBreaks = { allowed, forbidden, prefixLength: made.set.prefixLength };
    return [{ ...made, align, leastSpread: LEAST_SPREAD, titleBreaks } as const];
  });
}

/** The caption and credit that stand in a frame, or null where no picture has them. */
export function composeCaption(document: IssueDocument, frame: CaptionFrame, preparer: Preparer): ComposedFlow | null {
  const picture = pictureOfCaption(document, frame.id);
  if (picture === null) return null;
  const paragraphs = captionParagraphs(document, frame, picture, preparer);
  const result = flowBlock(paragraphs, {
    boxId: frame.id, rect: frame.rect, direction: "horizontal", blockAlign: "start", partGap: null,
    joinsLast: picture.caption !== "" && picture.credit !== "",
  });
  return composedFlow(`caption:${frame.id}`, articleIdOfBox(document, frame.id), paragraphs, result);
}

function captionParagraphs(document: IssueDocument, frame: CaptionFrame, picture: PictureFrame, preparer: Preparer): readonly FlowParagraph[] {
  const parts = [
    { part: "caption", text: picture.caption, styleId: frame.captionStyleId },
    { part: "credit", text: picture.credit, styleId: frame.creditStyleId },
  ];
  return parts.flatMap(({ part, text, styleId }) => {
    const style = lookUp(document.paragraphStyles, styleId);
    if (style === null || text === "") return [];
    return [plainIn(document, preparer, { text, style, part, direction: "horizontal" })];
  });
}

/** A piece of standing matter with its fields filled in. */
export function composeFurniture(document: IssueDocument, frame: FurnitureFrame, preparer: Preparer): ComposedFlow {
  const texts = furnitureLines(document, frame);
  const paragraphs = frame.lines.flatMap((line, index) => {
    const style = lookUp(document.paragraphStyles, line.styleId);
    if (style === null) return [];
    return [plainIn(document, preparer, { text: texts[index] ?? "", style, part: `line:${index}`, direction: frame.direction })];
  });
  const result = flowBlock(paragraphs, {
    boxId: frame.id, rect: frame.rect, direction: frame.direction, blockAlign: frame.blockAlign, joinsLast: false, partGap: null,
  });
  return composedFlow(`furniture:${frame.id}`, articleIdOfBox(document, frame.id), paragraphs, result);
}

function plainIn(
  document: IssueDocument,
  preparer: Preparer,
  wanted: Pick<Parameters<Preparer["plain"]>[0], "text" | "style" | "part" | "direction">,
): FlowParagraph {
  const { size, pitch } = wanted.style;
  return preparer.plain({ ...wanted, size, pitch, rules: standingRules(document.composition) });
}

function articleIdOfBox(document: IssueDocument, boxId: BoxId): ArticleId | null {
  return articleOfBox(document, boxId)?.id ?? null;
}

const NO_JUMPS: readonly JumpLine[] = [];

function composedFlow(key: FlowKey, articleId: ArticleId | null, paragraphs: readonly FlowParagraph[], result: FlowResult): ComposedFlow {
  return {
    key,
    articleId,
    paragraphs: paragraphs.map((paragraph) => paragraph.set),
    lines: result.lines.map((composed) => composed.line),
    overset: result.overset,
    spareLines: result.spareLines,
    missing: paragraphs.flatMap(missingCharacters),
    composed: result.lines,
    jumps: NO_JUMPS,
  };
}

/** The first character without a font of each paragraph, below nothing where it has none. */
const missingFrom = new WeakMap<PreparedParagraph, number>();

function missingCharacters({ prepared }: FlowParagraph, paragraph: number): readonly MissingCharacter[] {
  let cluster = missingFrom.get(prepared);
  if (cluster === undefined) missingFrom.set(prepared, (cluster = prepared.fontOf.indexOf(MISSING_FONT)));
  if (cluster < 0) return NONE_MISSING;
  const missing: MissingCharacter[] = [];
  for (; cluster >= 0; cluster = prepared.fontOf.indexOf(MISSING_FONT, cluster + 1)) {
    const offset = prepared.offsets[cluster]!;
    missing.push({ character: prepared.text.slice(offset, prepared.offsets[cluster + 1]!), paragraph, offset });
  }
  return missing;
}

const NONE_MISSING: readonly MissingCharacter[] = [];
