import { latin1 } from "./pdfSyntax";

/** The name of an object in the file being written. */
export type PdfReference = number;

/** Makes bytes smaller in the zlib format, the same way each time. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** A digest that grows with what is written. */
export interface RunningDigest {
  update(bytes: Uint8Array): void;
  /** Of everything so far, in lower-case hexadecimal of 32 digits or more; more may follow. */
  hexadecimal(): string;
}

/** Where a file goes and what makes it. */
export interface PdfOutput {
  /** The bytes that follow those written before; they are not changed afterwards. */
  write(bytes: Uint8Array): void;
  readonly deflate: Deflate;
  readonly digest: RunningDigest;
  /** The version the file promises to keep to. */
  readonly version: "1.4" | "1.6";
}

/** A PDF file under construction: objects are numbered in the order they are asked for, and leave at once when they are complete. */
export interface PdfObjects {
  /** A number for an object that is written later. */
  reserve(): PdfReference;
  set(reference: PdfReference, body: string): void;
  add(body: string): PdfReference;
  /** A stream with deflated data; `dictionary` holds its entries but Length and Filter. */
  addStream(dictionary: string, data: Uint8Array): PdfReference;
  /** A stream whose data is already encoded as its dictionary says. */
  addRawStream(dictionary: string, data: Uint8Array): PdfReference;
  /** As `addRawStream`, for a number that was reserved. */
  setRawStream(reference: PdfReference, dictionary: string, data: Uint8Array): void;
  /** Of everything written so far, in hexadecimal. */
  digestSoFar(): string;
  /** Ends the file with its table and trailer. */
  end(trailer: { readonly catalog: PdfReference; readonly info: PdfReference }): void;
}

/** A comment of bytes over 127, so that transports treat the file as binary (ISO 32000-1, 7.5.2). */
const BINARY_COMMENT = "%\xE2\xE3\xCF\xD3\n";

/** An MD5's worth, as readers expect (ISO 32000-1, 14.4). */
const ID_DIGITS = 32;

/** A new file on its way to `output`; streams are made smaller by its `deflate`. */
export function createPdfObjects(output: PdfOutput): PdfObjects {
  /** Where each object begins, or -1 while it is only reserved. */
  const offsets: number[] = [];
  let length = 0;
  const push = (part: Uint8Array | string): void => {
    const bytes = typeof part === "string" ? latin1(part) : part;
    output.write(bytes);
    output.digest.update(bytes);
    length += bytes.length;
  };
  const reserve = (): PdfReference => offsets.push(-1);
  const set = (reference: PdfReference, body: string): PdfReference => {
    offsets[reference - 1] = length;
    push(`${reference} 0 obj\n${body}\nendobj\n`);
    return reference;
  };
  const setRawStream = (reference: PdfReference, dictionary: string, data: Uint8Array): PdfReference => {
    offsets[reference - 1] = length;
    push(`${reference} 0 obj\n<<${dictionary}/Length ${data.length}>>\nstream\n`);
    push(data);
    push("\nendstream\nendobj\n");
    return reference;
  };
  const addRawStream = (dictionary: string, data: Uint8Array): PdfReference => setRawStream(reserve(), dictionary, data);

  push(`%PDF-${output.version}\n${BINARY_COMMENT}`);
  return {
    reserve,
    set: (reference, body) => void set(reference, body),
    add: (body) => set(reserve(), body),
    addStream: (dictionary, data) => addRawStream(`${dictionary}/Filter/FlateDecode`, output.deflate(data)),
    addRawStream,
    setRawStream: (reference, dictionary, data) => void setRawStream(reference, dictionary, data),
    digestSoFar: () => output.digest.hexadecimal(),
    end: ({ catalog, info }) => {
      offsets.forEach((offset, index) => {
        if (offset < 0) set(index + 1, "null");
      });
      const id = output.digest.hexadecimal().slice(0, ID_DIGITS);
      const start = length;
      const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
      push(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`);
      push(`trailer\n<</Size ${offsets.length + 1}/Root ${catalog} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`);
    },
  };
}
