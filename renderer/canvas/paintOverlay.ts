import type { CanvasColours } from "./canvasColours";
import type { OutlineTone, OverlayMark } from "./overlayMarks";
import { toScreen, toScreenRect, type ScreenPoint, type ScreenRect, type Viewport } from "./viewport";

const HANDLE_SIZE = 7;
const BADGE_HEIGHT = 18;
const BADGE_PADDING = 6;
const BADGE_FONT_SIZE = 11;
const MOST_BADGE_SHARE = 0.8;
const MEASURE_GAP = 4;
const OVERSET_GAP = 2;
const PLUS_SIZE = 11;
const ARROW = 6;
const CARET = "#d0021b";
const CARET_WIDTH = 2;
const LEAST_PREEDIT_SIZE = 14;
const FRAME_LINE = "rgba(60, 120, 200, 0.35)";
const GUIDE_LINE = "#e0218a";
const STOP_WIDTH = 3;
const STOP_TICK = 9;
const CUT_TICK = 5;

/** Paints the overlay's marks; the context counts in CSS pixels. */
export function paintOverlay(
  context: CanvasRenderingContext2D,
  marks: readonly OverlayMark[],
  viewport: Viewport,
  colours: CanvasColours,
): void {
  for (const mark of marks) {
    switch (mark.kind) {
      case "outline":
        paintOutline(context, mark.tone, toScreenRect(viewport, mark.rect), colours);
        break;
      case "handle":
        paintHandle(context, toScreen(viewport, mark.at), colours);
        break;
      case "guide":
        paintGuide(context, mark, viewport);
        break;
      case "fitStop":
        paintFitStop(context, toScreen(viewport, mark.from), toScreen(viewport, mark.to), colours);
        break;
      case "cut":
        paintCut(context, toScreen(viewport, mark.from), toScreen(viewport, mark.to), colours);
        break;
      case "thread":
        paintThread(context, toScreen(viewport, mark.from), toScreen(viewport, mark.to), colours);
        break;
      case "caret":
        paintCaret(context, toScreenRect(viewport, mark.rect));
        break;
      case "selectedText":
        paintSelectedText(context, toScreenRect(viewport, mark.rect), colours);
        break;
      case "preedit":
        paintPreedit(context, mark.text, toScreenRect(viewport, mark.at), colours);
        break;
      case "overset":
        paintOverset(context, mark, toScreenRect(viewport, mark.frame), colours);
        break;
      case "badge":
        paintBadge(context, mark.tone, mark.text, toScreen(viewport, mark.at), colours);
        break;
    }
  }
}

function paintOutline(context: CanvasRenderingContext2D, tone: OutlineTone, rect: ScreenRect, colours: CanvasColours): void {
  const style = outlineStyle(tone, colours);
  context.lineWidth = style.width;
  context.strokeStyle = style.stroke;
  context.setLineDash(style.dash);
  const [left, top, width, height] = crisp(rect, style.width);
  if (tone === "area") {
    context.globalAlpha = 0.1;
    context.fillStyle = colours.accent;
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
  }
  context.strokeRect(left, top, width, height);
  context.setLineDash([]);
}

function outlineStyle(
  tone: OutlineTone,
  colours: CanvasColours,
): { readonly stroke: string; readonly width: number; readonly dash: number[] } {
  switch (tone) {
    case "frame":
      return { stroke: FRAME_LINE, width: 1, dash: [] };
    case "hovered":
      return { stroke: colours.accent, width: 1, dash: [4, 3] };
    case "article":
      return { stroke: colours.accent, width: 1, dash: [2, 3] };
    case "box":
      return { stroke: colours.accent, width: 1, dash: [] };
    case "selected":
      return { stroke: colours.accent, width: 2, dash: [] };
    case "area":
      return { stroke: colours.accent, width: 1, dash: [] };
  }
}

/** A rectangle whose lines fill whole pixels. */
function crisp(rect: ScreenRect, lineWidth: number): readonly [number, number, number, number] {
  const shift = lineWidth % 2 === 1 ? 0.5 : 0;
  const left = Math.round(rect.left) + shift;
  const top = Math.round(rect.top) + shift;
  return [left, top, Math.round(rect.left + rect.width) + shift - left, Math.round(rect.top + rect.height) + shift - top];
}

