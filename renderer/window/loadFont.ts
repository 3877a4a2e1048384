import { HostError, hostUrls, type FontDescription } from "../../shared/platform/host";
import { readProblem } from "../../shared/platform/wire";
import { chooseFile } from "./importPicture";
import { errorSentence } from "./sentence";
import type { WindowStore } from "./windowStore";

const FONT_TYPES = "font/ttf,font/otf,.ttf,.otf";

/** Asks for a font file, has the host take it over, and offers it in the lists of fonts at once. */
export async function loadFont(browser: Window & typeof globalThis, window: WindowStore, learn: (fontId: string) => void): Promise<void> {
  const file = await chooseFile(browser.document, FONT_TYPES);
  if (file === null || window.getState().busy !== null) return;
  window.setState({ busy: { key: "dialogs.notices.fontLoading" } });
  try {
    const answer = await browser.fetch(hostUrls.importFont(file.name), {
      method: "PUT", body: file, headers: { "content-type": "application/octet-stream" }, credentials: "same-origin",
    });
    const json = (await answer.json()) as unknown;
    if (!answer.ok) throw new HostError(problemIn(json) ?? { code: "internal", detail: file.name });
    const font = json as FontDescription; // our own host's answer
    learn(font.id);
    window.setState(({ description }) => (description === null ? {} : { description: { ...description, fonts: [...description.fonts, font] } }));
    window.notify("done", { key: "dialogs.notices.fontLoaded", values: { name: font.familyChinese } });
  } catch (error) {
    window.notify("error", errorSentence(error));
  } finally {
    window.setState({ busy: null });
  }
}

function problemIn(json: unknown): ReturnType<typeof readProblem> {
  return typeof json === "object" && json !== null && "problem" in json ? readProblem(json.problem) : null;
}
