import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IssueDocument, Paragraph, Story } from "../model/document";
import { edit } from "../model/edit";
import { houseCharacterStyleIds, houseStyleIds } from "../model/houseStyles";
import { idFrom } from "../model/idFrom";
import type { StoryId } from "../model/ids";
import { MOST_STORY_TEXT, soundText } from "../model/soundText";
import { sampleDocument } from "../model/testing/sampleDocument";
import { bodyText } from "./bodyText";
import { replaceText, setByline, setMark, setParagraphStyle, setTitlePart, toggleMark } from "./stories";

const storyId: StoryId = idFrom("lead-story");
const { kai, emphasis } = houseCharacterStyleIds;

function story(document: IssueDocument): Story {
  const found = document.stories[storyId];
  if (found === undefined) throw new Error("The sample has a lead story");
  return found;
}

/** The sample with the lead story made of these paragraphs; a stretch between `[` and `]` is in 楷体. */
function withBody(...texts: readonly string[]): IssueDocument {
  const paragraphs = texts.map(paragraphOf);
  return edit(sampleDocument(), (draft) => void (draft.stories[storyId] = { ...story(sampleDocument()), paragraphs }));
}

function paragraphOf(text: string): Paragraph {
  const from = text.indexOf("[");
  const plain = text.replace("[", "").replace("]", "");
  const marks = from < 0 ? [] : [{ from, to: text.indexOf("]") - 1, styleId: kai }];
  return { text: plain, styleId: houseStyleIds.body, marks };
}

function shown(document: IssueDocument): readonly string[] {
  return story(document).paragraphs.map(({ text, marks }) => {
    const [mark] = marks;
    return mark === undefined ? text : `${text.slice(0, mark.from)}[${text.slice(mark.from, mark.to)}]${text.slice(mark.to)}`;
  });
}

