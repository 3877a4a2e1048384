import type { Face, Feature } from "harfbuzzjs";
import type { i18n } from "i18next";
import type { Host } from "../../shared/platform/host";
import type { ActionContext } from "../editor/action";
import { createFontLibrary, type FontLibrary } from "../fonts/fontLibrary";
import { openEditor } from "../fonts/openEditor";
import { electronHost } from "../hosts/electronHost";
import { loopbackHost } from "../hosts/loopbackHost";
import { chooseLanguage, createTranslator, otherLanguage } from "../i18n/i18n";
import { rememberedKeymap } from "../keys/presets";
import { loadFont } from "./loadFont";
import { placePicture } from "./placePicture";
import { createIssueFiles } from "./issueFiles";
import { errorSentence } from "./sentence";
import { createWindowStore } from "./windowStore";

/** A window that is ready to be drawn, and what makes it come alive. */
export interface StartedWindow {
  readonly context: ActionContext;
  readonly translator: i18n;
  readonly fonts: () => FontLibrary;
  /** Asks the host what to show and opens the first issue. */
  readonly start: () => Promise<void>;
}

/** Picks the host, makes the stores, and ties them to the browser window. */
export function startWindow(browser: Window & typeof globalThis): StartedWindow {
  const host: Host = electronHost(browser) ?? loopbackHost(browser.fetch.bind(browser));
  const translator = createTranslator(browser.localStorage);
  const window = createWindowStore(rememberedKeymap(browser.localStorage));
  const harfbuzz = import("harfbuzzjs");
  let library: FontLibrary | null = null;
  const fonts = () => {
    if (library === null) throw new Error("The fonts are asked for before the host has named them");
    return library;
  };
  const files = createIssueFiles({
    host,
    window,
    createEditor: (document, file) => openEditor({ document, file, fonts: fonts(), newId: () => newName(browser.crypto) }),
  });
  const context: ActionContext = {
    host,
    window,
    files,
    focusStory: () => focusById(browser, "story-body"),
    focusParagraphStyle: () => focusById(browser, "paragraph-style"),
    focusStyles: () => focusById(browser, "style-list"),
    placePicture: (frameId) => void placePicture(browser, window, frameId),
    loadFont: () => void loadFont(browser, window, (fontId) => library?.add(fontId)),
    switchLanguage: () => chooseLanguage(translator, browser.localStorage, otherLanguage(translator.language)),
  };

  const showLanguage = () => (browser.document.documentElement.lang = translator.language);
  translator.on("languageChanged", showLanguage);
  showLanguage();
  browser.addEventListener("beforeunload", (event) => {
    // The browser asks in its own words; ours cannot be shown here.
    if (window.getState().editor?.store.getState().dirty === true) event.preventDefault();
  });

  return {
    context,
    translator,
    fonts,
    async start() {
      try {
        const description = await host.describe();
        library = createFontLibrary<Face, Feature>({
          harfbuzz: await harfbuzz,
          fonts: description.fonts,
          fetchBytes: (url) => fetchBytes(browser.fetch.bind(browser), url),
          register: (family, bytes) => registerFont(browser, family, bytes),
        });
        window.setState({ description });
        await Promise.all([
          files.refreshRecent(),
          description.initialIssue === null ? null : files.open(description.initialIssue),
        ]);
      } catch (error) {
        window.notify("error", errorSentence(error));
      } finally {
        window.setState({ started: true });
      }
    },
  };
}

async function fetchBytes(send: typeof fetch, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await send(url, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function registerFont(browser: Window & typeof globalThis, family: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  browser.document.fonts.add(await new browser.FontFace(family, bytes).load());
}

/** At once for a key; once more when the menu or palette that asked for it, if one did, has closed and given the focus away. */
function focusById(browser: Window & typeof globalThis, id: string): void {
  const focus = () => browser.document.getElementById(id)?.focus();
  const target = browser.document.getElementById(id);
  target?.focus();
  if (target !== null && browser.document.querySelector("[role=menu],[role=dialog]") === null) return;
  browser.requestAnimationFrame(() => browser.requestAnimationFrame(focus));
}

/** A name no record has: 80 random bits, in letters and digits. */
function newName(crypto: Crypto): string {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
