import { graphemeSegments } from "unicode-segmenter/grapheme";

/**
 * Where the extended grapheme clusters of a text begin (UTF-16), and its length as the last entry. Combining marks,
 * variation selectors, joined emoji and surrogate pairs are never split.
 */
export function graphemeOffsets(text: string): Uint32Array {
  if (everyUnitStandsAlone(text)) return Uint32Array.from({ length: text.length + 1 }, (_, index) => index);
  const offsets: number[] = [];
  for (const segment of graphemeSegments(text)) offsets.push(segment.index);
  offsets.push(text.length);
  return Uint32Array.from(offsets);
}

/** Whether a text holds nothing that could join a neighbour, so that segmentation can be skipped: most Chinese text. */
function everyUnitStandsAlone(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const standsAlone =
      (unit >= 0x20 && unit < 0x300) ||
      (unit >= 0x2010 && unit <= 0x2027) ||
      (unit >= 0x2030 && unit <= 0x205e) ||
      (unit >= 0x2100 && unit <= 0x2bff) ||
      (unit >= 0x2e80 && unit <= 0x3029) ||
      (unit >= 0x3030 && unit <= 0x3098) ||
      (unit >= 0x309b && unit <= 0xa4cf) ||
      (unit >= 0xfe30 && unit <= 0xfefe) ||
      (unit >= 0xff00 && unit <= 0xff9d) ||
      (unit >= 0xffa0 && unit <= 0xffef) ||
      unit === 0x0a;
    if (!standsAlone) return false;
  }
  return true;
}
