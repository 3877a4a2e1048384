import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";
import { drawnText, forgetCanvasText, linesIn, onlyHan, recordCanvasText, type Area } from "./canvasText";
import { pdfWords } from "./pdfText";

// The grid of the sample: 四开, 6 columns of 11 characters of 9 pt with a gutter of one, lines of 11.25 pt.
const COLUMN_STEP = 108;
const LINE_PITCH = 11.25;
const FOUR_COLUMNS = 423;
const BODY_SIZE = 9;

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

const article = (page: Page, id: string) => page.locator(`[data-article="${id}"]`);
const box = (page: Page, id: string) => page.locator(`[data-box="${id}"]`);

async function boundsOf(locator: Locator) {
  const bounds = await locator.boundingBox();
  if (bounds === null) throw new Error("The element is not on the screen");
  return bounds;
}

/** Drags from a point by a distance, in steps as a hand does. */
async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(from.x + (by.x * step) / 8, from.y + (by.y * step) / 8);
  await page.mouse.up();
}

/** Drags an article by whole columns and checks that it landed on the grid. */
async function dragArticle(page: Page, id: string, handle: string, columns: number, zoom: number): Promise<void> {
  const before = await boundsOf(article(page, id));
  const grip = await boundsOf(box(page, handle));
  // A few pixels off on purpose: the snap makes up for them.
  await drag(page, { x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 }, { x: columns * COLUMN_STEP * zoom + 2, y: 2 });
  await expect.poll(async () => (await boundsOf(article(page, id))).x - before.x).toBeCloseTo(columns * COLUMN_STEP * zoom, 0);
  expect((await boundsOf(article(page, id))).y).toBeCloseTo(before.y, 0);
}

/** Where a box of the page is, in points, from where its element is on the screen. */
async function areaOf(page: Page, id: string, zoom: number, origin: { x: number; y: number }): Promise<Area> {
  const bounds = await boundsOf(box(page, id));
  return { x: (bounds.x - origin.x) / zoom, y: (bounds.y - origin.y) / zoom, width: bounds.width / zoom, height: bounds.height / zoom };
}

