import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

const LINE = 11.25;
const LEAD_WIDTH = 423;

const panel = (page: Page): Locator => page.getByRole("region", { name: "电子报预览" });
const headline = (page: Page): Locator => panel(page).getByRole("article").getByRole("heading", { level: 3 });
const area = (page: Page, name: string | RegExp): Locator => panel(page).locator(".epaper-areas").getByRole("button", { name });
const painted = (page: Page, pageId: string): Locator => panel(page).locator(`canvas[data-painted="${pageId}"]`);

async function openIssue(page: Page): Promise<void> {
  await page.goto(server.url);
  await expect(page.locator("[data-article=lead]")).toBeAttached();
}

async function openByMenu(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "视图" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^电子报预览/ }).click();
  await expect(painted(page, "p01")).toBeVisible();
}

async function boundsOf(locator: Locator) {
  const bounds = await locator.boundingBox();
  if (bounds === null) throw new Error("The element is not on the screen");
  return bounds;
}

/** Drags the foot of the lead up by so many lines. */
async function shortenLead(page: Page, lines: number): Promise<void> {
  const body = await boundsOf(page.locator("[data-box=lead-body]"));
  const zoom = body.width / LEAD_WIDTH;
  await page.mouse.click(body.x + body.width / 2, body.y + body.height / 2);
  const article = await boundsOf(page.locator("[data-article=lead]"));
  const foot = { x: article.x + article.width / 2, y: article.y + article.height };
  await page.mouse.move(foot.x, foot.y);
  await page.mouse.down();
  await page.mouse.move(foot.x, foot.y - lines * LINE * zoom, { steps: 6 });
  await page.mouse.up();
}

/** How dark the middle of a region of the page's picture is on average: 0 is black, 255 is white. */
async function brightness(page: Page, region: string): Promise<number> {
  return await page.locator(`[data-region="${region}"]`).evaluate((polygon) => {
    const canvas = polygon.closest(".epaper-sheet")?.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!(polygon instanceof SVGPolygonElement) || !canvas || !context) throw new Error("No picture");
    const box = polygon.getBBox();
    const { data } = context.getImageData(box.x * canvas.width, box.y * canvas.height, box.width * canvas.width, box.height * canvas.height);
    let sum = 0;
    for (let index = 0; index < data.length; index += 4) sum += (data[index] ?? 0) + (data[index + 1] ?? 0) + (data[index + 2] ?? 0);
    return sum / (data.length / 4) / 3;
  });
}

test("the page is shown as its readers get it: a region opens its article, pictures with their words, and the next one", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await openIssue(page);
  await openByMenu(page);
  // Text and photo are painted under the regions: neither blank nor a block of grey.
  await expect.poll(() => brightness(page, "p01-r2")).toBeLessThan(240);
  expect(await brightness(page, "p01-r2")).toBeGreaterThan(120);
  await expect(panel(page)).toContainText("版面上的文字和图块都在热区里");
  await area(page, /^八部门/).hover();
  await page.screenshot({ path: "test-results/epaper-preview.png" });

  await panel(page).locator('[data-region="p01-r1"]').click();
  await expect(headline(page)).toHaveText("八部门推进“人工智能+制造”专项行动");
  await expect(panel(page).getByRole("article")).toContainText("促进人工智能技术与制造业应用“双向赋能”");
  await expect(panel(page).locator(".epaper-text b")).toHaveText(/据证券时报消息/);
  await expect(area(page, /^八部门/)).toHaveAttribute("aria-pressed", "true");
  await panel(page).getByRole("button", { name: "下一篇" }).click();
  await expect(headline(page)).toHaveText("黄宁生赴中山调研工会工作");
  const photo = panel(page).getByRole("img", { name: /五个人在厂房里交谈/ });
  expect(await photo.evaluate((picture: HTMLImageElement) => picture.decode().then(() => picture.naturalWidth))).toBeGreaterThan(1000);
  await expect(panel(page).locator("figcaption")).toContainText("/摄");
  await page.screenshot({ path: "test-results/epaper-preview-article.png" });
  await panel(page).getByRole("button", { name: "下一篇" }).click();
  await expect(panel(page).locator(".epaper-briefs li")).toHaveCount(6);
  await panel(page).getByRole("button", { name: "选中此稿" }).click();
  await expect(page.locator(".story-panel")).toContainText("标题新闻");

  // A pointer leads to its page, where nothing stands.
  await panel(page).getByRole("button", { name: "返回版面" }).click();
  await area(page, /8 视觉/).click();
  await expect(panel(page)).toContainText("第08版");
  await expect(panel(page)).toContainText("本版没有文章。");
  await expect(page.locator("[data-page=p08]")).toHaveAttribute("aria-selected", "true");
  expect(complaints).toEqual([]);
});

