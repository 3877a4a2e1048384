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
import { touchedPages } from "./touchedPages";

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
  const linesOfFlow = new WeakMap<ComposedFlow, ReadonlyMap<BoxId, readonly ComposedLine[]>>();
  let last: IssueDocument | null = null;
  let knownFlows = new Map<FlowKey, KnownFlow>();
  let flows: ReadonlyMap<FlowKey, ComposedFlow> = new Map();
  let byBox = new Map<BoxId, readonly ComposedLine[]>();
  let knownBoxes = new Map<BoxId, KnownBox>();
  let pages: ReadonlyMap<PageId, PageDisplay> = new Map();

  function layout(document: IssueDocument): IssueLayout {
    // What a drag leaves alone is not even looked at, but for stories that jump, whose parts depend on each other.
    const touched = last === null || knownFlows.size === 0 || hasJumps() ? null : touchedPages(last, document);
    const now = composeFlows(document, touched);
    if (touched === null || !adoptTouched(document, now, touched)) adoptAll(document, touched === null ? now : composeFlows(document, null));
    last = document;
    return { flows, pages };
  }

  function hasJumps(): boolean {
    for (const { jumps } of flows.values()) if (jumps.length > 0) return true;
    return false;
  }

  function adoptAll(document: IssueDocument, now: Map<FlowKey, KnownFlow>): void {
    const composed = new Map<FlowKey, ComposedFlow>();
    for (const [key, { flow }] of now) if (flow !== null) composed.set(key, flow);
    knownFlows = now;
    flows = composed;
    byBox = linesByBox(composed);
    const boxes = new Map<BoxId, KnownBox>();
    const displays = new Map<PageId, PageDisplay>();
    for (const page of document.pages) displays.set(page.id, pageDisplay(document, page, boxes));
    knownBoxes = boxes;
    pages = displays;
  }

  /** Takes over the flows of touched pages; false, and nothing done, where flows have come or gone or jump. */
  function adoptTouched(document: IssueDocument, now: ReadonlyMap<FlowKey, KnownFlow>, touched: ReadonlySet<Page>): boolean {
    const renewed = new Map<ComposedFlow, ComposedFlow>();
    for (const [key, { flow }] of now) {
      const before = knownFlows.get(key)?.flow;
      if (flow === before) continue;
      if (flow === null || before === null || before === undefined || flow.jumps.length > 0) return false;
      renewed.set(before, flow);
    }
    for (const [key, known] of now) knownFlows.set(key, known);
    const shown = new Set(touched);
    const composed = new Map(flows);
    for (const [before, flow] of renewed) {
      composed.set(flow.key, flow);
      for (const boxId of linesOf(before).keys()) byBox.delete(boxId);
      for (const [boxId, lines] of linesOf(flow)) byBox.set(boxId, lines);
      for (const boxId of [...linesOf(before).keys(), ...linesOf(flow).keys()]) {
        const page = pageOfBox(document, boxId)?.page;
        if (page !== undefined) shown.add(page);
      }
    }
    flows = composed;
    const displays = new Map(pages);
    for (const page of shown) displays.set(page.id, pageDisplay(document, page, knownBoxes));
    pages = displays;
    return true;
  }

  /** All flows in order, or those that boxes of the touched pages have a part in. */
  function composeFlows(document: IssueDocument, touched: ReadonlySet<Page> | null): Map<FlowKey, KnownFlow> {
    const known = new Map<FlowKey, KnownFlow>();
    const house = [document.paragraphStyles, document.characterStyles, document.composition];

    function keep(key: FlowKey, inputs: readonly unknown[], compose: () => ComposedFlow | null): ComposedFlow | null {
      const before = knownFlows.get(key);
      const isSame = before !== undefined && sameItems(before.inputs, inputs);
      const now = isSame ? before : { inputs, flow: composeAnew(before?.flow ?? null, compose) };
      known.set(key, now);
      return now.flow;
    }

    regionMemory.begin(document, touched !== null);
    for (const story of Object.values<Story>(document.stories)) {
      if (touched !== null && !standsOn(document, story, touched)) continue;
      const regions = regionMemory.regionsOf(story);
      const articleId = articleOfStory(document, story.id)?.id;
      const inputs = [story, articleId, document.grid, regions, pagesOf(document, regions), ...house];
      const jumps = keep(`story:${story.id}`, inputs, () => composeStory(document, story, regions, preparer))?.jumps ?? [];
      if (jumps.length === 0) continue;
      for (const boxId of new Set(jumps.map((jump) => jump.boxId))) {
        keep(`jump:${boxId}`, [jumps, story, articleId, ...house], () => composeJumps(document, story, boxId, jumps, preparer));
      }
    }
    for (const page of document.pages) {
      for (const boxId of page.boxIds) {
        const box = lookUp(document.boxes, boxId);
        // A caption's picture may stand on another page.
        if (touched !== null && !touched.has(page) && box?.kind !== "caption") continue;
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
    return known;
  }

  function linesOf(flow: ComposedFlow): ReadonlyMap<BoxId, readonly ComposedLine[]> {
    let lines = linesOfFlow.get(flow);
    if (lines === undefined) linesOfFlow.set(flow, (lines = groupByBox(flow.composed)));
    return lines;
  }

  function linesByBox(all: ReadonlyMap<FlowKey, ComposedFlow>): Map<BoxId, readonly ComposedLine[]> {
    const found = new Map<BoxId, readonly ComposedLine[]>();
    for (const flow of all.values()) {
      const isJump = flow.key.startsWith("jump:");
      for (const [boxId, lines] of linesOf(flow)) found.set(boxId, isJump ? aroundStory(flow, lines, found.get(boxId) ?? NO_LINES) : lines);
    }
    return found;
  }

  function pageDisplay(document: IssueDocument, page: Page, boxes: Map<BoxId, KnownBox>): PageDisplay {
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
    const before = pages.get(page.id);
    if (before !== undefined && before.size === page.size && sameItems(before.boxes, displays)) return before;
    return { pageId: page.id, size: page.size, boxes: displays };
  }

  return { layout };
}

/** Whether a frame of a story stands on one of the pages. */
function standsOn(document: IssueDocument, story: Story, pages: ReadonlySet<Page>): boolean {
  for (const frameId of story.frameIds) {
    const page = pageOfBox(document, frameId)?.page;
    if (page !== undefined && pages.has(page)) return true;
  }
  return false;
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
