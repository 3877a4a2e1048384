import type { DisplayInk } from "../../display/displayList";
import { inkToRgb } from "../../display/inkToScreen";
import type { ColourSpaces } from "./colourSpaces";
import { pdfNumber, pdfNumbers } from "./pdfSyntax";

/** The graphics states each page names: solid black overprints, all else knocks out. */
export const OVERPRINT_STATE = "GO";
export const KNOCKOUT_STATE = "GK";
/** The graphics state that pages begin with, as far as those above change it. */
export const INITIAL_STATE = "GI";

/** The inks a page's content is in the middle of; each is set only where it changes. */
export interface InkState {
  /** The ink of what is filled next; `mayOverprint` where solid black should print over what lies below. */
  fill(out: string[], ink: DisplayInk, mayOverprint: boolean): void;
  stroke(out: string[], ink: DisplayInk): void;
  /** Nothing of what lies below shows in what is drawn next: a picture, whose inks are its own. */
  knockOut(out: string[]): void;
}

/** How inks are written: as process and spot inks, or as the colours a screen shows. */
export interface InkSpaces {
  readonly colour: "press" | "screen";
  readonly spaces: ColourSpaces;
}

/** The state at the start of a page. */
export function createInkState({ colour, spaces }: InkSpaces): InkState {
  let filling = "";
  let stroking = "";
  let overprints: boolean | null = null;
  const operands = (ink: DisplayInk, isStroke: boolean): string => {
    if (colour === "screen") return `${inkToRgb(ink).map((channel) => pdfNumber(channel / 255)).join(" ")} ${isStroke ? "RG" : "rg"}`;
    if (ink.spot !== undefined) {
      return `/${spaces.nameOf(ink.spot)} ${isStroke ? "CS" : "cs"} ${pdfNumber(ink.spot.tint)} ${isStroke ? "SCN" : "scn"}`;
    }
    return `${pdfNumbers(ink.cyan, ink.magenta, ink.yellow, ink.black)} ${isStroke ? "K" : "k"}`;
  };
  const setOverprint = (out: string[], overprint: boolean): void => {
    if (overprints === overprint) return;
    overprints = overprint;
    out.push(`/${overprint ? OVERPRINT_STATE : KNOCKOUT_STATE} gs`);
  };
  return {
    fill: (out, ink, mayOverprint) => {
      setOverprint(out, mayOverprint && isSolidBlack(ink));
      const text = operands(ink, false);
      if (text !== filling) out.push((filling = text));
    },
    stroke: (out, ink) => {
      setOverprint(out, isSolidBlack(ink));
      const text = operands(ink, true);
      if (text !== stroking) out.push((stroking = text));
    },
    knockOut: (out) => setOverprint(out, false),
  };
}

/** Whether an ink is full black and nothing else. */
export function isSolidBlack({ cyan, magenta, yellow, black, spot }: DisplayInk): boolean {
  return spot === undefined && black === 1 && cyan === 0 && magenta === 0 && yellow === 0;
}
