import { useEffect, useRef } from "react";
import type { Page } from "../../shared/model/document";
import { useEditorApi } from "../editor/editorContext";
import { paintThumbnail } from "./paintThumbnail";

/** The width of a thumbnail in CSS pixels. */
export const THUMBNAIL_WIDTH = 92;
/** Painted this long after the last change, so that typing and undoing never wait for it. */
const PAINT_DELAY_MS = 250;

/** A page in small, its text greeked. It paints itself when the page's layout has been quiet for a moment. */
export function PageThumbnail({ page }: { readonly page: Page }) {
  const editor = useEditorApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = Math.round((THUMBNAIL_WIDTH * page.size.height) / page.size.width);

  useEffect(() => {
    let painted: object | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paint = () => {
      const element = canvas.current;
      const display = editor.store.getState().layout.pages.get(page.id);
      if (element === null || display === undefined || display === painted) return;
      painted = display;
      const ratio = Math.max(1, window.devicePixelRatio);
      element.width = Math.round(THUMBNAIL_WIDTH * ratio);
      element.height = Math.round(height * ratio);
      const context = element.getContext("2d");
      if (context !== null) paintThumbnail(context, display, element.width / display.size.width);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(paint, PAINT_DELAY_MS);
    };
    paint();
    const stop = editor.store.subscribe((state, before) => {
      if (state.layout !== before.layout) soon();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor, page.id, height]);

  return <canvas ref={canvas} className="page-thumbnail" style={{ width: THUMBNAIL_WIDTH, height }} aria-hidden="true" />;
}
