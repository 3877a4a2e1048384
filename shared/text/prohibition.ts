import { CHARACTER_CLASS_COUNT, CharacterClass, type CharacterClassId } from "./characterClass";

/** How strictly marks are kept off line edges (避头尾), each level holding the ones before it (CLREQ 3.1.4). */
export type ProhibitionLevel = "none" | "basic" | "gb" | "strict";

const levels: readonly ProhibitionLevel[] = ["none", "basic", "gb", "strict"];
const NEVER = 4;
const BASIC = 1;
const GB = 2;
const STRICT = 3;

const C = CharacterClass;

/** From which level on a class may not start a line. */
const startProhibitedFrom = new Uint8Array(CHARACTER_CLASS_COUNT).fill(NEVER);
/** From which level on a class may not end a line. */
const endProhibitedFrom = new Uint8Array(CHARACTER_CLASS_COUNT).fill(NEVER);

for (const characterClass of [
  C.pauseStop,
  C.closing,
  C.connector,
  C.hyphen,
  C.interpunct,
  // The Chinese wording of CLREQ 3.1.4 lists the solidus at basic, the English one omits it.
  C.solidus,
  // JLREQ cl-09, where CLREQ is silent.
  C.iteration,
  C.westernStop,
  C.westernClosing,
]) {
  startProhibitedFrom[characterClass] = BASIC;
}
for (const characterClass of [C.dash, C.ellipsis, C.smallKana]) startProhibitedFrom[characterClass] = STRICT;
for (const characterClass of [C.opening, C.westernOpening]) endProhibitedFrom[characterClass] = BASIC;
// GB/T 15834-2011, 5.1.9: neither at the start nor at the end of a line.
endProhibitedFrom[C.solidus] = GB;

/** Whether a class may stand at the start of a line. */
export function mayStartLine(characterClass: CharacterClassId, level: ProhibitionLevel): boolean {
  return levels.indexOf(level) < (startProhibitedFrom[characterClass] ?? NEVER);
}

/** Whether a class may stand at the end of a line. */
export function mayEndLine(characterClass: CharacterClassId, level: ProhibitionLevel): boolean {
  return levels.indexOf(level) < (endProhibitedFrom[characterClass] ?? NEVER);
}
