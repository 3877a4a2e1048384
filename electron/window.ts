import { BrowserWindow, session } from "electron";
import { APP_ORIGIN } from "./names";

/** Opens the one window: sandboxed, without Node, and unable to go anywhere else. */
export function openWindow(preload: string): BrowserWindow {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  const window = new BrowserWindow({
    width: 1600,
    height: 1000,
    minWidth: 960,
    minHeight: 640,
    show: false,
    backgroundColor: "#e9e9e7",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  const stay = (event: { preventDefault(): void }, url: string) => {
    if (new URL(url).origin !== APP_ORIGIN && !url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  };
  window.webContents.on("will-navigate", (event) => stay(event, event.url));
  window.webContents.on("will-redirect", (event) => stay(event, event.url));
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.once("ready-to-show", () => window.show());
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}
