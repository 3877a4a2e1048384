import type Konva from "konva";
import { paintBox } from "../../shared/display/paintDisplay";
import type { PageDisplay } from "../../shared/display/displayList";
import { bottom, right } from "../../shared/geometry/rect";
import type { Page } from "../../shared/model/document";
import type { Editor } from "../editor/editor";
import type { EditorState } from "../editor/editorState";
import { selectionBounds } from "../editor/selection";
import type { FontLibrary } from "../fonts/fontLibrary";
import { attachPageTyping } from "../text/pageTyping";
import { createToolbox, type Toolbox } from "../tools/toolbox";
import type { Backdrop } from "./backdrop";
import { canvasColours, type CanvasColours } from "./canvasColours";
import { createCanvasResources, showsPicture } from "./canvasResources";
import type { CanvasTranslate } from "./canvasText";
import { createFrameLoop } from "./frameLoop";
import { loadBlob } from "./loadBlob";
import { overlayMarks } from "./overlayMarks";
import { attachOverlayLayer } from "./overlayLayer";
import { createPageScene } from "./pageScene";
import { paintRuler, RULER_SIZE } from "./paintRuler";
import { createPictures, type Pictures } from "./pictures";
import { attachPointerInput } from "./pointerInput";
import { createSoftProof } from "./softProof";
import { columnTicks, lineTicks, millimetreTicks } from "./rulerTicks";
import { fitPage, toPage, type Viewport } from "./viewport";

/** The elements and layers that the canvas is made of. */
export interface CanvasParts {
  /** Covers the page and hears the pointer. */
  readonly surface: HTMLElement;
  /** Moves and scales with the page; its children count in points. */
  readonly mirror: HTMLElement;
  /** The hidden field that has the focus while text is typed on the page. */
  readonly field: HTMLTextAreaElement;
  readonly pageLayer: Konva.Layer;
  readonly overlayLayer: Konva.Layer;
  readonly rulerX: HTMLCanvasElement | null;
  readonly rulerY: HTMLCanvasElement | null;
}

/** The canvas at work: everything that React does not render. */
export interface CanvasController {
  readonly toolbox: Toolbox;
  /** The surface has another size, in CSS pixels. */
  resize(width: number, height: number): void;
  detach(): void;
}

/** How long after the last zoom step the page is painted sharp. */
const SHARP_AFTER_MILLISECONDS = 140;

