import type { FontSource } from "../shared/fonts/fontSource";
import { createComposer } from "../shared/layout/composer";
import type { Article, Box, IssueDocument, Story } from "../shared/model/document";
import type { BoxId } from "../shared/model/ids";
import { fullPageFixture } from "./fullPageFixture";
import { measureSteps, readDisplays, type Instruments, type Step, type StepMeasures } from "./stepMeasures";

/** What laying out the full page costs. */
export interface LayoutMeasures {
  readonly characters: number;
  readonly lines: number;
  readonly glyphs: number;
  /** The first layout of a composer, its fonts open: everything is shaped. */
  readonly coldMilliseconds: number;
  /** Every box has moved: all flows are set anew from measured paragraphs. */
  readonly movedPage: StepMeasures;
  /** A character was typed into one article. */
  readonly typedCharacter: StepMeasures;
  /** One article's boxes have moved by a line, as in a drag. */
  readonly movedArticle: StepMeasures;
  /** One article's right edge was dragged by a step, its columns all wider or narrower. */
  readonly draggedEdge: StepMeasures;
}

/** Measures the layout of the full page. */
export function measureLayout(fonts: FontSource, instruments: Instruments, rounds = 100): LayoutMeasures {
  const document = fullPageFixture();
  openFonts(document, fonts);
  const composer = createComposer(fonts);
  const start = instruments.now();
  const layout = composer.layout(document);
  const coldMilliseconds = instruments.now() - start;
  const lines = [...layout.flows.values()].flatMap((flow) => flow.lines);
  return {
    characters: lines.reduce((sum, line) => sum + line.offsets.length, 0),
    lines: lines.length,
    glyphs: readDisplays(layout),
    coldMilliseconds,
    movedPage: measureSteps(composer, movedPages(document), instruments, rounds),
    typedCharacter: measureSteps(composer, editedStories(document), instruments, rounds),
    movedArticle: measureSteps(composer, movedArticles(document), instruments, rounds),
    draggedEdge: measureSteps(composer, draggedEdges(document), instruments, rounds),
  };
}

/** Reads the font files, as a window has done before it lays out its first page. */
function openFonts(document: IssueDocument, fonts: FontSource): void {
  for (const style of Object.values(document.paragraphStyles)) fonts.font(style.fontId)?.shape("大样", "horizontal");
  for (const style of Object.values(document.characterStyles)) if (style.fontId !== null) fonts.font(style.fontId)?.shape("大样", "horizontal");
}

function movedPages(document: IssueDocument): Step {
  return (round) => {
    const boxes = Object.values<Box>(document.boxes).map((box) => moved(box, document.grid.pitch * (1 + (round & 1))));
    return { ...document, boxes: Object.fromEntries(boxes.map((box) => [box.id, box])) as IssueDocument["boxes"] };
  };
}

function moved<Kind extends Box>(box: Kind, down: number): Kind {
  return { ...box, rect: { ...box.rect, y: box.rect.y + down } };
}

/** Each round a character goes into the middle of another article's first paragraph. */
function editedStories(document: IssueDocument): Step {
  const stories = Object.values<Story>(document.stories);
  let current = document;
  return (round) => {
    const id = stories[Math.abs(round) % stories.length]!.id;
    const story = current.stories[id]!;
    const [first, ...rest] = story.paragraphs;
    if (first === undefined) return current;
    const middle = first.text.length >> 1;
    const text = `${first.text.slice(0, middle)}新${first.text.slice(middle)}`;
    const edited: Story = { ...story, paragraphs: [{ ...first, text }, ...rest] };
    current = { ...current, stories: { ...current.stories, [id]: edited } };
    return current;
  };
}

/** The place of the dragged article in the fixture: one with a picture, in mid-page. */
const DRAGGED = 10;

function movedArticles(document: IssueDocument): Step {
  const article = Object.values<Article>(document.articles)[DRAGGED]!;
  return (round) => {
    const frameIds = article.storyId === null ? [] : document.stories[article.storyId]!.frameIds;
    const pictureIds = article.pictures.map((picture) => picture.pictureFrameId);
    const boxes: Record<BoxId, Box> = { ...document.boxes };
    for (const id of [...article.titleFrameIds, ...frameIds, ...pictureIds]) {
      boxes[id] = moved(document.boxes[id]!, document.grid.pitch * (Math.abs(round) % 20));
    }
    return { ...document, boxes };
  };
}

/** How much wider a frame is dragged from frame to frame of the screen, in points; no two rounds have the same width. */
const DRAG_STEP = 0.1;

function draggedEdges(document: IssueDocument): Step {
  const article = Object.values<Article>(document.articles)[DRAGGED]!;
  const frameId = article.storyId === null ? undefined : document.stories[article.storyId]!.frameIds[0];
  if (frameId === undefined) throw new Error("The dragged article has no text");
  return (round) => {
    const frame = document.boxes[frameId]!;
    const width = frame.rect.width - 30 + (round + 100) * DRAG_STEP;
    return { ...document, boxes: { ...document.boxes, [frameId]: { ...frame, rect: { ...frame.rect, width } } } };
  };
}
