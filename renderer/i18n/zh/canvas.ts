import type { CanvasSentences } from "../../canvas/canvasText";

/** What the canvas says, to the eye and to screen readers, in Chinese. */
export const canvas = {
  editor: "版面编辑器",
  help: "按 Tab 在稿件之间移动，方向键按行与字移动所选稿件，Enter 进入稿件，Esc 返回。",
  page: "第 {{number}} 版",
  overset: "溢 {{lines}} 行 {{characters}} 字",
  article: "{{kind}}：{{title}}，{{columns}} 栏，{{characters}} 字",
  kindNews: "稿件",
  kindPhoto: "图片新闻",
  kindBriefs: "简讯",
  kindMasthead: "报头",
  kindPointer: "导读",
  kindFurniture: "固定内容",
  untitled: "无题",
  oversetLines: "溢出 {{lines}} 行",
  boxText: "正文框",
  boxTitle: "标题框",
  boxCaption: "图说框",
  boxFurniture: "固定内容",
  boxPicture: "图片",
  boxPanel: "底纹",
  boxRule: "线条",
  place: "左 {{x}} 上 {{y}} 宽 {{width}} 高 {{height}} 毫米",
  measure: "{{characters}} 字 × {{lines}} 行",
  typing: "正文",
} satisfies Record<keyof CanvasSentences, string>;
