import type { PreparedParagraph } from "./preparedParagraph";

const WHITE_SPACE = /^\s$/u;

/** How many characters stand between two clusters, white space not counted. */
export function countCharacters({ text, offsets }: PreparedParagraph, from: number, to: number): number {
  let characters = 0;
  for (let cluster = from; cluster < to; cluster++) if (!WHITE_SPACE.test(text[offsets[cluster]!]!)) characters++;
  return characters;
}
