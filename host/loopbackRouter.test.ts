import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assetShape } from "../shared/model/documentShapes";
import { hostUrls } from "../shared/platform/host";
import { openFontFiles } from "./fonts/fontFiles";
import { startLoopback, type Loopback } from "./loopback";
import { contentSecurityPolicy, createRouter } from "./requestRouter";
import { projectRoot, testServices } from "./testing/testServices";
import { scratchFolder } from "./testing/temporaryFolder";

const SECRET = "a file beside the window's";
const scratch = scratchFolder();
const services = testServices(scratch);
const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
let loopback: Loopback;
let cookie = "";

beforeAll(async () => {
  const rendererFolder = join(scratch, "window");
  mkdirSync(join(rendererFolder, "assets"), { recursive: true });
  writeFileSync(join(rendererFolder, "index.html"), "<!doctype html><title>\u5927\u6837</title>");
  writeFileSync(join(rendererFolder, "assets", "main-0a1b.js"), "export {};");
  writeFileSync(join(scratch, "secret.json"), SECRET);
  loopback = await startLoopback(createRouter({ services, fontFiles, rendererFolder, cacheFolder: join(scratch, "cache") }));
  const first = await fetch(loopback.url, { redirect: "manual" });
  cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
});
afterAll(async () => {
  await loopback.close();
  fontFiles.close();
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${loopback.origin}${path}`, { method, headers: { cookie, ...headers } });
const put = (path: string, body: Uint8Array<ArrayBuffer>) =>
  fetch(`${loopback.origin}${path}`, { method: "PUT", body, headers: { cookie, origin: loopback.origin } });

/** Everything the server says to a request line as it stands; `fetch` would tidy it up. */
function raw(target: string): Promise<string> {
  const { hostname, port, host } = new URL(loopback.origin);
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    });
    socket.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    socket.once("close", () => resolve(said));
    socket.once("error", reject);
  });
}

describe("the window's server", () => {
  it("loads the window under its rules, its files from the cache", async () => {
    const page = await get("/");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("\u5927\u6837");
    expect(page.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    const script = await get("/assets/main-0a1b.js");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("cache-control")).toContain("immutable");
    const head = await get("/assets/main-0a1b.js", {}, "HEAD");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "10", ""]);
  });

  it.each([
    "/../secret.json", "/%2e%2e/secret.json", "/..%2fsecret.json", "/..%5csecret.json", "/..\\secret.json",
    "/assets/../../secret.json", "/assets/..%2f..%2fsecret.json", "/assets/%2e%2e/%2e%2e/secret.json",
    "/assets/....//....//secret.json", "//secret.json", "/secret.json%00.js", "/%00/../secret.json", "/%c0%ae%c0%ae/secret.json",
    "/%252e%252e/secret.json", "/fonts/..%2f..%2fsecret.json?variant=whole", "/assets/x/..%2f..%2fsecret.json?variant=original",
    "http://127.0.0.1/../secret.json", "/secret.json/", "/constructor", "/x.constructor", "/__proto__",
  ])("gives nothing of the machine away for %s", async (target) => {
    const said = await raw(target);
    expect(said).toMatch(/^HTTP\/1\.1 4(00|04) /);
    expect(said).not.toContain(SECRET);
  });

  it("sends a font once", async () => {
    for (const variant of ["whole", "stripped"] as const) {
      const path = hostUrls.font("NotoSansSC-Bold", variant);
      const first = await get(path);
      const tag = first.headers.get("etag") ?? "";
      expect([first.status, first.headers.get("content-type")]).toEqual([200, "font/ttf"]);
      expect((await first.arrayBuffer()).byteLength).toBe(Number(first.headers.get("content-length")));
      const again = await get(path, { "if-none-match": tag });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, tag, ""]);
      expect((await get(path, { "if-none-match": '"older"' })).status).toBe(200);
    }
  });

  it("takes a picture in and shows it", async () => {
    const { issueId } = await services.host.createIssue(join(scratch, "documents", "issue"), "blank-tabloid");
    const bytes = new Uint8Array(await sharp({ create: { width: 60, height: 40, channels: 3, background: "#888" } }).png().toBuffer());
    const answer = await put(hostUrls.importAsset(issueId, "\u73b0\u573a.png"), bytes);
    const asset = assetShape.read(await answer.json(), "", (code) => { throw new Error(code); });
    if (typeof asset === "symbol") throw new Error("no record of a picture");
    expect(asset).toMatchObject({ fileName: "\u73b0\u573a.png", pixelWidth: 60, pixelHeight: 40 });
    const original = await get(hostUrls.asset(issueId, asset.id, "original"));
    expect(new Uint8Array(await original.arrayBuffer())).toEqual(bytes);
    const screen = await get(hostUrls.asset(issueId, asset.id, "screen"));
    expect((await sharp(Buffer.from(await screen.arrayBuffer())).metadata()).format).toBe("webp");
    expect((await get(hostUrls.asset(issueId, "0".repeat(64), "screen"))).status).toBe(404);

    // Another picture in its place is neither shown nor kept as a copy of the one that was there.
    const file = join(scratch, "documents", "issue", "assets", `${asset.id}.png`);
    writeFileSync(file, await sharp({ create: { width: 9, height: 9, channels: 3, background: "#f00" } }).png().toBuffer());
    for (const variant of ["original", "screen"] as const) {
      expect((await get(hostUrls.asset(issueId, asset.id, variant))).status).toBe(404);
    }
  });
});
