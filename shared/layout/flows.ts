import type { ArticleId, BoxId } from "../model/ids";
import { runInHead, titleRoles } from "../model/articleText";
import type { CaptionFrame, FurnitureFrame, IssueDocument, PictureFrame, Story, StoryTitle, TitleFrame } from "../model/document";
import { furnitureLines } from "../model/furnitureFields";
import { articleOfBox, articleOfStory, lookUp, pictureOfCaption, storyOfTitleFrame } from "../model/indexes";
import { flowParagraphs, type FlowResult } from "./flow";
import { flowBlock } from "./flowBlock";
import type { ComposedLine, FlowParagraph } from "./flowParagraph";
import type { FlowKey, FlowLayout, MissingCharacter } from "./issueLayout";
import { bodyRules, titleRules } from "./lineRules";
import { MISSING_FONT } from "./preparedParagraph";
import type { Preparer } from "./preparer";
import type { Region } from "./regions";

/** A flow with what painters need of its lines. */
export interface ComposedFlow extends FlowLayout {
  readonly composed: readonly ComposedLine[];
}

/** Titles stand this much apart, as a share of the larger of two sizes (line gap of headlines, CLREQ and house practice). */
const TITLE_GAP = 0.25;

/** Title lines that fill less of their measure look torn apart when they are spread over it [house]. */
const LEAST_SPREAD = 0.6;

/** A story's body through its regions. */
export function composeStory(document: IssueDocument, story: Story, regions: readonly Region[], preparer: Preparer): ComposedFlow {
  const rules = bodyRules(document.composition);
  const head = runInHead(story);
  const paragraphs = story.paragraphs.flatMap((paragraph, index) => {
    const style = lookUp(document.paragraphStyles, paragraph.styleId);
    if (style === null) return [];
    return [preparer.story(document, { paragraph, style, head: index === 0 ? head : "", part: `paragraph:${index}` }, rules)];
  });
  const result = flowParagraphs(paragraphs, regions, document.grid);
  return composedFlow(`story:${story.id}`, articleOfStory(document, story.id)?.id ?? null, paragraphs, result);
}

/** The title that stands in a frame, or null where no story has it. */
export function composeTitle(document: IssueDocument, frame: TitleFrame, preparer: Preparer): ComposedFlow | null {
  const story = storyOfTitleFrame(document, frame.id);
  if (story === null) return null;
  const paragraphs = titleParagraphs(document, frame, story.title, preparer);
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

function titleParagraphs(document: IssueDocument, frame: TitleFrame, title: StoryTitle, preparer: Preparer): readonly FlowParagraph[] {
  const align = frame.align === "justify" ? "spread" : frame.align;
  return titleRoles.flatMap((role) => {
    const style = lookUp(document.paragraphStyles, frame.styleIds[role]);
    if (style === null || title[role] === "") return [];
    const size = frame.sizes[role];
    const made = preparer.plain({
      text: title[role], style, size, pitch: size * (1 + TITLE_GAP), direction: frame.direction, rules: titleRules(document.composition), part: role,
    });
    return [{ ...made, align, leastSpread: LEAST_SPREAD } as const];
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
  return preparer.plain({ ...wanted, size, pitch, rules: bodyRules(document.composition) });
}

function articleIdOfBox(document: IssueDocument, boxId: BoxId): ArticleId | null {
  return articleOfBox(document, boxId)?.id ?? null;
}

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
  };
}

function missingCharacters({ prepared }: FlowParagraph, paragraph: number): readonly MissingCharacter[] {
  const missing: MissingCharacter[] = [];
  for (let cluster = prepared.fontOf.indexOf(MISSING_FONT); cluster >= 0; cluster = prepared.fontOf.indexOf(MISSING_FONT, cluster + 1)) {
    const offset = prepared.offsets[cluster]!;
    missing.push({ character: prepared.text.slice(offset, prepared.offsets[cluster + 1]!), paragraph, offset });
  }
  return missing;
}
