import type { BoxDisplay, PageDisplay } from "../display/displayList";
import type { FontSource } from "../fonts/fontSource";
import type { Asset, Box, IssueDocument, Page, Story } from "../model/document";
import type { BoxId, PageId } from "../model/ids";
import { articleOfBox, articleOfStory, lookUp, pageOfBox, pictureOfCaption, storyOfTitleFrame } from "../model/indexes";
import { furnitureLines } from "../model/furnitureFields";
import type { ComposedLine } from "./flowParagraph";
import { composeCaption, composeFurniture, composeJumps, composeStory, composeTitle, type ComposedFlow } from "./flows";
import type { FlowKey, IssueLayout } from "./issueLayout";
import { pageParts } from "./jumpLines";
import { paintBox } from "./paintBox";
import { createPreparer } from "./preparer";
import { reuseLines } from "./reuseLines";
import { createRegionMemory } from "./regionMemory";
import type { Region } from "./regions";
import { sameItems } from "./sameItems";

/** Sets issues. It remembers what it set, so that a change costs only the flows it touches; the result is the same as from scratch. */
export interface Composer {
  layout(document: IssueDocument): IssueLayout;
}

/** All that a flow was made from; equal inputs give the very flow again. */
interface KnownFlow {
  readonly inputs: readonly unknown[];
  readonly flow: ComposedFlow | null;
}

interface KnownBox {
  readonly box: Box;
  readonly asset: Asset | null;
  readonly lines: readonly ComposedLine[];
  readonly display: BoxDisplay;
}

const NO_LINES: readonly ComposedLine[] = [];

/** A composer over fonts; it lives as long as they do. */
export function createComposer(fonts: FontSource): Composer {
  const preparer = createPreparer(fonts);
  const regionMemory = createRegionMemory();
  let knownFlows: ReadonlyMap<FlowKey, KnownFlow> = new Map();
  let knownBoxes: ReadonlyMap<BoxId, KnownBox> = new Map();
  let knownPages: ReadonlyMap<PageId, PageDisplay> = new Map();
  const linesOfFlow = new WeakMap<ComposedFlow, ReadonlyMap<BoxId, readonly ComposedLine[]>>();

  function layout(document: IssueDocument): IssueLayout {
    const flows = composeFlows(document);
    const byBox = linesByBox(flows);
    const boxes = new Map<BoxId, KnownBox>();
    const pages = new Map<PageId, PageDisplay>();
    for (const page of document.pages) pages.set(page.id, pageDisplay(document, page, byBox, boxes));
    knownBoxes = boxes;
    knownPages = pages;
    return { flows, pages };
  }

  function composeFlows(document: IssueDocument): ReadonlyMap<FlowKey, ComposedFlow> {
    const known = new Map<FlowKey, KnownFlow>();
    const flows = new Map<FlowKey, ComposedFlow>();
    const house = [document.paragraphStyles, document.characterStyles, document.composition];

    function keep(key: FlowKey, inputs: readonly unknown[], compose: () => ComposedFlow | null): void {
      const before = knownFlows.get(key);
      const isSame = before !== undefined && sameItems(before.inputs, inputs);
      const now = isSame ? before : { inputs, flow: composeAnew(before?.flow ?? null, compose) };
      known.set(key, now);
      if (now.flow !== null) flows.set(key, now.flow);
    }

    regionMemory.begin(document);
    for (const story of Object.values<Story>(document.stories)) {
      const regions = regionMemory.regionsOf(story);
      const articleId = articleOfStory(document, story.id)?.id;
      const inputs = [story, articleId, document.grid, regions, pagesOf(document, regions), ...house];
      keep(`story:${story.id}`, inputs, () => composeStory(document, story, regions, preparer));
      const jumps = flows.get(`story:${story.id}`)?.jumps ?? [];
      if (jumps.length === 0) continue;
      for (const boxId of new Set(jumps.map((jump) => jump.boxId))) {
        keep(`jump:${boxId}`, [jumps, story, articleId, ...house], () => composeJumps(document, story, boxId, jumps, preparer));
      }
    }
    for (const page of document.pages) {
      for (const boxId of page.boxIds) {
        const box = lookUp(document.boxes, boxId);
        const articleId = articleOfBox(document, boxId)?.id;
        if (box?.kind === "title") {
          const story = storyOfTitleFrame(document, boxId);
          const inputs = [box, story?.title, story?.fitting.titleSize, articleId, ...house];
          keep(`title:${boxId}`, inputs, () => composeTitle(document, box, preparer));
        } else if (box?.kind === "caption") {
          const picture = pictureOfCaption(document, boxId);
          const inputs = [box, picture?.caption, picture?.credit, articleId, ...house];
          keep(`caption:${boxId}`, inputs, () => composeCaption(document, box, preparer));
        } else if (box?.kind === "furniture") {
          const inputs = [box, furnitureLines(document, box).join("\n"), articleId, ...house];
          keep(`furniture:${boxId}`, inputs, () => composeFurniture(document, box, preparer));
        }
      }
    }
    knownFlows = known;
    return flows;
  }

  function linesByBox(flows: ReadonlyMap<FlowKey, ComposedFlow>): ReadonlyMap<BoxId, readonly ComposedLine[]> {
    const byBox = new Map<BoxId, readonly ComposedLine[]>();
    for (const flow of flows.values()) {
      let ofFlow = linesOfFlow.get(flow);
      if (ofFlow === undefined) linesOfFlow.set(flow, (ofFlow = groupByBox(flow.composed)));
      for (const [boxId, lines] of ofFlow) byBox.set(boxId, flow.key.startsWith("jump:") ? aroundStory(flow, lines, byBox.get(boxId) ?? NO_LINES) : lines);
    }
    return byBox;
  }

  function pageDisplay(
    document: IssueDocument,
    page: Page,
    byBox: ReadonlyMap<BoxId, readonly ComposedLine[]>,
    boxes: Map<BoxId, KnownBox>,
  ): PageDisplay {
    const displays: BoxDisplay[] = [];
    for (const boxId of page.boxIds) {
      const box = lookUp(document.boxes, boxId);
      if (box === null) continue;
      const asset = box.kind === "picture" && box.assetId !== null ? lookUp(document.assets, box.assetId) : null;
      const lines = byBox.get(boxId) ?? NO_LINES;
      const before = knownBoxes.get(boxId);
      const isSame = before !== undefined && before.box === box && before.asset === asset && sameItems(before.lines, lines);
      const now = isSame ? before : { box, asset, lines, display: paintBox(box, asset, lines) };
      boxes.set(boxId, now);
      displays.push(now.display);
    }
    const before = knownPages.get(page.id);
    if (before !== undefined && before.size === page.size && sameItems(before.boxes, displays)) return before;
    return { pageId: page.id, size: page.size, boxes: displays };
  }

  return { layout };
}

