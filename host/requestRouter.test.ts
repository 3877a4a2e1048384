import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { bytesInMemory } from "../shared/fonts/fontBytes";
import { readSfnt } from "../shared/fonts/sfnt";
import { assetShape } from "../shared/model/documentShapes";
import { hostUrls } from "../shared/platform/host";
import type { HostServices } from "./createHost";
import { openFontFiles } from "./fonts/fontFiles";
import { createRouter, type RoutedResponse } from "./requestRouter";
import { temporaryFolder } from "./testing/temporaryFolder";
import { projectRoot, testServices } from "./testing/testServices";

let scratch: string;
let services: HostServices;
let ask: (method: string, target: string, body?: Uint8Array | string, knownTag?: string) => Promise<RoutedResponse>;

beforeEach(() => {
  scratch = temporaryFolder();
  const rendererFolder = join(scratch, "renderer");
  mkdirSync(join(rendererFolder, "static"), { recursive: true });
  writeFileSync(join(rendererFolder, "index.html"), "<!doctype html><title>大样</title>");
  writeFileSync(join(rendererFolder, "static", "main-0a1b.js"), "export {};");
  writeFileSync(join(scratch, "secret.json"), "{}");
  services = testServices(scratch);
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  const route = createRouter({ services, fontFiles, rendererFolder, cacheFolder: join(scratch, "cache") });
  ask = (method, target, body = "", knownTag) =>
    route({ method, target, body: Buffer.from(body), knownTag: knownTag ?? null });
});

function problemOf(response: RoutedResponse): string {
  return JSON.parse(String(response.body)).problem.code;
}

async function picture(width: number, height: number, orientation?: number): Promise<Buffer> {
  const drawn = sharp({ create: { width, height, channels: 3, background: { r: 120, g: 90, b: 60 } } }).jpeg();
  return (orientation === undefined ? drawn : drawn.withMetadata({ orientation })).toBuffer();
}

describe("the window's files", () => {
  it("are served with their type, under rules that allow no foreign source", async () => {
    const page = await ask("GET", "/");
    expect(page.status).toBe(200);
    expect(String(page.body)).toContain("大样");
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    const policy = page.headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers["x-content-type-options"]).toBe("nosniff");
    expect((await ask("GET", "/static/main-0a1b.js")).headers["cache-control"]).toContain("immutable");
  });

  it.each([
    "/../secret.json", "/%2e%2e/secret.json", "/static/..%2f..%2fsecret.json", "/static/%2e%2e/%2e%2e/secret.json",
    "/..%5csecret.json", "/static/main-0a1b.js%00.json", "/%ff", "/absent.js", "/static", "/link.json",
  ])("do not include %s", async (target) => {
    symlinkSync(join(scratch, "secret.json"), join(scratch, "renderer", "link.json"));
    const answer = await ask("GET", target);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it("cannot be written", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) expect((await ask(method, "/index.html", "x")).status).toBe(405);
  });
});

