import type { GlyphRun, PageDisplay, PathItem } from "../../shared/display/displayList";
import { inkToScreen } from "../../shared/display/inkToScreen";

/** The part of a canvas context that a thumbnail needs. */
export interface ThumbnailContext {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  globalAlpha: number;
  lineWidth: number;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  fill(): void;
  stroke(): void;
}

/** How dark a line of body text looks from afar, and one of a headline, whose strokes are heavy. */
const BODY_GREY = 0.34;
const TITLE_GREY = 0.72;
const TITLE_SIZE = 14;
const PICTURE_GREY = "#b4b9bf";

/** Paints a page in small: text as grey bars where its lines stand, pictures as grey areas, panels and rules as they are. */
export function paintThumbnail(context: ThumbnailContext, page: PageDisplay, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, page.size.width, page.size.height);
  for (const box of page.boxes) {
    for (const item of box.items) {
      switch (item.kind) {
        case "glyphs":
          paintText(context, item);
          break;
        case "path":
          paintPath(context, item, scale);
          break;
        case "picture":
          context.globalAlpha = 1;
          context.fillStyle = PICTURE_GREY;
          context.fillRect(item.clip.x, item.clip.y, item.clip.width, item.clip.height);
      }
    }
  }
  context.globalAlpha = 1;
}

/** Bars over stretches of glyphs that follow each other on one baseline, or stand below each other in a vertical line. */
function paintText(context: ThumbnailContext, run: GlyphRun): void {
  context.globalAlpha = run.size >= TITLE_SIZE ? TITLE_GREY : BODY_GREY;
  context.fillStyle = inkToScreen(run.ink);
  const height = run.size * 0.72;
  const width = run.size * run.horizontalScale;
  let from = 0;
  for (let index = 1; index <= run.xs.length; index += 1) {
    const x = run.xs[index];
    const lastX = run.xs[index - 1] ?? 0;
    const sameLine = x !== undefined && run.ys[index] === run.ys[from] && x > lastX && x - lastX < run.size * 2;
    if (sameLine) continue;
    const startX = run.xs[from] ?? 0;
    context.fillRect(startX, (run.ys[from] ?? 0) - height, lastX - startX + width, height);
    from = index;
  }
}

function paintPath(context: ThumbnailContext, item: PathItem, scale: number): void {
  context.globalAlpha = 1;
  context.beginPath();
  for (const segment of item.segments) {
    if (segment.kind === "move") context.moveTo(segment.x, segment.y);
    // A curve bends by less than a thumbnail shows.
    else if (segment.kind === "line" || segment.kind === "curve") context.lineTo(segment.x, segment.y);
    else context.closePath();
  }
  if (item.fill !== null) {
    context.fillStyle = inkToScreen(item.fill);
    context.fill();
  }
  if (item.stroke !== null) {
    context.strokeStyle = inkToScreen(item.stroke);
    // Thinner than half a device pixel, a rule would vanish.
    context.lineWidth = Math.max(item.strokeWidth, 0.5 / scale);
    context.stroke();
  }
}
