import type { SpecimenCase } from "../specimenCase";
import { leadText, newsTexts, secondText } from "../specimenText";

const story = newsTexts.map((text) => ({ text }));
const long = [leadText, secondText, ...newsTexts].map((text) => ({ text }));

/** How text fills its frames and keeps clear of what stands in them. */
export const frameCases: readonly SpecimenCase[] = [
  {
    id: "vertical-box", name: "竖排文框", englishName: "A vertical box",
    rule: "行自右向左，点号在字右上，引号换作『』，短数字直立并列，西文侧转。",
    source: "UAX 50；CLREQ 竖排；GB/T 15834—2011 5.2",
    sides: [
      { label: "横排", characters: 18, lines: 14, paragraphs: [{ text: leadText }, { text: newsTexts[1]! }] },
      { label: "竖排", characters: 18, lines: 14, frame: { direction: "vertical" }, paragraphs: [{ text: leadText }, { text: newsTexts[1]! }] },
    ],
  },
  {
    id: "balance", name: "齐栏", englishName: "Balanced columns",
    rule: "文不满框时各栏等高，只末栏可短。",
    source: "CLREQ 分栏；报纸通行做法",
    sides: [false, true].map((balance) => ({ label: balance ? "齐栏" : "逐栏排满", characters: 20, lines: 16, frame: { columns: 2, gutter: 9, balance }, paragraphs: story.slice(0, 3) })),
  },
  {
    id: "vertical-justification", name: "撑满栏高", englishName: "Vertical justification",
    rule: "不满一栏的文字在段间按整行拉开，仍守行格。",
    source: "CLREQ 行格；社内设定 blockAlign",
    sides: (["start", "justify"] as const).map((blockAlign) => ({ label: blockAlign === "start" ? "靠上" : "撑满", characters: 13, lines: 16, frame: { blockAlign }, paragraphs: story.slice(0, 3) })),
  },
  {
    id: "wrap", name: "绕排", englishName: "Wrap by rectangle and by contour",
    rule: "照框绕或照图形轮廓绕，各留半字；窄于四字的空位不排。",
    source: "CSS Shapes；社内设定 leastSlotEm",
    sides: (["rectangle", "circle"] as const).map((outline) => ({
      label: outline === "rectangle" ? "照框" : "照轮廓", characters: 19, lines: 19, paragraphs: long,
      obstacle: { x: 10, line: 5, characters: 9, lines: 8, outline },
    })),
  },
  {
    id: "short-legs", name: "短腿", englishName: "Short legs of text",
    rule: "图上图下剩得太短的文字不排，少于设定行数便空着。",
    source: "报纸通行做法；社内设定 leastLegLines",
    sides: [1, 3].map((leastLegLines) => ({
      label: leastLegLines === 1 ? "一行也排" : `少于 ${leastLegLines} 行不排`, characters: 19, lines: 14, paragraphs: long,
      frame: { columns: 2, gutter: 9 }, composition: { leastLegLines }, obstacle: { x: 10, line: 2, characters: 9, lines: 6, outline: "rectangle" },
    })),
  },
  {
    id: "broken-columns", name: "破栏", englishName: "Broken columns",
    rule: "栏宽取整字：余数均分，归前几栏，或并入栏间。",
    source: "报纸破栏算法；社内设定 remainder",
    sides: (["even", "longerColumns", "widerGutters"] as const).map((remainder) => ({
      label: { even: "均分", longerColumns: "余字归栏", widerGutters: "余字归栏间" }[remainder], characters: 12, lines: 8,
      frame: { columns: 2, gutter: 9, remainder }, paragraphs: long.slice(2, 3),
    })),
  },
  {
    id: "jump", name: "转版", englishName: "Jump lines",
    rule: "文章跨版，前后自动排“下转第N版”“上接第N版”，字句不丢不重。",
    source: "报纸通行做法",
    sides: [{ label: "第 1 版至第 3 版", characters: 13, lines: 12, jumpsToPage: 3, paragraphs: long.slice(0, 3) }],
  },
];
