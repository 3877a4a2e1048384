import { electronRuntime } from "./electronRuntime";
import { findBrowser } from "./findBrowser";
import { hasDisplay } from "./hasDisplay";

/** How the editor's window is opened on this machine. */
export type ShellChoice =
  | { readonly kind: "electron"; readonly runtime: string }
  | { readonly kind: "browser"; readonly browser: string }
  /** There is no window, only an address for one; `lacksBrowser` where a display is there and nothing to open it with. */
  | { readonly kind: "address"; readonly lacksBrowser: boolean };

/** Electron where its runtime is present, else a browser, else the bare address; `BROADSHEET_SHELL=browser` leaves Electron out. */
export function chooseShell(
  projectRoot: string,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): ShellChoice {
  if (!hasDisplay(environment, platform)) return { kind: "address", lacksBrowser: false };
  const runtime = environment["BROADSHEET_SHELL"] === "browser" ? null : electronRuntime(projectRoot, environment);
  if (runtime !== null) return { kind: "electron", runtime };
  const browser = findBrowser(environment, platform);
  return browser === null ? { kind: "address", lacksBrowser: true } : { kind: "browser", browser };
}
