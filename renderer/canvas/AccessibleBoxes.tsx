import { forwardRef, memo, useMemo } from "react";
import { useStore } from "zustand";
import type { Rect } from "../../shared/geometry/rect";
import type { Box } from "../../shared/model/document";
import type { Editor } from "../editor/editor";
import type { Selection } from "../editor/session";
import { boxLabel, itemLabel, placeLabel } from "./accessibleLabel";
import { accessiblePage, type AccessibleItem } from "./accessiblePage";
import type { CanvasTranslate } from "./canvasText";
import { oversetOfPage } from "./oversetOfPage";

/**
 * The page for screen readers, keyboards and tests: one element over each article and each box, in reading order. It
 * follows the committed document, never a drag.
 */
export const AccessibleBoxes = forwardRef<
  HTMLDivElement,
  { readonly editor: Editor; readonly translate: CanvasTranslate }
>(function AccessibleBoxes({ editor, translate }, ref) {
  const document = useStore(editor.store, (state) => state.document);
  const layout = useStore(editor.store, (state) => state.layout);
  const pageId = useStore(editor.store, (state) => state.pageId);
  const selection = useStore(editor.store, (state) => state.selection);
  const items = useMemo(() => accessiblePage(document, layout, pageId), [document, layout, pageId]);
  const overset = useMemo(
    () => new Map(oversetOfPage(document, layout, pageId).map(({ box, lines }) => [box.id, lines])),
    [document, layout, pageId],
  );
  const number = document.pages.findIndex((page) => page.id === pageId) + 1;
  const focusable = focusableId(items, selection);
  return (
    <>
      <div ref={ref} className="canvas-mirror" role="group" aria-label={translate("page", { number })}>
        {items.map((item) => (
          <AccessibleArticle
            key={item.article?.id ?? item.boxes[0]?.id}
            item={item}
            label={itemLabel(item, translate)}
            focusable={focusable}
            onFocus={(selection) => focusSelection(editor, selection)}
            labelOf={(box) => boxLabel(box, overset.get(box.id) ?? 0, translate)}
          />
        ))}
      </div>
      <div className="canvas-unseen" role="status" aria-live="polite">
        {announcement(items, selection, translate)}
      </div>
    </>
  );
});

function AccessibleArticle({
  item,
  label,
  focusable,
  onFocus,
  labelOf,
}: {
  readonly item: AccessibleItem;
  readonly label: string;
  readonly focusable: string | null;
  readonly onFocus: (selection: Selection) => void;
  readonly labelOf: (box: Box) => string;
}) {
  const { article, boxes, rect } = item;
  const children = boxes.map((box) => (
    <div
      key={box.id}
      data-box={box.id}
      data-kind={box.kind}
      role={box.kind === "picture" ? "img" : "group"}
      aria-label={labelOf(box)}
      tabIndex={focusable === box.id ? 0 : -1}
      style={placeOf(box.rect, article === null ? { x: 0, y: 0 } : rect)}
      onFocus={(event) => {
        event.stopPropagation();
        onFocus({ articleIds: [], boxIds: [box.id] });
      }}
    />
  ));
  if (article === null) return children;
  return (
    <div
      data-article={article.id}
      role="group"
      aria-label={label}
      tabIndex={focusable === article.id ? 0 : -1}
      style={placeOf(rect, { x: 0, y: 0 })}
      onFocus={() => onFocus({ articleIds: [article.id], boxIds: [] })}
    >
      {children}
      <ArticleWords title={item.title} paragraphs={item.paragraphs} />
    </div>
  );
}

const ArticleWords = memo(
  function ArticleWords({ title, paragraphs }: { readonly title: string; readonly paragraphs: readonly string[] }) {
    return (
      <div className="canvas-unseen">
        {title !== "" && <h2>{title}</h2>}
        {/* Paragraphs have no names of their own; their places are what tells them apart. */}
        {paragraphs.map((text, index) => (
          <p key={index}>{text}</p>
        ))}
      </div>
    );
  },
  (before, after) =>
    before.title === after.title &&
    before.paragraphs.length === after.paragraphs.length &&
    before.paragraphs.every((text, index) => text === after.paragraphs[index]),
);

function placeOf(rect: Rect, from: { readonly x: number; readonly y: number }) {
  return { left: rect.x - from.x, top: rect.y - from.y, width: rect.width, height: rect.height };
}

/** The one element that Tab comes to: what is selected, else the first of the page. */
function focusableId(items: readonly AccessibleItem[], selection: Selection): string | null {
  const [first] = items;
  return selection.boxIds[0] ?? selection.articleIds[0] ?? first?.article?.id ?? first?.boxes[0]?.id ?? null;
}

function focusSelection(editor: Editor, selection: Selection): void {
  const current = editor.store.getState().selection;
  const [articleId] = selection.articleIds;
  const [boxId] = selection.boxIds;
  const isSelected =
    (articleId !== undefined && current.articleIds.includes(articleId)) ||
    (boxId !== undefined && current.boxIds.includes(boxId));
  if (!isSelected) editor.select(selection);
}

/** What is selected and where it is, for the live region; empty where it is not one thing. */
function announcement(items: readonly AccessibleItem[], selection: Selection, translate: CanvasTranslate): string {
  if (selection.articleIds.length + selection.boxIds.length !== 1) return "";
  for (const item of items) {
    if (item.article !== null && selection.articleIds.includes(item.article.id)) {
      return `${itemLabel(item, translate)}，${placeLabel(item.rect, translate)}`;
    }
    const box = item.boxes.find((box) => selection.boxIds.includes(box.id));
    if (box !== undefined) return `${boxLabel(box, 0, translate)}，${placeLabel(box.rect, translate)}`;
  }
  return "";
}
