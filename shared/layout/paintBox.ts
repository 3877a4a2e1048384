import type { BoxDisplay, DisplayItem, DisplayLine } from "../display/displayList";
import type { Rect } from "../geometry/rect";
import type { Pt } from "../geometry/units";
import type { Asset, Box } from "../model/document";
import type { ComposedLine } from "./flowParagraph";
import { paintBackdrops } from "./paintBackdrops";
import { paintLine } from "./paintLine";
import { paintPanel, paintPicture, paintRule } from "./paintShape";

/** What a box shows: its own shape, what stands behind its paragraphs, then its lines. It is painted when it is first read, and then stays the same. */
export function paintBox(box: Box, asset: Asset | null, lines: readonly ComposedLine[]): BoxDisplay {
  return new PaintedBox(box, asset, lines);
}

class PaintedBox implements BoxDisplay {
  readonly boxId: string;
  private readonly box: Box;
  private readonly asset: Asset | null;
  private readonly composed: readonly ComposedLine[];
  private knownBounds: Rect | null = null;
  private known: Painting | null = null;

  constructor(box: Box, asset: Asset | null, composed: readonly ComposedLine[]) {
    this.boxId = box.id;
    this.box = box;
    this.asset = asset;
    this.composed = composed;
  }

  get bounds(): Rect {
    return (this.knownBounds ??= boundsOf(this.box, this.composed));
  }

  get items(): readonly DisplayItem[] {
    return this.painting.items;
  }

  get lines(): readonly DisplayLine[] {
    return this.painting.lines;
  }

  private get painting(): Painting {
    return (this.known ??= paint(this.box, this.asset, this.composed));
  }
}

interface Painting {
  readonly items: readonly DisplayItem[];
  readonly lines: readonly DisplayLine[];
}

function paint(box: Box, asset: Asset | null, composed: readonly ComposedLine[]): Painting {
  const items: DisplayItem[] = [...shapeOf(box, asset), ...paintBackdrops(composed, gutterOf(box))];
  const lines = composed.map((each): DisplayLine => {
    const from = items.length;
    items.push(...paintLine(each));
    return { line: each.line, from, to: items.length };
  });
  return { items, lines };
}

function shapeOf(box: Box, asset: Asset | null): readonly DisplayItem[] {
  switch (box.kind) {
    case "panel":
      return paintPanel(box);
    case "rule":
      return paintRule(box);
    case "picture":
      return paintPicture(box, asset);
    case "text":
    case "title":
    case "caption":
    case "furniture":
      return [];
  }
}

function gutterOf(box: Box): Pt | null {
  return box.kind === "text" && box.columns > 1 ? box.gutter : null;
}

/** Glyphs may reach over their em box; this much of it on every side holds all ink of the fonts used. */
const INK_OVERHANG_EM = 0.5;

function boundsOf({ rect }: Box, lines: readonly ComposedLine[]): Rect {
  let left = rect.x;
  let top = rect.y;
  let right = rect.x + rect.width;
  let bottom = rect.y + rect.height;
  for (const { line, source } of lines) {
    const over = INK_OVERHANG_EM * source.prepared.size;
    left = Math.min(left, line.rect.x - over);
    top = Math.min(top, line.rect.y - over);
    right = Math.max(right, line.rect.x + line.rect.width + over);
    bottom = Math.max(bottom, line.rect.y + line.rect.height + over);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
