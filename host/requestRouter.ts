import { createHash } from "node:crypto";
import { layoutTables, withoutTables } from "../shared/fonts/sfnt";
import { HostError, type HostProblemCode } from "../shared/platform/host";
import { answerCall } from "../shared/platform/callHost";
import { problemOf } from "../shared/platform/wire";
import { openScreenCache, type ScreenCache } from "./assets/screenCache";
import type { HostServices } from "./createHost";
import { machineFileSystem } from "./fileSystem";
import type { FontFiles } from "./fonts/fontFiles";
import { readProgramFile } from "./programFile";

/** A request as both shells hand it over, after they have checked who sends it. */
export interface RoutedRequest {
  readonly method: string;
  /** The path and query, such as `/fonts/NotoSerifSC-Regular?variant=whole`. */
  readonly target: string;
  readonly body: Uint8Array;
  /** The caller's `If-None-Match`, or null. */
  readonly knownTag: string | null;
}

/** The answer to a request. */
export interface RoutedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** What the router serves from. */
export interface RouterOptions {
  readonly services: HostServices;
  readonly fontFiles: FontFiles;
  /** The built renderer. */
  readonly rendererFolder: string;
  /** Where copies of pictures for the screen are kept. */
  readonly cacheFolder: string;
}

type Sources = RouterOptions & { readonly screenCache: ScreenCache };

/** The longest body of a host call or an imported picture. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/**
 * The rules a window is loaded under. Only HarfBuzz needs WebAssembly; styles are the window's own, with attributes that
 * the canvas library and the UI parts set on elements.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join("; ");

const commonHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const staticTypes: ReadonlyMap<string, string> = new Map([
  ["html", "text/html; charset=utf-8"],
  ["js", "text/javascript; charset=utf-8"],
  ["css", "text/css; charset=utf-8"],
  ["wasm", "application/wasm"],
  ["svg", "image/svg+xml"],
  ["png", "image/png"],
  ["json", "application/json"],
]);

/** Answers requests for the window's files, fonts, pictures and host calls; never throws. */
export function createRouter(options: RouterOptions): (request: RoutedRequest) => Promise<RoutedResponse> {
  const sources: Sources = { ...options, screenCache: openScreenCache(options.cacheFolder) };
  return async (request) => {
    try {
      return await route(sources, request);
    } catch (error) {
      const problem = problemOf(error);
      return json(statusOf(problem.code), { ok: false, problem });
    }
  };
}

async function route(options: Sources, request: RoutedRequest): Promise<RoutedResponse> {
  const url = URL.canParse(request.target, "http://window") ? new URL(request.target, "http://window") : null;
  if (url === null) throw new HostError({ code: "bad-arguments", detail: "an address that cannot be read" });
  const [, area, ...rest] = url.pathname.split("/").map(decodePart);
  const isGet = request.method === "GET" || request.method === "HEAD";
  if (area === "host" && rest.length === 1 && request.method === "POST") return hostCall(options, rest[0]!, request.body);
  if (area === "fonts" && rest.length === 1 && isGet) return font(options, rest[0]!, url.searchParams.get("variant"), request.knownTag);
  if (area === "fonts" && rest.length === 0 && request.method === "PUT") {
    return json(200, await options.services.importFont(url.searchParams.get("name") ?? "", request.body));
  }
  if (area === "proof" && rest.length === 0 && isGet) return json(200, await options.services.proofTable());
  if (area === "assets" && rest.length === 2 && isGet) return asset(options, rest[0]!, rest[1]!, url.searchParams.get("variant"));
  if (area === "assets" && rest.length === 1 && request.method === "PUT") {
    return json(200, await options.services.importAsset(rest[0]!, url.searchParams.get("name") ?? "", request.body));
  }
  if (isGet) return staticFile(options, url.pathname === "/" ? "index.html" : [area, ...rest].join("/"));
  return json(405, { ok: false, problem: { code: "bad-arguments", detail: `${request.method} ${url.pathname}` } });
}

function decodePart(part: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    throw new HostError({ code: "bad-arguments", detail: "an address that cannot be decoded" });
  }
  // No part may lead elsewhere once it is joined to a folder.
  if (decoded === ".." || /[/\\\0]/.test(decoded)) throw new HostError({ code: "not-found", detail: "that address" });
  return decoded;
}

async function hostCall({ services }: RouterOptions, method: string, body: Uint8Array): Promise<RoutedResponse> {
  let args: unknown;
  try {
    args = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new HostError({ code: "bad-arguments", detail: `${method}: the call is not JSON` });
  }
  return json(200, await answerCall(services.host, method, args));
}

async function font({ fontFiles }: RouterOptions, fontId: string, variant: string | null, knownTag: string | null): Promise<RoutedResponse> {
  if (variant !== "whole" && variant !== "stripped") throw new HostError({ code: "bad-arguments", detail: "variant" });
  const bytes = fontFiles.readFont(fontId);
  if (bytes === null) throw new HostError({ code: "not-found", detail: `font ${fontId}` });
  const tag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 24)}-${variant}"`;
  const headers = { ...commonHeaders, "content-type": "font/ttf", etag: tag, "cache-control": "private, max-age=86400" };
  if (knownTag === tag) return { status: 304, headers, body: "" };
  if (variant === "whole") return { status: 200, headers, body: bytes };
  const stripped = withoutTables(bytes, layoutTables);
  if (!stripped.ok) throw new HostError({ code: "internal", detail: `font ${fontId}: ${stripped.problem.detail}` });
  return { status: 200, headers, body: stripped.value };
}

async function asset(options: Sources, issueId: string, assetId: string, variant: string | null): Promise<RoutedResponse> {
  if (variant !== "original" && variant !== "screen" && variant !== "proof") throw new HostError({ code: "bad-arguments", detail: "variant" });
  const found = await options.services.readAsset(issueId, assetId);
  if (found === null) throw new HostError({ code: "not-found", detail: `picture ${assetId}` });
  const headers = { ...commonHeaders, "cache-control": "private, max-age=86400" };
  if (variant === "original") return { status: 200, headers: { ...headers, "content-type": found.contentType }, body: found.bytes };
  if (variant === "proof") return { status: 200, headers: { ...headers, "content-type": "image/webp", "cache-control": "no-cache" }, body: await options.services.proofPicture(assetId, found.bytes) };
  const body = await options.screenCache.copyOf(assetId, found.bytes);
  return { status: 200, headers: { ...headers, "content-type": "image/webp" }, body };
}

async function staticFile({ rendererFolder }: RouterOptions, name: string): Promise<RoutedResponse> {
  const type = staticTypes.get(name.slice(name.lastIndexOf(".") + 1));
  if (type === undefined) throw new HostError({ code: "not-found", detail: name });
  const body = await readProgramFile(machineFileSystem, rendererFolder, name);
  // Built files carry their content's hash in their names; the page itself does not.
  const cache = name.startsWith("assets/") || name.startsWith("static/") ? "private, max-age=31536000, immutable" : "no-cache";
  return { status: 200, headers: { ...commonHeaders, "content-type": type, "cache-control": cache }, body };
}

function json(status: number, value: unknown): RoutedResponse {
  return {
    status,
    headers: { ...commonHeaders, "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify(value),
  };
}

function statusOf(code: HostProblemCode): number {
  switch (code) {
    case "not-found":
    case "unknown-issue":
    case "unknown-method":
      return 404;
    case "not-permitted":
      return 403;
    case "too-large":
      return 413;
    case "internal":
      return 500;
    default:
      return 400;
  }
}
