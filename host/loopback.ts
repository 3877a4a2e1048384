import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HostError } from "../shared/platform/host";
import { systemCode } from "./fileSystem";
import { MAX_BODY_BYTES, type RoutedRequest, type RoutedResponse } from "./requestRouter";

/** A running loopback server. */
export interface Loopback {
  /** The address that opens the window; its token is good for this run of the program only. */
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}

/** A cookie is sent to every port of a host name, so its name carries the port. */
const cookieName = (port: number) => `broadsheet-${port}`;
const TOKEN_BYTES = 24;

/**
 * Serves the router on 127.0.0.1 at a free port, to one window: the token in the first address is swapped for a cookie;
 * Host and, where it matters, Origin must be this server's own. Rejects with `bad-arguments` where a given port cannot be
 * used.
 */
export async function startLoopback(route: (request: RoutedRequest) => Promise<RoutedResponse>, port = 0): Promise<Loopback> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const server = createServer((request, response) => {
    answer(request, response, token, portOf(server), route).catch(() => send(response, 500, {}, ""));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(new HostError({ code: "bad-arguments", detail: `Port ${port} cannot be used on this machine (${systemCode(error)})` }));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${portOf(server)}`;
  return {
    origin,
    url: `${origin}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port; // a TCP server that listens has such an address
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  port: number,
  route: (request: RoutedRequest) => Promise<RoutedResponse>,
): Promise<void> {
  const host = `127.0.0.1:${port}`;
  // A page elsewhere whose name was made to point here still sends its own name (DNS rebinding).
  if (request.headers.host !== host) return send(response, 421, {}, "");
  const method = request.method ?? "";
  const url = targetOf(request, host);
  if (url === null) return send(response, 400, {}, "");
  const given = url.searchParams.get("token");
  if (url.pathname === "/" && given !== null && method === "GET") {
    if (!isSame(given, token)) return send(response, 403, {}, "");
    const cookie = `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`;
    return send(response, 303, { "set-cookie": cookie, location: "/", "cache-control": "no-store" }, "");
  }
  if (!isSame(cookieOf(request, cookieName(port)), token)) return send(response, 403, {}, "");
  const changes = method !== "GET" && method !== "HEAD";
  if (changes && request.headers.origin !== `http://${host}`) return send(response, 403, {}, "");
  const body = changes ? await readBody(request) : new Uint8Array(0);
  if (body === null) return send(response, 413, { connection: "close" }, "");
  const knownTag = request.headers["if-none-match"] ?? null;
  const routed = await route({ method, target: url.pathname + url.search, body, knownTag });
  send(response, routed.status, routed.headers, routed.body);
}

/** The address asked for, or null where it is none or another server's: browsers name a path only. */
function targetOf(request: IncomingMessage, host: string): URL | null {
  const [target, base] = [request.url ?? "/", `http://${host}`];
  const url = URL.canParse(target, base) ? new URL(target, base) : null;
  return url?.host === host ? url : null;
}

/** The whole body, or null where it is longer than anything that is sent here; what is over is not read. */
function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) {
        request.pause();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
  });
}

function cookieOf(request: IncomingMessage, name: string): string {
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const [key = "", value = ""] = pair.trim().split("=");
    if (key === name) return value;
  }
  return "";
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: Uint8Array | string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // "Not modified" speaks of what the window has already, whose length is not that of an empty body (RFC 9110, 8.6).
  response.writeHead(status, status === 304 ? { ...headers } : { ...headers, "content-length": Buffer.byteLength(body) });
  // Node leaves the body out where the request was HEAD.
  response.end(body);
}
