import { toMm } from "../../shared/geometry/units";
import type { Rect } from "../../shared/geometry/rect";
import type { ArticleKind, Box } from "../../shared/model/document";
import type { AccessibleItem } from "./accessiblePage";
import type { CanvasSentences, CanvasTranslate } from "./canvasText";

const articleKinds = {
  news: "kindNews",
  photo: "kindPhoto",
  briefs: "kindBriefs",
  masthead: "kindMasthead",
  pointer: "kindPointer",
  furniture: "kindFurniture",
  ad: "kindAd",
} as const satisfies Record<ArticleKind, keyof CanvasSentences>;

const boxKinds = {
  text: "boxText",
  title: "boxTitle",
  caption: "boxCaption",
  furniture: "boxFurniture",
  picture: "boxPicture",
  panel: "boxPanel",
  rule: "boxRule",
} as const satisfies Record<Box["kind"], keyof CanvasSentences>;

/** An article's name for screen readers: kind, title, columns, length, what is over. */
export function itemLabel(item: AccessibleItem, translate: CanvasTranslate): string {
  const [box] = item.boxes;
  if (item.article === null) return box === undefined ? "" : boxLabel(box, 0, translate);
  const name = translate("article", {
    kind: translate(articleKinds[item.article.kind], {}),
    title: item.title === "" ? translate("untitled", {}) : item.title,
    columns: item.columns,
    characters: item.characters,
  });
  return withOverset(name, item.oversetLines, translate);
}

/** A box's name for screen readers: kind, what a picture shows, what is over. */
export function boxLabel(box: Box, oversetLines: number, translate: CanvasTranslate): string {
  const kind = translate(boxKinds[box.kind], {});
  const words = box.kind === "picture" ? box.alt || box.caption : "";
  return withOverset(words === "" ? kind : `${kind}：${words}`, oversetLines, translate);
}

/** Where a rectangle is and how large, in millimetres. */
export function placeLabel(rect: Rect, translate: CanvasTranslate): string {
  const inMm = (length: number) => String(Math.round(toMm(length) * 10) / 10);
  return translate("place", { x: inMm(rect.x), y: inMm(rect.y), width: inMm(rect.width), height: inMm(rect.height) });
}

function withOverset(name: string, lines: number, translate: CanvasTranslate): string {
  return lines === 0 ? name : `${name}，${translate("oversetLines", { lines })}`;
}
