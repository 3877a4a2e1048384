import { Break } from "../text/breakOpportunities";
import { TrimSide } from "../text/punctuationWidth";
import { hyphenWidth, mayHang, startTrim, visibleEnd } from "./lineEdges";
import { Place, POOR_PLACE_WEIGHT, type PreparedParagraph } from "./preparedParagraph";

/** The legal ends of a paragraph's lines, in order, with all that a line's cost takes from its end at any length. */
export interface LineEndTable {
  readonly paragraph: PreparedParagraph;
  /** The cluster behind each end. */
  readonly ends: Uint32Array;
  /** Where the last frame ends in the endless line, a hyphen included, as it is while it fits. */
  readonly rights: Float64Array;
  /** The same, with the last mark trimmed. */
  readonly trimmedRights: Float64Array;
  /** Where the frame before the last mark ends, where that may hang; else not a number. */
  readonly unhungRights: Float64Array;
  /** The least of these, with all squeezed that can be. */
  readonly squeezedRights: Float64Array;
  /** Where a line that starts behind the end would begin, with all squeezed that can be. */
  readonly squeezedLefts: Float64Array;
  /** How much the places before the last frame can give. */
  readonly squeezables: Float64Array;
  /** How many places stand before the last frame, those that open by half counted as halves. */
  readonly places: Float64Array;
  /** The same before each cluster. */
  readonly placesBefore: Float64Array;
  /** The entry with the next line feed, or the text's end. */
  readonly feeds: Uint32Array;
}

/** What a place counts: what shows is how far the others open, and a poor one leaves them more. */
function weightOf(place: number): number {
  return place === Place.none ? 0 : place === Place.poor ? POOR_PLACE_WEIGHT : 1;
}

const tables = new WeakMap<PreparedParagraph, LineEndTable>();

/** The ends of a paragraph's lines: read once, as they do not depend on any line's length. */
export function lineEndsOf(paragraph: PreparedParagraph): LineEndTable {
  const known = tables.get(paragraph);
  if (known !== undefined) return known;
  const table = readLineEnds(paragraph);
  tables.set(paragraph, table);
  return table;
}

function readLineEnds(paragraph: PreparedParagraph): LineEndTable {
  const { count, breaks, pens, advances, places, squeezable, trimSides, rules, em } = paragraph;
  let length = 0;
  for (let index = 0; index < count; index++) if (breaks[index]! >= Break.allowed) length++;
  const lengths = () => new Float64Array(length);
  const table = {
    paragraph, ends: new Uint32Array(length), rights: lengths(), trimmedRights: lengths(), unhungRights: lengths(), squeezedRights: lengths(), squeezedLefts: lengths(),
    squeezables: lengths(), places: lengths(), placesBefore: new Float64Array(count + 1),
    feeds: new Uint32Array(length),
  };
  let entry = 0;
  for (let index = 0; index < count; index++) {
    table.placesBefore[index + 1] = table.placesBefore[index]! + weightOf(places[index]!);
    if (breaks[index]! < Break.allowed) continue;
    const last = Math.max(0, visibleEnd(paragraph, 0, index + 1) - 1);
    const right = pens[last]! + advances[last]! + hyphenWidth(paragraph, index);
    const trim = rules.lineEndTrim !== "off" && trimSides[last] === TrimSide.end ? em / 2 : 0;
    const unhung = mayHang(paragraph, 0, last) ? pens[last - 1]! + advances[last - 1]! : Number.NaN;
    const least = unhung < right - trim ? unhung : right - trim;
    table.ends[entry] = index + 1;
    table.trimmedRights[entry] = right - trim;
    table.rights[entry] = rules.lineEndTrim === "always" ? right - trim : right;
    table.unhungRights[entry] = unhung;
    table.squeezedRights[entry] = least - squeezable[last]!;
    table.squeezedLefts[entry] = pens[index + 1]! + (index + 1 < count ? startTrim(paragraph, index + 1) : 0) - squeezable[index + 1]!;
    table.squeezables[entry] = squeezable[last]!;
    table.places[entry] = table.placesBefore[last]!;
    entry++;
  }
  let feed = length - 1;
  for (entry = length - 1; entry >= 0; entry--) {
    if (breaks[table.ends[entry]! - 1] === Break.mandatory) feed = entry;
    table.feeds[entry] = feed;
  }
  return table;
}
