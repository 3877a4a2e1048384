import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { serveFolder, type FileServer } from "./fileServer";
import config from "../playwright.config";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "broadsheet-reader-"));

// The program's own Chinese fonts for the browser, so that screenshots are the same on machines without any.
const fonts = join(folder, "fonts.conf");
writeFileSync(fonts, `<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${root}/node_modules/@expo-google-fonts</dir></fontconfig>`);
test.use({ launchOptions: { ...config.use?.launchOptions, env: { ...definedEnvironment(), FONTCONFIG_FILE: fonts } } });

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const DATE = "2026-01-12";

let server: FileServer;
let start: string;
test.beforeAll(async () => {
  const site = join(folder, "site");
  execFileSync(process.execPath, [join(root, "scripts/broadsheet.mjs"), "export", "assets/samples/nanfang-gongbao-2026-01-12", "--site", site], { cwd: root });
  // An older issue in the list, as an export on another day would have left it.
  cpSync(join(site, DATE), join(site, "2026-01-05"), { recursive: true });
  const list = JSON.parse(readFileSync(join(site, "issues.json"), "utf8"));
  list.issues.push({ ...list.issues[0], date: "2026-01-05", href: "2026-01-05/", number: 5219 });
  writeFileSync(join(site, "issues.json"), JSON.stringify(list));
  server = await serveFolder(site);
  start = `${server.url}${DATE}/`;
});
test.afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const reading = (page: Page): Locator => page.locator(".reading");