test("text that is over is marked and listed; continued on page 2 it is covered, and the jump is followed there and back", async ({ page }) => {
  await openIssue(page);
  await openByMenu(page);
  await shortenLead(page, 10);
  const row = panel(page).locator(".epaper-uncovered-row");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("八部门");
  await expect(row).toContainText(/溢出，版面上没有印出\s*\d{3} 字/);
  await expect(panel(page).locator("[data-mark=frame]")).toHaveCount(1);
  // The mark lies over the foot of the lead in the picture.
  const sheet = await boundsOf(panel(page).locator(".epaper-sheet"));
  const mark = await boundsOf(panel(page).locator("[data-mark=end]"));
  const trim = await boundsOf(panel(page).locator("canvas"));
  expect(mark.y).toBeGreaterThan(sheet.y + sheet.height * 0.25);
  expect(mark.y).toBeLessThan(trim.y + trim.height * 0.55);
  await page.screenshot({ path: "test-results/epaper-preview-over.png" });
  await page.locator("[data-box=briefs-body]").click({ position: { x: 20, y: 60 } });
  await row.click();
  await expect(page.locator(".story-panel")).toContainText("溢");

  await page.locator("[data-page=p02]").click();
  await page.getByRole("menuitem", { name: "版面" }).click();
  await page.getByRole("menuitem", { name: "在本版续排" }).click();
  await expect(row).toHaveCount(0);
  await expect(panel(page)).toContainText("版面上的文字和图块都在热区里");
  await page.locator("[data-page=p01]").click();
  await area(page, "下转第2版").click();
  await expect(page.locator("[data-page=p02]")).toHaveAttribute("aria-selected", "true");
  await expect(painted(page, "p02")).toBeVisible();
  await expect(panel(page).locator("polygon[data-reached]")).toHaveCount(1);
  await expect(area(page, /^八部门/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(headline(page)).toHaveText(/^八部门/);
  await expect(panel(page).locator(".epaper-printed")).toHaveText(/第01版 要闻\s*下转 第02版/);
  await page.screenshot({ path: "test-results/epaper-preview-jump.png" });
  await panel(page).locator(".epaper-printed").getByRole("button", { name: /第01版/ }).click();
  await expect(page.locator("[data-page=p01]")).toHaveAttribute("aria-selected", "true");
  await expect(headline(page)).toHaveText(/^八部门/);

  // What is typed in the story is read in the preview once the typing rests.
  await panel(page).getByRole("button", { name: "选中此稿" }).click();
  await page.locator("#story-body").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("<b>新写的话</b>");
  await expect(panel(page).locator(".epaper-text")).toContainText("<b>新写的话</b>");
});

test("an article that is withheld is no area and no entry, its place is greyed, and nothing is missing", async ({ page }) => {
  await openIssue(page);
  await openByMenu(page);
  await area(page, /^黄宁生/).focus();
  await page.keyboard.press("Enter");
  await panel(page).getByRole("button", { name: "选中此稿" }).click();
  await page.getByLabel("电子报", { exact: true }).selectOption({ label: "不上网，只见于版面图" });
  await expect(area(page, /^黄宁生/)).toHaveCount(0);
  await expect(headline(page)).toHaveCount(0);
  await expect(panel(page).locator(".epaper-item")).toHaveCount(2);
  expect(await panel(page).locator(".epaper-withheld").count()).toBeGreaterThan(2);
  await expect(panel(page)).toContainText("版面上的文字和图块都在热区里");
  await page.screenshot({ path: "test-results/epaper-preview-withheld.png" });
});

test("everything in the preview is reached with keys alone, and no key of the page works through it", async ({ page }) => {
  await openIssue(page);
  await page.locator("[data-article=second]").focus();
  await page.keyboard.press("Control+Alt+p");
  await expect(panel(page)).toBeFocused();
  await expect(painted(page, "p01")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(area(page, /^八部门/)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(page.locator("[data-article=second]")).toBeAttached();
  // The focus is drawn along the area's own polygons, not as an outline scaled with the page.
  expect(await area(page, /^八部门/).evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("none");
  expect(await area(page, /^八部门/).locator("polygon").first().evaluate((element) => getComputedStyle(element).strokeWidth)).toBe("3px");
  await page.screenshot({ path: "test-results/epaper-preview-keyboard.png" });
  await page.keyboard.press("Enter");
  await expect(headline(page)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(headline(page)).toHaveText(/^黄宁生/);
  await expect(headline(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(area(page, /^黄宁生/)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(panel(page)).toContainText("第02版");
  await page.keyboard.press("Control+Alt+p");
  await expect(panel(page)).toBeHidden();
  await expect(page.locator("[data-canvas]")).toBeFocused();
});

test("axe finds no fault in the preview, whether a list or an article is shown", async ({ page }) => {
  await openIssue(page);
  await openByMenu(page);
  const faults = async () => (await new AxeBuilder({ page }).include(".epaper-panel").analyze()).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`));
  expect(await faults()).toEqual([]);
  await shortenLead(page, 10);
  await expect(panel(page).locator(".epaper-uncovered-row")).toHaveCount(1);
  expect(await faults()).toEqual([]);
  await area(page, /^黄宁生/).focus();
  await page.keyboard.press("Enter");
  await expect(headline(page)).toHaveText(/^黄宁生/);
  expect(await faults()).toEqual([]);
});
