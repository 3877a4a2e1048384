import { expect, test, type CDPSession } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

/** Types as a pinyin input method does: the letters one by one as a composition, then the chosen words. */
async function compose(session: CDPSession, letters: string, words: string): Promise<void> {
  for (let length = 1; length <= letters.length; length++) {
    const text = letters.slice(0, length);
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", windowsVirtualKeyCode: 229, key: "Process" });
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send("Input.insertText", { text: words });
}

test("an input method composes in the story panel undisturbed, and its words are one undo step", async ({ page }) => {
  await page.goto(server.url);
  const second = page.locator('[data-box="second-title"]');
  await expect(second).toBeAttached();
  const bounds = (await second.boundingBox())!;
  await page.mouse.click(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
  const body = page.getByRole("textbox", { name: "正文" });
  await expect(body).toHaveValue(/^1月7日/);
  const before = await body.inputValue();
  await body.focus();
  await page.keyboard.press("Control+Home");

  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "zuo", selectionStart: 3, selectionEnd: 3 });
  // While composing, the letters stand in the field and the issue is unchanged.
  await expect(body).toHaveValue(`zuo${before}`);
  await expect(page.locator('[data-article="second"]')).not.toHaveAccessibleName(/zuo/);
  await compose(session, "zuori", "昨日");
  await expect(body).toHaveValue(`昨日${before}`);

  // A second composition straight behind the first, then a cancelled one, which leaves no trace.
  await compose(session, "shangwu", "上午");
  await expect(body).toHaveValue(`昨日上午${before}`);
  await session.send("Input.imeSetComposition", { text: "lei", selectionStart: 3, selectionEnd: 3 });
  await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  await expect(body).toHaveValue(`昨日上午${before}`);

  await page.keyboard.press("Control+z");
  await expect(body).not.toHaveValue(/上午/);
  for (let step = 0; step < 3 && (await body.inputValue()) !== before; step++) await page.keyboard.press("Control+z");
  await expect(body).toHaveValue(before);
});
