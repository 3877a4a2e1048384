import { dialog, type BrowserWindow } from "electron";
import type { PathRequest } from "../shared/platform/host";

const PDF_FILTER = [{ name: "PDF", extensions: ["pdf"] }];

/** The system's own dialogs for opening, saving and exporting; null where the user thinks better of it, or no window is left. */
export async function choosePath(window: BrowserWindow | null, { purpose, suggestedPath }: PathRequest): Promise<string | null> {
  if (window === null) return null;
  switch (purpose) {
    case "open-issue": {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { defaultPath: suggestedPath, properties: ["openDirectory"] });
      return canceled ? null : (filePaths[0] ?? null);
    }
    case "export-press": {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { defaultPath: suggestedPath, properties: ["openDirectory", "createDirectory"] });
      return canceled ? null : (filePaths[0] ?? null);
    }
    case "save-issue":
    case "export-epaper":
    case "export-pdf": {
      const filters = purpose === "export-pdf" ? PDF_FILTER : [];
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedPath, filters });
      return canceled || filePath === "" ? null : filePath;
    }
  }
}
