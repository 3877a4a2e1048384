import { hostUrls } from "../../shared/platform/host";

/** The last names in the window's font stacks (theme/tokens.css), and the paper's fonts that stand for them. */
const faces = [
  { family: "Broadsheet Sans", fontId: "NotoSansSC-Regular", weight: "400" },
  { family: "Broadsheet Sans", fontId: "NotoSansSC-Bold", weight: "600 800" },
  { family: "Broadsheet Serif", fontId: "NotoSerifSC-Regular", weight: "400" },
] as const;

/**
 * Lets a machine without Chinese fonts show the interface in the paper's own. They are there before anything is drawn:
 * Chromium keeps some text as it was shaped while a face was still loading. A machine with Chinese fonts loads nothing.
 */
export async function prepareInterfaceFonts(browser: Window & typeof globalThis): Promise<void> {
  if (drawsChinese(browser.document)) return;
  const loaded = faces.map(async ({ family, fontId, weight }) => {
    const face = new browser.FontFace(family, `url("${hostUrls.font(fontId, "stripped")}")`, { weight });
    browser.document.fonts.add(await face.load());
  });
  // A font that does not arrive leaves boxes in the interface, which is better than no window.
  await Promise.allSettled(loaded);
}

/** Whether the machine's fonts have two Chinese characters: without them both are drawn as the same box. */
function drawsChinese(page: Document): boolean {
  const [first, second] = ["版", "面"].map((character) => {
    const canvas = page.createElement("canvas");
    canvas.width = canvas.height = 24;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) return character;
    context.font = "20px system-ui, sans-serif";
    context.fillText(character, 2, 20);
    return context.getImageData(0, 0, 24, 24).data.join();
  });
  return first !== second;
}
