/**
 * Marks and the forms Unicode encodes for vertical setting (Vertical Forms, CJK Compatibility Forms), for fonts whose
 * `vert` feature leaves a mark as it is. Each form has as many UTF-16 units as its mark: offsets stay true.
 */
const forms: ReadonlyMap<string, string> = new Map([
  ["，", "︐"], ["、", "︑"], ["。", "︒"], ["：", "︓"], ["；", "︔"], ["…", "︙"], ["—", "︱"], ["–", "︲"],
  ["（", "︵"], ["）", "︶"], ["｛", "︷"], ["｝", "︸"], ["〔", "︹"], ["〕", "︺"], ["【", "︻"], ["】", "︼"],
  ["《", "︽"], ["》", "︾"], ["〈", "︿"], ["〉", "﹀"], ["「", "﹁"], ["」", "﹂"], ["『", "﹃"], ["』", "﹄"],
  ["［", "﹇"], ["］", "﹈"], ["〖", "︗"], ["〗", "︘"],
]);

/** Text with the marks replaced that the font would set lying down; the text itself where it needs none. */
export type VerticalSubstitution = (text: string) => string;

/**
 * Finds the marks that a font has no vertical glyph for but a vertical form of: LXGW WenKai, for one, turns its
 * brackets but not its dash.
 */
export function verticalSubstitution(
  nominalGlyph: (codePoint: number) => number,
  verticalGlyph: (mark: string) => number,
): VerticalSubstitution {
  const wanted = new Map<string, string>();
  for (const [mark, form] of forms) {
    const upright = nominalGlyph(mark.charCodeAt(0));
    if (upright !== 0 && nominalGlyph(form.charCodeAt(0)) !== 0 && verticalGlyph(mark) === upright) wanted.set(mark, form);
  }
  if (wanted.size === 0) return (text) => text;
  return (text) => {
    let result = "";
    for (const character of text) result += wanted.get(character) ?? character;
    return result;
  };
}

const DASH = "—";
const TWO_EM_DASH = "⸺";
const THREE_EM_DASH = "⸻";

/**
 * How many ems of dash a glyph's characters stand for: 0 where they are anything else. Noto joins —— to one glyph but
 * gives it the height of one em.
 */
export function dashLength(characters: string): number {
  let ems = 0;
  for (const character of characters) {
    if (character === DASH) ems += 1;
    else if (character === TWO_EM_DASH) ems += 2;
    else if (character === THREE_EM_DASH) ems += 3;
    else return 0;
  }
  return ems;
}
