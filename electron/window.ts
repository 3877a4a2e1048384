import { BrowserWindow, dialog, session } from "electron";
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
  // The page asks to stay while there are unsaved changes; without an answer here the window could not be closed at all.
  window.webContents.on("will-prevent-unload", (event) => {
    if (mayLeave(window)) event.preventDefault();
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

const LEAVE = 0;
const STAY = 1;

/** Asks in both languages, because the shell does not know the window's. */
function mayLeave(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: "question",
    message: "有未保存的更改，关闭就会丢失。 There are unsaved changes; closing loses them.",
    buttons: ["关闭 Close", "返回 Go back"],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
  });
  return answer === LEAVE;
}
