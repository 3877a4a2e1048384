import type { CanvasSentences } from "../../canvas/canvasText";

/** What the canvas says, to the eye and to screen readers, in English. */
export const canvas = {
  editor: "Page editor",
  help: "Tab moves between articles, arrows move the selected article by lines and characters, Enter goes into it, Escape back out.",
  page: "Page {{number}}",
  overset: "Over: {{lines}} ln, {{characters}} ch",
  article: "{{kind}}: {{title}}, columns: {{columns}}, characters: {{characters}}",
  kindNews: "Article",
  kindPhoto: "Photo news",
  kindBriefs: "Briefs",
  kindMasthead: "Masthead",
  kindPointer: "Pointer",
  kindFurniture: "Standing matter",
  untitled: "Untitled",
  oversetLines: "over, lines: {{lines}}",
  boxText: "Text frame",
  boxTitle: "Title frame",
  boxCaption: "Caption frame",
  boxFurniture: "Standing matter",
  boxPicture: "Picture",
  boxPanel: "Panel",
  boxRule: "Rule",
  place: "left {{x}} top {{y}} width {{width}} height {{height}} mm",
  measure: "{{characters}} ch × {{lines}} ln",
  typing: "Body text",
} satisfies Record<keyof CanvasSentences, string>;
