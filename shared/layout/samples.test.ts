import { describe, expect, it } from "vitest";
import type { DisplayItem } from "../display/displayList";
import type { Box, IssueDocument, Page, TitleFrame } from "../model/document";
import { idFrom } from "../model/idFrom";
import type { BoxId, StoryId } from "../model/ids";
import { sampleDocument } from "../model/testing/sampleDocument";
import { createComposer } from "./composer";
import { countableFonts, documentOf, frameOf, obstacleOf } from "./testing/layoutBuilders";

/** Lengths in the samples are rounded so that a reader can follow them, and so that no machine's last digit shows. */
const rounded = (length: number) => Math.round(length * 1000) / 1000;

/** What a page shows, box by box, in a form that a person can review: each run's words and where its glyphs stand. */
function printed(document: IssueDocument): string {
  const layout = createComposer(countableFonts).layout(document);
  const flows = [...layout.flows.values()].map(({ key, overset, spareLines, lines }) => ({
    key, overset, spareLines,
    lines: lines.map(({ boxId, column, row, rect, stretchEm }) =>
      `${boxId} ${column}:${row} at ${rounded(rect.x)}, ${rounded(rect.y)}, ${rounded(rect.width)} wide, stretched ${rounded(stretchEm)}`),
  }));
  const boxes = [...layout.pages.values()].flatMap((page) => page.boxes.map(({ boxId, items }) => ({ boxId, items: items.map(itemOf) })));
  return `${JSON.stringify({ flows, boxes }, null, 1)}\n`;
}

function itemOf(item: DisplayItem): unknown {
  if (item.kind !== "glyphs") return item;
  const { text, size, rotation, horizontalScale } = item;
  return {
    text, font: `${item.fontId} ${size}`, ...(rotation === 0 ? {} : { rotation }), ...(horizontalScale === 1 ? {} : { horizontalScale }),
    xs: [...item.xs].map(rounded).join(" "), ys: [...new Set([...item.ys].map(rounded))].join(" "),
  };
}

const lead = [
  "近日，工信部等八部门联合印发《“人工智能+制造”专项行动实施意见》（以下简称《意见》）。",
  "《意见》提出，到2027年，推动3至5个通用大模型在制造业深度应用，选树1000家标杆企业……为人工智能发展贡献“中国方案”！！",
  "网址https://epaper.nfgb.cn/，热线12351——全天24小时。王五/摄",
];

function verticalTitle(): IssueDocument {
  const base = sampleDocument();
  const story = base.stories["lead-story" as StoryId]!;
  const title = base.boxes["lead-title" as BoxId] as TitleFrame;
  const frame: Box = { ...title, direction: "vertical", align: "start", rect: { x: 100, y: 60, width: 90, height: 320 } };
  return {
    ...base,
    pages: [{ ...base.pages[0]!, boxIds: [frame.id] }],
    boxes: { [frame.id]: frame } as IssueDocument["boxes"],
    stories: { [story.id]: { ...story, frameIds: [], title: { kicker: "省委“1310”部署", main: "12月GDP增5.2%", sub: "" } } } as IssueDocument["stories"],
  };
}

/** The lead over three pages, which are otherwise empty. */
function overPages(): IssueDocument {
  const frames = [frameOf("first", 2, 3), frameOf("second", 1, 4), frameOf("third", 1, 8)];
  const base = documentOf(lead, frames);
  const pages = frames.map((frame, index): Page => ({ ...base.pages[0]!, id: idFrom(`page-${index + 1}`), boxIds: [frame.id] }));
  return { ...base, pages };
}

const samples: Readonly<Record<string, () => IssueDocument>> = {
  "three columns of marks, numbers and an address": () => documentOf(lead, [frameOf("body", 3, 5)]),
  "text on both sides of a picture, and overset": () =>
    documentOf(lead, [{ ...frameOf("body", 1, 6), rect: { x: 60, y: 60, width: 200, height: 65.25 } }], [obstacleOf("picture", { x: 130, y: 71, width: 60, height: 32 })]),
  "a story that runs on into a second frame": () => documentOf(lead, [frameOf("body", 1, 6), frameOf("jump", 2, 4, { x: 300, y: 200 })]),
  "a story that jumps from page to page": overPages,
  "a vertical box of two tiers, balanced": () =>
    documentOf(lead, [{ ...frameOf("body", 1, 1), columns: 2, direction: "vertical", balance: true, rect: { x: 60, y: 60, width: 20 * 11.25 - 2.25, height: 207 } }]),
  "a vertical title with digits, letters and quotes": verticalTitle,
};

describe("the layout of named stories", () => {
  it.each(Object.entries(samples))("stays as it was reviewed: %s", async (name, document) => {
    await expect(printed(document())).toMatchFileSnapshot(`samples/${name.replaceAll(/[^a-z]+/g, "-")}.json`);
  });
});
