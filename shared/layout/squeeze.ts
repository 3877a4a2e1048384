import type { Pt } from "../geometry/units";
import { CharacterClass } from "../text/characterClass";
import type { TextClusters } from "../text/clusters";
import { TrimSide } from "../text/punctuationWidth";
import type { FlowParagraph } from "./flowParagraph";
import type { LineRules } from "./lineRules";
import type { Squeeze } from "./nextLine";
import type { PreparedParagraph } from "./preparedParagraph";

/**
 * What gives way when a line is squeezed, in this order (CLREQ, line adjustment by reduction). Its first step, the mark at
 * the line's end, is the trim of that end; its third, the sides of an interpunct, is done: `frameMarks` leaves them none.
 */
export const SqueezeStep = { none: 0, wordSpace: 1, bracket: 2, pause: 3, hanLatin: 4, stop: 5 } as const;

/** How many numbers `SqueezeStep` has. */
export const SQUEEZE_STEP_COUNT = 6;

const C = CharacterClass;
const WORD_SPACE_EM = 1 / 4;
const HAN_LATIN_EM = 1 / 8;
const SPACE = 0x20;
const stops: ReadonlySet<number> = new Set(Array.from("。．？！", (mark) => mark.charCodeAt(0)));

/** What the frames of a paragraph are made of before they stand in a line. */
export interface SqueezeRequest {
  readonly clusters: TextClusters;
  readonly advances: Float64Array;
  readonly trimSides: Uint8Array;
  readonly startTrimmed: Uint8Array;
  readonly endTrimmed: Uint8Array;
  /** The gap between Han and Western text after each cluster. */
  readonly gaps: Float64Array;
  readonly rules: LineRules;
  readonly em: Pt;
}

/**
 * For the place after each cluster, when it gives way, and how much all places before a cluster can give together. A
 * place gives the blank of one mark: of the opening mark behind it, else of the mark before it, so that no mark becomes
 * narrower than half an em and no frame of a Han character is touched.
 */
export function prepareSqueeze(request: SqueezeRequest): Pick<PreparedParagraph, "squeezeSteps" | "squeezable"> {
  const { count } = request.clusters;
  const squeezeSteps = new Uint8Array(count);
  const squeezable = new Float64Array(count + 1);
  if (request.rules.squeeze === "off") return { squeezeSteps, squeezable };
  let sum = 0;
  for (let index = 0; index + 1 < count; index++) {
    const step = stepAfter(request, index);
    const give = step === SqueezeStep.none ? 0 : Math.max(0, giveOf(request, index, step));
    if (give > 0) squeezeSteps[index] = step;
    sum += give;
    squeezable[index + 1] = sum;
  }
  squeezable[count] = sum;
  return { squeezeSteps, squeezable };
}

function stepAfter({ clusters, trimSides, startTrimmed, endTrimmed, gaps }: SqueezeRequest, index: number): number {
  const { classes, codePoints } = clusters;
  if (trimSides[index + 1] === TrimSide.start && startTrimmed[index + 1] === 0) return SqueezeStep.bracket;
  if (trimSides[index] === TrimSide.end && endTrimmed[index] === 0) {
    if (classes[index] === C.closing) return SqueezeStep.bracket;
    return stops.has(codePoints[index]!) ? SqueezeStep.stop : SqueezeStep.pause;
  }
  // A space that someone chose wider than a word's is meant to be seen.
  if (classes[index] === C.space && codePoints[index] === SPACE) return SqueezeStep.wordSpace;
  return gaps[index]! > 0 ? SqueezeStep.hanLatin : SqueezeStep.none;
}

function giveOf({ advances, gaps, rules, em }: SqueezeRequest, index: number, step: number): Pt {
  switch (step) {
    case SqueezeStep.wordSpace:
      return advances[index]! - WORD_SPACE_EM * em;
    case SqueezeStep.hanLatin:
      return gaps[index]! - HAN_LATIN_EM * em;
    case SqueezeStep.stop:
      // Some houses keep 。？！ whole (CLREQ); the milder one does.
      return rules.squeeze === "full" ? em / 2 : 0;
    default:
      return rules.squeeze === "full" ? em / 2 : em / 4;
  }
}

/** How a paragraph's lines are squeezed: only where they are set to fill their measure. */
export function squeezeOf({ align }: FlowParagraph): Squeeze | undefined {
  return align === "justify" ? squeezeMarks : undefined;
}

/** How much shorter the clusters of a line can be made without a mark under half an em (推入). */
export function squeezeMarks({ squeezable }: PreparedParagraph, from: number, to: number): Pt {
  return to <= from ? 0 : squeezable[to - 1]! - squeezable[from]!;
}
