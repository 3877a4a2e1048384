import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

const dialog = (page: Page) => page.getByRole("dialog");

async function openDialog(page: Page): Promise<void> {
  await page.goto(server.url);
  await expect(page.locator('[data-article="lead"]')).toBeAttached();
  await page.getByRole("menuitem", { name: "文件" }).click();
  await page.getByRole("menuitem", { name: "输出印刷文件…" }).click();
  await expect(dialog(page).getByRole("combobox", { name: "预设" })).toBeVisible();
}

test("an editor makes the press files of an issue, with their names told before", async ({ page }) => {
  await openDialog(page);
  const folder = join(server.home, "plant");
  await expect(dialog(page).getByRole("list", { name: "文件" }).getByRole("listitem")).toHaveCount(8);
  await expect(dialog(page).getByRole("list", { name: "文件" })).toContainText("nfgb2026011203.pdf");
  await expect(dialog(page)).toContainText("没有发现错误");
  await dialog(page).getByRole("textbox", { name: "版面范围" }).fill("1-2, 8");
  await expect(dialog(page).getByRole("list", { name: "文件" }).getByRole("listitem")).toHaveCount(3);
  await dialog(page).getByRole("textbox", { name: "输出到的文件夹" }).fill(folder);
  await page.screenshot({ path: "test-results/press-form.png" });
  expect((await new AxeBuilder({ page }).include(".dialog").analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await dialog(page).getByRole("button", { name: "输出" }).click();
  await expect(dialog(page)).toContainText("已输出 3 个文件", { timeout: 60_000 });
  await page.screenshot({ path: "test-results/press-done.png" });
  expect(readdirSync(folder).sort()).toEqual(["nfgb2026011201.pdf", "nfgb2026011202.pdf", "nfgb2026011208.pdf"]);
  expect(readFileSync(join(folder, "nfgb2026011201.pdf"), "latin1")).toContain("PDF/X-4");

  // The next time starts with what was chosen this time.
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press("Control+p");
  await expect(dialog(page).getByRole("textbox", { name: "输出到的文件夹" })).toHaveValue(folder);
});

test("a folder is found with the keyboard alone, and Enter in a field writes the files", async ({ page }) => {
  await openDialog(page);
  await expect(dialog(page).getByRole("combobox", { name: "预设" })).toBeFocused();
  mkdirSync(join(server.home, "印厂"), { recursive: true });
  await dialog(page).getByRole("textbox", { name: "输出到的文件夹" }).fill(server.home);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("listbox")).toBeVisible();
  await dialog(page).getByRole("option", { name: /印厂/ }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("textbox", { name: "输出到的文件夹" })).toHaveValue(join(server.home, "印厂"));
  await page.screenshot({ path: "test-results/press-folder.png" });
  await dialog(page).getByRole("textbox", { name: "版面范围" }).fill("2");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toContainText("已输出 1 个文件", { timeout: 60_000 });
  expect(readdirSync(join(server.home, "印厂"))).toEqual(["nfgb2026011202.pdf"]);
});

test("a proof asks for its round, a broken preset and an RGB profile are refused with their reasons", async ({ page }) => {
  mkdirSync(join(server.home, ".config", "broadsheet", "presets"), { recursive: true });
  writeFileSync(join(server.home, ".config", "broadsheet", "presets", "old.json"), "{");
  await openDialog(page);
  await dialog(page).getByRole("combobox", { name: "预设" }).selectOption({ label: "校样" });
  await dialog(page).getByRole("spinbutton", { name: "校次" }).fill("2");
  await expect(dialog(page)).toContainText("old.json: it is no JSON");

  const load = async (button: string, name: string, bytes: Buffer | string) => {
    const choosing = page.waitForEvent("filechooser");
    await dialog(page).getByRole("button", { name: button }).click();
    await (await choosing).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  };
  const x4 = JSON.parse(readFileSync(join(import.meta.dirname, "..", "assets", "presets", "x4.json"), "utf8")) as Record<string, unknown>; // ships with the program
  await load("载入预设文件 (.json)", "plant.json", JSON.stringify({ ...x4, fileName: "{code}{day}.pdf" }));
  await expect(dialog(page).getByRole("alert")).toContainText("plant.json: fileName: there is no field {day}");
  await load("载入 ICC 特性文件", "screen.icc", rgbProfile());
  await expect(dialog(page).getByRole("alert")).toContainText("screen.icc");
  await page.screenshot({ path: "test-results/press-refused.png" });

  await load("载入预设文件 (.json)", "plant.json", JSON.stringify({ ...x4, name: { zh: "南方印务", en: "Southern Press" }, fileName: "{date}-{page}.pdf" }));
  await expect(dialog(page).getByRole("combobox", { name: "预设" })).toHaveValue("plant");
  await expect(dialog(page).getByRole("list", { name: "文件" })).toContainText("20260112-03.pdf");
  expect(existsSync(join(server.home, ".config", "broadsheet", "presets", "plant.json"))).toBe(true);
});

test("errors of preflight have to be confirmed", async ({ page }) => {
  await openDialog(page);
  await page.keyboard.press("Escape");
  // A frame that is too short for its text is an error.
  const body = (await page.locator("[data-box=lead-body]").boundingBox())!;
  await page.mouse.click(body.x + body.width / 2, body.y + body.height / 2);
  const article = (await page.locator("[data-article=lead]").boundingBox())!;
  const foot = { x: article.x + article.width / 2, y: article.y + article.height };
  await page.mouse.move(foot.x, foot.y);
  await page.mouse.down();
  await page.mouse.move(foot.x, foot.y - 80, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.press("Control+p");
  await expect(dialog(page)).toContainText(/处错误/);
  await expect(dialog(page).getByRole("button", { name: "输出", exact: true })).toBeDisabled();
  await dialog(page).getByRole("checkbox", { name: "明知有错，仍要输出" }).check();
  await expect(dialog(page).getByRole("button", { name: "输出", exact: true })).toBeEnabled();
  await page.screenshot({ path: "test-results/press-errors.png" });
  await page.keyboard.press("Escape");
  await page.getByRole("menuitem", { name: "视图" }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await page.keyboard.press("Control+p");
  await expect(dialog(page)).toContainText("the text does not fit");
  await page.screenshot({ path: "test-results/press-english.png" });
  // Another page has no errors of its own.
  await dialog(page).getByRole("textbox", { name: "Range of pages" }).fill("2");
  await expect(dialog(page).getByRole("button", { name: "Export", exact: true })).toBeEnabled();
});

test("the foot of the window shows how far any export is, and what came of one whose dialog was closed", async ({ page }) => {
  await openDialog(page);
  const folder = join(server.home, "closed");
  await dialog(page).getByRole("textbox", { name: "输出到的文件夹" }).fill(folder);
  await dialog(page).getByRole("radio", { name: /^全部/ }).check();
  await dialog(page).getByRole("button", { name: "输出", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "通知" })).toContainText(`已导出：${folder}`, { timeout: 60_000 });
  expect(readdirSync(folder)).toHaveLength(8);

  await page.keyboard.press("Control+Shift+e");
  await dialog(page).getByRole("textbox", { name: "文件夹名" }).fill("paper");
  await dialog(page).getByRole("button", { name: "导出" }).click();
  await expect(page.locator(".status-bar").getByRole("progressbar")).toBeVisible();
  await expect(page.locator(".status-bar")).toContainText(/正在制作第 \d 版（\d \/ 8）/);
  await page.screenshot({ path: "test-results/press-status.png" });
  await page.locator(".status-bar").getByRole("button", { name: "取消" }).click();
  await expect(page.getByRole("region", { name: "通知" })).toContainText("已取消", { timeout: 20_000 });
  expect(existsSync(join(server.home, "paper"))).toBe(false);
});

test("取消 ends an export whose worker hangs, and nothing of it is left", async ({ page }) => {
  test.skip(process.platform !== "linux", "looks for the worker in /proc");
  await openDialog(page);
  const folder = join(server.home, "hanging");
  await dialog(page).getByRole("radio", { name: /^全部/ }).check();
  await dialog(page).getByRole("textbox", { name: "输出到的文件夹" }).fill(folder);
  const stopping = stopWorker(server.home);
  await dialog(page).getByRole("button", { name: "输出", exact: true }).click();
  const pid = await stopping;
  await expect(dialog(page).getByRole("progressbar")).toBeVisible();
  await page.screenshot({ path: "test-results/press-running.png" });
  await dialog(page).getByRole("button", { name: "取消" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("已取消", { timeout: 20_000 });
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(`/proc/${pid}`)).toBe(false);
});

/** Stops the export worker of this server as soon as it runs, as if it hung; answers its number. */
async function stopWorker(home: string): Promise<number> {
  for (let waited = 0; waited < 20_000; waited += 5) {
    for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
      try {
        if (!readFileSync(`/proc/${name}/cmdline`, "utf8").includes("exportWorker.js")) continue;
        if (!readFileSync(`/proc/${name}/environ`, "utf8").split("\0").includes(`BROADSHEET_HOME=${home}`)) continue;
        process.kill(Number(name), "SIGSTOP");
        return Number(name);
      } catch {
        // It ended meanwhile, or is another user's.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("no export worker was started");
}

/** The head of an ICC profile of an RGB screen. */
function rgbProfile(): Buffer {
  const bytes = Buffer.alloc(200);
  bytes.writeUInt32BE(200, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  bytes.write("acsp", 36, "latin1");
  return bytes;
}
