import type { FontSource } from "../shared/fonts/fontSource";
import { createComposer, type Composer } from "../shared/layout/composer";
import type { IssueLayout } from "../shared/layout/issueLayout";
import type { Article, Box, IssueDocument, Story } from "../shared/model/document";
import type { BoxId } from "../shared/model/ids";
import { fullPageFixture } from "./fullPageFixture";

/** What laying out the full page costs, in milliseconds; medians but for the cold one, which happens once. */
export interface LayoutMeasures {
  readonly characters: number;
  readonly lines: number;
  readonly glyphs: number;
  /** The first layout of a composer, its fonts open: everything is shaped. */
  readonly coldMilliseconds: number;
  /** Every box has moved: all flows are set and painted anew from measured paragraphs. */
  readonly warmPageMilliseconds: number;
  readonly warmPageP95Milliseconds: number;
  /** A character was typed into one article. */
  readonly editMilliseconds: number;
  readonly editP95Milliseconds: number;
  /** One article's boxes have moved by a line, as in a drag. */
  readonly dragMilliseconds: number;
  readonly dragP95Milliseconds: number;
}

/** Measures the layout of the full page with fonts and a clock in milliseconds. */
export function measureLayout(fonts: FontSource, now: () => number, rounds = 100): LayoutMeasures {
  const document = fullPageFixture();
  openFonts(document, fonts);
  const composer = createComposer(fonts);
  const start = now();
  const layout = composer.layout(document);
  const coldMilliseconds = now() - start;
  const lines = [...layout.flows.values()].flatMap((flow) => flow.lines);
  const warm = timesOf(composer, movedPages(document), now, rounds);
  const edit = timesOf(composer, editedStories(document), now, rounds);
  const drag = timesOf(composer, draggedArticles(document), now, rounds);
  return {
    characters: lines.reduce((sum, line) => sum + line.offsets.length, 0),
    lines: lines.length,
    glyphs: glyphCount(layout),
    coldMilliseconds,
    warmPageMilliseconds: quantile(warm, 0.5),
    warmPageP95Milliseconds: quantile(warm, 0.95),
    editMilliseconds: quantile(edit, 0.5),
    editP95Milliseconds: quantile(edit, 0.95),
    dragMilliseconds: quantile(drag, 0.5),
    dragP95Milliseconds: quantile(drag, 0.95),
  };
}

/** Reads the font files, as a window has done before it lays out its first page. */
function openFonts(document: IssueDocument, fonts: FontSource): void {
  for (const style of Object.values(document.paragraphStyles)) fonts.font(style.fontId)?.shape("大样", "horizontal");
  for (const style of Object.values(document.characterStyles)) if (style.fontId !== null) fonts.font(style.fontId)?.shape("大样", "horizontal");
}

type Step = (round: number) => IssueDocument;

function timesOf(composer: Composer, step: Step, now: () => number, rounds: number): readonly number[] {
  const times: number[] = [];
  // A quarter of the rounds again warms the code up and does not count.
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    const document = step(round);
    const start = now();
    composer.layout(document);
    if (round >= 0) times.push(now() - start);
  }
  return times;
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

function editedStories(document: IssueDocument): Step {
  const stories = Object.values<Story>(document.stories);
  let current = document;
  return (round) => {
    const id = stories[Math.abs(round) % stories.length]!.id;
    const story = current.stories[id]!;
    const [first, ...rest] = story.paragraphs;
    if (first === undefined) return current;
    const edited: Story = { ...story, paragraphs: [{ ...first, text: `新${first.text}` }, ...rest] };
    current = { ...current, stories: { ...current.stories, [id]: edited } };
    return current;
  };
}

/** The place of the dragged article in the fixture: one with a picture, in mid-page. */
const DRAGGED = 10;

function draggedArticles(document: IssueDocument): Step {
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

function glyphCount(layout: IssueLayout): number {
  let count = 0;
  for (const page of layout.pages.values()) {
    for (const box of page.boxes) for (const item of box.items) if (item.kind === "glyphs") count += item.glyphIds.length;
  }
  return count;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
