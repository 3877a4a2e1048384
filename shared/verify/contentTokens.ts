import type { PdfDictionary, PdfValue } from "./pdfValue";

/** One instruction of a content stream: operands first, then the operator (ISO 32000-1, 7.8.2). */
export interface Instruction {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
  /** The dictionary of an inline image, for `BI`. */
  readonly inlineImage?: PdfDictionary;
}

const mostOperands = 1024;
const deepestOperand = 32;
/** Longer arrays, dictionaries and strings are read to their end, but kept only so far. */
const mostItems = 100_000;
const longestString = 1_000_000;
const mostFaults = 100;

const enum Kind {
  Regular,
  Space,
  Delimiter,
}

const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = Kind.Space;
for (const character of "()<>[]{}/%") kinds[character.charCodeAt(0)] = Kind.Delimiter;

/** A token that is no value: an operator or a bracket. */
interface Keyword {
  readonly keyword: string;
}

/**
 * Reads a content stream instruction by instruction. `faults` gathers what no reader should meet: operands without an
 * operator, brackets without a partner, inline images without an end.
 */
export class ContentTokens {
  #at = 0;
  readonly faults: string[] = [];
  constructor(readonly bytes: Uint8Array) {}

  /** The next instruction, null at the end. */
  next(): Instruction | null {
    const operands: PdfValue[] = [];
    for (;;) {
      const token = this.#token(0);
      if (token === undefined) {
        if (operands.length > 0) this.#fault("operands at the end");
        return null;
      }
      if (!isKeyword(token)) {
        if (operands.push(token) > mostOperands) {
          this.#fault("too many operands");
          operands.length = 0;
        }
        continue;
      }
      if (token.keyword === "BI") return this.#inlineImage();
      if (brackets.has(token.keyword)) this.#fault(token.keyword);
      else return { operator: token.keyword, operands };
    }
  }