test("a front page is moved, pulled, corrected, saved and exported, with the same lines everywhere", async ({ page }) => {
  await recordCanvasText(page);
  await page.goto(server.url);
  await expect(article(page, "lead")).toBeAttached();
  await page.screenshot({ path: "test-results/window-opened.png" });
  const zoom = (await boundsOf(box(page, "lead-body"))).width / FOUR_COLUMNS;

  // The lead article goes two columns to the right; while it is dragged its text runs round the briefs.
  await dragArticle(page, "lead", "lead-body", 2, zoom);
  await expect(article(page, "lead")).toHaveAccessibleName(/溢出 \d+ 行/);
  await page.keyboard.press("Control+z");
  await expect(article(page, "lead")).not.toHaveAccessibleName(/溢出/);
  await page.keyboard.press("Control+Shift+z");
  await expect(article(page, "lead")).toHaveAccessibleName(/溢出 \d+ 行/);

  // The rest of the page follows, so that the two sides are exchanged and nothing stands on anything else.
  await dragArticle(page, "briefs", "briefs-body", -4, zoom);
  await dragArticle(page, "pointer", "pointer-text", -4, zoom);
  await dragArticle(page, "second", "second-body", 2, zoom);
  await expect(article(page, "lead")).not.toHaveAccessibleName(/溢出/);

  // The photo is pulled four lines taller: the text beside it reflows and says how much is over.
  const photo = await boundsOf(box(page, "second-photo"));
  const middle = { x: photo.x + photo.width / 2, y: photo.y + photo.height / 2 };
  await page.mouse.click(middle.x, middle.y);
  await page.mouse.click(middle.x, middle.y);
  await drag(page, { x: middle.x, y: photo.y + photo.height }, { x: 0, y: 4 * LINE_PITCH * zoom });
  await expect.poll(async () => (await boundsOf(box(page, "second-photo"))).height / zoom).toBeCloseTo(photo.height / zoom + 4 * LINE_PITCH, 0);
  await expect(article(page, "second")).toHaveAccessibleName(/溢出 [1-9]\d* 行/);
  await page.screenshot({ path: "test-results/window-photo-pulled.png" });

  // One word is corrected, taken back, and done again.
  const body = page.getByRole("textbox", { name: "正文" });
  const title = await boundsOf(box(page, "lead-title"));
  await page.mouse.click(title.x + title.width / 2, title.y + title.height / 2);
  await expect(body).toHaveValue(/^近日，工信部/);
  await body.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.insertText("日前");
  await expect(body).toHaveValue(/^日前，工信部/);
  await page.keyboard.press("Control+z");
  await expect(body).toHaveValue(/^近日，工信部/);
  await page.keyboard.press("Control+Shift+z");
  await expect(body).toHaveValue(/^日前，工信部/);

  // Saved: the folder holds the correction.
  await page.keyboard.press("Control+s");
  const folder = join(server.home, "nanfang-gongbao-2026-01-12");
  await expect.poll(() => savedStories(folder)).toContain("日前，工信部");

  // Exported: the page as PDF, the issue as e-paper, by the menu.
  const pdf = join(server.home, "page.pdf");
  const issueJson = join(server.home, "epaper", "issue.json");
  await exportByMenu(page, "导出本版 PDF…", "page.pdf");
  await expect.poll(() => existsSync(pdf), { timeout: 30_000 }).toBe(true);
  // Exported once more under the same name: the window says so first.
  await page.getByRole("menuitem", { name: "文件" }).click();
  await page.getByRole("menuitem", { name: "导出本版 PDF…" }).click();
  await page.getByRole("dialog").getByRole("textbox").last().fill("page.pdf");
  await page.getByRole("dialog").getByRole("button", { name: "导出" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("同名文件已存在");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await chooseExport(page, "导出电子报…", "epaper");
  // Text is over: the window says what the e-paper would lack, and asks.
  const missing = page.getByRole("dialog", { name: "有内容没有进入电子报" });
  await expect(missing.getByRole("listitem")).not.toHaveCount(0);
  await missing.getByRole("button", { name: "仍要导出" }).click();
  await expect(missing).toBeHidden();
  await expect.poll(() => existsSync(issueJson), { timeout: 60_000 }).toBe(true);
  const epaper = JSON.parse(readFileSync(issueJson, "utf8"));

  // The same lines on canvas, in the PDF, and the same text in the e-paper.
  const lead = await areaOf(page, "lead-body", zoom, await pageOrigin(page));
  await page.keyboard.press("Escape");
  await forgetCanvasText(page);
  // Another zoom draws everything anew.
  await page.keyboard.press("Control+Minus");
  const grid = { columns: 4, pitch: LINE_PITCH };
  const bodyText = async () => (await drawnText(page)).filter((piece) => piece.size === BODY_SIZE);
  await expect.poll(async () => linesIn(await bodyText(), lead, grid).length, { message: "the page is drawn anew" }).toBeGreaterThan(100);
  const onCanvas = linesIn(await bodyText(), lead, grid).map(onlyHan);
  expect(linesIn(pdfWords(pdf), lead, grid).map(onlyHan)).toEqual(onCanvas);
  expect(onlyHan(regionText(epaper, "body", "八部门推进"))).toBe(onCanvas.join(""));
});

function savedStories(folder: string): string {
  return readdirSync(join(folder, "stories")).map((name) => readFileSync(join(folder, "stories", name), "utf8")).join("\n");
}

async function exportByMenu(page: Page, item: string, name: string): Promise<void> {
  await chooseExport(page, item, name);
  await expect(page.getByRole("dialog")).toBeHidden();
}

async function chooseExport(page: Page, item: string, name: string): Promise<void> {
  await page.getByRole("menuitem", { name: "文件" }).click();
  await page.getByRole("menuitem", { name: item }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").last().fill(name);
  await dialog.getByRole("button", { name: "导出" }).click();
}

/** Where the page's corner is on the screen: the masthead's rule begins at the grid's left edge, 66.012 pt in. */
async function pageOrigin(page: Page): Promise<{ x: number; y: number }> {
  const name = await boundsOf(box(page, "masthead-date"));
  const zoom = name.width / (COLUMN_STEP - BODY_SIZE);
  return { x: name.x - 66.012 * zoom, y: name.y - 66 * zoom };
}

interface EpaperIssue {
  readonly pages: readonly { readonly regions: readonly { readonly role?: string; readonly article?: string; readonly textRange?: readonly [number, number] }[] }[];
  readonly articles: readonly { readonly uri: string; readonly headlines?: readonly { readonly value: string }[]; readonly bodies?: readonly { readonly contentType: string; readonly value: string }[] }[];
}

/** The body text of the article whose headline begins so, as its regions hold it. */
function regionText(epaper: EpaperIssue, role: string, headline: string): string {
  const found = epaper.articles.find((each) => each.headlines?.some(({ value }) => value.startsWith(headline)));
  const regions = epaper.pages.flatMap((each) => each.regions).filter((region) => region.article === found?.uri && region.role === role);
  expect(regions.length).toBeGreaterThan(0);
  return found?.bodies?.find((each) => each.contentType === "text/plain")?.value ?? "";
}
