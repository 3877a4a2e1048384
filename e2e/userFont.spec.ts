import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

const fontFile = join(import.meta.dirname, "..", "host", "fonts", "testing", "NotoSansCJKsc-Test.otf");

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

/** Chooses a file for 文字 › 载入字体…. */
async function load(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "文字" }).click();
  await page.getByRole("menuitem", { name: "载入字体…" }).click();
  await (await chooser).setFiles(file);
}

test("an editor loads a font of their own, sets a style in it at once, and is told why another cannot be used", async ({ page }) => {
  await page.goto(server.url);
  await expect(page.locator("[data-painted]")).toBeAttached();
  await load(page, fontFile);
  await expect(page.getByText("已载入字体 Noto Sans CJK SC")).toBeVisible();
  expect(readdirSync(join(server.home, ".config", "broadsheet", "fonts"))).toEqual(["NotoSansCJKsc-Regular.ttf"]);

  await page.getByRole("tab", { name: "样式" }).click();
  const font = page.getByRole("tabpanel", { name: "样式" }).getByRole("combobox", { name: "字体", exact: true });
  await font.selectOption({ label: "Noto Sans CJK SC 400" });
  await expect(font.locator("option:checked")).toHaveText("Noto Sans CJK SC 400");

  await load(page, fontFile);
  await expect(page.getByText("NotoSansCJKsc-Test.otf: a font named NotoSansCJKsc-Regular is here already")).toBeVisible();
  await load(page, { name: "坏.ttf", mimeType: "font/ttf", buffer: Buffer.from("no font at all") });
  await expect(page.getByText("坏.ttf: it is no single TrueType or OpenType font")).toBeVisible();
});
