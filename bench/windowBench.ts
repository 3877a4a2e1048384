import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";

/** What a drag across the full page cost, and how long the window took to show it. */
export interface WindowFigures {
  /** From asking for the page to its text being on the canvas, in milliseconds. */
  readonly readyMilliseconds: number;
  readonly drag: DragFigures;
}

/** Figures of one drag: CPU time of the page's main thread is what a busy machine hardly disturbs. */
export interface DragFigures {
  readonly frames: number;
  readonly mainThreadMillisecondsPerFrame: number;
  readonly frameMillisecondsMedian: number;
  readonly frameMillisecondsP95: number;
}

const VIEWPORT = { width: 1600, height: 1000 };
const MOVES = 120;
const CHROMIUM_FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Opens an issue in Chromium, drawn by software, and drags one of its articles across the page. */
export async function measureWindow(projectRoot: string, issueFolder: string, home: string): Promise<WindowFigures> {
  const program = spawn(process.execPath, [join(projectRoot, "scripts/broadsheet.mjs"), "open", issueFolder], {
    env: { ...process.env, BROADSHEET_HOME: home, BROADSHEET_NO_WINDOW: "1", XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await chromium.launch({ executablePath: process.env["BROADSHEET_TEST_BROWSER"] ?? "/usr/bin/chromium", args: CHROMIUM_FLAGS });
  try {
    const url = await addressOf(program);
    const page = await browser.newPage({ viewport: VIEWPORT });
    const readyMilliseconds = await open(page, url);
    return { readyMilliseconds: Math.round(readyMilliseconds), drag: await dragAcross(page, browser) };
  } finally {
    await browser.close();
    program.kill("SIGTERM");
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    program.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    });
    program.once("exit", (code) => reject(new Error(`The program ended with ${code}`)));
  });
}

/** Opens the window and waits until text of the page has been drawn. */
async function open(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    for (const prototype of [CanvasRenderingContext2D.prototype, OffscreenCanvasRenderingContext2D.prototype]) {
      const draw = Reflect.get(prototype, "fillText") as (text: string, x: number, y: number) => void; // its standard type
      prototype.fillText = function (text: string, x: number, y: number) {
        Reflect.apply(draw, this, [text, x, y]);
        if (/\p{Script=Han}{4}/u.test(text)) (globalThis as { firstText?: number }).firstText ??= performance.now();
      };
    }
  });
  const start = performance.now();
  await page.goto(url);
  await page.waitForFunction(() => (globalThis as { firstText?: number }).firstText !== undefined, undefined, { polling: "raf" });
  // One more frame brings the drawing to the screen.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return performance.now() - start;
}

async function dragAcross(page: Page, browser: Browser): Promise<DragFigures> {
  const article = page.locator("[data-article='article-7']");
  const bounds = await article.boundingBox();
  if (bounds === null) throw new Error("The article is not on the screen");
  const start = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height * 0.6 };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 6);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    let last = performance.now();
    const tick = (now: number) => {
      times.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const thread = await rendererMainThread(browser);
  const before = cpuMilliseconds(thread);
  for (let move = 1; move <= MOVES; move++) {
    const angle = (move / MOVES) * Math.PI * 2;
    await page.mouse.move(start.x + Math.sin(angle) * 260, start.y + (1 - Math.cos(angle)) * 120);
  }
  const cpu = cpuMilliseconds(thread) - before;
  const times = (await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes)).slice(2);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  const sorted = [...times].sort((a, b) => a - b);
  return {
    frames: times.length,
    mainThreadMillisecondsPerFrame: round(cpu / times.length),
    frameMillisecondsMedian: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    frameMillisecondsP95: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
  };
}

/** The kernel's figures of the page's main thread: the busiest renderer process of this browser. */
async function rendererMainThread(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter((info) => info.type === "renderer").sort((a, b) => b.cpuTime - a.cpuTime);
  const [busiest] = renderers;
  if (busiest === undefined) throw new Error("The browser has no renderer process");
  const tasks = `/proc/${busiest.id}/task`;
  const main = readdirSync(tasks).find((id) => id === String(busiest.id));
  return join(tasks, main ?? String(busiest.id), "schedstat");
}

function cpuMilliseconds(schedstat: string): number {
  return Number(readFileSync(schedstat, "utf8").split(" ")[0]) / 1e6;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
