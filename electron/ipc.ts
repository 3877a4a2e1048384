import { ipcMain, type IpcMainInvokeEvent } from "electron";
import { answerCall } from "../shared/platform/callHost";
import type { Host } from "../shared/platform/host";
import type { HostAnswer } from "../shared/platform/wire";
import { APP_ORIGIN, HOST_CHANNEL } from "./names";

/** The host over Electron's IPC: every call is checked for who sends it, then goes through the one dispatcher. */
export function serveHost(host: Host): void {
  ipcMain.handle(HOST_CHANNEL, (event: IpcMainInvokeEvent, method: unknown, args: unknown): Promise<HostAnswer> => {
    if (!isOurWindow(event)) {
      return Promise.resolve({ ok: false, problem: { code: "not-permitted", detail: "a call from outside the window" } });
    }
    return answerCall(host, method, args);
  });
}

/** Only the main frame of a page of our own scheme may call; a frame inside it may not. */
function isOurWindow({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === APP_ORIGIN;
}
