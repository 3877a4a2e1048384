import type { Page } from "@playwright/test";

/** One piece of text as it went onto a canvas, in page points. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Notes every text the window draws from now on; must be called before the page is opened. */
export async function recordCanvasText(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawn: DrawnText[] = [];
    Object.assign(globalThis, { drawnText: drawn });
    for (const prototype of [CanvasRenderingContext2D.prototype, OffscreenCanvasRenderingContext2D.prototype]) {
      const draw = Reflect.get(prototype, "fillText") as (text: string, x: number, y: number) => void; // its standard type
      prototype.fillText = function (text: string, x: number, y: number) {
        // Rulers and badges are drawn in other fonts than the page's.
        if (this.font.includes("px")) drawn.push({ text, x, y, size: Number.parseFloat(this.font) });
        Reflect.apply(draw, this, [text, x, y]);
      };
    }
  });
}

/** Forgets what was drawn so far. */
export async function forgetCanvasText(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as { drawnText: DrawnText[] }).drawnText.length = 0;
  });
}

/** What was drawn since it was last forgotten, each piece once. */
export async function drawnText(page: Page): Promise<readonly DrawnText[]> {
  const all = await page.evaluate(() => (globalThis as unknown as { drawnText: DrawnText[] }).drawnText);
  const known = new Map(all.map((piece) => [`${piece.text} ${piece.x.toFixed(2)} ${piece.y.toFixed(2)} ${piece.size}`, piece]));
  return [...known.values()];
}

/** A rectangle of the page in points. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Half the space between two columns, in points. */
const HALF_GUTTER = 4.6;

/** The text in an area, line by line down each of its columns; `pitch` is from one line to the next. */
export function linesIn(
  pieces: readonly { readonly text: string; readonly x: number; readonly y: number }[],
  area: Area,
  { columns, pitch }: { readonly columns: number; readonly pitch: number },
): readonly string[] {
  const lines = new Map<number, { text: string; x: number }[]>();
  for (const { text, x, y } of pieces) {
    // An opening mark at a line's start hangs its blank half into the gutter.
    const column = Math.floor(((x - area.x + HALF_GUTTER) / area.width) * columns);
    const line = Math.floor((y - area.y) / pitch);
    if (column < 0 || column >= columns || line < 0 || y > area.y + area.height) continue;
    const key = column * 1000 + line;
    lines.set(key, [...(lines.get(key) ?? []), { text, x }]);
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, words]) => words.sort((a, b) => a.x - b.x).map((word) => word.text).join(""));
}

/** A text without everything that is not a Han character: marks, digits and letters are drawn as outlines. */
export function onlyHan(text: string): string {
  return text.replace(/\P{Script=Han}/gu, "");
}
