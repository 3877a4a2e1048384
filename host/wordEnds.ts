/**
 * Where the words of a text end, in UTF-16 code units, the last at its end, by the dictionary of jieba. The dictionary is
 * loaded when words are first asked for, which takes most of a second; nothing of it is read before.
 */
export async function wordEnds(text: string): Promise<readonly number[]> {
  const { cut } = await import("jieba-wasm");
  let end = 0;
  return cut(text, true).map((word) => (end += word.length));
}
