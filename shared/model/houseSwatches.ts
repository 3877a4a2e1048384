import type { Swatch } from "./document";
import { idFrom } from "./idFrom";

/** The colours a paper starts with: each prints within 200 % of ink. */
export const houseSwatches: readonly Swatch[] = [
  process("masthead-red", "报头红", 0, 1, 1, 0),
  process("deep-blue", "深蓝", 1, 0.7, 0, 0.1),
  process("green", "绿", 0.8, 0, 0.9, 0.1),
  process("orange", "橙", 0, 0.5, 1, 0),
  process("grey", "灰", 0, 0, 0, 0.5),
];

function process(id: string, name: string, cyan: number, magenta: number, yellow: number, black: number): Swatch {
  return { id: idFrom(id), name, kind: "process", ink: { cyan, magenta, yellow, black } };
}
