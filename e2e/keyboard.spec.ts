import { expect, test } from "@playwright/test";
import { startBroadsheet, type BroadsheetServer } from "./broadsheetServer";

let server: BroadsheetServer;
test.beforeAll(async () => {
  server = await startBroadsheet();
});
test.afterAll(() => server.stop());

test("an article is reached, moved by lines and taken back with keys alone", async ({ page }) => {
  await page.goto(server.url);
  const lead = page.locator('[data-article="lead"]');
  await expect(lead).toBeAttached();
  await lead.focus();
  const before = (await lead.boundingBox())!;
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await lead.boundingBox())!.y).toBeGreaterThan(before.y + 2);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await lead.boundingBox())!.y).toBeCloseTo(before.y, 0);
});

test("the window speaks English when asked, and keeps it", async ({ page }) => {
  await page.goto(server.url);
  await expect(page.locator('[data-article="lead"]')).toBeAttached();
  await page.getByRole("menuitem", { name: "视图" }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("menuitem", { name: "File" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("menuitem", { name: "File" })).toBeVisible();
  await expect(page.locator('[data-article="lead"]')).toBeAttached();
  await page.screenshot({ path: "test-results/window-english.png" });
});

test("nothing the window does breaks its own security policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(server.url);
  await expect(page.locator('[data-article="lead"]')).toBeAttached();
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe("undefined");
});

test("a stranger without the token gets nothing", async ({ request }) => {
  const origin = new URL(server.url).origin;
  expect((await request.get(`${origin}/`, { maxRedirects: 0 })).status()).toBe(403);
  expect((await request.get(`${origin}/?token=wrong`, { maxRedirects: 0 })).status()).toBe(403);
  expect((await request.post(`${origin}/host/describe`, { data: [] })).status()).toBe(403);
});
