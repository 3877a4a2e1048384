import { tableBytes, viewOf, type Sfnt } from "./sfnt";

/** What a font calls itself (OpenType, "name"). Empty strings for what it does not say. */
export interface FontNames {
  readonly postScriptName: string;
  readonly family: string;
  /** The family in simplified Chinese, such as 方正书宋. */
  readonly familyChinese: string;
  readonly licence: string;
  readonly copyright: string;
}

const COPYRIGHT = 0;
const FAMILY = 1;
const POST_SCRIPT_NAME = 6;
const LICENCE = 13;
const TYPOGRAPHIC_FAMILY = 16;

const WINDOWS = 3;
const ENGLISH = 0x0409;
const CHINESE = 0x0804;
const RECORD_LENGTH = 12;
const LONGEST = 400;

/** Reads the names that Windows reads, cut to a length that lists can show; every offset is checked against the table. */
export function readFontNames(sfnt: Sfnt): FontNames {
  const bytes = tableBytes(sfnt, "name");
  const found = new Map<string, string>();
  if (bytes !== null && bytes.length >= 6) {
    const view = viewOf(bytes);
    const storage = view.getUint16(4);
    for (let index = 0; index < view.getUint16(2); index++) {
      const record = 6 + RECORD_LENGTH * index;
      if (record + RECORD_LENGTH > bytes.length) break;
      if (view.getUint16(record) !== WINDOWS) continue;
      const key = `${view.getUint16(record + 6)}:${view.getUint16(record + 4)}`;
      const from = storage + view.getUint16(record + 10);
      const length = Math.min(view.getUint16(record + 8), 2 * LONGEST);
      if (from + length > bytes.length || found.has(key)) continue;
      let text = "";
      for (let at = from; at + 1 < from + length; at += 2) text += String.fromCharCode(view.getUint16(at));
      found.set(key, text.replace(/\p{Cc}|\p{Cs}/gu, " ").trim());
    }
  }
  const name = (id: number, language = ENGLISH): string => found.get(`${id}:${language}`) ?? "";
  const family = name(TYPOGRAPHIC_FAMILY) || name(FAMILY) || name(POST_SCRIPT_NAME);
  return {
    postScriptName: name(POST_SCRIPT_NAME),
    family,
    familyChinese: name(TYPOGRAPHIC_FAMILY, CHINESE) || name(FAMILY, CHINESE) || family,
    licence: name(LICENCE) || name(LICENCE, CHINESE),
    copyright: name(COPYRIGHT) || name(COPYRIGHT, CHINESE),
  };
}
