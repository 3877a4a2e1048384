import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { bottom, contains, right } from "../../shared/geometry/rect";
import { toMm } from "../../shared/geometry/units";
import { typeAreaRect } from "../../shared/model/gridGeometry";
import { toPage } from "../canvas/viewport";
import { useEditorApi } from "../editor/editorContext";

/**
 * Where the pointer is on the page: in millimetres from its corner, and as the character and line of the type area. It
 * writes into its element itself, at most once a frame, because the pointer moves more often than React should render.
 */
export function CursorPosition({ canvas }: { readonly canvas: () => HTMLElement | null }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const element = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const area = canvas();
    if (area === null) return;
    let frame = 0;
    let last: PointerEvent | null = null;
    const show = () => {
      frame = 0;
      if (element.current !== null) element.current.textContent = last === null ? "" : words(last, area);
    };
    const words = (event: PointerEvent, over: HTMLElement): string => {
      const surface = (over.querySelector(".canvas-surface") ?? over).getBoundingClientRect();
      const point = toPage(editor.viewport.getState(), { left: event.clientX - surface.left, top: event.clientY - surface.top });
      const { document, pageId } = editor.store.getState();
      const page = document.pages.find((page) => page.id === pageId);
      const millimetres = t("panels.status.cursor", { x: toMm(point.x).toFixed(1), y: toMm(point.y).toFixed(1) });
      if (page === undefined) return millimetres;
      const typeArea = typeAreaRect(document.grid, page);
      if (!contains(typeArea, point) || point.x >= right(typeArea) || point.y >= bottom(typeArea)) {
        return `${millimetres}　${t("panels.status.outside")}`;
      }
      const character = Math.floor((point.x - typeArea.x) / document.grid.bodySize) + 1;
      const line = Math.floor((point.y - typeArea.y) / document.grid.pitch) + 1;
      return `${millimetres}　${t("panels.status.cursorGrid", { character, line })}`;
    };
    const onMove = (event: PointerEvent) => {
      last = event;
      if (frame === 0) frame = requestAnimationFrame(show);
    };
    const onLeave = () => {
      last = null;
      if (frame === 0) frame = requestAnimationFrame(show);
    };
    area.addEventListener("pointermove", onMove);
    area.addEventListener("pointerleave", onLeave);
    return () => {
      cancelAnimationFrame(frame);
      area.removeEventListener("pointermove", onMove);
      area.removeEventListener("pointerleave", onLeave);
    };
  }, [canvas, editor, t]);

  return <span ref={element} className="number" />;
}
