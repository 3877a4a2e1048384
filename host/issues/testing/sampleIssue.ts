import type { IssueDocument } from "../../../shared/model/document";
import { requireDocument } from "../requireDocument";

/** A valid document of `pageCount` pages, each with one news article whose paragraphs all say `text`. */
export function sampleIssue(pageCount: number, text: string): IssueDocument {
  const numbers = Array.from({ length: pageCount }, (_, index) => index + 1);
  const style = {
    pitch: 11.25, firstLineIndentEm: 2, hangingIndentEm: 0, align: "justify", ink: { cyan: 0, magenta: 0, yellow: 0, black: 1 }, spaceBefore: 0, trackingEm: 0,
    horizontalScale: 1, marker: "", runInStyleId: null,
  };
  const box = (id: string) => ({ id, rect: { x: 40, y: 60, width: 300, height: 225 }, pushesText: false, standoff: 0 });
  return requireDocument(
    {
      format: "broadsheet-issue",
      version: 1,
      publication: {
        code: "ceshi", name: "测试报", mastheadName: "測試報", language: "zh-Hans-CN", supervisor: "", publisher: "",
        cn: "", postalCode: "", adLicence: "", siteName: "", url: "", slogan: "", email: "",
      },
      issue: { date: "2026-01-12", timeZone: "Asia/Shanghai", totalIssueNumber: 1, edition: "" },
      grid: { bodySize: 9, pitch: 11.25, columns: 6, charactersPerColumn: 11, gutterCharacters: 1, lines: 90 },
      composition: {
        prohibition: "gb", lineEndTrim: "ifNeeded", lineStartTrim: "trim", adjacentTrim: "half", squeeze: "full", autospace: 0.125, orphan: 2,
      },
      pages: numbers.map((n) => ({
        id: `P${n}`, name: "", size: { width: 790, height: 1100 }, gridOrigin: { x: 40, y: 60 },
        boxIds: [`T${n}`, `B${n}`], note: "",
      })),
      boxes: table(numbers.flatMap((n) => [
        {
          ...box(`T${n}`), kind: "title", direction: "horizontal", align: "center",
          styleIds: { kicker: "body", main: "body", sub: "body" }, sizes: { kicker: 14, main: 28, sub: 14 },
        },
        { ...box(`B${n}`), kind: "text", columns: 2, gutter: 9, spans: [] },
      ])),
      stories: table(numbers.map((n) => ({
        id: `S${n}`, title: { kicker: "", main: `第${n}版`, sub: "" }, dateline: "本报讯", byline: "", source: "",
        paragraphs: [{ text, styleId: "body", marks: [] }, { text, styleId: "body", marks: [] }], frameIds: [`B${n}`],
      }))),
      articles: table(numbers.map((n) => ({
        id: `A${n}`, kind: "news", storyId: `S${n}`, titleFrameIds: [`T${n}`], pictures: [], furnitureIds: [],
      }))),
      assets: {},
      paragraphStyles: table([{ id: "body", name: "正文", fontId: "NotoSerifSC-Regular", size: 9, ...style }]),
      characterStyles: {},
    },
    "internal",
  );
}

function table<Item extends { readonly id: string }>(records: readonly Item[]): Readonly<Record<string, Item>> {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}
