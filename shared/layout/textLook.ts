import type { Pt } from "../geometry/units";
import type { CharacterStyle } from "../model/document";
import type { Ink } from "../model/ink";
import type { LineRules } from "./lineRules";

/** The marks beside the characters of one stretch of text. */
export type Adornment = Pick<CharacterStyle, "emphasis" | "line" | "framed">;

/** The marks of a prepared paragraph: those of one name, over its clusters, half-open. */
export interface AdornedStretch extends Adornment {
  readonly from: number;
  readonly to: number;
}

/** What is drawn behind a paragraph and along its edges. */
export interface Backdrop {
  readonly fill: Ink | null;
  /** The weights of the rules above and below; 0 for none. */
  readonly ruleAbove: Pt;
  readonly ruleBelow: Pt;
  readonly ruleInk: Ink;
  /** How far it reaches over the first and the last line: half of what lies between two lines. */
  readonly reach: Pt;
}

/** A first character that stands several lines tall. */
export interface DropCap {
  /** The em of its characters: from the top of the first line to the foot of the last one beside it. */
  readonly size: Pt;
  /** How many lines it is tall. */
  readonly lines: number;
  /** How many characters it takes, opening marks before them not counted. */
  readonly characters: number;
}

/** The room for a frame at both ends of a name, in em (示亡号, CLREQ 3.4); on a grid of characters, both fill a whole place. */
const FRAME_SPACE_EM = 1 / 8;
const FRAME_SPACE_ON_GRID_EM = 1 / 2;

/** The room for a frame at each end of a name. */
export function frameSpace({ grid }: LineRules, em: Pt): Pt {
  return (grid === "characters" ? FRAME_SPACE_ON_GRID_EM : FRAME_SPACE_EM) * em;
}
