import type { DisplayInk } from "../../display/displayList";

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

/** The operands of an ink for the operators k and K. */
export function pdfInk({ cyan, magenta, yellow, black }: DisplayInk): string {
  return pdfNumbers(cyan, magenta, yellow, black);
}

/** Text of Latin-1 characters as bytes; all PDF syntax is. */
export function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
