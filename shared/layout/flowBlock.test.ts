import { describe, expect, it } from "vitest";
import type { Box, CaptionFrame, IssueDocument, PictureFrame, TitleFrame } from "../model/document";
import type { ArticleId, BoxId, StoryId } from "../model/ids";
import { sampleDocument } from "../model/testing/sampleDocument";
import { createComposer } from "./composer";
import type { FlowLayout } from "./issueLayout";
import { countableFonts } from "./testing/layoutBuilders";

const base = sampleDocument();
const withBox = (document: IssueDocument, box: Box): IssueDocument => ({ ...document, boxes: { ...document.boxes, [box.id]: box } });
const flow = (document: IssueDocument, key: string): FlowLayout => {
  const found = [...createComposer(countableFonts).layout(document).flows.values()].find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const wordsOf = ({ lines, paragraphs }: FlowLayout) => lines.map((line) => paragraphs[line.paragraph]!.text.slice(line.from, line.to).trimEnd());
const inkWidth = (positions: Float64Array) => positions.at(-1)! - positions[0]!;

function titled(title: Partial<Record<"kicker" | "main" | "sub", string>>, frame: Partial<TitleFrame>): FlowLayout {
  const story = base.stories["lead-story" as StoryId]!;
  const box = base.boxes["lead-title" as BoxId] as TitleFrame;
  const document = withBox(base, { ...box, rect: { x: 100, y: 100, width: 300, height: 120 }, ...frame });
  const edited = { ...story, title: { kicker: "", main: "", sub: "", ...title } };
  return flow({ ...document, stories: { ...document.stories, [story.id]: edited } }, "title:lead-title");
}

describe("a title", () => {
  const sizes = { kicker: 16, main: 30, sub: 20 };

  it("stacks its parts, a quarter of the larger size apart, in the middle of its frame", () => {
    const { lines } = titled({ kicker: "引题", main: "主题文字", sub: "副题" }, { sizes });
    const height = 16 + 7.5 + 30 + 7.5 + 20;
    const start = 100 + (120 - height) / 2;
    expect(lines.map((line) => line.rect.y)).toEqual([start, start + 23.5, start + 61]);
    expect(lines[1]!.baseline).toBeCloseTo(start + 23.5 + 0.88 * 30);
    for (const line of lines) expect(line.positions[0]! * 2 + inkWidth(line.positions)).toBeCloseTo(300);
  });

  it("breaks where its writer broke it, and leaves out parts without words", () => {
    expect(wordsOf(titled({ main: "第一行\n第二行" }, { sizes }))).toEqual(["第一行", "第二行"]);
  });

  it("hangs its brackets out of the centring", () => {
    const [line] = titled({ main: "“双向赋能”" }, { sizes }).lines;
    expect(inkWidth(line!.positions)).toBeCloseTo(5 * 30);
  });

  it("is spread over its frame where it fills three fifths, else centred", () => {
    expect(inkWidth(titled({ main: "一二三四五六七" }, { sizes, align: "justify" }).lines[0]!.positions)).toBeCloseTo(300);
    expect(inkWidth(titled({ main: "一二三四五" }, { sizes, align: "justify" }).lines[0]!.positions)).toBeCloseTo(150);
  });

  it("runs down and from right to left in vertical setting", () => {
    const title = { kicker: "引题", main: "主题\n两行" };
    const { lines } = titled(title, { sizes, direction: "vertical", align: "start", rect: { x: 100, y: 100, width: 120, height: 300 } });
    const centres = lines.map((line) => line.baseline);
    expect(centres.toSorted((a, b) => b - a)).toEqual(centres);
    expect(lines[1]!.rect).toMatchObject({ y: 100, width: 30, height: 300 });
    expect([...lines[1]!.positions.subarray(0, 2)]).toEqual([0, 30]);
    expect((centres[0]! + 8 + (centres[2]! - 15)) / 2).toBeCloseTo(160);
  });

  it("says what does not fit its frame", () => {
    const { lines, overset } = titled({ main: "一二三四五六七八九十一二三四五六七八九十" }, { sizes, rect: { x: 0, y: 0, width: 300, height: 40 } });
    expect(lines).toHaveLength(1);
    expect(overset).toEqual({ lines: 1, characters: 10, paragraph: 0, offset: 10 });
  });
});

describe("a caption", () => {
  const words = (caption: string, credit: string, width = 200): FlowLayout => {
    const picture = base.boxes["photo-picture" as BoxId] as PictureFrame;
    const frame = base.boxes["photo-caption" as BoxId] as CaptionFrame;
    const document = withBox(withBox(base, { ...picture, caption, credit }), { ...frame, rect: { x: 50, y: 50, width, height: 60 } });
    return flow(document, "caption:photo-caption");
  };

  it("has its credit at the end of the last line where that has room", () => {
    const { lines, paragraphs } = words("劳模工匠交流。", "林景余/摄");
    expect(paragraphs.map((paragraph) => paragraph.part)).toEqual(["caption", "credit"]);
    expect(lines.map((line) => [line.row, line.rect.y])).toEqual([[0, 50], [0, 50]]);
    expect(lines[1]!.positions.at(-1)).toBeCloseTo(200);
    expect(lines[1]!.positions[0]).toBeGreaterThan(lines[0]!.positions.at(-1)!);
  });

  it("has its credit on a line of its own where it has none", () => {
    const { lines } = words("劳模工匠在企业交流并听取意见建议。", "全媒体记者林景余/摄", 160);
    expect(lines.at(-1)!.row).toBe(lines.at(-2)!.row + 1);
  });

  it("prints the marker of its style before the document's words", () => {
    const style = base.paragraphStyles[(base.boxes["photo-caption" as BoxId] as CaptionFrame).captionStyleId]!;
    const [caption] = words("交流。", "").paragraphs;
    expect(caption).toEqual({ text: `${style.marker}交流。`, prefixLength: style.marker.length, part: "caption" });
  });
});

describe("standing matter", () => {
  it("has its fields filled in and belongs to its article", () => {
    const folio = flow(base, "furniture:folio");
    expect(folio.paragraphs).toEqual([{ text: "2 视觉", prefixLength: 0, part: "line:0" }]);
    expect(folio.articleId).toBe("photo" as ArticleId);
  });
});
