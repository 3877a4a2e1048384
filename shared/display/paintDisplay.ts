import { unreachable } from "../result";
import type { DisplayInk, BoxDisplay, GlyphRun, PageDisplay, PathItem, PictureItem } from "./displayList";
import { inkToScreen } from "./inkToScreen";
import type { PaintContext, PaintResources, TransformMatrix } from "./paintContext";
import { piecesOf } from "./textPieces";

const PAPER = "#ffffff";
const MISSING_CHARACTER = "#d5001c";
const PLACEHOLDER_FILL = "#e4e4e1";
const PLACEHOLDER_LINE = "#9a9a95";
const PLACEHOLDER_LINE_WIDTH = 0.5;

/** Paints a page: paper, then every box, in page points under the context's transform. */
export function paintPage<Path, Picture>(
  context: PaintContext<Path, Picture>,
  page: PageDisplay,
  resources: PaintResources<Path, Picture>,
): void {
  context.fillStyle = PAPER;
  context.fillRect(0, 0, page.size.width, page.size.height);
  for (const box of page.boxes) paintBox(context, box, resources);
}

/**
 * Paints one box in page points under the context's transform, which stays as it was; the other settings are left as
 * painting needed them. The one painter of editor, page pictures and command line.
 */
export function paintBox<Path, Picture>(
  context: PaintContext<Path, Picture>,
  box: BoxDisplay,
  resources: PaintResources<Path, Picture>,
): void {
  const page = context.getTransform();
  let textIsSet = false;
  for (const item of box.items) {
    switch (item.kind) {
      case "glyphs":
        if (!textIsSet) setTextRules(context);
        textIsSet = true;
        paintGlyphs(context, item, resources, page);
        break;
      case "path":
        paintPath(context, item, resources.inkColour ?? inkToScreen);
        break;
      case "picture":
        paintPicture(context, item, resources);
        break;
      default:
        unreachable(item);
    }
  }
}

/** With these, text lands where the font file's metrics say, at any zoom; sizes are in points, scaled by the transform. */
function setTextRules(context: PaintContext<never, never>): void {
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.direction = "ltr";
  context.fontKerning = "none";
  context.textRendering = "geometricPrecision";
}

function paintGlyphs<Path, Picture>(
  context: PaintContext<Path, Picture>,
  run: GlyphRun,
  resources: PaintResources<Path, Picture>,
  page: TransformMatrix,
): void {
  context.fillStyle = (resources.inkColour ?? inkToScreen)(run.ink);
  const family = resources.canvasFamily(run.fontId);
  if (family === null) {
    for (let index = 0; index < run.glyphIds.length; index++) paintOutline(context, run, index, resources, page);
    restoreTransform(context, page);
    return;
  }
  const { texts, outlines } = piecesOf(run, resources.font(run.fontId));
  const enlarged = resources.textEnlargement ?? 1;
  if (texts.length > 0) context.font = `${run.size * enlarged}px "${family}"`;
  if (enlarged !== 1) context.setTransform(page.a / enlarged, page.b / enlarged, page.c / enlarged, page.d / enlarged, page.e, page.f);
  for (const piece of texts) {
    context.letterSpacing = enlarged === 1 ? piece.letterSpacing : `${Number.parseFloat(piece.letterSpacing) * enlarged}px`;
    context.fillText(piece.text, piece.x * enlarged, piece.y * enlarged);
  }
  if (enlarged !== 1) restoreTransform(context, page);
  if (outlines.length === 0) return;
  for (const index of outlines) paintOutline(context, run, index, resources, page);
  restoreTransform(context, page);
}

/** Leaves the transform at the glyph's own; the caller puts the page's back after the last one. */
function paintOutline<Path, Picture>(
  context: PaintContext<Path, Picture>,
  run: GlyphRun,
  index: number,
  resources: PaintResources<Path, Picture>,
  page: TransformMatrix,
): void {
  const path = resources.glyphPath(run.fontId, run.glyphIds[index] ?? 0);
  if (path === null) return;
  const { a, b, c, d, e, f } = page;
  const x = run.xs[index] ?? 0;
  const y = run.ys[index] ?? 0;
  const scaleY = run.size / resources.font(run.fontId).unitsPerEm;
  const scaleX = scaleY * run.horizontalScale;
  const left = a * x + c * y + e;
  const top = b * x + d * y + f;
  // Font units rise upwards, page points fall; a quarter turn clockwise sends right to down and up to right.
  if (run.rotation === 0) context.setTransform(a * scaleX, b * scaleX, -c * scaleY, -d * scaleY, left, top);
  else context.setTransform(c * scaleX, d * scaleX, a * scaleY, b * scaleY, left, top);
  context.fill(path);
}

function restoreTransform(context: PaintContext<never, never>, page: TransformMatrix): void {
  context.setTransform(page.a, page.b, page.c, page.d, page.e, page.f);
}

function paintPath(context: PaintContext<never, never>, item: PathItem, inkColour: (ink: DisplayInk) => string): void {
  context.beginPath();
  for (const segment of item.segments) {
    switch (segment.kind) {
      case "move":
        context.moveTo(segment.x, segment.y);
        break;
      case "line":
        context.lineTo(segment.x, segment.y);
        break;
      case "curve":
        context.bezierCurveTo(segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y);
        break;
      case "close":
        context.closePath();
        break;
      default:
        unreachable(segment);
    }
  }
  if (item.missing !== null) {
    context.strokeStyle = MISSING_CHARACTER;
    strokeWith(context, item);
    return;
  }
  if (item.fill !== null) {
    context.fillStyle = inkColour(item.fill);
    context.fill();
  }
  if (item.stroke !== null) {
    context.strokeStyle = inkColour(item.stroke);
    strokeWith(context, item);
  }
}

/** The outline of a missing character is seen whatever its own stroke says. */
const LEAST_MISSING_STROKE = 0.5;

function strokeWith(context: PaintContext<never, never>, item: PathItem): void {
  context.lineWidth = item.missing === null ? item.strokeWidth : Math.max(item.strokeWidth, LEAST_MISSING_STROKE);
  context.setLineDash(item.dash === null ? [] : [...item.dash]);
  context.stroke();
}

function paintPicture<Path, Picture>(
  context: PaintContext<Path, Picture>,
  item: PictureItem,
  resources: PaintResources<Path, Picture>,
): void {
  const picture = item.assetId === null ? null : resources.picture(item.assetId);
  if (picture === null) {
    paintPlaceholder(context, item);
    return;
  }
  context.save();
  context.beginPath();
  context.rect(item.clip.x, item.clip.y, item.clip.width, item.clip.height);
  context.clip();
  context.drawImage(picture, item.rect.x, item.rect.y, item.rect.width, item.rect.height);
  context.restore();
}

/** A grey field with both diagonals, as a layout sheet marks the place of a picture. */
function paintPlaceholder(context: PaintContext<never, never>, item: PictureItem): void {
  const { x, y, width, height } = item.clip;
  context.fillStyle = PLACEHOLDER_FILL;
  context.fillRect(x, y, width, height);
  context.strokeStyle = PLACEHOLDER_LINE;
  context.lineWidth = PLACEHOLDER_LINE_WIDTH;
  context.setLineDash([]);
  context.beginPath();
  context.rect(x, y, width, height);
  context.moveTo(x, y);
  context.lineTo(x + width, y + height);
  context.moveTo(x + width, y);
  context.lineTo(x, y + height);
  context.stroke();
}
