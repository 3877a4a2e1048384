import { expect, test, type Page } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

const LINE = 11.25;

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boundsOf(page: Page, id: string): Promise<Bounds> {
  const bounds = await page.locator(`[data-box="${id}"]`).boundingBox();
  if (bounds === null) throw new Error(`${id} is not on the screen`);
  return bounds;
}

const fit = (page: Page) => page.locator(".story-panel").getByTestId("fit");

/** How many lines the badge says are over; none where it says none. */
async function linesOver(page: Page): Promise<number> {
  return Number(/溢 (\d+) 行/.exec((await fit(page).textContent()) ?? "")?.[1] ?? 0);
}

test("a dragged foot counts lines as it goes and stops where the story fits; the ladder makes it fit and is undone", async ({ page }) => {
  await page.goto(server.url);
  await expect(page.locator("[data-box=lead-body]")).toBeAttached();
  const before = await boundsOf(page, "lead-body");
  const zoom = before.width / 423;
  await page.mouse.click(before.x + before.width / 2, before.y + before.height / 2);
  await expect(fit(page)).toHaveText(/\S/);

  // Up by ten lines: the count grows with the pointer, in the frame it moves in.
  const article = await page.locator("[data-article=lead]").boundingBox();
  if (article === null) throw new Error("The lead is not on the screen");
  const foot = { x: article.x + article.width / 2, y: article.y + article.height };
  await page.mouse.move(foot.x, foot.y);
  await page.mouse.down();
  const counts: number[] = [];
  for (let lines = 1; lines <= 10; lines++) {
    await page.mouse.move(foot.x, foot.y - lines * LINE * zoom);
    counts.push(await linesOver(page));
  }
  expect(counts.at(-1)).toBeGreaterThan(10);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));

  // Down again, a few pixels a step: the edge stops where the last line has just found room, and says so with a guide.
  let stopped: string | null = null;
  for (let pixels = 10 * LINE * zoom; pixels > -6 * LINE * zoom && stopped === null; pixels -= 3) {
    await page.mouse.move(foot.x, foot.y - pixels);
    const words = await fit(page).textContent();
    if (words !== null && !words.includes("溢")) stopped = words;
  }
  expect(stopped).toMatch(/^(正好排满|余 [1-3] 行)$/);
  await page.screenshot({ path: "test-results/fitting-stop.png" });
  await page.mouse.up();
  await expect(fit(page)).toHaveText(stopped ?? "");

  // Two lines less than it needs: the ladder says how it can fit all the same.
  const fitted = await page.locator("[data-article=lead]").boundingBox();
  if (fitted === null) throw new Error("The lead is not on the screen");
  const edge = { x: fitted.x + fitted.width / 2, y: fitted.y + fitted.height };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.keyboard.down("Control");
  await page.mouse.move(edge.x, edge.y - LINE * zoom, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up("Control");
  await expect(fit(page)).toHaveText(/溢/);
  const over = await linesOver(page);
  await page.getByText("排齐", { exact: true }).click();
  const apply = page.locator(".copyfit").getByRole("button", { name: /^应用到/, disabled: false });
  await expect(apply.first()).toBeVisible();
  await page.screenshot({ path: "test-results/fitting-ladder.png" });
  await apply.last().click();
  await expect.poll(() => linesOver(page)).toBeLessThan(over);
  await expect(page.locator(".copyfit summary")).toBeFocused();
  await expect(page.locator(".copyfit-applied")).toContainText("已用");
  await page.screenshot({ path: "test-results/fitting-applied.png" });
  await page.keyboard.press("Control+z");
  await expect.poll(() => linesOver(page)).toBe(over);
});

test("a frame is set vertical and back, a headline broken by sense, each undone in a step", async ({ page }) => {
  await page.goto(server.url);
  const body = page.locator("[data-box=lead-body]");
  await expect(body).toBeAttached();
  const bounds = await boundsOf(page, "lead-body");
  await page.mouse.dblclick(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
  const properties = page.locator(".properties-panel");
  const direction = properties.getByRole("combobox", { name: "排向" });
  await expect(direction).toHaveValue("horizontal");
  const horizontal = await fit(page).textContent();
  await direction.selectOption("vertical");
  await expect(properties.getByRole("textbox", { name: "横栏数" })).toBeVisible();
  await page.screenshot({ path: "test-results/fitting-vertical.png" });
  await page.keyboard.press("Control+z");
  await expect(direction).toHaveValue("horizontal");
  await expect(fit(page)).toHaveText(horizontal ?? "");

  // The lines between text and title change hands, the title's words stay.
  const title = await boundsOf(page, "lead-title");
  await page.mouse.dblclick(title.x + title.width / 2, title.y + title.height / 2);
  const lines = properties.getByRole("textbox", { name: "占行" });
  const taken = Number(await lines.inputValue());
  await lines.fill(String(taken + 1));
  await lines.press("Enter");
  await expect.poll(async () => (await boundsOf(page, "lead-title")).height).toBeGreaterThan(title.height);
  await expect.poll(async () => (await boundsOf(page, "lead-body")).height).toBeLessThan(bounds.height);
  await page.keyboard.press("Control+z");
  await properties.getByRole("button", { name: "按词义断行" }).click();
  await expect(page.getByRole("menuitem", { name: "编辑" })).toBeVisible();
  await expect.poll(async () => page.evaluate(() => document.querySelector(".notices")?.textContent ?? "")).toBe("");
  await page.screenshot({ path: "test-results/fitting-sense.png" });
  await page.getByRole("menuitem", { name: "编辑" }).click();
  await expect(page.getByRole("menuitem", { name: /撤销 · 标题断行/ })).toBeVisible();
  await page.keyboard.press("Escape");

  // The letters fill the frame's width, within the house's limits, in one step.
  const width = properties.getByRole("textbox", { name: "主题字宽" });
  const tracking = properties.getByRole("textbox", { name: "主题字距" });
  const letters = async () => `${await width.inputValue()} ${await tracking.inputValue()}`;
  const natural = await letters();
  await properties.getByRole("button", { name: "撑满框宽" }).click();
  await expect.poll(letters).not.toBe(natural);
  await page.screenshot({ path: "test-results/fitting-width.png" });
  await page.keyboard.press("Control+z");
  await expect.poll(letters).toBe(natural);

  // A photo that fills its whole rectangle has no outline, and the window says so.
  const photo = await boundsOf(page, "second-photo");
  await page.keyboard.press("v");
  await page.mouse.click(photo.x + photo.width / 2, photo.y + photo.height / 2);
  await expect(page.locator("#story-body")).toHaveValue(/省人大/);
  await page.mouse.dblclick(photo.x + photo.width / 2, photo.y + photo.height / 2);
  await properties.getByRole("button", { name: "描出轮廓" }).click();
  await expect(page.locator(".notices")).toContainText("分不出轮廓");
});