describe("fonts", () => {
  it("come whole, or without the tables the canvas must not use, and are not sent twice", async () => {
    const whole = await ask("GET", hostUrls.font("NotoSansSC-Bold", "whole"));
    const stripped = await ask("GET", hostUrls.font("NotoSansSC-Bold", "stripped"));
    const tables = ({ body }: RoutedResponse) => {
      const font = readSfnt(bytesInMemory(body as Uint8Array)); // fonts are answered as bytes
      if (!font.ok) throw new Error(font.problem.detail);
      return [...font.value.tables.keys()];
    };
    expect(tables(whole)).toEqual(expect.arrayContaining(["GSUB", "GPOS", "glyf", "cmap"]));
    expect(tables(stripped)).toEqual(tables(whole).filter((tag) => !["GSUB", "GPOS", "GDEF", "BASE"].includes(tag)));
    expect(whole.headers["etag"]).not.toBe(stripped.headers["etag"]);
    const again = await ask("GET", hostUrls.font("NotoSansSC-Bold", "stripped"), "", stripped.headers["etag"]);
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it("exist by their names only", async () => {
    expect((await ask("GET", hostUrls.font("Comic", "whole"))).status).toBe(404);
    expect((await ask("GET", "/fonts/NotoSansSC-Bold?variant=half")).status).toBe(400);
    expect((await ask("GET", hostUrls.font("../../package.json", "whole"))).status).toBe(404);
  });
});

describe("pictures", () => {
  async function issue(): Promise<{ readonly issueId: string; readonly folder: string }> {
    const folder = join(scratch, "documents", "issue");
    const { issueId } = await services.host.createIssue(folder, (await services.host.describe()).templates[0] ?? "");
    return { issueId, folder };
  }

  it("are imported under their content's name and come back byte for byte", async () => {
    const { issueId, folder } = await issue();
    const bytes = await picture(300, 200);
    const answer = await ask("PUT", hostUrls.importAsset(issueId, "C:\\新闻\\现场\u0007图.jpg"), bytes);
    const asset = JSON.parse(String(answer.body));
    expect(asset).toMatchObject({ fileName: "现场图.jpg", contentType: "image/jpeg", pixelWidth: 300, pixelHeight: 200 });
    expect(assetShape.read(asset, "", (code) => { throw new Error(code); })).toEqual(asset);
    expect(readdirSync(join(folder, "assets"))).toEqual([`${asset.id}.jpg`]);
    const original = await ask("GET", hostUrls.asset(issueId, asset.id, "original"));
    expect(original.headers["content-type"]).toBe("image/jpeg");
    expect(Buffer.from(original.body)).toEqual(bytes);
  });

  it("come small and upright for the screen, from the cache the second time", async () => {
    const { issueId } = await issue();
    const asset = JSON.parse(String((await ask("PUT", hostUrls.importAsset(issueId, "a.jpg"), await picture(3000, 1000, 6))).body));
    expect(asset).toMatchObject({ pixelWidth: 1000, pixelHeight: 3000 });
    const first = await ask("GET", hostUrls.asset(issueId, asset.id, "screen"));
    const { width, height, format } = await sharp(Buffer.from(first.body)).metadata();
    expect({ width, height, format }).toEqual({ width: 667, height: 2000, format: "webp" });
    // Beside it the picture is separated for the press, in a folder of its own.
    expect(readdirSync(join(scratch, "cache")).filter((name) => name !== "press")).toEqual([`${asset.id}.webp`]);
    const second = await ask("GET", hostUrls.asset(issueId, asset.id, "screen"));
    expect(Buffer.from(second.body).equals(Buffer.from(first.body))).toBe(true);
  });

  it.each([
    ["an empty file", async () => Buffer.alloc(0)],
    ["a truncated picture", async () => (await picture(2000, 2000)).subarray(0, 3000)],
    ["a text called .jpg", async () => Buffer.from("GIF89a? no, a letter")],
    ["a vector drawing", async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ["a page with script", async () => Buffer.from("<!doctype html><script>alert(1)</script>")],
  ])("are refused where the file is %s", async (_what, bytes) => {
    const { issueId, folder } = await issue();
    const answer = await ask("PUT", hostUrls.importAsset(issueId, "picture.jpg"), await bytes());
    expect(answer.status).toBe(400);
    expect(problemOf(answer)).toBe("unreadable-picture");
    expect(readdirSync(join(folder, "assets"))).toEqual([]);
  });

  it("are refused above 50 MB", async () => {
    const { issueId } = await issue();
    const answer = await ask("PUT", hostUrls.importAsset(issueId, "big.tif"), Buffer.alloc(50 * 1024 * 1024 + 1));
    expect(answer.status).toBe(413);
    expect(problemOf(answer)).toBe("too-large");
  });

  it("belong to an open issue and its own folder", async () => {
    const { issueId } = await issue();
    const bytes = await picture(10, 10);
    expect((await ask("PUT", hostUrls.importAsset("0123", "a.jpg"), bytes)).status).toBe(404);
    expect((await ask("GET", hostUrls.asset("0123", "0".repeat(64), "original"))).status).toBe(404);
    expect((await ask("GET", hostUrls.asset(issueId, "0".repeat(64), "original"))).status).toBe(404);
    expect((await ask("GET", hostUrls.asset(issueId, "../issue.json", "original"))).status).toBe(404);
    expect((await ask("GET", hostUrls.asset(issueId, "__proto__", "original"))).status).toBe(404);
  });

  it("stay reachable after a save without them, for undo, and go along with a save under another name", async () => {
    const { issueId } = await issue();
    const asset = JSON.parse(String((await ask("PUT", hostUrls.importAsset(issueId, "a.jpg"), await picture(30, 20))).body));
    const opened = await services.host.openIssue(join(scratch, "documents", "issue"));
    await services.host.saveIssue(issueId, opened.document, opened.revision);
    const other = await services.host.saveIssueAs(issueId, join(scratch, "documents", "other"), opened.document);
    for (const id of [issueId, other.issueId]) expect((await ask("GET", hostUrls.asset(id, asset.id, "original"))).status).toBe(200);
  });
});

describe("host calls", () => {
  it("are answered as JSON that no cache keeps", async () => {
    const answer = await ask("POST", "/host/recentIssues", "[]");
    expect(JSON.parse(String(answer.body))).toEqual({ ok: true, value: [] });
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  it.each(["", "{", "\u0000", '[["'])("that are not JSON are refused: %j", async (body) => {
    expect(problemOf(await ask("POST", "/host/openIssue", body))).toBe("bad-arguments");
  });

  it("are not made by GET", async () => {
    expect((await ask("GET", "/host/recentIssues")).status).toBe(404);
  });
});