function replaced(document: IssueDocument, from: number, to: number, text: string): IssueDocument {
  const result = replaceText(document, { storyId, from, to, text });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("replacing text", () => {
  it("types, deletes and overwrites inside a paragraph", () => {
    expect(shown(replaced(withBody("天气好"), 2, 2, "很"))).toEqual(["天气很好"]);
    expect(shown(replaced(withBody("天气很好"), 2, 3, ""))).toEqual(["天气好"]);
    expect(shown(replaced(withBody("天气很好"), 0, 2, "阳光"))).toEqual(["阳光很好"]);
  });

  it("splits a paragraph at a line feed and joins two where it goes", () => {
    expect(shown(replaced(withBody("天气很好"), 2, 2, "\n"))).toEqual(["天气", "很好"]);
    expect(shown(replaced(withBody("天气", "很好"), 2, 3, ""))).toEqual(["天气很好"]);
    expect(shown(replaced(withBody("甲", "乙", "丙"), 1, 4, "，一\n二\n三，"))).toEqual(["甲，一", "二", "三，丙"]);
  });

  it("lets a mark grow with what is typed inside it, not with what is typed at its edges", () => {
    expect(shown(replaced(withBody("甲[乙丙]丁"), 2, 2, "新"))).toEqual(["甲[乙新丙]丁"]);
    expect(shown(replaced(withBody("甲[乙丙]丁"), 3, 3, "新"))).toEqual(["甲[乙丙]新丁"]);
    expect(shown(replaced(withBody("甲[乙丙]丁"), 1, 1, "新"))).toEqual(["甲新[乙丙]丁"]);
  });

  it("moves marks behind the place, cuts those that are half replaced and drops those that go", () => {
    expect(shown(replaced(withBody("甲乙[丙丁]"), 0, 0, "新的"))).toEqual(["新的甲乙[丙丁]"]);
    expect(shown(replaced(withBody("甲乙[丙丁]"), 1, 3, "新"))).toEqual(["甲新[丁]"]);
    expect(shown(replaced(withBody("甲[乙]丙"), 1, 2, ""))).toEqual(["甲丙"]);
    expect(shown(replaced(withBody("甲[乙丙]丁"), 2, 2, "\n"))).toEqual(["甲[乙]", "[丙]丁"]);
    expect(shown(replaced(withBody("甲[乙]", "[丙]丁"), 2, 3, ""))).toEqual(["甲[乙丙]丁"]);
  });

  it("keeps each half's style, and the style of the paragraph that remains when a whole one goes", () => {
    const styled = setParagraphStyle(withBody("题", "文"), { storyId, fromParagraph: 0, toParagraph: 1, styleId: houseStyleIds.subhead });
    if (!styled.ok) throw new Error(styled.problem.code);
    const styles = (document: IssueDocument) => story(document).paragraphs.map((paragraph) => paragraph.styleId);
    expect(styles(replaced(styled.value, 1, 1, "\n"))).toEqual(["subhead", "subhead", "body"]);
    expect(styles(replaced(styled.value, 1, 2, ""))).toEqual(["subhead"]);
    expect(styles(replaced(styled.value, 0, 2, ""))).toEqual(["body"]);
  });

  it("gives an empty story its first paragraph in the body's style", () => {
    const empty = withBody();
    expect(story(replaced(empty, 0, 0, "开始")).paragraphs).toEqual([{ text: "开始", styleId: houseStyleIds.body, marks: [] }]);
    expect(replaced(empty, 0, 0, "")).toBe(empty);
  });

  it("makes line ends of all systems paragraphs and leaves control characters out", () => {
    expect(shown(replaced(withBody(""), 0, 0, "一\r\n二\r三\u2028四\u0000\u0007"))).toEqual(["一", "二", "三", "四"]);
  });

  it.each([
    [-1, 0],
    [0, 99],
    [3, 2],
    [0.5, 1],
    [Number.NaN, 1],
    [1, 2],
  ])("refuses the range %f to %f of 𠮷字", (from, to) => {
    const result = replaceText(withBody("𠮷字"), { storyId, from, to, text: "x" });
    expect(result).toEqual({ ok: false, problem: { code: "range-outside-text", storyId } });
  });

  it("refuses text that no issue could hold", () => {
    const result = replaceText(withBody("甲"), { storyId, from: 0, to: 0, text: "长".repeat(MOST_STORY_TEXT) });
    expect(result).toEqual({ ok: false, problem: { code: "value-out-of-range", field: "text" } });
  });

  it("does to the body what it would do to one text, and keeps the paragraphs around the place", () => {
    const unit = fc.constantFrom("字", "，", "A", "\n");
    fc.assert(fc.property(fc.string({ unit, maxLength: 30 }), fc.nat(30), fc.nat(30), fc.string({ unit, maxLength: 8 }), (body, a, b, text) => {
      const document = replaced(withBody(""), 0, 0, body);
      const [from, to] = [Math.min(a, b, body.length), Math.min(Math.max(a, b), body.length)];
      const after = replaced(document, from, to, text);
      expect(bodyText(story(after).paragraphs)).toBe(body.slice(0, from) + soundText(text) + body.slice(to));
      const before = story(document).paragraphs;
      const headCount = body.slice(0, from).split("\n").length - 1;
      const tailCount = body.slice(to).split("\n").length - 1;
      const now = story(after).paragraphs;
      for (let index = 0; index < headCount; index += 1) expect(now[index]).toBe(before[index]);
      for (let index = 1; index <= tailCount; index += 1) expect(now.at(-index)).toBe(before.at(-index));
    }), {
      // Paragraphs that are equal, and move.
      examples: [["\nA\n\nA", 0, 0, "\n\n"], ["\nA\nA", 1, 0, ""]],
    });
  });
});

/** The character style of each unit of the body, null for none and for line feeds. */
function stylesOf(document: IssueDocument): readonly (string | null)[] {
  const styleAt = ({ marks }: Paragraph, offset: number) => marks.find((mark) => mark.from <= offset && offset < mark.to)?.styleId ?? null;
  return story(document).paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [null]),
    ...Array.from({ length: paragraph.text.length }, (_, offset) => styleAt(paragraph, offset)),
  ]);
}

