import { latin1 } from "./pdfSyntax";

/** The name of an object in the file being written. */
export type PdfReference = number;

/** Makes bytes smaller in the zlib format, the same way each time. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** What the end of the file refers to. */
export interface PdfTrailer {
  readonly catalog: PdfReference;
  readonly info: PdfReference;
  /** Names the file by its content, in hexadecimal of 32 digits or more. */
  readonly digest: (bytes: Uint8Array) => string;
}

/** A PDF file under construction: objects numbered in the order they are asked for, written in that order. */
export interface PdfObjects {
  /** A number for an object that is written later. */
  reserve(): PdfReference;
  set(reference: PdfReference, body: string): void;
  add(body: string): PdfReference;
  /** A stream with deflated data; `dictionary` holds its entries but Length and Filter. */
  addStream(dictionary: string, data: Uint8Array): PdfReference;
  /** A stream whose data is already encoded as its dictionary says. */
  addRawStream(dictionary: string, data: Uint8Array): PdfReference;
  file(trailer: PdfTrailer): Uint8Array;
}

interface PdfObject {
  readonly body: string;
  readonly data: Uint8Array | null;
}

/** PDF 1.6, with a comment of bytes over 127 so that transports treat it as binary (ISO 32000-1, 7.5.2). */
const HEADER = "%PDF-1.6\n%\xE2\xE3\xCF\xD3\n";

/** An MD5's worth, as readers expect (ISO 32000-1, 14.4). */
const ID_DIGITS = 32;

/** A new file; streams are made smaller by `deflate`. */
export function createPdfObjects(deflate: Deflate): PdfObjects {
  const objects: (PdfObject | null)[] = [];

  const reserve = (): PdfReference => objects.push(null);
  const put = (reference: PdfReference, object: PdfObject): PdfReference => {
    objects[reference - 1] = object;
    return reference;
  };
  const addRawStream = (dictionary: string, data: Uint8Array) =>
    put(reserve(), { body: `<<${dictionary}/Length ${data.length}>>`, data });

  return {
    reserve,
    set: (reference, body) => void put(reference, { body, data: null }),
    add: (body) => put(reserve(), { body, data: null }),
    addStream: (dictionary, data) => addRawStream(`${dictionary}/Filter/FlateDecode`, deflate(data)),
    addRawStream,
    file: (trailer) => writeFile(objects, trailer),
  };
}

function writeFile(objects: readonly (PdfObject | null)[], { catalog, info, digest }: PdfTrailer): Uint8Array {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const push = (part: Uint8Array | string) => {
    const bytes = typeof part === "string" ? latin1(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  push(HEADER);
  objects.forEach((object, index) => {
    offsets.push(length);
    push(`${index + 1} 0 obj\n${object?.body ?? "null"}\n`);
    if (object !== null && object.data !== null) {
      push("stream\n");
      push(object.data);
      push("\nendstream\n");
    }
    push("endobj\n");
  });
  const start = length;
  const id = digest(joined(parts, length)).slice(0, ID_DIGITS);
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`);
  push(`trailer\n<</Size ${objects.length + 1}/Root ${catalog} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`);
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
