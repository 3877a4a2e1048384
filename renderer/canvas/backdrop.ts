import type { Size } from "../../shared/geometry/rect";
import type { NewspaperGrid, Page } from "../../shared/model/document";
import { columnLeft, columnRight, lineBottom, typeAreaRect } from "../../shared/model/gridGeometry";
import type { CanvasColours } from "./canvasColours";
import type { DeviceTransform } from "./deviceTransform";

/** What lies behind the boxes. A new object whenever it looks different. */
export interface Backdrop {
  readonly size: Size;
  /** The paper's colour in a soft proof, or null for white. */
  readonly paper: string | null;
  readonly grid: { readonly grid: NewspaperGrid; readonly page: Page } | null;
  /** Printed on nothing: why the page is empty. */
  readonly note: string;
  readonly colours: CanvasColours;
}

/** An earlier picture of the canvas and the transform it was painted with. */
export interface BackdropPicture {
  readonly picture: OffscreenCanvas;
  readonly transform: DeviceTransform;
}

const PAPER = "#ffffff";
const SHADOW = "rgba(22, 27, 34, 0.28)";
const SHADOW_BLUR = 14;
const SHADOW_FALL = 3;
const GRID_COLUMN = "rgba(41, 121, 214, 0.09)";
const GRID_EDGE = "rgba(41, 121, 214, 0.32)";
const GRID_LINE = "rgba(41, 121, 214, 0.22)";
const NOTE = "#9aa0a8";
/** Lines closer than this, in device pixels, are left out: they would be a grey veil. */
const CLOSEST_LINES = 4;

/** Paints pasteboard, paper, grid and note over the whole canvas; or an earlier picture of it, scaled, in their place. */
export function paintBackdrop(
  context: CanvasRenderingContext2D,
  backdrop: Backdrop,
  transform: DeviceTransform,
  pixelRatio: number,
  earlier: BackdropPicture | null,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = backdrop.colours.pasteboard;
  context.fillRect(0, 0, width, height);
  paintPaper(context, backdrop.size, backdrop.paper ?? PAPER, transform, pixelRatio);
  if (earlier !== null) {
    paintScaled(context, earlier, transform, pixelRatio);
    return;
  }
  if (backdrop.grid !== null) paintGrid(context, backdrop.grid.grid, backdrop.grid.page, transform);
  if (backdrop.note !== "") paintNote(context, backdrop, transform);
}

function paintPaper(context: CanvasRenderingContext2D, size: Size, paper: string, transform: DeviceTransform, pixelRatio: number): void {
  const { left, top, scale } = transform;
  context.save();
  context.shadowColor = SHADOW;
  context.shadowBlur = SHADOW_BLUR * pixelRatio;
  context.shadowOffsetY = SHADOW_FALL * pixelRatio;
  context.fillStyle = paper;
  context.fillRect(left, top, Math.round(size.width * scale), Math.round(size.height * scale));
  context.restore();
}

function paintScaled(
  context: CanvasRenderingContext2D,
  earlier: BackdropPicture,
  transform: DeviceTransform,
  pixelRatio: number,
): void {
  const factor = transform.scale / earlier.transform.scale;
  context.save();
  // On fine screens smoothing costs twice as much as the copy itself, and its absence is hardly seen.
  context.imageSmoothingEnabled = factor < 1 || pixelRatio < 2;
  context.drawImage(
    earlier.picture,
    transform.left - earlier.transform.left * factor,
    transform.top - earlier.transform.top * factor,
    earlier.picture.width * factor,
    earlier.picture.height * factor,
  );
  context.restore();
}

function paintGrid(context: CanvasRenderingContext2D, grid: NewspaperGrid, page: Page, transform: DeviceTransform): void {
  const x = (at: number) => transform.left + Math.round(at * transform.scale);
  const y = (at: number) => transform.top + Math.round(at * transform.scale);
  const area = typeAreaRect(grid, page);
  const top = y(area.y);
  const bottom = y(area.y + area.height);
  for (let column = 0; column < grid.columns; column++) {
    const left = x(columnLeft(grid, page, column));
    const right = x(columnRight(grid, page, column));
    context.fillStyle = GRID_COLUMN;
    context.fillRect(left, top, right - left, bottom - top);
    context.fillStyle = GRID_EDGE;
    context.fillRect(left, top, 1, bottom - top);
    context.fillRect(right - 1, top, 1, bottom - top);
  }
  context.fillStyle = GRID_LINE;
  const every = Math.max(1, Math.ceil(CLOSEST_LINES / (grid.pitch * transform.scale)));
  for (let line = every - 1; line < grid.lines; line += every) {
    context.fillRect(x(area.x), y(lineBottom(grid, page, line)), x(area.x + area.width) - x(area.x), 1);
  }
}

function paintNote(context: CanvasRenderingContext2D, backdrop: Backdrop, transform: DeviceTransform): void {
  const size = Math.max(8, (backdrop.size.width * transform.scale) / 28);
  context.font = `${size}px ${backdrop.colours.font}`;
  context.letterSpacing = "0px";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = NOTE;
  context.fillText(
    backdrop.note,
    transform.left + (backdrop.size.width * transform.scale) / 2,
    transform.top + backdrop.size.height * transform.scale * 0.4,
  );
  context.textAlign = "left";
}
