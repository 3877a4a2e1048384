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
      const original = prototype.fillText;
      prototype.fillText = function (text: string, x: number, y: number) {
        // Rulers and badges are drawn in other fonts than the page's.
        if (this.font.includes("px")) drawn.push({ text, x, y, size: Number.parseFloat(this.font) });
        original.call(this, text, x, y);
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

/** The Han characters drawn in an area with type of a size, line by line down each of its columns. */
export function hanLines(pieces: readonly DrawnText[], area: Area, columns: number, size: number): readonly string[] {
  const lines = new Map<string, { column: number; y: number; pieces: DrawnText[] }>();
  for (const piece of pieces) {
    const inside =
      piece.x >= area.x - 1 && piece.x < area.x + area.width && piece.y > area.y && piece.y <= area.y + area.height + 1;
    if (!inside || piece.size !== size) continue;
    const column = Math.floor(((piece.x - area.x + 1) / area.width) * columns);
    const key = `${column} ${piece.y.toFixed(1)}`;
    const line = lines.get(key) ?? { column, y: piece.y, pieces: [] };
    line.pieces.push(piece);
    lines.set(key, line);
  }
  return [...lines.values()]
    .sort((a, b) => a.column - b.column || a.y - b.y)
    .map((line) => onlyHan(line.pieces.sort((a, b) => a.x - b.x).map((piece) => piece.text).join("")))
    .filter((text) => text !== "");
}

/** A text without everything that is not a Han character: marks, digits and letters are drawn as outlines. */
export function onlyHan(text: string): string {
  return text.replace(/\P{Script=Han}/gu, "");
}
