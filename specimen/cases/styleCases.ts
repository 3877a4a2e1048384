import { houseCharacterStyleIds as character, houseStyleIds as paragraph } from "../../shared/model/houseStyles";
import type { SpecimenCase } from "../specimenCase";
import { leadText, newsTexts } from "../specimenText";

const [first, second, third] = newsTexts as readonly [string, string, string, string];

/** How paragraphs and words are dressed without leaving the grid. */
export const styleCases: readonly SpecimenCase[] = [
  {
    id: "drop-cap", name: "首字下沉", englishName: "Drop cap",
    rule: "首字占两行、三行，末行基线与正文齐，旁边的行从它右边起。",
    source: "报纸通行做法；CSS Inline initial-letter",
    sides: [0, 2, 3].map((lines) => ({
      label: lines === 0 ? "不下沉" : `沉 ${lines} 行`, characters: 13, lines: 7, paragraphs: [{ text: first, styleId: paragraph.dropCapBody }],
      paragraphStyles: [{ id: paragraph.dropCapBody, dropCap: { lines, characters: 1 } }],
    })),
  },
  {
    id: "beside-marks", name: "着重号、专名号", englishName: "Dots and lines below words",
    rule: "着重号一字一点，标点不点；专名号为直线，书名号甲式为浪线，两端略缩；行距不变。",
    source: "GB/T 15834—2011 4.13、4.15、4.17；CLREQ 行间符号",
    sides: [
      { label: "无", characters: 13, lines: 5, paragraphs: [{ text: third }] },
      { label: "着重号、专名号", characters: 13, lines: 5, paragraphs: [{ text: third, marks: [["碧波荡漾的湖面", character.dotted], ["不少市民", character.properNoun]] }] },
      { label: "浪线、示亡号", characters: 13, lines: 5, paragraphs: [{ text: third, marks: [["错落有致的民居", character.bookTitle], ["市民", character.deceased]] }] },
    ],
  },
  {
    id: "run-in", name: "电头与楷体", englishName: "Run-in heads and Kai",
    rule: "电头用黑体接排，引语用楷体，字面不同而字身相同，行不移位。",
    source: "报纸通行做法",
    sides: [
      { label: "一种字体", characters: 13, lines: 5, paragraphs: [{ text: `本报讯　${second}` }] },
      {
        label: "黑体、楷体", characters: 13, lines: 5,
        paragraphs: [{ text: `本报讯　${second}`, marks: [["本报讯", character.runIn], ["“设备投用后，良品率由92%提升到98.5%。”", character.kai]] }],
      },
    ],
  },
  {
    id: "scripts", name: "上下标", englishName: "Superscripts and subscripts",
    rule: "小于正文，升降而不改行距，与前字不分。",
    source: "CLREQ 注码；字形缩放为社内值",
    sides: [
      { label: "平排", characters: 13, lines: 5, paragraphs: [{ text: "改造后每年减排CO2约1.2万吨，新增绿地3600m2，专家称“相当可观”1。" }] },
      {
        label: "上标、下标", characters: 13, lines: 5,
        paragraphs: [{ text: "改造后每年减排CO2约1.2万吨，新增绿地3600m2，专家称“相当可观”[1]。", marks: [["2", character.subscript], ["[1]", character.superscript]] }],
      },
    ],
  },
  {
    id: "tints", name: "底纹与线", englishName: "Tints and rules",
    rule: "底纹、上下线随段落走，不改行格。",
    source: "报纸通行做法",
    sides: [
      { label: "正文", characters: 13, lines: 8, paragraphs: [{ text: third }, { text: newsTexts[3]! }] },
      { label: "底纹提要", characters: 13, lines: 8, paragraphs: [{ text: third, styleId: paragraph.tintedNote }, { text: newsTexts[3]! }] },
    ],
  },
  {
    id: "lists", name: "列项悬挂", englishName: "Hanging lists",
    rule: "项目符号占一字，次行起齐在文字之下。",
    source: "CLREQ 段落缩排",
    sides: [
      { label: "缩两字", characters: 13, lines: 7, paragraphs: [{ text: `●${second}` }, { text: "●历时两天半。" }] },
      { label: "悬挂一字", characters: 13, lines: 7, paragraphs: [{ text: second, styleId: paragraph.listItem }, { text: "历时两天半。", styleId: paragraph.listItem }] },
    ],
  },
  {
    id: "scale", name: "长体与扁体", englishName: "Condensed and extended letters",
    rule: "字宽按比例缩放，高度不变，标点与间隙同缩。",
    source: "照排通行做法",
    sides: [0.9, 1, 1.1].map((horizontalScale) => ({
      label: horizontalScale < 1 ? "长一" : horizontalScale > 1 ? "扁一" : "方", characters: 13, lines: 7, paragraphs: [{ text: leadText }],
      paragraphStyles: [{ id: paragraph.body, horizontalScale }],
    })),
  },
  {
    id: "subheads", name: "小标题占行", englishName: "Subheads that occupy lines",
    rule: "小标题占一行、两行、三行，字居其中，后面的正文仍在行格上。",
    source: "CLREQ 占行；JLREQ 4.1.6",
    sides: [1, 2, 3].map((linesOccupied) => ({
      label: `占 ${linesOccupied} 行`, characters: 13, lines: 11,
      paragraphs: [{ text: third }, { text: "绿道串起新生活", styleId: paragraph.subhead }, { text: newsTexts[3]! }],
      paragraphStyles: [{ id: paragraph.subhead, linesOccupied, spaceBefore: 0 }],
    })),
  },
];
