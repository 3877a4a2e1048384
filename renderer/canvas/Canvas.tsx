import Konva from "konva";
import { useEffect, useRef } from "react";
import { Layer, Stage } from "react-konva";
import { useStore } from "zustand";
import type { Editor } from "../editor/editor";
import type { FontLibrary } from "../fonts/fontLibrary";
import { useElementSize } from "../window/useElementSize";
import { AccessibleBoxes } from "./AccessibleBoxes";
import { attachCanvas, type CanvasController } from "./canvasController";
import { handleCanvasKey } from "./canvasKeys";
import type { CanvasTranslate } from "./canvasText";
import { RULER_SIZE } from "./paintRuler";
import "./canvas.css";

// The frame loop alone decides when a layer is painted.
Konva.autoDrawEnabled = false;

/** The page on its pasteboard with rulers. React renders the frame of it; what moves is painted by the controller. */
export function Canvas({
  editor,
  fonts,
  translate,
}: {
  readonly editor: Editor;
  readonly fonts: FontLibrary;
  readonly translate: CanvasTranslate;
}) {
  const surface = useRef<HTMLDivElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const pageLayer = useRef<Konva.Layer>(null);
  const overlayLayer = useRef<Konva.Layer>(null);
  const rulerX = useRef<HTMLCanvasElement>(null);
  const rulerY = useRef<HTMLCanvasElement>(null);
  const controller = useRef<CanvasController>(null);
  const rulers = useStore(editor.store, (state) => state.view.rulers !== "off");
  const size = useElementSize(surface);
  const inset = rulers ? RULER_SIZE : 0;

  useEffect(() => {
    if (!surface.current || !mirror.current || !field.current || !pageLayer.current || !overlayLayer.current) return;
    const attached = attachCanvas(editor, fonts, translate, {
      surface: surface.current,
      mirror: mirror.current,
      field: field.current,
      pageLayer: pageLayer.current,
      overlayLayer: overlayLayer.current,
      rulerX: rulerX.current,
      rulerY: rulerY.current,
    });
    controller.current = attached;
    return () => {
      controller.current = null;
      attached.detach();
    };
  }, [editor, fonts, translate, rulers]);

  useEffect(() => {
    if (size.width > 0 && size.height > 0) controller.current?.resize(size.width, size.height);
  }, [size, editor, fonts, translate, rulers]);

  return (
    <div
      className="canvas"
      data-canvas=""
      role="application"
      aria-label={translate("editor", {})}
      aria-describedby="canvas-help"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (controller.current !== null) handleCanvasKey(editor, controller.current.toolbox, event.nativeEvent);
      }}
      onKeyUp={(event) => {
        if (event.key.startsWith("Arrow")) editor.seal();
      }}
    >
      {rulers && (
        <>
          <div className="canvas-corner" style={{ width: RULER_SIZE, height: RULER_SIZE }} />
          <canvas ref={rulerX} className="canvas-ruler" style={{ left: RULER_SIZE, top: 0 }} aria-hidden="true" />
          <canvas ref={rulerY} className="canvas-ruler" style={{ left: 0, top: RULER_SIZE }} aria-hidden="true" />
        </>
      )}
      <div ref={surface} className="canvas-surface" style={{ left: inset, top: inset }}>
        <div aria-hidden="true">
          <Stage width={size.width} height={size.height} listening={false}>
            <Layer ref={pageLayer} listening={false} />
            <Layer ref={overlayLayer} listening={false} />
          </Stage>
        </div>
        <textarea
          ref={field}
          className="canvas-typing"
          aria-label={translate("typing", {})}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          tabIndex={-1}
        />
        <AccessibleBoxes ref={mirror} editor={editor} translate={translate} />
      </div>
      <p id="canvas-help" className="canvas-unseen">
        {translate("help", {})}
      </p>
    </div>
  );
}