function paintHandle(context: CanvasRenderingContext2D, at: ScreenPoint, colours: CanvasColours): void {
  const left = Math.round(at.left - HANDLE_SIZE / 2) + 0.5;
  const top = Math.round(at.top - HANDLE_SIZE / 2) + 0.5;
  context.lineWidth = 1;
  context.fillStyle = "#ffffff";
  context.fillRect(left, top, HANDLE_SIZE - 1, HANDLE_SIZE - 1);
  context.strokeStyle = colours.accent;
  context.strokeRect(left, top, HANDLE_SIZE - 1, HANDLE_SIZE - 1);
}

function paintGuide(
  context: CanvasRenderingContext2D,
  guide: Extract<OverlayMark, { readonly kind: "guide" }>,
  viewport: Viewport,
): void {
  const from = toScreen(viewport, guide.axis === "x" ? { x: guide.at, y: guide.from } : { x: guide.from, y: guide.at });
  const to = toScreen(viewport, guide.axis === "x" ? { x: guide.at, y: guide.to } : { x: guide.to, y: guide.at });
  context.fillStyle = GUIDE_LINE;
  const left = Math.round(from.left);
  const top = Math.round(from.top);
  if (guide.axis === "x") context.fillRect(left, top, 1, Math.round(to.top) - top);
  else context.fillRect(left, top, Math.round(to.left) - left, 1);
}

/** A heavy line along the edge with a tick at each end: it has settled, as a guide of the grid does not. */
function paintFitStop(context: CanvasRenderingContext2D, from: ScreenPoint, to: ScreenPoint, colours: CanvasColours): void {
  const left = Math.round(from.left);
  const width = Math.round(to.left) - left;
  const top = Math.round(from.top) - Math.floor(STOP_WIDTH / 2);
  context.fillStyle = colours.good;
  context.fillRect(left, top, width, STOP_WIDTH);
  const tickTop = Math.round(from.top - STOP_TICK / 2);
  context.fillRect(left - STOP_WIDTH, tickTop, STOP_WIDTH, STOP_TICK);
  context.fillRect(left + width, tickTop, STOP_WIDTH, STOP_TICK);
}

/** A dashed line where the text is cut off, with an arrowhead at each end that points to it. */
function paintCut(context: CanvasRenderingContext2D, from: ScreenPoint, to: ScreenPoint, colours: CanvasColours): void {
  const isUpright = Math.abs(to.left - from.left) < Math.abs(to.top - from.top);
  const [x1, y1, x2, y2] = [from.left, from.top, to.left, to.top].map((at) => Math.round(at) + 0.5) as [number, number, number, number]; // of four, four
  context.strokeStyle = colours.error;
  context.fillStyle = colours.error;
  context.lineWidth = 1;
  context.setLineDash([5, 3]);
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
  context.setLineDash([]);
  for (const [x, y, sign] of [[x1, y1, 1], [x2, y2, -1]] as const) {
    context.beginPath();
    context.moveTo(x + (isUpright ? 0 : sign * CUT_TICK), y + (isUpright ? sign * CUT_TICK : 0));
    context.lineTo(x - (isUpright ? CUT_TICK : 0), y - (isUpright ? 0 : CUT_TICK));
    context.lineTo(x + (isUpright ? CUT_TICK : 0), y + (isUpright ? 0 : CUT_TICK));
    context.fill();
  }
}

function paintThread(context: CanvasRenderingContext2D, from: ScreenPoint, to: ScreenPoint, colours: CanvasColours): void {
  const angle = Math.atan2(to.top - from.top, to.left - from.left);
  context.strokeStyle = colours.accent;
  context.fillStyle = colours.accent;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(from.left, from.top);
  context.lineTo(to.left, to.top);
  context.stroke();
  context.beginPath();
  context.moveTo(to.left, to.top);
  context.lineTo(to.left - ARROW * Math.cos(angle - 0.5), to.top - ARROW * Math.sin(angle - 0.5));
  context.lineTo(to.left - ARROW * Math.cos(angle + 0.5), to.top - ARROW * Math.sin(angle + 0.5));
  context.fill();
}

