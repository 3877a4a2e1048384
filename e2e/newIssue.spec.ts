import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

test("an editor makes a new issue, draws an article on the grid, writes it and saves", async ({ page }) => {
  await page.goto(server.url);
  await expect(page.locator('[data-article="lead"]')).toBeAttached();
  await page.getByRole("menuitem", { name: "文件" }).click();
  await page.getByRole("menuitem", { name: "新建一期…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "文件夹名" }).fill("new-issue");
  await dialog.getByRole("button", { name: "新建" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('[data-article="lead"]')).toHaveCount(0);

  // Drawn with the article tool on the empty page.
  const canvas = (await page.locator("[data-canvas]").boundingBox())!;
  await page.getByRole("button", { name: /^新稿件/ }).click();
  const start = { x: canvas.x + canvas.width / 2 - 120, y: canvas.y + canvas.height / 2 - 160 };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 100, start.y + 120);
  await page.mouse.move(start.x + 220, start.y + 260);
  await page.mouse.up();
  const drawn = page.locator("[data-article]");
  await expect(drawn).toHaveCount(1);

  await page.getByRole("textbox", { name: "主题", exact: true }).fill("海上风电场进入安装高峰期");
  const body = page.getByRole("textbox", { name: "正文" });
  await body.focus();
  await page.keyboard.insertText("昨日上午，记者在现场看到，3台龙门吊正在同时作业。\n项目总投资12.6亿元。");
  await expect(drawn).toHaveAccessibleName(/海上风电场/);
  await page.screenshot({ path: "test-results/window-new-issue.png" });

  await page.keyboard.press("Control+s");
  await expect.poll(() => readdirSync(join(server.home, "new-issue", "stories"))).toHaveLength(1);
});
