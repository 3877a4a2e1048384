import { hostUrls } from "../../shared/platform/host";

/** The last names in the window's font stacks (theme/tokens.css), and the paper's fonts that stand for them. */
const first = { family: "Broadsheet Sans", fontId: "NotoSansSC-Regular", weight: "400" } as const;
const later = [
  { family: "Broadsheet Serif", fontId: "NotoSerifSC-Regular", weight: "400" },
  { family: "Broadsheet Sans", fontId: "NotoSansSC-Bold", weight: "600 800" },
] as const;

/** The interface's own fonts on a machine that has no Chinese ones. */
export interface InterfaceFonts {
  /** Resolves when the interface can be drawn; at once where the machine has Chinese fonts. */
  readonly first: Promise<void>;
  /** Brings the finer ones, when nothing more urgent is left to do. */
  readonly loadLater: () => Promise<void>;
}

/**
 * Lets a machine without Chinese fonts show the interface in the paper's own. A face is made known only when it is there:
 * Chromium keeps some text as it was shaped while a face was still loading. A machine with Chinese fonts loads nothing.
 */
export function offerInterfaceFonts(browser: Window & typeof globalThis): InterfaceFonts {
  if (drawsChinese(browser.document)) return { first: Promise.resolve(), loadLater: () => Promise.resolve() };
  const load = async ({ family, fontId, weight }: typeof first | (typeof later)[number]) => {
    try {
      const face = new browser.FontFace(family, `url("${hostUrls.font(fontId, "stripped")}")`, { weight });
      browser.document.fonts.add(await face.load());
    } catch {
      // A font that does not arrive leaves boxes in the interface, which is better than no window.
    }
  };
  return {
    first: load(first),
    loadLater: async () => {
      for (const face of later) await load(face);
    },
  };
}

/** Whether the machine's fonts have two Chinese characters: without them both are drawn as the same box. */
function drawsChinese(page: Document): boolean {
  const [one, other] = ["版", "面"].map((character) => {
    const canvas = page.createElement("canvas");
    canvas.width = canvas.height = 24;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) return character;
    context.font = "20px system-ui, sans-serif";
    context.fillText(character, 2, 20);
    return context.getImageData(0, 0, 24, 24).data.join();
  });
  return one !== other;
}
