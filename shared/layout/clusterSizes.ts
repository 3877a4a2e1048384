import { EM_ASCENT } from "../fonts/fontSource";
import type { Pt } from "../geometry/units";
import { CharacterClass } from "../text/characterClass";
import type { TextClusters } from "../text/clusters";
import type { PrepareRequest } from "./preparedParagraph";

/** The size of each cluster's type, and how far its baseline stands above the line's. */
export interface ClusterSizes {
  readonly sizes: Float64Array;
  readonly raises: Float64Array;
  /** How many clusters at the paragraph's head are its drop cap; 0 for none. */
  readonly capCount: number;
}

/** The size of superscripts and subscripts against the text they stand in [house]. */
export const SCRIPT_SIZE = 0.6;
/** How far a superscript's baseline stands above the line's, and a subscript's below it, in em of the text [house]. */
const SUPERSCRIPT_RAISE = 0.34;
const SUBSCRIPT_DROP = 0.12;

const C = CharacterClass;

/** Reads how large each cluster is set: as the paragraph, as a superscript or subscript, or as a drop cap. */
export function clusterSizes(clusters: TextClusters, request: PrepareRequest): ClusterSizes {
  const { count, offsets } = clusters;
  const { size, runs, dropCap } = request;
  const sizes = new Float64Array(count).fill(size);
  const raises = new Float64Array(count);
  const hasScripts = runs.some(({ position }) => position !== undefined && position !== "normal");
  let run = 0;
  for (let index = 0; hasScripts && index < count; index++) {
    while (run < runs.length - 1 && offsets[index]! >= runs[run]!.to) run++;
    const position = runs[run]!.position ?? "normal";
    if (position === "normal") continue;
    sizes[index] = SCRIPT_SIZE * size;
    raises[index] = raiseOf(position, request);
  }
  const capCount = dropCap === undefined || dropCap === null ? 0 : capLength(clusters, dropCap.characters);
  if (dropCap === undefined || dropCap === null) return { sizes, raises, capCount };
  sizes.fill(dropCap.size, 0, capCount);
  // Its em box hangs from the top of the first line; in vertical lines it is centred across its own strip.
  if (request.direction === "horizontal") raises.fill(EM_ASCENT * (size - dropCap.size), 0, capCount);
  return { sizes, raises, capCount };
}

/** In vertical lines characters are centred across the line: a superscript goes to the right edge, a subscript to the left. */
function raiseOf(position: "superscript" | "subscript", { direction, size }: PrepareRequest): Pt {
  if (direction === "vertical") return ((position === "superscript" ? 1 : -1) * (1 - SCRIPT_SIZE) * size) / 2;
  return position === "superscript" ? SUPERSCRIPT_RAISE * size : -SUBSCRIPT_DROP * size;
}

/** Opening marks go with the first character; a text that begins with anything else that is no character has no cap. */
function capLength({ count, classes }: TextClusters, characters: number): number {
  let end = 0;
  while (end < count && classes[end] === C.opening) end++;
  for (let left = characters; left > 0; left--) {
    if (end >= count || !isCharacter(classes[end]!)) return left === characters ? 0 : end;
    end++;
  }
  return end;
}

function isCharacter(characterClass: number): boolean {
  return characterClass === C.han || characterClass === C.wide || characterClass === C.letter || characterClass === C.digit;
}
