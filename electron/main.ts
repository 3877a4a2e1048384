import { app } from "electron";
import { isAbsolute, join } from "node:path";
import { createHost } from "../host/createHost";
import { openFontFiles } from "../host/fonts/fontFiles";
import { machineFolders } from "../host/machine";
import { projectRootFrom } from "../host/projectRoot";
import { createRouter } from "../host/requestRouter";
import { HostError, type Host } from "../shared/platform/host";
import { declareAppScheme, serveApp } from "./appProtocol";
import { choosePath } from "./dialogs";
import { serveHost } from "./ipc";
import { setPlatformMenu } from "./menu";
import { openWindow } from "./window";

/** Starts the desktop shell: host services, the app scheme, the menu and the one window. */
export async function startElectron(): Promise<void> {
  declareAppScheme();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();
  const projectRoot = projectRootFrom(import.meta.url);
  const folders = machineFolders();
  const services = createHost({ projectRoot, version: app.getVersion(), shell: "electron", folders, initialIssue: issueFrom(process.argv) });
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  serveApp(createRouter({ services, fontFiles, rendererFolder: join(projectRoot, "dist", "renderer"), cacheFolder: join(folders.cache, "pictures") }));
  setPlatformMenu(process.platform);
  const window = openWindow(join(projectRoot, "dist", "electron", "preload.cjs"));
  const host: Host = { ...services.host, choosePath: (request) => choosePath(window, request) };
  serveHost(host);
  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** The issue named on the command line; anything but an absolute path is left alone, as Electron's own flags are. */
function issueFrom(args: readonly string[]): string | null {
  const last = args.at(-1);
  return last !== undefined && args.length > 2 && isAbsolute(last) ? last : null;
}

startElectron().catch((error: unknown) => {
  const reason = error instanceof HostError ? error.detail : String(error);
  process.stderr.write(`Broadsheet did not start: ${reason}\n`);
  app.exit(1);
});
