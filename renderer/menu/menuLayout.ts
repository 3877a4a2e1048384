import type { MenuName } from "../editor/action";
import type { ActionId } from "../editor/actions";

/** Actions in sections, a line between two of them. */
export type MenuSections = readonly (readonly ActionId[])[];

/** What each menu of the menu bar holds. */
export const menuLayout: Readonly<Record<MenuName, MenuSections>> = {
  file: [
    ["file.new", "file.open", "file.recent"],
    ["file.save", "file.saveAs", "file.showInFolder"],
    ["file.exportPress"],
    ["file.exportPagePdf", "file.exportIssuePdf", "file.exportEpaper"],
    ["file.close"],
  ],
  edit: [
    ["edit.undo", "edit.redo"],
    ["edit.duplicate", "edit.delete"],
    ["edit.selectAll", "edit.deselect"],
    ["edit.storyEditor"],
  ],
  view: [
    ["view.zoomIn", "view.zoomOut", "view.fitPage", "view.actualSize", "view.fitSelection"],
    ["view.grid", "view.frames", "view.threads", "view.rulers", "view.rulerUnit"],
    ["view.previousPage", "view.nextPage"],
    ["view.problems", "view.epaper", "view.softProof", "view.palette"],
    ["view.language"],
  ],
  text: [
    ["text.paragraphStyle"],
    ["text.emphasis", "text.kai"],
    ["text.dotted", "text.properNoun", "text.bookTitle", "text.deceased"],
    ["text.superscript", "text.subscript"],
    ["text.plain"],
    ["text.styles", "file.loadFont"],
  ],
  object: [
    ["tool.article", "tool.photo", "tool.briefs"],
    ["object.place", "object.continue", "object.jumpHead"],
    ["object.bringToFront", "object.bringForward", "object.sendBackward", "object.sendToBack"],
    ["page.add", "page.moveEarlier", "page.moveLater", "page.remove"],
  ],
  tool: [["tool.select", "tool.text", "tool.hand", "tool.zoom"]],
  help: [["help.keys"], ["help.about"]],
};

/** What a click with the other button offers on the page. */
export const contextMenuLayout: MenuSections = [
  ["edit.storyEditor", "object.place", "object.continue", "object.jumpHead"],
  ["edit.duplicate", "edit.delete"],
  ["object.bringToFront", "object.bringForward", "object.sendBackward", "object.sendToBack"],
  ["edit.selectAll", "view.fitSelection", "view.fitPage"],
  ["edit.undo", "edit.redo"],
];

/** The buttons above the page. */
export const toolbarLayout: MenuSections = [
  ["file.new", "file.open", "file.save"],
  ["edit.undo", "edit.redo"],
  ["file.exportIssuePdf", "file.exportEpaper"],
];

/** The tools beside the page. */
export const toolStripLayout: MenuSections = [
  ["tool.select", "tool.text"],
  ["tool.article", "tool.photo", "tool.briefs"],
  ["tool.hand", "tool.zoom"],
];
