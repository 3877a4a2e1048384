import type { DisplayInk, GlyphRun } from "../../display/displayList";
import type { FontSource } from "../../fonts/fontSource";
import type { Pt } from "../../geometry/units";

/** One line of plain text outside the page. */
export interface MarkText {
  readonly text: string;
  readonly fontId: string;
  readonly size: Pt;
  readonly ink: DisplayInk;
  /** Where its first pen stands, on its baseline. */
  readonly x: Pt;
  readonly y: Pt;
  /** What does not fit into it is left out, whole characters from the end. */
  readonly widest: Pt;
}

/** Sets a line as glyph runs, each character in the first font that has it; what no font has is left out. */
export function setMarkText(fonts: FontSource, { text, fontId, size, ink, x, y, widest }: MarkText): readonly GlyphRun[] {
  const runs: GlyphRun[] = [];
  let pen = x;
  for (const { fontId: chosen, text: stretch } of stretches(fonts, text, fontId)) {
    const shaped = fonts.font(chosen)!.shape(stretch, "horizontal");
    let count = 0;
    const xs = new Float64Array(shaped.glyphIds.length);
    for (; count < xs.length && pen + shaped.advances[count]! * size <= x + widest; count++) {
      xs[count] = pen + shaped.xOffsets[count]! * size;
      pen += shaped.advances[count]! * size;
    }
    if (count > 0) {
      runs.push({
        kind: "glyphs",
        fontId: chosen,
        size,
        horizontalScale: 1,
        ink,
        glyphIds: shaped.glyphIds.slice(0, count),
        xs: xs.slice(0, count),
        ys: new Float64Array(count).fill(y),
        rotation: 0,
        text: count < xs.length ? stretch.slice(0, shaped.textOffsets[count]) : stretch,
        textOffsets: shaped.textOffsets.slice(0, count),
      });
    }
    if (count < xs.length) break;
  }
  return runs;
}

interface Stretch {
  readonly fontId: string;
  readonly text: string;
}

function stretches(fonts: FontSource, text: string, fontId: string): readonly Stretch[] {
  const found: { fontId: string; text: string }[] = [];
  for (const character of text) {
    const chosen = [fontId, ...fonts.fallbackFontIds].find((id) => (fonts.font(id)?.nominalGlyph(character.codePointAt(0)!) ?? 0) !== 0);
    if (chosen === undefined) continue;
    const last = found.at(-1);
    if (last?.fontId === chosen) last.text += character;
    else found.push({ fontId: chosen, text: character });
  }
  return found;
}