/** Starts painting and listening. */
export function attachCanvas(
  editor: Editor,
  fonts: FontLibrary,
  translate: CanvasTranslate,
  parts: CanvasParts,
): CanvasController {
  const { surface } = parts;
  const window = surface.ownerDocument.defaultView;
  if (window === null) throw new Error("The canvas is in no window");
  const toolbox = createToolbox(editor);
  let pictures: Pictures | null = null;
  let colours = canvasColours(surface);
  let zoomTimer: number | null = null;
  const proof = createSoftProof();
  const resources = createCanvasResources(fonts, () => pictures, proof.inkColour);
  const scene = createPageScene(parts.pageLayer, (context, box) => paintBox(context, box, resources));
  const overlay = attachOverlayLayer(parts.overlayLayer);
  const backdropOf = createBackdrops();

  const shown = () => {
    const state = editor.store.getState();
    const frame = editor.gestureFrame();
    return { state, document: frame?.document ?? state.document, layout: frame?.layout ?? state.layout, frame };
  };

  const loop = createFrameLoop(
    (callback) => window.requestAnimationFrame(callback),
    (handle) => window.cancelAnimationFrame(handle),
    {
      input: () => input.flush(),
      page: () => {
        const { state, document, layout } = shown();
        const page = document.pages.find((page) => page.id === state.pageId);
        if (page === undefined || editor.viewport.getState().width === 0) return;
        scene.show({
          display: layout.pages.get(page.id) ?? emptyDisplay(page),
          backdrop: backdropOf(state, page, colours, proof.paper()),
          viewport: editor.viewport.getState(),
          pixelRatio: window.devicePixelRatio,
          rough: zoomTimer !== null,
        });
        surface.dataset["painted"] = page.id;
      },
      overlay: () => {
        const { state, document, layout, frame } = shown();
        const marks = overlayMarks({
          document,
          layout,
          pageId: state.pageId,
          selection: state.selection,
          view: state.view,
          hovered: toolbox.hovered(),
          feedback: frame?.feedback ?? null,
          withHandles: state.tool === "select",
          typing: typing.view(),
          translate,
        });
        overlay.show(marks, editor.viewport.getState(), window.devicePixelRatio, colours);
        surface.style.cursor = toolbox.cursor();
        typing.place();
      },
      rulers: () => paintRulers(editor, parts, window.devicePixelRatio, colours),
      mirror: () => {
        const { left, top, scale } = editor.viewport.getState();
        parts.mirror.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
        parts.mirror.style.setProperty("--scale", String(scale));
      },
    },
  );
  const wantAll = () => {
    loop.request("page");
    loop.request("overlay");
    loop.request("rulers");
    loop.request("mirror");
  };
  const typing = attachPageTyping(editor, parts.field, () => loop.request("overlay"));
  const input = attachPointerInput(surface, {
    editor,
    toolbox,
    wantFlush: () => loop.request("input"),
    onIdle: () => loop.request("overlay"),
    onZooming: () => {
      if (zoomTimer !== null) window.clearTimeout(zoomTimer);
      zoomTimer = window.setTimeout(() => {
        zoomTimer = null;
        loop.request("page");
      }, SHARP_AFTER_MILLISECONDS);
    },
    onPress: () => takeFocus(surface),
  });

  const openPictures = (issueId: string | undefined) => {
    pictures?.close();
    pictures = issueId === undefined ? null : createPictures(issueId, proof.isOn() ? "proof" : "screen", loadBlob);
    pictures?.onArrival((assetId) => {
      scene.refresh((box) => showsPicture(box, assetId));
      loop.request("page");
    });
  };
  const switchProof = async (on: boolean) => {
    await proof.switch(on);
    openPictures(editor.store.getState().file?.issueId);
    scene.refresh(() => true);
    loop.request("page");
  };
  const onTheme = () => {
    colours = canvasColours(surface);
    wantAll();
  };
  const theme = window.matchMedia("(prefers-color-scheme: dark)");
  theme.addEventListener("change", onTheme);
  const stopListening = [
    editor.store.subscribe((state, before) => {
      if (state.file?.issueId !== before.file?.issueId) openPictures(state.file?.issueId);
      if (state.view.softProof !== before.view.softProof) void switchProof(state.view.softProof);
      loop.request("page");
      loop.request("overlay");
      loop.request("rulers");
    }),
    editor.viewport.subscribe(wantAll),
    editor.onGesture(() => {
      loop.request("page");
      loop.request("overlay");
      loop.request("rulers");
    }),
    fonts.onCanvasFont(() => {
      scene.refresh(() => true);
      loop.request("page");
    }),
    () => theme.removeEventListener("change", onTheme),
  ];
  openPictures(editor.store.getState().file?.issueId);
  if (editor.store.getState().view.softProof) void switchProof(true);
  wantAll();

  return {
    toolbox,
    resize: (width, height) => {
      editor.viewport.setState((viewport) => resized(viewport, width, height, currentPage(editor.store.getState())), true);
      wantAll();
    },
    detach: () => {
      for (const stop of stopListening) stop();
      if (zoomTimer !== null) window.clearTimeout(zoomTimer);
      loop.stop();
      input.detach();
      typing.detach();
      overlay.destroy();
      scene.destroy();
      pictures?.close();
    },
  };
}

/** A press on the canvas takes the focus to it, unless something inside it, such as the text being typed, has it. */
function takeFocus(surface: HTMLElement): void {
  const root = surface.closest<HTMLElement>("[data-canvas]") ?? surface;
  if (!root.contains(root.ownerDocument.activeElement)) root.focus({ preventScroll: true });
}

