/**
 * What a character is to the line engine: the classes of CLREQ 3.1 (editor's draft of 2024-03-21) and
 * GB/T 15834-2011 section 5, with the Western classes that UAX #14 tells apart.
 */
export const CharacterClass = {
  /** Han, kana and bopomofo: a square frame, a break on either side, a gap beside Western letters. */
  han: 0,
  /** Other characters that are set like Han but take no gap: symbols, emoji, Hangul, full-width letters and digits. */
  wide: 1,
  /** 点号: pause and stop marks. */
  pauseStop: 2,
  /** 后引号、后括号、后书名号. */
  closing: 3,
  /** 前引号、前括号、前书名号. */
  opening: 4,
  /** 连接号, a single — among them. */
  connector: 5,
  /** 间隔号. */
  interpunct: 6,
  /** 分隔号. */
  solidus: 7,
  /** 破折号: two or more dashes in a row. */
  dash: 8,
  /** 省略号. */
  ellipsis: 9,
  /** 叠字号. */
  iteration: 10,
  /** What follows a number and stays with it: % ‰ ℃. */
  postfix: 11,
  /** What precedes a number and stays with it: ￥ $ №. */
  prefix: 12,
  /** Item markers of newspapers: ■ ●. */
  marker: 13,
  /** A letter of an alphabet that is written in words. */
  letter: 14,
  digit: 15,
  /** A space at which a line may break and which vanishes there. */
  space: 16,
  lineFeed: 17,
  /** Western , . : ; ! and ?. */
  westernStop: 18,
  westernOpening: 19,
  westernClosing: 20,
  /** Any other Western sign: & @ = and their like. */
  westernSign: 21,
  hyphen: 22,
  /** Forbids a break on both sides: U+2060, U+00A0. */
  joiner: 23,
  /** Allows a break where there would be none: U+200B. */
  breakPoint: 24,
  /** Small kana and the long vowel mark, kept off line starts at level strict only. */
  smallKana: 25,
} as const;

/** The number of one class of `CharacterClass`. */
export type CharacterClassId = (typeof CharacterClass)[keyof typeof CharacterClass];

/** How many classes there are. */
export const CHARACTER_CLASS_COUNT = 26;

const C = CharacterClass;

/** Blocks of the BMP whose characters share a class; later entries win. Everything else is `wide`. */
const ranges: readonly (readonly [from: number, to: number, characterClass: CharacterClassId])[] = [
  // Alphabets below the symbol blocks: Latin to Ethiopic and on to Greek Extended.
  [0x0000, 0x1fff, C.letter],
  [0x2000, 0x200a, C.space],
  [0x2070, 0x209f, C.letter],
  [0x2c00, 0x2dff, C.letter],
  [0x2e80, 0x2fdf, C.han],
  [0x3005, 0x3007, C.han],
  [0x3021, 0x3029, C.han],
  [0x3038, 0x303c, C.han],
  [0x3041, 0x309f, C.han],
  [0x30a1, 0x30ff, C.han],
  [0x3105, 0x312f, C.han],
  [0x31a0, 0x31ff, C.han],
  [0x3400, 0x4dbf, C.han],
  [0x4e00, 0x9fff, C.han],
  [0xa4d0, 0xabff, C.letter],
  [0xf900, 0xfaff, C.han],
  [0xfb00, 0xfdff, C.letter],
  [0xfe70, 0xfefe, C.letter],
  [0x0021, 0x002f, C.westernSign],
  [0x003a, 0x0040, C.westernSign],
  [0x005b, 0x0060, C.westernSign],
  [0x007b, 0x007e, C.westernSign],
  [0x00a1, 0x00bf, C.westernSign],
  [0x0030, 0x0039, C.digit],
];

/** Characters named one by one; they win over the blocks. */
const named: readonly (readonly [characters: string, characterClass: CharacterClassId])[] = [
  ["、。，．：；！？‼⁇⁈⁉﹐﹑﹒﹔﹕﹖﹗｡､", C.pauseStop],
  ["”’）》〉】〗〕〙〛〞〟］｝｠」』｣︶︸︺︼︾﹀﹂﹄﹈﹚﹜﹞", C.closing],
  ["“‘（《〈【〖〔〘〚〝［｛｟「『｢︵︷︹︻︽︿﹁﹃﹇﹙﹛﹝", C.opening],
  ["～〜–－", C.connector],
  ["·・‧･", C.interpunct],
  ["/／", C.solidus],
  ["—―⸺", C.dash],
  ["…⋯‥", C.ellipsis],
  ["々〻", C.iteration],
  ["%％‰‱℃℉°′″￠¢", C.postfix],
  ["￥¥$＄£￡€№#±+", C.prefix],
  ["■□●○◆◇▲△▼▶★☆※", C.marker],
  [",.:;!?", C.westernStop],
  ["([{", C.westernOpening],
  [")]}", C.westernClosing],
  ["-\u2010", C.hyphen],
  ["ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ", C.smallKana],
  [" \t\u205f\u3000", C.space],
  ["\n\r\u2028\u2029", C.lineFeed],
  ["\u00a0\u202f\u2011\u2060\ufeff", C.joiner],
  ["\u200b", C.breakPoint],
];

const table = buildTable();

function buildTable(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(C.wide);
  for (const [from, to, characterClass] of ranges) classes.fill(characterClass, from, to + 1);
  for (const [characters, characterClass] of named) {
    for (let index = 0; index < characters.length; index++) classes[characters.charCodeAt(index)] = characterClass;
  }
  return classes;
}

/** The class of a character on its own; what its neighbours make of it is settled by `readClusters`. */
export function characterClass(codePoint: number): CharacterClassId {
  // The table holds nothing but class numbers, which the array type cannot say.
  if (codePoint < 0x10000) return (table[codePoint] ?? C.wide) as CharacterClassId;
  if (codePoint >= 0x20000 && codePoint <= 0x3ffff) return C.han;
  if (codePoint <= 0x1cfff && !(codePoint >= 0x16fe0 && codePoint <= 0x1b2ff)) return C.letter;
  if (codePoint >= 0x1d400 && codePoint <= 0x1d7ff) return C.letter;
  return C.wide;
}

/** Whether a character leaves no mark and takes no room: controls, joiners, direction marks, the soft hyphen. */
export function isInvisible(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint !== 0x09;
  if (codePoint < 0x7f) return false;
  return (
    codePoint <= 0x9f ||
    codePoint === 0xad ||
    codePoint === 0x61c ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    codePoint === 0xfeff ||
    isVariationSelector(codePoint) ||
    (codePoint >= 0xe0000 && codePoint <= 0xe007f)
  );
}

/** Whether a character only chooses among the shapes of the one before it. */
export function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}
