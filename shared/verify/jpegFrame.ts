/** What a JPEG's frame header states, and whether Adobe's marker is there. */
export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly bits: number;
  /** The transform of Adobe's APP14 marker, null where there is none. */
  readonly adobeTransform: number | null;
}

/** Reads markers up to the frame header; null where there is none. */
export function readJpegFrame(bytes: Uint8Array): JpegFrame | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  let adobeTransform: number | null = null;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (length < 2) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const word = (offset: number) => bytes[at + offset]! * 256 + bytes[at + offset + 1]!;
      return { bits: bytes[at + 4]!, height: word(5), width: word(7), components: bytes[at + 9]!, adobeTransform };
    }
    if (marker === 0xda) return null;
    if (marker === 0xee && length >= 14 && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === "Adobe") adobeTransform = bytes[at + 15]!;
    at += 2 + length;
  }
  return null;
}
