import { contextBridge, ipcRenderer } from "electron";
import { HOST_CHANNEL } from "./names";

// The one thing the window gets from Electron: a function that calls the host.
contextBridge.exposeInMainWorld("broadsheetHost", {
  call: (method: string, args: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(HOST_CHANNEL, method, args),
});
