import { describe, expect, it } from "vitest";
import { fieldNames, furnitureLines, resolveFields, unknownFields } from "./furnitureFields";
import { idFrom } from "./idFrom";
import { sampleDocument } from "./testing/sampleDocument";

const document = sampleDocument();
const first = { document, pageIndex: 0, frame: { targetPageId: null } };
const folio = document.boxes[idFrom<"box">("folio")];

describe("fields of standing matter", () => {
  it("say what the masthead says", () => {
    expect(resolveFields("{year}.{month} {weekday} {day}", first)).toBe("2026.01 星期一 12");
    expect(resolveFields("今日{pageCount}版 总第{totalIssueNumber}期", first)).toBe("今日2版 总第5224期");
    expect(resolveFields("统一刊号：{cn}　{date}", first)).toBe("统一刊号：CN44-0146　2026年1月12日");
    expect(resolveFields("{mastheadName}{name}", first)).toBe("大样日报大样日报");
  });

  it("say the page they stand on and the page they point to", () => {
    expect(resolveFields("{pageNumber} {pageName}", { ...first, pageIndex: 1 })).toBe("2 视觉");
    expect(folio?.kind === "furniture" && furnitureLines(document, folio)).toEqual(["2 视觉"]);
    expect(resolveFields("[{targetPageNumber}{targetPageName}]", first)).toBe("[]");
  });

  it("stay as typed where nobody knows them, names of all objects included", () => {
    expect(resolveFields("{price} {constructor} {}", first)).toBe("{price} {constructor} {}");
    expect(unknownFields("{price} {constructor} {year} {price}")).toEqual(["price", "constructor"]);
  });

  it("give one brace for two", () => {
    expect(resolveFields("{{year} {year}", first)).toBe("{year} 2026");
    expect(unknownFields("{{price}")).toEqual([]);
  });

  it("fill in what fields say only once", () => {
    const tricky = { ...document, publication: { ...document.publication, slogan: "{year}" } };
    expect(resolveFields("{slogan}", { ...first, document: tricky })).toBe("{year}");
  });

  it("are a closed list without unknown names", () => {
    expect(fieldNames.flatMap((name) => unknownFields(`{${name}}`))).toEqual([]);
    expect(fieldNames).toHaveLength(22);
  });
});
