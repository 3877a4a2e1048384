import { epaperDocument } from "../shared/export/epaper/testing/epaperDocument";
import type { Box, IssueDocument } from "../shared/model/document";
import { idFrom } from "../shared/model/idFrom";

/** Characters that are easily lost: beyond the first plane, look-alikes of radicals, variants, private ones, ligatures, joined emoji. */
export const rareCharacters = "𠮷野家，⼤大﨎行行，㐂𪚥，“意见”——……A\u0301B，ﬁ，①Ⅷ℃，\u{e000}葛\u{e0100}，👨‍👩‍👧，2027年GDP增长5.3%。";

/** The small sample with its lead set in vertical tiers, under a vertical title. */
export function verticalIssue(text: string): IssueDocument {
  const base = epaperDocument({ lead: [text, text] });
  const turned = (id: string): Readonly<Record<string, Box>> => {
    const box = base.boxes[idFrom<"box">(id)];
    if (box?.kind !== "text" && box?.kind !== "title") throw new Error(`no frame ${id}`);
    return { [id]: { ...box, direction: "vertical" } };
  };
  return { ...base, boxes: { ...base.boxes, ...turned("lead-body"), ...turned("lead-title") } };
}
