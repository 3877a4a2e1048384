import type { Result } from "../result";
import type { PdfDictionary, PdfEntries, PdfStream, PdfValue } from "./pdfValue";

/** Why the bytes of a stream cannot be had. */
export type StreamProblem =
  | { readonly code: "unread-filter"; readonly detail: string }
  | { readonly code: "damaged"; readonly detail: string }
  | { readonly code: "too-large"; readonly detail: string };

/** What the reading library answers about one file; the checker knows files through this alone. */
export interface PdfSource {
  /** The version in the first line, such as `1.6`; null where the file does not begin with one. */
  readonly headerVersion: string | null;
  readonly trailer: PdfDictionary;
  /** What is amiss in how the file is put together, such as a table that leads to other objects; empty for a sound file. */
  readonly repairs: readonly string[];
  /** Whether the cross-reference table is a stream, in whole or beside a classic one. */
  readonly crossReferenceStream: boolean;
  /** `open`: encrypted, but readable without a password. */
  readonly encryption: "none" | "open" | "closed";
  /** The object of a number; null where there is none or it cannot be read. */
  object(number: number): PdfValue;
  /** The numbers of objects met so far that stand in the file but cannot be read. */
  readonly damaged: ReadonlySet<number>;
  /** The bytes of a stream with its filters undone, bounded in size. */
  decode(stream: PdfStream): Result<Uint8Array, StreamProblem>;
  /** Bytes as UTF-8 text, null where they are not. */
  utf8(bytes: Uint8Array): string | null;
}

/** A place in a file, as precise as is known: page from 1, object number, name of a resource or key. */
export interface PdfPlace {
  readonly page?: number;
  readonly object?: number;
  readonly name?: string;
}

const longestReferenceChain = 16;

/** A file with typed access: every getter follows references and answers null for what is absent or of another type. */
export class PdfFile {
  readonly #numbers = new Map<PdfValue, number>();
  constructor(readonly source: PdfSource) {}

  /** The value itself, references followed. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null;
    for (let step = 0; step < longestReferenceChain; step++) {
      if (current === null || typeof current !== "object" || current.kind !== "reference") return current;
      const number = current.object;
      current = this.source.object(number);
      if (current !== null && typeof current === "object" && current.kind !== "reference") this.#numbers.set(current, number);
    }
    return null;
  }

  /** The number of the object a value stands in, where it is an object of its own and was reached by reference. */
  numberOf(value: PdfValue): number | undefined {
    return this.#numbers.get(value);
  }

  /** A place in the object of a value, where that has a number. */
  placeOf(value: PdfValue, more: PdfPlace = {}): PdfPlace {
    const object = this.numberOf(value);
    return object === undefined ? more : { ...more, object };
  }

  get(holder: PdfEntries, key: string): PdfValue {
    return this.resolve(holder.entries.get(key));
  }

  entries(value: PdfValue | undefined): PdfEntries | null {
    const resolved = this.resolve(value);
    return resolved !== null && typeof resolved === "object" && (resolved.kind === "dictionary" || resolved.kind === "stream") ? resolved : null;
  }

  entriesAt(holder: PdfEntries, key: string): PdfEntries | null {
    return this.entries(holder.entries.get(key));
  }

  streamAt(holder: PdfEntries, key: string): PdfStream | null {
    const found = this.entriesAt(holder, key);
    return found?.kind === "stream" ? found : null;
  }

  array(value: PdfValue | undefined): readonly PdfValue[] | null {
    const resolved = this.resolve(value);
    return resolved !== null && typeof resolved === "object" && resolved.kind === "array" ? resolved.items : null;
  }

  arrayAt(holder: PdfEntries, key: string): readonly PdfValue[] | null {
    return this.array(holder.entries.get(key));
  }

  name(value: PdfValue | undefined): string | null {
    const resolved = this.resolve(value);
    return resolved !== null && typeof resolved === "object" && resolved.kind === "name" ? resolved.name : null;
  }

  nameAt(holder: PdfEntries, key: string): string | null {
    return this.name(holder.entries.get(key));
  }

  number(value: PdfValue | undefined): number | null {
    const resolved = this.resolve(value);
    return typeof resolved === "number" && Number.isFinite(resolved) ? resolved : null;
  }

  numberAt(holder: PdfEntries, key: string): number | null {
    return this.number(holder.entries.get(key));
  }

  /** An array of numbers alone, of a length where one is asked for. */
  numbersAt(holder: PdfEntries, key: string, length?: number): readonly number[] | null {
    const items = this.arrayAt(holder, key);
    if (items === null || (length !== undefined && items.length !== length)) return null;
    const numbers = items.map((item) => this.number(item));
    return numbers.every((item) => item !== null) ? numbers : null;
  }

  stringAt(holder: PdfEntries, key: string): Uint8Array | null {
    const found = this.get(holder, key);
    return found !== null && typeof found === "object" && found.kind === "string" ? found.bytes : null;
  }

  /** The catalogue; an empty dictionary where there is none, so that every rule finds its key absent. */
  get catalogue(): PdfEntries {
    return this.entriesAt(this.source.trailer, "Root") ?? { kind: "dictionary", entries: new Map() };
  }
}