/** Clicks on the middle of a region of the page's picture, wherever the picture is. */
async function clickRegion(page: Page, id: string): Promise<void> {
  const area = (await page.locator(`#${id}`).boundingBox())!;
  await page.mouse.click(area.x + area.width / 2, area.y + area.height / 2);
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

test.describe("in a desktop window", () => {
  test.use({ viewport: DESKTOP });

  test("a hot area opens its article, which leads to the next and back to the page", async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(start);
    await page.screenshot({ path: "test-results/reader-desktop.png" });
    await clickRegion(page, "p01-r1");
    await expect(reading(page).getByRole("heading", { level: 1 })).toHaveText("八部门推进“人工智能+制造”专项行动");
    await expect(page.locator(".overlay a.open")).toHaveAttribute("data-stem", "lead");
    await reading(page).locator(".reading-bar a[rel=next]").click();
    await expect(reading(page).getByRole("heading", { level: 1 })).toHaveText("黄宁生赴中山调研工会工作");
    await expect(reading(page).getByRole("img")).toHaveAttribute("alt", /五个人在厂房里交谈/);
    expect(await reading(page).locator("figure img").evaluate((picture: HTMLImageElement) => picture.decode().then(() => picture.naturalWidth))).toBeGreaterThan(1000);
    await page.screenshot({ path: "test-results/reader-article.png" });
    await page.goBack();
    await expect(reading(page).getByRole("heading", { level: 1 })).toHaveText(/^八部门/);
    await page.getByRole("button", { name: "返回版面" }).click();
    await expect(reading(page)).toBeHidden();
    expect(complaints).toEqual([]);
  });

  test("areas lie over what they show at every zoom, which wheel, buttons and dragging change", async ({ page }) => {
    await page.goto(start);
    const ratio = (): Promise<readonly number[]> =>
      page.evaluate(() => {
        const picture = document.querySelector(".picture")!.getBoundingClientRect();
        const area = document.querySelector<SVGPolygonElement>("#p01-r5")!;
        const corners = [...area.points].map((point) => point.matrixTransform(area.getScreenCTM()!));
        const [xs, ys] = [corners.map(({ x }) => (x - picture.x) / picture.width), corners.map(({ y }) => (y - picture.y) / picture.height)];
        return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      });
    const issue = JSON.parse(readFileSync(join(folder, "site", DATE, "issue.json"), "utf8"));
    const [[left, top], , [right, bottom]] = issue.pages[0].regions.find(({ id }: { id: string }) => id === "p01-r5").polygon;
    const stated = [left, top, right, bottom];
    const expectSame = async (): Promise<void> => (await ratio()).forEach((value, index) => expect(value).toBeCloseTo(stated[index], 3));
    await expectSame();
    const fitted = (await page.locator(".picture").boundingBox())!.width;
    await page.getByRole("button", { name: "放大" }).click();
    await page.getByRole("button", { name: "放大" }).click();
    await expect.poll(async () => (await page.locator(".picture").boundingBox())!.width).toBeCloseTo(fitted * 1.25 ** 2, 0);
    await expectSame();
    await page.mouse.move(600, 500);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -480);
    await page.keyboard.up("Control");
    await expect.poll(async () => (await page.locator(".picture").boundingBox())!.width).toBeGreaterThan(fitted * 2);
    await expectSame();
    const before = (await page.locator(".picture").boundingBox())!;
    await page.mouse.down();
    await page.mouse.move(500, 400, { steps: 4 });
    await page.mouse.up();
    const after = (await page.locator(".picture").boundingBox())!;
    expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([-100, -100]);
    await expect(reading(page)).toBeHidden();
    // The sharp picture is taken once it is needed.
    await expect.poll(() => page.locator(".picture").evaluate((picture: HTMLImageElement) => picture.currentSrc)).toMatch(/2778\.jpg$/);
    await page.screenshot({ path: "test-results/reader-zoomed.png" });
  });

  test("words are found in the issue, and a found article opens", async ({ page }) => {
    await page.goto(start);
    await page.keyboard.press("/");
    await page.keyboard.insertText("双向赋能");
    const results = page.locator(".results");
    await expect(results.locator("a")).toHaveCount(1);
    await expect(results.locator("mark")).toHaveText("双向赋能");
    await page.screenshot({ path: "test-results/reader-search.png" });
    await page.keyboard.press("Enter");
    await expect(reading(page).getByRole("heading", { level: 1 })).toHaveText(/^八部门/);
    await page.locator(".search input").fill("没有这样的话");
    await expect(results).toHaveText("没有找到。");
  });

  test("everything is reached with keys alone", async ({ page }) => {
    await page.goto(start);
    const focused = page.locator(":focus");
    for (let presses = 0; presses < 40 && !(await focused.evaluateAll(([first]) => first?.matches(".overlay a") ?? false)); presses++) await page.keyboard.press("Tab");
    await expect(focused).toHaveAttribute("aria-label", /^八部门/);
    await page.screenshot({ path: "test-results/reader-keyboard.png" });
    await page.keyboard.press("Enter");
    await expect(reading(page).getByRole("heading", { level: 1 })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(reading(page).getByRole("heading", { level: 1 })).toHaveText(/^黄宁生/);
    await page.keyboard.press("Escape");
    await expect(reading(page)).toBeHidden();
    await expect(focused).toHaveAttribute("aria-label", /^八部门/);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
    await page.screenshot({ path: "test-results/reader-keys.png" });
    await page.keyboard.press("Escape");
    await page.keyboard.press("+");
    await expect(page.locator(".zoom")).toHaveText("125%");
    await page.keyboard.press("0");
    await page.keyboard.press("ArrowRight");
    await expect(page).toHaveURL(/page-02\.html$/);
    await expect(page.locator(".contents")).toContainText("本版没有文章");
  });

  test("past issues are listed where the site has a list, and English is a click away and kept", async ({ page }) => {
    await page.goto(start);
    await page.getByRole("button", { name: "往期" }).click();
    const dialog = page.getByRole("dialog", { name: "往期" });
    await expect(dialog.getByRole("link")).toHaveCount(2);
    await page.screenshot({ path: "test-results/reader-issues.png" });
    await dialog.getByRole("link", { name: "5日" }).click();
    await expect(page).toHaveURL(/2026-01-05\/index\.html$/);
    await page.getByRole("button", { name: "Switch to English" }).or(page.getByRole("button", { name: "English" })).click();
    await expect(page.getByRole("heading", { name: "On this page" })).toBeVisible();
    await page.goto(`${start}page-01.html#article-briefs`);
    await expect(page.getByRole("button", { name: "Back to the page" })).toBeVisible();
    await page.goto(server.url);
    await page.screenshot({ path: "test-results/reader-shelf.png" });
  });

  test("every button and link has a name, every picture a text, and one heading is the first", async ({ page }) => {
    for (const path of ["", "#article-second", "articles/second.html", "../"]) {
      await page.goto(start + path);
      if (path.startsWith("#")) await expect(reading(page)).toBeVisible();
      const nameless = await page.locator("button:visible, a:visible, input:visible, [role=region], nav, dialog").evaluateAll((elements) =>
        elements.filter((element) => {
          const words = [element.getAttribute("aria-label"), element.querySelector("img")?.alt, element.textContent];
          return words.every((name) => (name ?? "").trim() === "");
        }).map((element) => element.outerHTML.slice(0, 120)),
      );
      expect(nameless).toEqual([]);
      expect(await page.locator("img:not([alt])").count()).toBe(0);
      expect(await page.locator("h1").count()).toBeGreaterThan(0);
      const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

/** What axe finds on a page, by rule and place. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`));
}

for (const [name, viewport] of [["desktop", DESKTOP], ["phone", PHONE]] as const) {
  test(`axe finds no fault in any view in a ${name}'s window`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const path of ["", "page-02.html", "#article-second", "articles/second.html", "../"]) {
      await page.goto(start + path);
      if (path.startsWith("#")) await expect(reading(page)).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.goto(start);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "往期" }).click();
    await expect(page.getByRole("dialog", { name: "往期" })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.insertText("工会");
    await expect(page.locator(".results a").first()).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}

test.describe("in a phone's window", () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

  test("the page is as wide as the window, and an article covers it", async ({ page }) => {
    await page.goto(start);
    expect((await page.locator(".picture").boundingBox())!.width).toBeCloseTo(PHONE.width, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    await page.screenshot({ path: "test-results/reader-phone.png" });
    const area = (await page.locator("#p01-r9").boundingBox())!;
    await page.touchscreen.tap(area.x + area.width / 2, area.y + area.height / 2);
    await expect(reading(page).getByRole("heading", { level: 1 })).toHaveText("标题新闻");
    await expect(reading(page).locator("#brief2")).toHaveClass("shown");
    expect(await reading(page).boundingBox()).toEqual({ x: 0, y: 0, ...PHONE });
    await page.screenshot({ path: "test-results/reader-phone-article.png" });
    await page.getByRole("button", { name: "返回版面" }).tap();
    await expect(reading(page)).toBeHidden();
  });
});

test.describe("with scripts off", () => {
  test.use({ viewport: DESKTOP, javaScriptEnabled: false });

  test("the image map leads to the article, the article to the next, and pages to each other", async ({ page }) => {
    await page.goto(start);
    await page.screenshot({ path: "test-results/reader-scripts-off.png" });
    const picture = (await page.locator(".picture").boundingBox())!;
    const coords = (await page.locator("area[data-region=p01-r1]").getAttribute("coords"))!.split(",").map(Number);
    expect(Math.round(picture.width)).toBe(1080);
    await page.mouse.click(picture.x + (coords[0]! + coords[2]!) / 2, picture.y + (coords[1]! + coords[5]!) / 2);
    await expect(page).toHaveURL(/articles\/lead\.html$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^八部门/);
    await page.screenshot({ path: "test-results/reader-scripts-off-article.png" });
    await page.locator(".steps a[rel=next]").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^黄宁生/);
    await page.locator(".printed a").click();
    await expect(page).toHaveURL(/page-01\.html/);
    await page.locator(".page-tools a[rel=next]").click();
    await expect(page).toHaveURL(/page-02\.html/);
  });
});
