import type { PdfObject } from "@libpdf/core";
import { fail, ok, type Result } from "../../shared/result";
import { PdfFile, type PdfSource, type StreamProblem } from "../../shared/verify/pdfFile";
import type { PdfDictionary, PdfStream, PdfValue } from "../../shared/verify/pdfValue";
import { crossReferenceFaults } from "./crossReferenceFaults";
import { decodeFilters, type FilterStep } from "./decodeFilters";
import { loadLibpdf, type Libpdf } from "./libpdf";

/** Why a file cannot be looked into at all. */
export interface OpenPdfProblem {
  readonly code: "not-a-pdf" | "damaged" | "too-large";
  /** What was found instead, in a few words; empty where the code says it all. */
  readonly detail: string;
}

const mostBytes = 2 ** 30;
const deepestValue = 64;
/** What all reading of one file may inflate, the same stream counting each time; short streams are kept and count once. */
const mostDecoded = 2 ** 31;
const longestKept = 64 * 1024;
const mostKept = 4096;

/** Opens the bytes of a PDF file for the checker, read by @libpdf/core, which the writer does not use. */
export async function openPdf(bytes: Uint8Array): Promise<Result<PdfFile, OpenPdfProblem>> {
  if (bytes.length > mostBytes) return fail({ code: "too-large", detail: `${bytes.length} bytes` });
  if (!latin(bytes.subarray(0, 1024)).includes("%PDF-")) return fail({ code: "not-a-pdf", detail: "" });
  const library = await loadLibpdf();
  let pdf: Awaited<ReturnType<Libpdf["PDF"]["load"]>>;
  try {
    // Its lenient mode can loop without end over a dictionary without one, filling the memory with warnings.
    pdf = await library.PDF.load(bytes, { lenient: false });
  } catch (error) {
    return fail({ code: "damaged", detail: error instanceof Error ? (error.message.split("\n")[0] ?? "").slice(0, 120) : "" });
  }
  const { info, registry } = pdf.context;
  const toValue = valueReader(library);
  const cache = new Map<number, PdfValue>();
  const damaged = new Set<number>();
  const object = (number: number): PdfValue => {
    let value = cache.get(number);
    if (value === undefined) {
      value = null;
      try {
        const found = registry.resolve(library.PdfRef.of(number, 0));
        if (found !== null) value = toValue(found);
      } catch {
        damaged.add(number);
      }
      cache.set(number, value);
    }
    return value;
  };
  const trailer = toValue(info.trailer);
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const source: PdfSource = {
    headerVersion: /^%PDF-(\d\.\d)[\r\n]/.exec(latin(bytes.subarray(0, 16)))?.[1] ?? null,
    trailer: { kind: "dictionary", entries: hasEntries(trailer) ? trailer.entries : new Map() },
    repairs: [...crossReferenceFaults(bytes), ...pdf.warnings.slice(0, 20).map((warning) => warning.slice(0, 120))],
    crossReferenceStream: pdf.usesXRefStreams || info.trailer.has("XRefStm"),
    encryption: !info.isEncrypted ? "none" : info.isAuthenticated ? "open" : "closed",
    object,
    damaged,
    decode: boundedDecoder((value) => followReferences(value, object)),
    utf8: (encoded) => {
      try {
        return utf8.decode(encoded);
      } catch {
        return null;
      }
    },
  };
  return ok(new PdfFile(source));
}

function hasEntries(value: PdfValue): value is PdfDictionary | PdfStream {
  return value !== null && typeof value === "object" && "entries" in value;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

function followReferences(value: PdfValue | undefined, object: (number: number) => PdfValue): PdfValue {
  let current = value ?? null;
  for (let step = 0; step < 16 && current !== null && typeof current === "object" && current.kind === "reference"; step++) {
    current = object(current.object);
  }
  return current;
}

/** Reads the library's objects into plain values; what is nested too deep becomes null. */
function valueReader({ PdfArray, PdfBool, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString }: Libpdf): (object: PdfObject) => PdfValue {
  const read = (object: PdfObject | undefined, depth: number): PdfValue => {
    if (object === undefined || depth > deepestValue) return null;
    if (object instanceof PdfNumber || object instanceof PdfBool) return object.value;
    if (object instanceof PdfName) return { kind: "name", name: object.value };
    if (object instanceof PdfString) return { kind: "string", bytes: object.bytes };
    if (object instanceof PdfRef) return { kind: "reference", object: object.objectNumber };
    if (object instanceof PdfArray) return { kind: "array", items: object.toArray().map((item) => read(item, depth + 1)) };
    if (object instanceof PdfDict) {
      const entries = new Map<string, PdfValue>();
      for (const [key, value] of object) entries.set(key.value, read(value, depth + 1));
      return object instanceof PdfStream ? { kind: "stream", entries, encoded: object.data } : { kind: "dictionary", entries };
    }
    return null;
  };
  return (object) => read(object, 0);
}

/** Decodes streams, short ones once, until `mostDecoded` is reached. */
function boundedDecoder(resolve: (value: PdfValue | undefined) => PdfValue): PdfSource["decode"] {
  const kept = new Map<PdfStream, Result<Uint8Array, StreamProblem>>();
  let decodedBytes = 0;
  return (stream) => {
    const known = kept.get(stream);
    if (known !== undefined) return known;
    if (decodedBytes > mostDecoded) return fail({ code: "too-large", detail: `> ${mostDecoded} B` });
    const decoded = decodeStream(stream, resolve);
    const length = decoded.ok ? decoded.value.length : stream.encoded.length;
    decodedBytes += length;
    if (length <= longestKept && kept.size < mostKept) kept.set(stream, decoded);
    return decoded;
  };
}

/** The bytes of a stream; its filters and their parameters may be references. */
function decodeStream({ entries, encoded }: PdfStream, resolve: (value: PdfValue | undefined) => PdfValue): Result<Uint8Array, StreamProblem> {
  const list = (value: PdfValue): readonly PdfValue[] => {
    if (value === null) return [];
    return typeof value === "object" && value.kind === "array" ? value.items.map(resolve) : [value];
  };
  const filters = list(resolve(entries.get("Filter")));
  const parameters = list(resolve(entries.get("DecodeParms")));
  const steps: FilterStep[] = [];
  for (const [index, filter] of filters.entries()) {
    if (filter === null || typeof filter !== "object" || filter.kind !== "name") return fail({ code: "damaged", detail: "/Filter" });
    const given = parameters[index] ?? null;
    if (!hasEntries(given)) {
      steps.push({ name: filter.name, predictor: null });
      continue;
    }
    const number = (key: string, fallback: number): number => {
      const value = resolve(given.entries.get(key));
      return typeof value === "number" ? value : fallback;
    };
    const predictor = { predictor: number("Predictor", 1), colours: number("Colors", 1), bitsPerComponent: number("BitsPerComponent", 8), columns: number("Columns", 1) };
    steps.push({ name: filter.name, predictor });
  }
  return decodeFilters(encoded, steps);
}
