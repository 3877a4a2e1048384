import type { Host } from "../../shared/platform/host";
import { createHostClient, type HostCall } from "../../shared/platform/hostClient";

declare global {
  interface Window {
    /** The one object that Electron's preload script exposes; absent in a browser. */
    readonly broadsheetHost?: { readonly call: HostCall };
  }
}

/** The host in Electron's main process, or null where this window is not Electron's. */
export function electronHost(window: Window): Host | null {
  const bridge = window.broadsheetHost;
  return bridge === undefined ? null : createHostClient((method, args) => bridge.call(method, args));
}
