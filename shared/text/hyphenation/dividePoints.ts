import { hyphenExceptions, hyphenPatterns } from "./hyphenPatterns";

/** The fewest letters before and behind a hyphen: what TeX's patterns of English are made for. */
const LEAST_BEFORE = 2;
const LEAST_BEHIND = 3;

interface Patterns {
  /** For the letters of each pattern, a level before each of them and one behind the last. */
  readonly levels: ReadonlyMap<string, Uint8Array>;
  readonly exceptions: ReadonlyMap<string, readonly number[]>;
  readonly longest: number;
}

/** Read when the first word is divided: a program that divides none pays nothing. */
let patterns: Patterns | null = null;

/**
 * Where an English word of small letters may be divided, as offsets in it (F. M. Liang, "Word Hy-phen-a-tion by
 * Com-put-er", 1983).
 */
export function dividePoints(word: string): readonly number[] {
  patterns ??= readPatterns();
  const exception = patterns.exceptions.get(word);
  if (exception !== undefined) return exception.filter((point) => isInside(point, word));
  const dotted = `.${word}.`;
  const levels = new Uint8Array(dotted.length + 1);
  for (let from = 0; from < dotted.length; from++) {
    for (let to = from + 1; to <= dotted.length && to - from <= patterns.longest; to++) {
      const own = patterns.levels.get(dotted.slice(from, to));
      if (own === undefined) continue;
      for (let index = 0; index < own.length; index++) levels[from + index] = Math.max(levels[from + index]!, own[index]!);
    }
  }
  const points: number[] = [];
  // The dot before the word shifts its offsets by one.
  for (let point = 1; point < word.length; point++) if (levels[point + 1]! % 2 === 1 && isInside(point, word)) points.push(point);
  return points;
}

function isInside(point: number, word: string): boolean {
  return point >= LEAST_BEFORE && word.length - point >= LEAST_BEHIND;
}

function readPatterns(): Patterns {
  const levels = new Map<string, Uint8Array>();
  let longest = 0;
  for (const pattern of hyphenPatterns.trim().split(/\s+/)) {
    const letters = pattern.replaceAll(/\d/g, "");
    const own = new Uint8Array(letters.length + 1);
    let at = 0;
    for (const character of pattern) {
      if (character >= "0" && character <= "9") own[at] = Number(character);
      else at++;
    }
    levels.set(letters, own);
    longest = Math.max(longest, letters.length);
  }
  const exceptions = new Map<string, readonly number[]>();
  for (const divided of hyphenExceptions.trim().split(/\s+/)) {
    const parts = divided.split("-");
    exceptions.set(parts.join(""), parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("").length));
  }
  return { levels, exceptions, longest };
}
