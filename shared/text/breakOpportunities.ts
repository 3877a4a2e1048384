import { CharacterClass } from "./characterClass";
import { classAt, readClusters, type TextClusters } from "./clusters";
import { mayEndLine, mayStartLine, type ProhibitionLevel } from "./prohibition";
import { Bond, unitBonds } from "./unbreakable";

/** What may happen between two clusters; the higher, the more. */
export const Break = {
  /** Inside a cluster or a unit: only a measure too narrow for the unit breaks here. */
  inside: 0,
  /** Kept off line edges: broken only where nothing else fits (CLREQ's escape for runs of marks). */
  prohibited: 1,
  allowed: 2,
  /** A line ends here. */
  mandatory: 3,
} as const;

const C = CharacterClass;

/** For each UTF-16 offset of a text, 0 and its length included, the `Break` that may happen before it. */
export function breakOpportunities(text: string, level: ProhibitionLevel): Uint8Array {
  const clusters = readClusters(text);
  const breaks = clusterBreaks(clusters, unitBonds(clusters), level);
  const flags = new Uint8Array(text.length + 1);
  for (let index = 0; index < clusters.count; index++) flags[clusters.offsets[index + 1]!] = breaks[index]!;
  return flags;
}

/** For each cluster, the `Break` that may happen after it; the last one's is mandatory. */
export function clusterBreaks(clusters: TextClusters, bonds: Uint8Array, level: ProhibitionLevel): Uint8Array {
  const { count, classes } = clusters;
  const breaks = new Uint8Array(count);
  /** The last cluster so far that is no space: spaces vanish at a line's end, so it is what would end the line. */
  let visible = -1;
  for (let index = 0; index < count; index++) {
    const own = classes[index];
    if (own !== C.space) visible = index;
    if (index === count - 1 || own === C.lineFeed) {
      breaks[index] = Break.mandatory;
      continue;
    }
    const next = classes[index + 1];
    if (next === C.space || next === C.lineFeed || next === C.breakPoint) breaks[index] = Break.inside;
    else if (own === C.breakPoint) breaks[index] = Break.allowed;
    else if (own === C.joiner || next === C.joiner) breaks[index] = Break.inside;
    else if (bonds[index] === Bond.unit || bonds[index] === Bond.glue) breaks[index] = Break.inside;
    else if (bonds[index] === Bond.softBreak) breaks[index] = Break.allowed;
    else if (!mayStartLine(classAt(clusters, index + 1), level)) breaks[index] = Break.prohibited;
    else if (visible >= 0 && !mayEndLine(classAt(clusters, visible), level)) breaks[index] = Break.prohibited;
    else breaks[index] = Break.allowed;
  }
  return breaks;
}
