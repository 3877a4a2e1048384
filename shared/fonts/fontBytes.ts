/** The bytes of one font file, read piece by piece: a page needs few glyphs of a file of 15 MB. */
export interface FontBytes {
  readonly length: number;
  /** The bytes from `from` up to `to`; both must lie inside the file. Callers never write into them. */
  read(from: number, to: number): Uint8Array;
}

/** A font file that is in memory as a whole. */
export function bytesInMemory(bytes: Uint8Array): FontBytes {
  return { length: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