function paintCaret(context: CanvasRenderingContext2D, { left, top, width, height }: ScreenRect): void {
  context.fillStyle = CARET;
  context.fillRect(Math.round(left), Math.round(top), Math.max(CARET_WIDTH, Math.round(width)), Math.max(CARET_WIDTH, Math.round(height)));
}

function paintSelectedText(context: CanvasRenderingContext2D, rect: ScreenRect, colours: CanvasColours): void {
  context.globalAlpha = 0.28;
  context.fillStyle = colours.accent;
  context.fillRect(rect.left, rect.top, rect.width, rect.height);
  context.globalAlpha = 1;
}

/** The text an input method is composing, over the page and underlined: it is not in the story yet. */
function paintPreedit(context: CanvasRenderingContext2D, text: string, at: ScreenRect, colours: CanvasColours): void {
  const size = Math.max(LEAST_PREEDIT_SIZE, Math.round(Math.max(at.height, at.width)));
  context.font = `${size}px ${colours.font}`;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  const width = Math.ceil(context.measureText(text).width);
  context.fillStyle = "#ffffff";
  context.fillRect(at.left, at.top - 1, width + 2, size + 4);
  context.fillStyle = "#1b1b1b";
  context.fillText(text, at.left + 1, at.top + 0.88 * size);
  context.fillStyle = colours.accent;
  context.fillRect(at.left, at.top + size + 1, width + 2, 1);
  context.fillStyle = CARET;
  context.fillRect(at.left + width + 1, at.top, CARET_WIDTH, size);
}

/** Hangs from the frame's foot: inside it the last words stand, which are what an editor looks at who has to cut. */
function paintOverset(
  context: CanvasRenderingContext2D,
  { text, isFull }: Extract<OverlayMark, { readonly kind: "overset" }>,
  frame: ScreenRect,
  colours: CanvasColours,
): void {
  const end = frame.left + frame.width;
  const foot = Math.round(frame.top + frame.height) + OVERSET_GAP;
  if (isFull || badgeWidth(context, text, colours) <= frame.width * MOST_BADGE_SHARE) {
    paintLabel(context, text, { left: end, top: foot + BADGE_HEIGHT }, colours.error, colours);
    return;
  }
  const left = Math.round(end) - PLUS_SIZE;
  const top = foot;
  context.fillStyle = colours.error;
  context.fillRect(left, top, PLUS_SIZE, PLUS_SIZE);
  context.fillStyle = "#ffffff";
  context.fillRect(left + 2, top + (PLUS_SIZE - 1) / 2, PLUS_SIZE - 4, 1);
  context.fillRect(left + (PLUS_SIZE - 1) / 2, top + 2, 1, PLUS_SIZE - 4);
}

function paintBadge(
  context: CanvasRenderingContext2D,
  tone: Extract<OverlayMark, { readonly kind: "badge" }>["tone"],
  text: string,
  at: ScreenPoint,
  colours: CanvasColours,
): void {
  if (tone === "thread") return paintLabel(context, text, at, colours.accent, colours);
  // The size of an area stands above its head, where it hides neither the text's end nor what is over.
  const width = badgeWidth(context, text, colours);
  const fill = tone === "over" ? colours.error : tone === "fits" ? colours.good : colours.accent;
  paintLabel(context, text, { left: at.left + width, top: at.top - MEASURE_GAP }, fill, colours);
}

function badgeWidth(context: CanvasRenderingContext2D, text: string, colours: CanvasColours): number {
  context.font = `${BADGE_FONT_SIZE}px ${colours.font}`;
  return Math.ceil(context.measureText(text).width) + 2 * BADGE_PADDING;
}

/** A label whose lower right corner is at a point. */
function paintLabel(
  context: CanvasRenderingContext2D,
  text: string,
  at: ScreenPoint,
  fill: string,
  colours: CanvasColours,
): void {
  const width = badgeWidth(context, text, colours);
  context.textBaseline = "middle";
  context.textAlign = "left";
  const left = Math.round(at.left) - width;
  const top = Math.round(at.top) - BADGE_HEIGHT;
  context.fillStyle = fill;
  context.beginPath();
  context.roundRect(left, top, width, BADGE_HEIGHT, 3);
  context.fill();
  context.fillStyle = "#ffffff";
  context.fillText(text, left + BADGE_PADDING, top + BADGE_HEIGHT / 2 + 0.5);
}