describe("replacing marked text", () => {
  const unit = fc.constantFrom("字", "，", "A", "\n");
  const stretch = fc.record({ from: fc.nat(30), to: fc.nat(30), styleId: fc.constantFrom(kai, emphasis) });

  it("leaves every character that stays in the style it had", () => {
    fc.assert(fc.property(fc.string({ unit, minLength: 4, maxLength: 30 }), fc.array(stretch, { maxLength: 5 }), fc.nat(30), fc.nat(30), fc.string({ unit, maxLength: 8 }), (body, stretches, a, b, text) => {
      let document = replaced(withBody(""), 0, 0, body);
      for (const { from, to, styleId } of stretches) {
        const result = toggleMark(document, { storyId, from: Math.min(from, to, body.length), to: Math.min(Math.max(from, to), body.length), styleId });
        if (!result.ok) throw new Error(result.problem.code);
        document = result.value;
      }
      const [from, to] = [Math.min(a, b, body.length), Math.min(Math.max(a, b), body.length)];
      const before = stylesOf(document);
      const after = stylesOf(replaced(document, from, to, text));
      expect(after).toHaveLength(from + text.length + body.length - to);
      expect(after.slice(0, from)).toEqual(before.slice(0, from));
      expect(after.slice(from + text.length)).toEqual(before.slice(to));
    }));
  });
});

describe("marking text", () => {
  it("marks across paragraphs, and takes the mark away where all of it is there", () => {
    const marked = toggleMark(withBody("甲乙", "丙丁"), { storyId, from: 1, to: 4, styleId: kai });
    expect(marked.ok && shown(marked.value)).toEqual(["甲[乙]", "[丙]丁"]);
    const again = marked.ok ? toggleMark(marked.value, { storyId, from: 1, to: 4, styleId: kai }) : marked;
    expect(again.ok && shown(again.value)).toEqual(["甲乙", "丙丁"]);
  });

  it("fills a stretch that is marked in part, and cuts a mark that it takes a part of", () => {
    const filled = toggleMark(withBody("甲[乙]丙丁"), { storyId, from: 0, to: 3, styleId: kai });
    expect(filled.ok && shown(filled.value)).toEqual(["[甲乙丙]丁"]);
    const cut = toggleMark(withBody("[甲乙丙]"), { storyId, from: 1, to: 2, styleId: kai });
    expect(cut.ok && story(cut.value).paragraphs[0]?.marks).toEqual([
      { from: 0, to: 1, styleId: kai },
      { from: 2, to: 3, styleId: kai },
    ]);
  });

  it("puts one style in place of another", () => {
    const result = toggleMark(withBody("[甲乙]"), { storyId, from: 0, to: 1, styleId: emphasis });
    expect(result.ok && story(result.value).paragraphs[0]?.marks).toEqual([
      { from: 0, to: 1, styleId: emphasis },
      { from: 1, to: 2, styleId: kai },
    ]);
  });

  it("does nothing to no text", () => {
    const document = withBody("甲乙");
    const toggled = toggleMark(document, { storyId, from: 1, to: 1, styleId: kai });
    expect(toggled.ok && toggled.value).toBe(document);
  });

  it("takes every style away from a stretch over several paragraphs", () => {
    const result = setMark(withBody("甲[乙]", "[丙]丁"), { storyId, from: 0, to: 4, styleId: null });
    expect(result.ok && story(result.value).paragraphs.map(({ marks }) => marks)).toEqual([[], []]);
  });

  it("gives the very document back where the text is in that style already", () => {
    const document = withBody("[甲乙]");
    const result = setMark(document, { storyId, from: 0, to: 2, styleId: kai });
    expect(result.ok && result.value).toBe(document);
  });

  it("leaves paragraphs that have a style already the same objects", () => {
    const document = withBody("甲", "乙");
    const [first] = story(document).paragraphs;
    const result = setParagraphStyle(document, { storyId, fromParagraph: 0, toParagraph: 2, styleId: first?.styleId ?? houseStyleIds.body });
    expect(result.ok && result.value).toBe(document);
  });
});

describe("the words around a story", () => {
  it("keep the story's paragraphs the same objects", () => {
    const document = sampleDocument();
    const result = setTitlePart(document, { storyId, role: "main", text: "八部门\n推进" });
    expect(result.ok && story(result.value).title.main).toBe("八部门\n推进");
    expect(result.ok && story(result.value).paragraphs).toBe(story(document).paragraphs);
  });

  it("stay on one line where they are set on one", () => {
    const result = setByline(sampleDocument(), { storyId, text: "记者\n徐亚辉" });
    expect(result.ok && story(result.value).byline).toBe("记者徐亚辉");
  });

  it("are refused for a story that is not there", () => {
    expect(setByline(sampleDocument(), { storyId: idFrom("ghost"), text: "" })).toEqual({ ok: false, problem: { code: "story-missing", storyId: "ghost" } });
  });
});
