/** A value of a PDF file as plain data (ISO 32000-1, 7.3). Indirect references are kept; `PdfFile` follows them. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfReference | PdfArray | PdfDictionary | PdfStream;

/** A name, without its slash and with its escapes read. */
export interface PdfName {
  readonly kind: "name";
  readonly name: string;
}

/** A string of bytes, whatever they encode. */
export interface PdfString {
  readonly kind: "string";
  readonly bytes: Uint8Array;
}

/** `12 0 R`. */
export interface PdfReference {
  readonly kind: "reference";
  readonly object: number;
}

/** `[ … ]`. */
export interface PdfArray {
  readonly kind: "array";
  readonly items: readonly PdfValue[];
}

/** `<< … >>`, or the dictionary of a stream. */
export interface PdfDictionary {
  readonly kind: "dictionary";
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A stream: its dictionary and its bytes as they stand in the file, filters not undone. */
export interface PdfStream {
  readonly kind: "stream";
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly encoded: Uint8Array;
}

/** Whatever has entries. */
export type PdfEntries = PdfDictionary | PdfStream;

/** A value as PDF would write it, cut short: for showing what was found, not for writing files. */
export function showValue(value: PdfValue, depth = 0): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return String(Math.round(value * 10000) / 10000);
  switch (value.kind) {
    case "name":
      return `/${value.name.slice(0, 60)}`;
    case "string":
      return `(${showBytes(value.bytes)})`;
    case "reference":
      return `${value.object} 0 R`;
    case "array": {
      if (depth > 2) return "[…]";
      const shown = value.items.slice(0, 8).map((item) => showValue(item, depth + 1));
      return `[${shown.join(" ")}${value.items.length > 8 ? " …" : ""}]`;
    }
    case "dictionary":
    case "stream": {
      const text = depth > 1 ? "…" : [...value.entries].slice(0, 6).map(([key, entry]) => `/${key} ${showValue(entry, depth + 1)}`).join(" ");
      return value.kind === "stream" ? `stream << ${text} >>` : `<< ${text} >>`;
    }
  }
}

/** Bytes as text where they are ASCII, others as a dot. */
function showBytes(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes.subarray(0, 60)) text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
  return bytes.length > 60 ? `${text}…` : text;
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 where it begins with its mark, else a byte a character. */
export function textOf({ bytes }: PdfString): string {
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) {
    let text = "";
    for (let at = 2; at + 1 < bytes.length; at += 2) text += String.fromCharCode((bytes[at]! << 8) | bytes[at + 1]!);
    return text;
  }
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
