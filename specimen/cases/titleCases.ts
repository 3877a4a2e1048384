import type { SpecimenCase } from "../specimenCase";
import { leadText, newsTexts, secondText } from "../specimenText";

const headline = "八部门联合印发专项行动实施意见推进人工智能与制造业深度融合";

/** How titles break, and how a story is made to fit. */
export const titleCases: readonly SpecimenCase[] = [
  {
    id: "headline-breaks", name: "标题断句", englishName: "Headlines broken by sense",
    rule: "按词断行，不拆人名、数和书名号里的话，各行长短相近。",
    source: "报纸通行做法；JLREQ 标题",
    sides: [false, true].map((bySense) => ({
      label: bySense ? "按词断" : "按字断", characters: 20, lines: 9, title: { text: headline, lines: 9, size: 18, bySense }, paragraphs: [],
    })),
  },
  {
    id: "headline-fit", name: "标题均排", englishName: "Headlines spread to their width",
    rule: "题占不满一行时居中，或均排撑到两边；每处拉开的数在下。",
    source: "CLREQ 单行对齐（均排）",
    sides: [
      { label: "居中", characters: 19, lines: 4, title: { text: "湿地公园周末迎来观鸟客", lines: 4, size: 14 }, paragraphs: [] },
      { label: "两端齐", characters: 19, lines: 4, title: { text: "湿地公园周末迎来观鸟客", lines: 4, size: 14, align: "justify" }, paragraphs: [] },
    ],
  },
  {
    id: "headline-scale", name: "标题长扁", englishName: "Scaled headlines",
    rule: "字形在八成至十二成之间缩放，字距可收。",
    source: "社内设定 fitLimits；照排通行做法",
    sides: [0.8, 1, 1.2].map((scale) => ({ label: `${Math.round(scale * 100)}%`, characters: 13, lines: 4, title: { text: "老师傅带金牌班组", lines: 4, size: 13, scale }, paragraphs: [] })),
  },
  {
    id: "vertical-title", name: "竖题", englishName: "A vertical title",
    rule: "引号换作『』，两位数并列一格，字母直立，破折号顺行。",
    source: "UAX 50；CLREQ 纵中横",
    sides: [
      { label: "横题", characters: 19, lines: 14, title: { text: "“12条”出台——AI走进车间", lines: 14, size: 18 }, paragraphs: [] },
      { label: "竖题", characters: 8, lines: 14, title: { text: "“12条”出台\n——AI走进车间", lines: 14, size: 15, direction: "vertical" }, paragraphs: [] },
    ],
  },
  {
    id: "copyfit-over", name: "溢文的阶梯", englishName: "The ladder for text that is too long",
    rule: "依次挤标点、收字距、减题行、缩题字，够了便停；不够则如实报数。",
    source: "社内设定 fitLimits",
    sides: [0, 1, 4].map((rungs) => ({
      label: rungs === 0 ? "原样" : `登 ${rungs} 级`, characters: 13, lines: 20, rungs,
      title: { text: "智造提速", lines: 4, size: 24 }, composition: { squeeze: "off" },
      paragraphs: [leadText, secondText, newsTexts[0]!].map((text) => ({ text })),
    })),
  },
  {
    id: "copyfit-under", name: "缺文的阶梯", englishName: "The ladder for text that is too short",
    rule: "放字距，给标题添行；填不满则如实报余行。",
    source: "社内设定 fitLimits",
    sides: [0, 1, 4].map((rungs) => ({
      label: rungs === 0 ? "原样" : `登 ${rungs} 级`, characters: 13, lines: 21, rungs,
      title: { text: "智造提速", lines: 4, size: 24 }, paragraphs: [leadText, secondText].map((text) => ({ text })),
    })),
  },
];
