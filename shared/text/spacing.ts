import { CharacterClass } from "./characterClass";

const C = CharacterClass;
const PLUS = 0x2b;
const PLUS_MINUS = 0xb1;

/**
 * Whether a gap opens between two touching clusters because one is Han and the other Western: letters, digits, and
 * the signs that belong to a number (CLREQ 3.2.2, CSS Text 4 `text-autospace`). + joins (人工智能+制造) and takes none.
 */
export function takesAutospace(class1: number, codePoint1: number, class2: number, codePoint2: number): boolean {
  return (isHan(class1) && isLetterOrNumber(class2, codePoint2)) || (isLetterOrNumber(class1, codePoint1) && isHan(class2));
}

function isHan(characterClass: number): boolean {
  return characterClass === C.han || characterClass === C.smallKana || characterClass === C.iteration;
}

function isLetterOrNumber(characterClass: number, codePoint: number): boolean {
  if (characterClass === C.letter || characterClass === C.digit) return true;
  const isNumberSign = characterClass === C.postfix || characterClass === C.prefix;
  return isNumberSign && codePoint < 0x2e80 && codePoint !== PLUS && codePoint !== PLUS_MINUS;
}
