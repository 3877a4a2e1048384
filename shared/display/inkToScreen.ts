import type { DisplayInk } from "./displayList";

type Colour = readonly [red: number, green: number, blue: number];

/**
 * What each process ink lets through at full strength, as screens usually show coated process inks (#00AEEF, #EC008C,
 * #FFF200, #231F20): black is the soft black of ink on paper, not of a switched-off screen. Inks multiply. A rough
 * picture of the print, meant for the eye alone; soft proofing needs a profile.
 */
const cyan: Colour = [0x00 / 255, 0xae / 255, 0xef / 255];
const magenta: Colour = [0xec / 255, 0x00 / 255, 0x8c / 255];
const yellow: Colour = [0xff / 255, 0xf2 / 255, 0x00 / 255];
const black: Colour = [0x23 / 255, 0x1f / 255, 0x20 / 255];

const known = new Map<number, string>();
const STEPS = 255;

/** The CSS colour in which an ink is shown on a screen. */
export function inkToScreen(ink: DisplayInk): string {
  const key = ((step(ink.cyan) * 256 + step(ink.magenta)) * 256 + step(ink.yellow)) * 256 + step(ink.black);
  let css = known.get(key);
  if (css === undefined) known.set(key, (css = `rgb(${inkToRgb(ink).join(",")})`));
  return css;
}

/** The red, green and blue, 0 to 255, in which an ink is shown on a screen. */
export function inkToRgb(ink: DisplayInk): readonly [number, number, number] {
  return [channel(ink, 0), channel(ink, 1), channel(ink, 2)];
}

function channel(ink: DisplayInk, index: 0 | 1 | 2): number {
  const through = (colour: Colour, share: number) => 1 - share * (1 - colour[index]);
  return Math.round(
    255 * through(cyan, ink.cyan) * through(magenta, ink.magenta) * through(yellow, ink.yellow) * through(black, ink.black),
  );
}

function step(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * STEPS);
}
