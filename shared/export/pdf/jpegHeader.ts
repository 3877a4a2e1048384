import { viewOf } from "../../fonts/sfnt";

/** A baseline or progressive JPEG of 8 bits a sample, which PDF takes as it is, and what its placing needs. */
export interface JpegHeader {
  /** In pixels, as stored: before any turn that `orientation` asks for. */
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: 1 | 3 | 4;
  /** Whether Adobe's APP14 marker is there: four components are then stored inverted. */
  readonly hasAdobeMarker: boolean;
  /** The Exif orientation, 1 to 8; 1 where the file says nothing. */
  readonly orientation: number;
}

const ORIENTATION_TAG = 0x0112;
/** SOF2, progressive; the frames after it are lossless, differential or arithmetic (ISO 32000-1, 7.4.8). */
const LAST_HUFFMAN_DCT = 0xc2;

/** Reads frame header, Adobe marker and Exif orientation; null where the bytes are no such JPEG. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = viewOf(bytes);
  let hasAdobeMarker = false;
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) return null;
    const isStandalone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    const length = isStandalone ? 0 : view.getUint16(at + 2);
    if (!isStandalone && (length < 2 || at + 2 + length > bytes.length)) return null;
    const body = at + 4;
    if (marker === 0xe1) orientation = exifOrientation(bytes.subarray(body, at + 2 + length)) ?? orientation;
    if (marker === 0xee && text(bytes, body, 5) === "Adobe") hasAdobeMarker = true;
    if (isFrame(marker) && length >= 8) {
      const components = bytes[body + 5];
      const isTaken = marker <= LAST_HUFFMAN_DCT && bytes[body] === 8;
      if (!isTaken || (components !== 1 && components !== 3 && components !== 4)) return null;
      return {
        width: view.getUint16(body + 3),
        height: view.getUint16(body + 1),
        components,
        hasAdobeMarker,
        orientation,
      };
    }
    at += 2 + length;
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share the range (ITU-T T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function exifOrientation(segment: Uint8Array): number | null {
  if (text(segment, 0, 6) !== "Exif\0\0" || segment.length < 14) return null;
  const tiff = segment.subarray(6);
  const view = viewOf(tiff);
  const little = text(tiff, 0, 2) === "II";
  const directory = view.getUint32(4, little);
  if (directory > tiff.length - 2) return null;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > tiff.length) return null;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
