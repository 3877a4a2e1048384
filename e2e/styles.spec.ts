import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

/** Opens the window with the sample and selects its second article. */
async function openSecond(page: Page): Promise<Locator> {
  await page.goto(server.url);
  const title = page.locator('[data-box="second-title"]');
  await expect(title).toBeAttached();
  const bounds = (await title.boundingBox())!;
  await page.mouse.click(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
  const body = page.getByRole("textbox", { name: "正文" });
  await expect(body).toHaveValue(/^1月7日/);
  return body;
}

/** Selects the first characters of the body with the keyboard. */
async function selectFirst(page: Page, body: Locator, count: number): Promise<void> {
  await body.focus();
  await page.keyboard.press("Control+Home");
  for (let character = 0; character < count; character++) await page.keyboard.press("Shift+ArrowRight");
}

/** What the stories of the saved issue say. */
function savedStories(): string {
  const [issue] = readdirSync(server.home).filter((name) => name.startsWith("nanfang"));
  if (issue === undefined) throw new Error(`no issue in ${server.home}`);
  const folder = join(server.home, issue, "stories");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

test("an editor sets a paragraph with a drop cap and a selection with dots, by keyboard, undoes, redoes, saves and opens again", async ({ page }) => {
  const body = await openSecond(page);
  const style = page.getByRole("combobox", { name: "段落样式" });
  const dots = page.getByRole("button", { name: "着重号" });
  const first = page.locator(".story-paragraph").first();

  await selectFirst(page, body, 4);
  await expect(style.locator("option:checked")).toHaveText("正文");
  await expect(dots).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Control+Shift+Period");
  await expect(dots).toHaveAttribute("aria-pressed", "true");
  await expect(first.locator(".story-mark.dotted")).toHaveText("1月7日");
  await expect(body).toBeFocused();

  // The list of paragraph styles by its key, a choice, and the keyboard is back in the text with its selection.
  await page.keyboard.press("Control+Shift+Y");
  await expect(style).toBeFocused();
  await style.selectOption({ label: "首字下沉" });
  await expect(body).toBeFocused();
  await expect(first).toHaveAttribute("data-style", "首字下沉");
  await expect(dots).toHaveAttribute("aria-pressed", "true");

  // Typed inside the marked words, a character is marked as well.
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.insertText("份");
  await expect(first.locator(".story-mark.dotted")).toHaveText("1份月7日");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(first).toHaveAttribute("data-style", "正文");
  await page.keyboard.press("Control+z");
  await expect(first.locator(".story-mark")).toHaveCount(0);
  for (let step = 0; step < 2; step++) await page.keyboard.press("Control+Shift+z");
  await expect(first.locator(".story-mark.dotted")).toHaveText("1月7日");
  await expect(first).toHaveAttribute("data-style", "首字下沉");
  await page.screenshot({ path: "test-results/window-styles.png" });

  await page.keyboard.press("Control+s");
  await expect.poll(savedStories).toMatch(/dropCapBody/u);
  expect(savedStories()).toMatch(/dotted/u);
  await openSecond(page);
  await expect(first.locator(".story-mark.dotted")).toHaveText("1月7日");
  await expect(first).toHaveAttribute("data-style", "首字下沉");
});

test("text typed on the page is marked by key, by menu and by button, and stays selected", async ({ page }) => {
  await openSecond(page);
  const frame = (await page.locator('[data-box="second-body"]').boundingBox())!;
  await page.getByRole("button", { name: /^文字/ }).click();
  await page.mouse.click(frame.x + 20, frame.y + 60);
  const typing = page.locator(".canvas-typing");
  await expect(typing).toBeFocused();
  for (let character = 0; character < 3; character++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+u");
  const line = page.getByRole("button", { name: "专名号" });
  await expect(line).toHaveAttribute("aria-pressed", "true");
  await line.click();
  await expect(line).toHaveAttribute("aria-pressed", "false");
  await expect(typing).toBeFocused();
  await page.getByRole("menuitem", { name: "文字" }).click();
  await page.getByRole("menuitemcheckbox", { name: "示亡号" }).click();
  await expect(page.getByRole("button", { name: "示亡号" })).toHaveAttribute("aria-pressed", "true");
  await expect(typing).toBeFocused();
  await expect(page.locator(".story-mark.deceased")).toHaveText(/^.{3}$/u);
  await page.keyboard.press("Control+Shift+Backslash");
  await expect(page.locator(".story-mark.deceased")).toHaveCount(0);
});

test("a style is copied, renamed and edited while the page follows, and bad values are refused with a sentence", async ({ page }) => {
  const body = await openSecond(page);
  await selectFirst(page, body, 1);
  await page.keyboard.press("Control+Alt+t");
  const panel = page.getByRole("region", { name: "样式" });
  const chosen = panel.getByRole("listbox", { name: "样式列表" }).getByRole("option", { selected: true });
  await expect(panel.getByRole("listbox", { name: "样式列表" })).toBeFocused();
  await expect(chosen).toHaveText(/正文|首字下沉/);

  const fit = page.locator(".story-foot");
  const before = await fit.innerText();
  const size = panel.getByRole("textbox", { name: "字号" });
  await size.fill("很大");
  await size.press("Enter");
  await expect(panel.getByRole("alert")).toContainText("很大");
  await expect(size).toHaveValue("很大");
  await size.fill("四号");
  await size.press("Enter");
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await expect.poll(() => fit.innerText()).not.toBe(before);
  await page.keyboard.press("Control+z");
  await expect.poll(() => fit.innerText()).toBe(before);

  await panel.getByRole("button", { name: "新建副本" }).click();
  const name = panel.getByRole("textbox", { name: "样式名" });
  await expect(name).toHaveValue(/副本$/);
  await name.fill("要闻正文");
  await name.press("Enter");
  await expect(chosen).toHaveText("要闻正文");
  await panel.getByRole("listbox", { name: "样式列表" }).focus();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
});

test("a rule of composition is changed, says what the house's default is, and is reset by one click or one undo", async ({ page }) => {
  await page.goto(server.url);
  await expect(page.locator('[data-article="lead"]')).toBeAttached();
  const rules = page.getByRole("region", { name: "排版规则" });
  await expect(rules).toContainText("已改 2 项");
  const hanging = page.getByRole("combobox", { name: "行末悬挂" });
  await expect(hanging.locator("option:checked")).toHaveText("关（默认）");
  await hanging.selectOption({ label: "开" });
  await expect(rules).toContainText("已改 3 项");
  await page.getByRole("button", { name: "恢复默认：关" }).click();
  await expect(hanging.locator("option:checked")).toHaveText("关（默认）");

  const slot = page.getByRole("textbox", { name: "最窄排字" });
  await slot.fill("0");
  await slot.press("Enter");
  await expect(page.getByRole("alert")).toContainText("须在 1 与 50 之间");
  await slot.fill("6");
  await slot.press("Enter");
  await expect(page.getByRole("button", { name: "恢复默认：4 字" })).toBeVisible();
  await rules.getByRole("button", { name: "全部恢复默认" }).click();
  await expect(rules).toContainText("均为默认");
  await page.locator("[data-canvas]").focus();
  for (const left of ["已改 3 项", "已改 2 项", "已改 3 项", "已改 2 项"]) {
    await page.keyboard.press("Control+z");
    await expect(rules).toContainText(left);
  }
});
