import type { SpecimenCase } from "../specimenCase";
import { countsText, latinText, leadText, marksText, newsTexts, quotedText, secondText, unitsText } from "../specimenText";

const firstFit = { lineBreaking: "firstFit" } as const;

/** What may stand at the edges of a line, and what is never parted. */
export const lineEdgeCases: readonly SpecimenCase[] = [
  {
    id: "prohibition", name: "避头尾", englishName: "Prohibition at line edges",
    rule: "点号、后括号不在行头，前括号不在行尾；国标级另禁分隔号在行尾，严格级另禁破折号、省略号在行头。",
    source: "CLREQ 行首行尾禁则；GB/T 15834—2011 5.1.1、5.1.3、5.1.9",
    sides: (["none", "gb", "strict"] as const).map((prohibition) => ({
      label: { none: "不禁", gb: "国标级", strict: "严格级" }[prohibition], characters: 10, lines: 7, paragraphs: [{ text: marksText }],
      composition: { ...firstFit, prohibition, squeeze: "off" as const },
    })),
  },
  {
    id: "units", name: "不可分的单元", englishName: "Units that no line breaks",
    rule: "破折号、省略号、连用的问号叹号，带符号和单位的数，姓名与“摄”之间不断；网址只在软断点断开。",
    source: "GB/T 15834—2011 5.1.2、5.1.4、5.1.5；CLREQ 分离禁则",
    sides: [13, 10, 7].map((characters) => ({ label: `${characters} 字栏`, characters, lines: 14, paragraphs: [{ text: unitsText }] })),
  },
  {
    id: "number-han", name: "数与量词", englishName: "A number and what it counts",
    rule: "“128个”“30家”可分可合：随意断开，付代价断开，绝不断开。",
    source: "无定则，列为社内设定 numberHanGlue",
    sides: (["off", "prefer", "always"] as const).map((numberHanGlue) => ({
      label: { off: "随意", prefer: "尽量不分", always: "绝不分" }[numberHanGlue], characters: 10, lines: 7,
      paragraphs: [{ text: countsText }], composition: { numberHanGlue },
    })),
  },
  {
    id: "hyphenation", name: "西文断词", englishName: "Division of Latin words",
    rule: "长词在行尾照音节断开，加连字符，两侧的汉字便不必拉开。",
    source: "CLREQ 西文断词；断词表按美国英语",
    sides: (["off", "on"] as const).map((hyphenation) => ({
      label: { off: "不断词", on: "断词" }[hyphenation], characters: 13, lines: 9, paragraphs: [{ text: latinText }], composition: { hyphenation },
    })),
  },
  {
    id: "orphan", name: "孤字不成行", englishName: "No character alone on a last line",
    rule: "末行至少两字：先挤入上行，挤不进便多带一字下来。",
    source: "CLREQ 孤字处理；社内设定 orphan",
    sides: [1, 2, 3].map((orphan) => ({
      label: `末行至少 ${orphan} 字`, characters: 12, lines: 8, paragraphs: [{ text: secondText }], composition: { orphan, squeeze: "off" as const },
    })),
  },
  {
    id: "breakers", name: "逐行断与通段断", englishName: "First fit and the whole paragraph",
    rule: "逐行断只看一行；通段断比较整段的各种断法，取疏密最匀的一种。",
    source: "Knuth, Plass 1981；CLREQ 行内调整",
    sides: (["firstFit", "paragraph"] as const).map((lineBreaking) => ({
      label: { firstFit: "逐行断", paragraph: "通段断" }[lineBreaking], characters: 13, lines: 22,
      paragraphs: [leadText, secondText, latinText].map((text) => ({ text })), composition: { lineBreaking },
    })),
  },
  {
    id: "widow", name: "孤行与栏尾", englishName: "Lines alone at a column's head or foot",
    rule: "段的末行不独占栏头，小标题不落在栏尾；文末一栏有余地时带一行过去。",
    source: "CLREQ 孤行处理",
    sides: [9, 10].map((lines) => ({
      label: `每栏 ${lines} 行`, characters: 20, lines, frame: { columns: 2, gutter: 9 },
      paragraphs: [{ text: newsTexts[0]! }, { text: quotedText }],
    })),
  },
];
