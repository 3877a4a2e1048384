import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

/** What the saved issue's styles file says. */
function savedStyles(): string {
  const issue = readdirSync(server.home).find((name) => name.startsWith("nanfang"))!;
  const folder = join(server.home, issue, "settings");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

test("an editor makes a spot colour, prints a style in a tint of it, changes it, undoes, and saves", async ({ page }) => {
  await page.goto(server.url);
  const palette = page.getByRole("region", { name: "色板" });
  await palette.getByRole("button", { name: "新建颜色" }).click();
  await palette.getByLabel("名称").fill("专红");
  await palette.getByLabel("名称").press("Enter");
  await palette.getByLabel("种类").selectOption({ label: "专色" });
  const inks = palette.getByLabel("四色代替");
  await inks.fill("0 90 80 0");
  await inks.press("Enter");
  await expect(palette).toContainText("总墨量 170%");
  await expect(palette).toContainText("未使用");
  await inks.fill("100 90 80 0");
  await inks.press("Enter");
  await expect(palette).toContainText("超过 240%");
  await inks.blur();
  await page.keyboard.press("Control+z");
  await expect(palette).toContainText("总墨量 170%");

  await page.getByRole("tab", { name: "样式" }).click();
  const styles = page.getByRole("tabpanel", { name: "样式" });
  await styles.getByRole("combobox", { name: "墨色", exact: true }).selectOption({ label: "专红" });
  const tint = styles.getByLabel("浓度");
  await tint.fill("30");
  await tint.press("Enter");
  await page.getByRole("tab", { name: "属性" }).click();
  await palette.getByRole("button", { name: "修改颜色 专红" }).click();
  await expect(palette).toContainText("1 处使用");
  await page.keyboard.press("Control+s");
  await expect.poll(savedStyles).toMatch(/"swatch": "[^"]+",\s+"tint": 0\.3/);
  expect(savedStyles()).toContain("专红");
});
