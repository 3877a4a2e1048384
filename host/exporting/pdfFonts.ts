import type { PressPreset } from "../../shared/export/pdf/pressPreset";
import { readFontMetrics, type FontMetrics } from "../../shared/fonts/fontMetrics";
import { readSfnt, type FontProblem, type Sfnt } from "../../shared/fonts/sfnt";
import { subsetFont, type FontSubset } from "../../shared/fonts/subsetFont";
import { HostError } from "../../shared/platform/host";
import type { Result } from "../../shared/result";
import type { CffSubsetter } from "../fonts/subsetCff";
import type { FontFiles } from "../fonts/fontFiles";

/** The fonts of a file as its writer asks for them; each is opened once. */
export interface PdfFonts {
  readonly metrics: (fontId: string) => FontMetrics;
  readonly subset: (fontId: string, glyphIds: ReadonlySet<number>) => FontSubset;
}

/** Whether one of the fonts has CFF outlines, which need a subsetter of their own. */
export function hasCffFont(fontFiles: FontFiles, fontIds: Iterable<string>): boolean {
  for (const fontId of fontIds) {
    const bytes = fontFiles.openFont(fontId);
    const sfnt = bytes === null ? null : readSfnt(bytes);
    if (sfnt?.ok === true && sfnt.value.tables.has("CFF ")) return true;
  }
  return false;
}

/** Opens fonts when they are asked for; what is missing or may not be embedded ends the export with the font's name. */
export function openPdfFonts(fontFiles: FontFiles, preset: Pick<PressPreset, "text">, cff: CffSubsetter | null): PdfFonts {
  const opened = new Map<string, { readonly sfnt: Sfnt; readonly metrics: FontMetrics }>();
  const open = (fontId: string) => {
    const known = opened.get(fontId);
    if (known !== undefined) return known;
    const bytes = fontFiles.openFont(fontId);
    if (bytes === null) throw new HostError({ code: "export-failed", detail: `font ${fontId} is not installed` });
    const sfnt = required(fontId, readSfnt(bytes));
    const made = { sfnt, metrics: required(fontId, readFontMetrics(sfnt)) };
    if (!made.metrics.mayEmbed && preset.text === "live") throw new HostError({ code: "export-failed", detail: `font ${fontId} may not be embedded` });
    opened.set(fontId, made);
    return made;
  };
  return {
    metrics: (fontId) => open(fontId).metrics,
    subset: (fontId, glyphIds) => {
      const { sfnt, metrics } = open(fontId);
      if (cff !== null && sfnt.tables.has("CFF ")) return required(fontId, cff.subset(sfnt, glyphIds));
      return required(fontId, subsetFont(sfnt, metrics.advances, glyphIds));
    },
  };
}

function required<Value>(fontId: string, result: Result<Value, FontProblem>): Value {
  if (result.ok) return result.value;
  throw new HostError({ code: "export-failed", detail: `font ${fontId}: ${result.problem.detail}` });
}
