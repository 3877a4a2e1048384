import { describe, expect, it } from "vitest";
import { articleText, runInHead } from "./articleText";
import type { Article } from "./document";
import { idFrom } from "./idFrom";
import { sampleDocument } from "./testing/sampleDocument";

const document = sampleDocument();
const article = (id: string): Article => {
  const found = document.articles[idFrom<"article">(id)];
  if (found === undefined) throw new Error(`The sample has an article ${id}`);
  return found;
};

describe("the run-in head", () => {
  it("puts the byline in brackets behind the dateline", () => {
    expect(runInHead({ dateline: "本报讯", byline: "全媒体记者徐亚辉" })).toBe("本报讯（全媒体记者徐亚辉）");
  });

  it("parts a dateline without a byline from the text by one em", () => {
    expect(runInHead({ dateline: "据证券时报消息", byline: "" })).toBe("据证券时报消息\u3000");
  });

  it("is empty where there is neither", () => {
    expect(runInHead({ dateline: "", byline: "" })).toBe("");
  });
});

describe("an article's text", () => {
  it("runs from the title through the body, and leaves empty title parts out", () => {
    const { text, parts } = articleText(document, article("lead"));
    expect(text).toBe(
      "促进双向赋能\n八部门推进专项行动\n据证券时报消息\u3000\n近日，八部门联合印发《意见》。\n具体来看，𠮷字也在其中。\n\n为保障实施，提出工作推进机制。",
    );
    expect(parts.map((part) => part.source.kind)).toEqual(["title", "title", "runIn", "paragraph", "paragraph", "paragraph", "paragraph"]);
  });

  it("ends with each picture's caption and credit", () => {
    const { parts } = articleText(document, article("photo"));
    expect(parts.map((part) => part.text)).toEqual(["", "劳模工匠交流。", "本报记者/摄"]);
  });

  it("says where each part stands", () => {
    for (const id of ["lead", "photo"]) {
      const { text, parts } = articleText(document, article(id));
      for (const part of parts) expect(text.slice(part.from, part.to)).toBe(part.text);
    }
  });
});
