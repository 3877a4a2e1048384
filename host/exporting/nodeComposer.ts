import { createFontSource } from "../../shared/fonts/harfbuzzFont";
import type { FontSource } from "../../shared/fonts/fontSource";
import { createComposer, type Composer } from "../../shared/layout/composer";
import type { FontFiles } from "../fonts/fontFiles";
import { loadHarfBuzz } from "../fonts/harfbuzz";

/** The engine over this installation's fonts: the same layout as in the window, from the same files. */
export interface NodeComposer {
  readonly fonts: FontSource;
  readonly composer: Composer;
}

/** Starts the engine; fonts are opened when text first asks for them. */
export async function createNodeComposer(files: FontFiles): Promise<NodeComposer> {
  const fonts = createFontSource(await loadHarfBuzz(), (fontId) => files.openFont(fontId), files.fallbackFontIds);
  return { fonts, composer: createComposer(fonts) };
}
