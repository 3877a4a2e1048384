import type { SpecimenCase } from "../specimenCase";
import { latinText, leadText, marksText, quotedText, secondText, unitsText } from "../specimenText";

/** How wide marks and gaps are, and what gives way first. */
export const markWidthCases: readonly SpecimenCase[] = [
  {
    id: "line-end-trim", name: "行尾标点", englishName: "Marks at a line's end",
    rule: "行尾的点号和后括号占半字，让出的半字归全行匀用。",
    source: "GB/T 15834—2011 5.1.10",
    sides: (["off", "ifNeeded", "always"] as const).map((lineEndTrim) => ({
      label: { off: "全身", ifNeeded: "放不下才半身", always: "一律半身" }[lineEndTrim], characters: 10, lines: 7, paragraphs: [{ text: marksText }],
      composition: { lineEndTrim, squeeze: "off" as const, lineBreaking: "firstFit" as const },
    })),
  },
  {
    id: "line-start-trim", name: "行首标点", englishName: "Opening marks at a line's start",
    rule: "行首的前引号、前括号去掉左边半字的空，墨迹与栏边齐。",
    source: "CLREQ 行首标点",
    sides: (["off", "trimExceptFirst", "trim"] as const).map((lineStartTrim) => ({
      label: { off: "全身", trimExceptFirst: "段首行除外", trim: "一律半身" }[lineStartTrim], characters: 13, lines: 6, paragraphs: [{ text: quotedText }], composition: { lineStartTrim },
    })),
  },
  {
    id: "adjacent-trim", name: "标点相邻", englishName: "Touching marks",
    rule: "两个全身标点相邻，合占一字半；紧排时合占一字，问号叹号句号除外。",
    source: "CLREQ 标点挤压；CSS Text 4 text-spacing-trim",
    sides: (["off", "half", "tight"] as const).map((adjacentTrim) => ({
      label: { off: "不挤", half: "合占一字半", tight: "合占一字" }[adjacentTrim], characters: 13, lines: 6, paragraphs: [{ text: quotedText }], composition: { adjacentTrim, squeeze: "off" as const },
    })),
  },
  {
    id: "squeeze", name: "先挤进，后推出", englishName: "Squeeze in before pushing out",
    rule: "差一点的字先挤进来：词间、括号、逗号顿号、汉西间、句号依次让出空白；挤不下才推到下行，拉开本行。",
    source: "CLREQ 行内调整，挤压次序",
    sides: (["off", "mild", "full"] as const).map((squeeze) => ({
      label: { off: "不挤", mild: "至四分之三字", full: "至半字" }[squeeze], characters: 13, lines: 7, paragraphs: [{ text: leadText }],
      composition: { squeeze, lineBreaking: "firstFit" as const },
    })),
  },
  {
    id: "stretch", name: "拉开的次序", englishName: "The order of stretching",
    rule: "先开西文词间至半字，再开汉西间，余下的各字之间均分；数字、字母、单元之内不开。",
    source: "CLREQ 行内调整；JLREQ 3.8.4",
    sides: [11, 12, 13].map((characters) => ({ label: `${characters} 字栏`, characters, lines: 9, paragraphs: [{ text: latinText }], composition: { hyphenation: "on" } })),
  },
  {
    id: "autospace", name: "汉西间", englishName: "The gap between Han and Latin",
    rule: "汉字与字母数字之间留空，行边、标点旁不留。",
    source: "CSS Text 4 text-autospace；CLREQ 四分之一字以内",
    sides: [0, 0.125, 0.25].map((autospace) => ({
      label: autospace === 0 ? "不留" : autospace === 0.125 ? "八分之一字" : "四分之一字", characters: 13, lines: 8, paragraphs: [{ text: unitsText }], composition: { autospace },
    })),
  },
  {
    id: "hanging", name: "标点悬挂", englishName: "Hanging punctuation",
    rule: "正好放不下的点号悬在栏外，行长按其前的字算。",
    source: "CLREQ 标点悬挂；CSS Text 3 hanging-punctuation",
    sides: (["off", "on"] as const).map((hanging) => ({
      label: { off: "不悬", on: "悬挂" }[hanging], characters: 10, lines: 9, paragraphs: [{ text: secondText }],
      composition: { hanging, lineEndTrim: "off" as const, squeeze: "off" as const, lineBreaking: "firstFit" as const },
    })),
  },
  {
    id: "character-grid", name: "字格", englishName: "The character grid",
    rule: "每字占一格，西文占整格，纵横对齐；报纸正文一般只守行格。",
    source: "CLREQ 版心与字格",
    sides: (["lines", "characters"] as const).map((grid) => ({
      label: { lines: "只守行格", characters: "守字格" }[grid], characters: 13, lines: 7, paragraphs: [{ text: leadText }], composition: { grid },
    })),
  },
];
