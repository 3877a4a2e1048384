import { protocol } from "electron";
import { MAX_BODY_BYTES, type RoutedRequest, type RoutedResponse } from "../host/requestRouter";
import { APP_ORIGIN, APP_SCHEME } from "./names";

/** Declares the scheme; must run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** What the window fetches and sends by address; host calls come over IPC, where it is seen which frame makes them. */
const METHODS = ["GET", "HEAD", "PUT"];

/** Serves the window's files, fonts and pictures under the scheme, through the same router as the loopback server. */
export function serveApp(route: (request: RoutedRequest) => Promise<RoutedResponse>): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return new Response("", { status: 404 });
    if (!METHODS.includes(request.method)) return new Response("", { status: 405 });
    const body = await readBody(request);
    if (body === null) return new Response("", { status: 413 });
    const routed = await route({
      method: request.method,
      target: url.pathname + url.search,
      body,
      knownTag: request.headers.get("if-none-match"),
    });
    // A body of bytes is shared memory to neither side; the copy is what Response takes in its types.
    const answer = typeof routed.body === "string" ? routed.body : new Uint8Array(routed.body);
    return new Response(routed.status === 304 ? null : answer, { status: routed.status, headers: { ...routed.headers } });
  });
}

/** The whole body, or null where it is longer than anything that is sent here; what is over is not read. */
async function readBody(request: Request): Promise<Uint8Array | null> {
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length;
    if (length > MAX_BODY_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(piece.value);
  }
  return Buffer.concat(chunks);
}