  /** The next value or keyword; undefined at the end. */
  #token(depth: number): PdfValue | Keyword | undefined {
    const { bytes } = this;
    this.#skipSpace();
    if (this.#at >= bytes.length) return undefined;
    const byte = bytes[this.#at]!;
    switch (byte) {
      case 0x28:
        return this.#literalString();
      case 0x2f:
        this.#at++;
        return { kind: "name", name: this.#nameText() };
      case 0x3c:
        if (bytes[this.#at + 1] === 0x3c) {
          this.#at += 2;
          return this.#dictionary(depth, ">>");
        }
        return this.#hexString();
      case 0x3e:
        this.#at += bytes[this.#at + 1] === 0x3e ? 2 : 1;
        return { keyword: ">>" };
      case 0x5b:
        this.#at++;
        return this.#array(depth);
      case 0x5d:
      case 0x29:
      case 0x7b:
      case 0x7d:
        this.#at++;
        return { keyword: String.fromCharCode(byte) };
      default:
        return this.#numberOrKeyword();
    }
  }

  #fault(found: string): void {
    if (this.faults.length < mostFaults) this.faults.push(found);
  }

  #skipSpace(): void {
    const { bytes } = this;
    for (; this.#at < bytes.length; this.#at++) {
      const byte = bytes[this.#at]!;
      if (byte === 0x25) while (this.#at < bytes.length && bytes[this.#at] !== 10 && bytes[this.#at] !== 13) this.#at++;
      else if (kinds[byte] !== Kind.Space) return;
    }
  }

  #regularText(): string {
    const start = this.#at;
    while (this.#at < this.bytes.length && kinds[this.bytes[this.#at]!] === Kind.Regular) this.#at++;
    return latinText(this.bytes.subarray(start, Math.min(this.#at, start + 256)));
  }

  #nameText(): string {
    return this.#regularText().replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  }

  #numberOrKeyword(): PdfValue | Keyword {
    const text = this.#regularText();
    if (text.length <= 32 && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
    if (text === "true" || text === "false") return text === "true";
    return text === "null" ? null : { keyword: text };
  }

  #array(depth: number): PdfValue {
    const items: PdfValue[] = [];
    for (;;) {
      const token = depth < deepestOperand ? this.#token(depth + 1) : undefined;
      if (token === undefined) {
        this.#fault("[");
        return { kind: "array", items };
      }
      if (!isKeyword(token)) {
        if (items.length < mostItems) items.push(token);
      }
      else if (token.keyword === "]") return { kind: "array", items };
      else this.#fault(`${token.keyword} in […]`);
    }
  }

  /** Keys and values up to a closing keyword: `>>`, or `ID` of an inline image. */
  #dictionary(depth: number, end: ">>" | "ID"): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    let key: string | null = null;
    for (;;) {
      const token = depth < deepestOperand ? this.#token(depth + 1) : undefined;
      if (token === undefined || (isKeyword(token) && token.keyword === end)) {
        if (token === undefined || key !== null) this.#fault(end === "ID" ? "BI" : "<<");
        return { kind: "dictionary", entries };
      }
      if (isKeyword(token)) {
        this.#fault(token.keyword);
        if (end === "ID") return { kind: "dictionary", entries };
      } else if (key !== null) {
        if (entries.size < mostItems) entries.set(key, token);
        key = null;
      } else if (token !== null && typeof token === "object" && token.kind === "name") key = token.name;
      else this.#fault("a key that is no name");
    }
  }

  #literalString(): PdfValue {
    const { bytes } = this;
    const out: number[] = [];
    let open = 1;
    this.#at++;
    for (; this.#at < bytes.length; this.#at++) {
      const byte = bytes[this.#at]!;
      if (byte === 0x5c) out.push(...this.#escape());
      else {
        if (byte === 0x28) open++;
        else if (byte === 0x29 && --open === 0) {
          this.#at++;
          return { kind: "string", bytes: Uint8Array.from(out) };
        }
        if (out.length < longestString) out.push(byte);
      }
    }
    this.#fault("(");
    return { kind: "string", bytes: Uint8Array.from(out) };
  }

  /** The bytes of an escape; leaves the position on its last byte. */
  #escape(): readonly number[] {
    const byte = this.bytes[++this.#at] ?? 0x29;
    const simple = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(byte)];
    if (simple !== undefined) return [simple];
    if (byte === 13 && this.bytes[this.#at + 1] === 10) this.#at++;
    if (byte === 13 || byte === 10) return [];
    if (byte < 0x30 || byte > 0x37) return [byte];
    let value = byte - 0x30;
    for (let digits = 1; digits < 3; digits++) {
      const digit = this.bytes[this.#at + 1] ?? 0;
      if (digit < 0x30 || digit > 0x37) break;
      value = value * 8 + digit - 0x30;
      this.#at++;
    }
    return [value & 0xff];
  }

  #hexString(): PdfValue {
    const { bytes } = this;
    const end = bytes.indexOf(0x3e, this.#at);
    if (end < 0) this.#fault("<");
    const last = end < 0 ? bytes.length : end;
    const out = new Uint8Array((last - this.#at + 1) >> 1);
    let digits = 0;
    for (let at = this.#at + 1; at < last; at++) {
      const byte = bytes[at]!;
      const value = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 ? (byte | 0x20) - 0x57 : -1;
      if (value < 0) {
        if (kinds[byte] !== Kind.Space) this.#fault("a digit that is not hexadecimal");
        continue;
      }
      out[digits >> 1]! |= digits % 2 === 0 ? value << 4 : value;
      digits++;
    }
    this.#at = last + 1;
    return { kind: "string", bytes: out.subarray(0, (digits + 1) >> 1) };
  }

  /** An inline image from its dictionary to `EI`, which stands between white space. */
  #inlineImage(): Instruction {
    const { bytes } = this;
    const inlineImage = this.#dictionary(0, "ID");
    for (let at = this.#at + 1; ; at++) {
      at = bytes.indexOf(0x45, at);
      if (at < 0) break;
      const ends = bytes[at + 1] === 0x49 && kinds[bytes[at - 1]!] === Kind.Space && (at + 2 >= bytes.length || kinds[bytes[at + 2]!] === Kind.Space);
      if (!ends || !looksLikeContent(bytes.subarray(at + 2, at + 18))) continue;
      this.#at = at + 2;
      return { operator: "BI", operands: [], inlineImage };
    }
    this.#fault("BI without EI");
    this.#at = bytes.length;
    return { operator: "BI", operands: [], inlineImage };
  }
}

const brackets: ReadonlySet<string> = new Set(["]", ">>", ")", "{", "}"]);

function isKeyword(token: PdfValue | Keyword): token is Keyword {
  return token !== null && typeof token === "object" && "keyword" in token;
}

/** Pixel data may hold ` EI ` by chance; what follows the true one is printable. */
function looksLikeContent(bytes: Uint8Array): boolean {
  return bytes.every((byte) => kinds[byte] === Kind.Space || (byte >= 0x20 && byte < 0x7f));
}

function latinText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
