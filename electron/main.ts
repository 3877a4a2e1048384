import { app, shell, type BrowserWindow } from "electron";
import { join } from "node:path";
import { createHost } from "../host/createHost";
import { openFontFiles } from "../host/fonts/fontFiles";
import { userFontFolder } from "../host/fonts/userFonts";
import { machineFolders } from "../host/machine";
import { projectRootFrom } from "../host/projectRoot";
import { createRouter } from "../host/requestRouter";
import { openSampleCopy } from "../host/sampleCopy";
import { HostError } from "../shared/platform/host";
import { declareAppScheme, serveApp } from "./appProtocol";
import { choosePath } from "./dialogs";
import { startUtilityExport } from "./exportProcess";
import { serveHost } from "./ipc";
import { issueArgument } from "./issueArgument";
import { setPlatformMenu } from "./menu";
import { openWindow } from "./window";

/** Starts the desktop shell: host services, the app scheme, the menu and the one window. */
async function startElectron(): Promise<void> {
  declareAppScheme();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();
  const projectRoot = projectRootFrom(import.meta.url);
  const folders = machineFolders();
  let window: BrowserWindow | null = null;
  const services = createHost({
    projectRoot,
    version: app.getVersion(),
    shell: "electron",
    folders,
    initialIssue: issueArgument(process.argv, app.isPackaged) ?? (await sample(projectRoot, folders.documents)),
    startExportProcess: startUtilityExport,
    native: {
      choosePath: (request) => choosePath(window, request),
      showInFolder: async (path) => shell.showItemInFolder(path),
    },
  });
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"), userFontFolder(folders.config));
  serveApp(createRouter({ services, fontFiles, rendererFolder: join(projectRoot, "dist", "renderer"), cacheFolder: join(folders.cache, "pictures") }));
  setPlatformMenu(process.platform);
  serveHost(services.host);
  window = openWindow(join(projectRoot, "dist", "electron", "preload.cjs"));
  window.once("closed", () => {
    window = null;
  });
  app.on("second-instance", () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
}

/** The sample issue where nothing else was asked for; without room for a copy of it, the start page. */
function sample(projectRoot: string, documentsFolder: string): Promise<string | null> {
  return openSampleCopy(projectRoot, documentsFolder).catch(() => null);
}

/** Settles when the window is loading. */
export const started = startElectron().catch((error: unknown) => {
  const reason = error instanceof HostError ? error.detail : String(error);
  process.stderr.write(`Broadsheet did not start: ${reason}\n`);
  app.exit(1);
});
