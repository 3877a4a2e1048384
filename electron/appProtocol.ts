import { protocol } from "electron";
import type { RoutedRequest, RoutedResponse } from "../host/requestRouter";
import { APP_ORIGIN, APP_SCHEME } from "./names";

/** Declares the scheme; must run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the window's files, fonts and pictures under the scheme, through the same router as the loopback server. */
export function serveApp(route: (request: RoutedRequest) => Promise<RoutedResponse>): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return new Response("", { status: 404 });
    const routed = await route({
      method: request.method,
      target: url.pathname + url.search,
      body: new Uint8Array(await request.arrayBuffer()),
      knownTag: request.headers.get("if-none-match"),
    });
    // A body of bytes is shared memory to neither side; the copy is what Response takes in its types.
    const body = typeof routed.body === "string" ? routed.body : new Uint8Array(routed.body);
    return new Response(routed.status === 304 ? null : body, { status: routed.status, headers: { ...routed.headers } });
  });
}
