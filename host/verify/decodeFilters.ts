import { inflateSync } from "node:zlib";
import { fail, ok, type Result } from "../../shared/result";
import type { StreamProblem } from "../../shared/verify/pdfFile";
import { undoPredictor, type PredictorParameters } from "./undoPredictor";

/** One filter of a stream, with what its parameters say of a predictor. */
export interface FilterStep {
  readonly name: string;
  readonly predictor: PredictorParameters | null;
}

/** No stream becomes longer than this: a page's content is a hundredth of it, a deflated bomb any multiple. */
const longestStream = 256 * 1024 * 1024;

/** Abbreviations that inline images may use (ISO 32000-1, table 94). */
const fullNames: Readonly<Record<string, string>> = { AHx: "ASCIIHexDecode", A85: "ASCII85Decode", Fl: "FlateDecode", RL: "RunLengthDecode" };

/**
 * Undoes the filters of a stream in order, never making more than `longestStream` bytes. Picture codecs and LZW, which no
 * PDF/X file may hold, are answered with `unread-filter`.
 */
export function decodeFilters(encoded: Uint8Array, steps: readonly FilterStep[]): Result<Uint8Array, StreamProblem> {
  if (steps.length > 8) return fail({ code: "too-large", detail: `${steps.length} filters` });
  let bytes = encoded;
  for (const { name, predictor } of steps) {
    const decode = decoders[fullNames[name] ?? name];
    if (decode === undefined) return fail({ code: "unread-filter", detail: `/${name.slice(0, 40)}` });
    try {
      bytes = decode(bytes);
      if (predictor !== null) bytes = undoPredictor(bytes, predictor);
    } catch (error) {
      if (error instanceof TooLong || (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
        return fail({ code: "too-large", detail: `/${name}` });
      }
      return fail({ code: "damaged", detail: `/${name}` });
    }
  }
  return ok(bytes);
}

class TooLong extends Error {}

const decoders: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  FlateDecode: (bytes) => inflateSync(bytes, { maxOutputLength: longestStream }),
  ASCIIHexDecode: decodeHex,
  ASCII85Decode: decodeBase85,
  RunLengthDecode: decodeRunLength,
};

const whiteSpace = new Set([0, 9, 10, 12, 13, 32]);

function decodeHex(bytes: Uint8Array): Uint8Array {
  const digits: number[] = [];
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    if (whiteSpace.has(byte)) continue;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) throw new Error("not a hexadecimal digit");
    digits.push(digit);
  }
  if (digits.length % 2 === 1) digits.push(0);
  const out = new Uint8Array(digits.length / 2);
  for (let at = 0; at < out.length; at++) out[at] = digits[at * 2]! * 16 + digits[at * 2 + 1]!;
  return out;
}

function decodeBase85(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(bytes.length * 4));
  let length = 0;
  let group: number[] = [];
  const flush = (): void => {
    const kept = group.length - 1;
    if (kept < 1) throw new Error("a group of one digit");
    while (group.length < 5) group.push(84);
    let value = 0;
    for (const digit of group) value = value * 85 + digit;
    if (value > 0xffffffff) throw new Error("a group too large");
    for (let place = 0; place < kept; place++) out[length++] = Math.floor(value / 256 ** (3 - place)) % 256;
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (whiteSpace.has(byte)) continue;
    if (byte === 0x7a && group.length === 0) length += 4;
    else if (byte < 0x21 || byte > 0x75) throw new Error("not a base 85 digit");
    else if (group.push(byte - 0x21) === 5) flush();
  }
  if (group.length > 0) flush();
  return out.subarray(0, length);
}

function decodeRunLength(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at++]!;
    if (length === 128) break;
    const part = length < 128 ? bytes.subarray(at, at + length + 1) : new Uint8Array(257 - length).fill(bytes[at] ?? 0);
    at += length < 128 ? length + 1 : 1;
    total += part.length;
    if (total > longestStream) throw new TooLong();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
