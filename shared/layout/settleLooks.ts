import type { Pt } from "../geometry/units";
import { Break } from "../text/breakOpportunities";
import { CharacterClass } from "../text/characterClass";
import type { TextClusters } from "../text/clusters";
import type { ClusterSizes } from "./clusterSizes";
import { FULL_WIDTH_EM } from "./fontChoice";
import type { PrepareRequest } from "./preparedParagraph";
import type { ShapedClusters } from "./shapeClusters";
import type { AdornedStretch } from "./textLook";

const C = CharacterClass;
const NO_STRETCHES: readonly AdornedStretch[] = [];

/** The stretches of a paragraph's clusters that have marks beside them; each run is a name of its own. */
export function adornedStretches({ count, offsets }: TextClusters, { runs }: PrepareRequest): readonly AdornedStretch[] {
  if (runs.every(({ adornment }) => adornment === undefined)) return NO_STRETCHES;
  const stretches: AdornedStretch[] = [];
  let index = 0;
  for (const { from, to, adornment } of runs) {
    while (index < count && offsets[index]! < from) index++;
    const first = index;
    while (index < count && offsets[index]! < to) index++;
    if (adornment !== undefined && index > first) stretches.push({ from: first, to: index, ...adornment });
  }
  return stretches;
}

/** Makes room for frames beside the names they stand around. */
export function widenFrames(stretches: readonly AdornedStretch[], { advances, glyphFrom, glyphAlong }: ShapedClusters, space: Pt): void {
  for (const { from, to, framed } of stretches) {
    if (!framed) continue;
    advances[from]! += space;
    advances[to - 1]! += space;
    for (let glyph = glyphFrom[from]!; glyph < glyphFrom[from + 1]!; glyph++) glyphAlong[glyph]! += space;
  }
}

/** Takes the blank half from opening marks that stand with a drop cap: at that size it would be a hole. */
export function trimCap({ classes }: TextClusters, { sizes, capCount }: ClusterSizes, shaped: ShapedClusters): void {
  const { advances, glyphFrom, glyphAlong } = shaped;
  for (let index = 0; index < capCount; index++) {
    const half = sizes[index]! / 2;
    if (classes[index] !== C.opening || advances[index]! < FULL_WIDTH_EM * sizes[index]!) continue;
    advances[index]! -= half;
    for (let glyph = glyphFrom[index]!; glyph < glyphFrom[index + 1]!; glyph++) glyphAlong[glyph]! -= half;
  }
}

/** Takes the gap between Han and Western text away where one of the two is set smaller or larger than the other. */
export function closeGaps({ sizes }: ClusterSizes, gaps: Float64Array): void {
  for (let index = 0; index + 1 < gaps.length; index++) if (sizes[index] !== sizes[index + 1]) gaps[index] = 0;
}

/** Keeps framed names whole, and superscripts and subscripts with what they stand behind; a drop cap ends where it ends. */
export function settleLookBreaks(clusters: TextClusters, stretches: readonly AdornedStretch[], { sizes, capCount }: ClusterSizes, size: Pt, breaks: Uint8Array): void {
  for (const { from, to, framed } of stretches) {
    for (let index = from; framed && index < to - 1; index++) hold(breaks, index);
  }
  for (let index = 0; index + 1 < clusters.count; index++) {
    if (sizes[index + 1]! < size && clusters.classes[index] !== C.space) hold(breaks, index);
  }
  if (capCount > 0 && capCount < clusters.count && breaks[capCount - 1]! < Break.allowed) breaks[capCount - 1] = Break.allowed;
}

function hold(breaks: Uint8Array, index: number): void {
  if (breaks[index] !== Break.mandatory) breaks[index] = Break.inside;
}

/** Takes away the places where a justified line could open between a script and what it stands behind, and inside a drop cap. */
export function closePlaces({ sizes, capCount }: ClusterSizes, size: Pt, places: Uint8Array): void {
  for (let index = 0; index + 1 < places.length; index++) {
    if (index < capCount || sizes[index + 1]! < size) places[index] = 0;
  }
}
