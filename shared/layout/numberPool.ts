/** How many numbers one chunk holds: some forty lines of body text. */
const CHUNK = 2048;

let chunk = new Float64Array(CHUNK);
let used = 0;
let offsetChunk = new Uint32Array(CHUNK);
let offsetsUsed = 0;

/**
 * A new array of zeros for one line. Lines share larger buffers: a typed array of its own for each would be allocated
 * outside the heap, which costs more than setting the line.
 */
export function takeNumbers(length: number): Float64Array {
  if (length > CHUNK) return new Float64Array(length);
  if (used + length > CHUNK) {
    chunk = new Float64Array(CHUNK);
    used = 0;
  }
  const numbers = chunk.subarray(used, used + length);
  used += length;
  return numbers;
}

/** The same for text offsets. */
export function takeOffsets(length: number): Uint32Array {
  if (length > CHUNK) return new Uint32Array(length);
  if (offsetsUsed + length > CHUNK) {
    offsetChunk = new Uint32Array(CHUNK);
    offsetsUsed = 0;
  }
  const offsets = offsetChunk.subarray(offsetsUsed, offsetsUsed + length);
  offsetsUsed += length;
  return offsets;
}
