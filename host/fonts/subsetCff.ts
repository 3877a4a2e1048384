import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bytesInMemory } from "../../shared/fonts/fontBytes";
import { cffCids } from "../../shared/fonts/cffCids";
import { readSfnt, tableBytes, withTables, type FontProblem, type Sfnt } from "../../shared/fonts/sfnt";
import type { FontSubset } from "../../shared/fonts/subsetFont";
import { fail, ok, type Result } from "../../shared/result";

/** Subsets CFF fonts with HarfBuzz. */
export interface CffSubsetter {
  /** The bare CFF program of the asked-for glyphs; the same glyphs give the same bytes. */
  subset(sfnt: Sfnt, wanted: ReadonlySet<number>): Result<FontSubset, FontProblem>;
}

/** What is used of the C interface of HarfBuzz's subsetter, as WebAssembly exports it. */
interface HarfBuzzSubset {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

interface WebAssemblyPort {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>;
}

/** HB_MEMORY_MODE_WRITABLE: the bytes are ours. */
const WRITABLE = 2;
/** HB_SUBSET_FLAGS_NO_HINTING and NO_LAYOUT_CLOSURE. */
const FLAGS = 0x01 | 0x200;
/** All that glyphs are made of; nothing else goes into the subsetter's memory. */
const NEEDED = new Set(["CFF ", "head", "hhea", "hmtx", "maxp"]);
const NOTDEF = 0;

let loading: Promise<CffSubsetter> | null = null;

/** Loads the subsetter, once; only who uses a CFF font pays for it. */
export function loadCffSubsetter(): Promise<CffSubsetter> {
  return (loading ??= load());
}

async function load(): Promise<CffSubsetter> {
  const module = createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz-subset.wasm");
  // Node's own types leave WebAssembly to those of browsers.
  const { WebAssembly: webAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyPort };
  const { instance } = await webAssembly.instantiate(await readFile(module));
  const library = instance.exports as HarfBuzzSubset; // the exports of the very file that was read
  library._initialize();
  return { subset: (sfnt, wanted) => subset(library, sfnt, wanted) };
}

function subset(library: HarfBuzzSubset, sfnt: Sfnt, wanted: ReadonlySet<number>): Result<FontSubset, FontProblem> {
  const file = withTables(sfnt, (tag) => NEEDED.has(tag));
  const data = library.malloc(file.length);
  new Uint8Array(library.memory.buffer).set(file, data);
  const blob = library.hb_blob_create(data, file.length, WRITABLE, 0, 0);
  const face = library.hb_face_create(blob, 0);
  const input = library.hb_subset_input_create_or_fail();
  const glyphs = [...new Set([NOTDEF, ...wanted])].sort((a, b) => a - b);
  const set = library.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) library.hb_set_add(set, glyph);
  library.hb_subset_input_set_flags(input, FLAGS);
  const made = library.hb_subset_or_fail(face, input);
  let bytes: Uint8Array | null = null;
  if (made !== 0) {
    const result = library.hb_face_reference_blob(made);
    const from = library.hb_blob_get_data(result, 0);
    bytes = new Uint8Array(library.memory.buffer).slice(from, from + library.hb_blob_get_length(result));
    library.hb_blob_destroy(result);
    library.hb_face_destroy(made);
  }
  library.hb_subset_input_destroy(input);
  library.hb_face_destroy(face);
  library.hb_blob_destroy(blob);
  library.free(data);
  const read = bytes === null ? null : readSfnt(bytesInMemory(bytes));
  const cff = read?.ok === true ? tableBytes(read.value, "CFF ")?.slice() : undefined;
  const charset = cff === undefined ? null : cffCids(cff);
  if (cff === undefined || charset === null || charset.cids.length !== glyphs.length) return fail({ code: "damaged-font", detail: "CFF" });
  // Glyphs are numbered anew in ascending order: outlines of CFF refer to no other glyphs.
  return ok({ bytes: cff, glyphIds: new Map(glyphs.map((glyph, index) => [glyph, charset.cids[index]!])), format: "cff" });
}
