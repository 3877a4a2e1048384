import type { Box, CharacterStyle, IssueDocument, ParagraphStyle } from "../../../shared/model/document";
import type { SwatchId } from "../../../shared/model/ids";
import type { Ink } from "../../../shared/model/ink";

/** How many inks of boxes and styles name each swatch. */
export function swatchUses({ boxes, paragraphStyles, characterStyles }: Pick<IssueDocument, "boxes" | "paragraphStyles" | "characterStyles">): ReadonlyMap<SwatchId, number> {
  const uses = new Map<SwatchId, number>();
  const note = (ink: Ink | null): void => {
    if (ink?.swatch !== undefined) uses.set(ink.swatch.id, (uses.get(ink.swatch.id) ?? 0) + 1);
  };
  for (const box of Object.values<Box>(boxes)) {
    if (box.kind === "rule") note(box.ink);
    if (box.kind === "panel") [box.fill, box.stroke].forEach(note);
  }
  for (const style of Object.values<ParagraphStyle>(paragraphStyles)) [style.ink, style.fill].forEach(note);
  for (const style of Object.values<CharacterStyle>(characterStyles)) note(style.ink);
  return uses;
}