/** A page that was shown whole stays shown whole in a window of another size. */
function resized(viewport: Viewport, width: number, height: number, page: Page | null): Viewport {
  const next = { ...viewport, width, height };
  if (page === null) return next;
  const fitted = fitPage(viewport, page.size);
  const wasFitted =
    viewport.width === 0 ||
    (fitted.scale === viewport.scale && fitted.left === viewport.left && fitted.top === viewport.top);
  return wasFitted ? fitPage(next, page.size) : next;
}

function currentPage(state: EditorState): Page | null {
  return state.document.pages.find((page) => page.id === state.pageId) ?? null;
}

function emptyDisplay(page: Page): PageDisplay {
  return { pageId: page.id, size: page.size, boxes: [] };
}

/** Whether the active tool draws boxes, which need the grid to be seen. */
function drawsOnGrid({ tool }: EditorState): boolean {
  return tool === "article" || tool === "photo" || tool === "briefs";
}

/** Whether a page waits for its first box: the grid is all there is to begin with. */
function isBlank(page: Page): boolean {
  return page.boxIds.length === 0 && page.note === "";
}

/** Makes backdrops, the same object while nothing behind the boxes looks different. */
function createBackdrops(): (state: EditorState, page: Page, colours: CanvasColours, paper: string | null) => Backdrop {
  let key: readonly unknown[] = [];
  let backdrop: Backdrop | null = null;
  return (state, page, colours, paper) => {
    const note = page.boxIds.length === 0 ? page.note : "";
    const { grid } = state.document;
    const showsGrid = state.view.grid || drawsOnGrid(state) || isBlank(page);
    const next = [page.size, page.gridOrigin, grid, showsGrid, note, colours, paper];
    if (backdrop === null || next.some((part, index) => part !== key[index])) {
      backdrop = { size: page.size, paper, grid: showsGrid ? { grid, page } : null, note, colours };
      key = next;
    }
    return backdrop;
  };
}

function paintRulers(editor: Editor, parts: CanvasParts, pixelRatio: number, colours: CanvasColours): void {
  const state = editor.store.getState();
  const document = editor.gestureFrame()?.document ?? state.document;
  const viewport = editor.viewport.getState();
  const page = document.pages.find((page) => page.id === state.pageId);
  if (page === undefined || state.view.rulers === "off") return;
  const { scale, left, top, width, height } = viewport;
  const from = toPage(viewport, { left: 0, top: 0 });
  const to = toPage(viewport, { left: width, top: height });
  const bounds = selectionBounds(document, state.pageId, state.selection);
  const inCharacters = state.view.rulers === "characters";
  const horizontal = rulerContext(parts.rulerX, width, RULER_SIZE, pixelRatio);
  if (horizontal !== null) {
    paintRuler(horizontal, {
      axis: "x",
      length: width,
      ticks: inCharacters ? columnTicks(document.grid, page, scale) : millimetreTicks(from.x, to.x, scale),
      toScreen: (at) => left + at * scale,
      marked: bounds === null ? null : { from: bounds.x, to: right(bounds) },
    }, colours);
  }
  const vertical = rulerContext(parts.rulerY, RULER_SIZE, height, pixelRatio);
  if (vertical !== null) {
    paintRuler(vertical, {
      axis: "y",
      length: height,
      ticks: inCharacters ? lineTicks(document.grid, page, scale) : millimetreTicks(from.y, to.y, scale),
      toScreen: (at) => top + at * scale,
      marked: bounds === null ? null : { from: bounds.y, to: bottom(bounds) },
    }, colours);
  }
}

/** The ruler's context in CSS pixels, its canvas fitted to the screen's pixels. */
function rulerContext(
  canvas: HTMLCanvasElement | null,
  width: number,
  height: number,
  pixelRatio: number,
): CanvasRenderingContext2D | null {
  if (canvas === null) return null;
  const wide = Math.round(width * pixelRatio);
  const high = Math.round(height * pixelRatio);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext("2d");
  context?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  return context;
}
