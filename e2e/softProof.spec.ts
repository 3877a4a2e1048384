import { expect, test, type Page } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

/** The brightest colour of the painted page: its paper. */
async function paper(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("[data-canvas] .konvajs-content canvas")!;
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d")!.getImageData(0, Math.floor(height / 2), width, 1);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const key = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const brightest = [...counts].filter(([, count]) => count > 20).map(([key]) => key.split(",").map(Number)).sort((a, b) => b[0]! - a[0]!);
    return brightest[0] ?? [];
  });
}

test("an editor sees the page in the colours of newsprint, and as it was again", async ({ page }) => {
  await page.goto(server.url);
  await expect(page.locator("[data-painted]")).toBeAttached();
  await expect.poll(() => paper(page)).toEqual([255, 255, 255]);
  await page.keyboard.press("Control+Alt+y");
  await expect.poll(async () => (await paper(page))[0]).toBeLessThan(225);
  const [red, , blue] = await paper(page);
  expect(red! - blue!).toBeGreaterThan(2);
  await page.keyboard.press("Control+Alt+y");
  await expect.poll(() => paper(page)).toEqual([255, 255, 255]);
});
