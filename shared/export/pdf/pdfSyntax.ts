const DECIMALS = 10_000;

/** A number as PDF writes it: at most four decimals, never an exponent. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * DECIMALS) / DECIMALS;
  if (Math.abs(rounded) >= 1e15) return rounded.toFixed(0);
  const text = String(rounded === 0 ? 0 : rounded);
  return text.includes("e") ? rounded.toFixed(4) : text;
}

/** Numbers separated by spaces. */
export function pdfNumbers(...values: readonly number[]): string {
  return values.map(pdfNumber).join(" ");
}

/** A string of two-byte characters with its byte-order mark, for Info and alternative texts. */
export function pdfTextString(text: string): string {
  return `<FEFF${utf16Hex(text)}>`;
}

/** UTF-16 code units in hexadecimal, four digits each. */
export function utf16Hex(text: string): string {
  let hex = "";
  for (let index = 0; index < text.length; index++) hex += hex4(text.charCodeAt(index));
  return hex;
}

/** A number of at most 16 bits as four hexadecimal digits. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, "0");
}

/** A name with its slash; what names may not hold plainly is written as `#` and two digits, in UTF-8. */
export function pdfName(text: string): string {
  let name = "/";
  for (const byte of utf8(text)) {
    const character = String.fromCharCode(byte);
    name += /[!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/.test(character) ? character : `#${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return name;
}

/** A string in parentheses, of ASCII text. */
export function pdfAsciiString(text: string): string {
  return `(${text.replace(/[\\()]/g, (character) => `\\${character}`)})`;
}

/** Text as UTF-8; a surrogate without its partner becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const found = character.codePointAt(0)!;
    const codePoint = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found;
    if (codePoint < 0x80) bytes.push(codePoint);
    else if (codePoint < 0x800) bytes.push(0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f));
    else if (codePoint < 0x10000) bytes.push(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f));
    else bytes.push(0xf0 | (codePoint >> 18), 0x80 | ((codePoint >> 12) & 0x3f), 0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f));
  }
  return Uint8Array.from(bytes);
}

/** Text of Latin-1 characters as bytes; all PDF syntax is. */
export function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