function composeAnew(before: ComposedFlow | null, compose: () => ComposedFlow | null): ComposedFlow | null {
  const flow = compose();
  return before === null || flow === null ? flow : reuseLines(before, flow);
}

/** What a story's jumps depend on beyond its regions; empty where all of it stands on one page. */
function pagesOf(document: IssueDocument, regions: readonly Region[]): string {
  const page = regions[0] === undefined ? null : pageOfBox(document, regions[0].boxId);
  if (regions.every(({ boxId }) => pageOfBox(document, boxId)?.page === page?.page)) return "";
  const parts = pageParts(document, regions);
  return `${parts.map((part) => `${part.regions.length} on ${part.pageNumber}`).join(", ")} of ${document.pages.length}`;
}

/** The lines of a frame in reading order: 上接, the story's, 下转. */
function aroundStory(jump: ComposedFlow, jumpLines: readonly ComposedLine[], story: readonly ComposedLine[]): readonly ComposedLine[] {
  const isBefore = ({ line }: ComposedLine): boolean => jump.paragraphs[line.paragraph]?.part === "jump:from";
  return [...jumpLines.filter(isBefore), ...story, ...jumpLines.filter((line) => !isBefore(line))];
}

function groupByBox(lines: readonly ComposedLine[]): ReadonlyMap<BoxId, readonly ComposedLine[]> {
  const only = lines[0]?.line.boxId;
  if (only !== undefined && lines.every(({ line }) => line.boxId === only)) return new Map([[only, lines]]);
  const groups = new Map<BoxId, ComposedLine[]>();
  for (const composed of lines) {
    const group = groups.get(composed.line.boxId);
    if (group === undefined) groups.set(composed.line.boxId, [composed]);
    else group.push(composed);
  }
  return groups;
}
