import { plainCharacterStyle, plainParagraphStyle } from "../shared/model/houseStyles";
import type { Pt } from "../shared/geometry/units";
import type { CharacterStyle, ParagraphStyle } from "../shared/model/document";
import type { CharacterStyleId, FontId, ParagraphStyleId } from "../shared/model/ids";
import { blackInk } from "../shared/model/ink";

/** The few paragraph styles that a measured page needs, in the real fonts. */
export function fixtureParagraphStyles(bodySize: Pt, pitch: Pt): Record<ParagraphStyleId, ParagraphStyle> {
  const style = (id: string, fontId: string, size: Pt, more: Partial<ParagraphStyle>): ParagraphStyle => ({
    id: id as ParagraphStyleId, name: id, fontId: fontId as FontId, size, pitch: size * 1.25, spaceBefore: 0, firstLineIndentEm: 0,
    hangingIndentEm: 0, align: "center", ink: blackInk, trackingEm: 0, horizontalScale: 1, marker: "", runInStyleId: null, ...plainParagraphStyle, ...more,
  });
  const styles = [
    style("body", "NotoSerifSC-Regular", bodySize, {
      pitch, firstLineIndentEm: 2, align: "justify", runInStyleId: "runIn" as CharacterStyleId,
    }),
    style("kicker", "NotoSerifSC-Bold", 10, {}),
    style("headline", "NotoSerifSC-Black", 18, {}),
    style("subheadline", "NotoSerifSC-Bold", 10, {}),
  ];
  return Object.fromEntries(styles.map((each) => [each.id, each])) as Record<ParagraphStyleId, ParagraphStyle>;
}

/** The run-in style of datelines. */
export function fixtureCharacterStyles(): Record<CharacterStyleId, CharacterStyle> {
  const id = "runIn" as CharacterStyleId;
  return { [id]: { ...plainCharacterStyle, id, name: "run-in", fontId: "NotoSansSC-Bold" as FontId } };
}
