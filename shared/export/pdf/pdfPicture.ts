import type { JpegHeader } from "./jpegHeader";
import type { PdfObjects, PdfReference } from "./pdfObjects";

const COLOUR_SPACES = { 1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK" } as const;

/** Writes a JPEG as an image object, its data untouched. */
export function writePdfPicture(objects: PdfObjects, bytes: Uint8Array, header: JpegHeader): PdfReference {
  const decode = header.components === 4 && header.hasAdobeMarker ? "/Decode[1 0 1 0 1 0 1 0]" : "";
  return objects.addRawStream(
    `/Type/XObject/Subtype/Image/Width ${header.width}/Height ${header.height}/ColorSpace${COLOUR_SPACES[header.components]}` +
      `/BitsPerComponent 8/Filter/DCTDecode${decode}`,
    bytes,
  );
}

/**
 * How each Exif orientation, 1 to 8, turns the stored picture in its unit square, as the operands of `cm` (Exif 2.3,
 * tag 0x0112): 6 is a quarter turn clockwise.
 */
const TURNS: readonly string[] = [
  "1 0 0 1 0 0",
  "-1 0 0 1 1 0",
  "-1 0 0 -1 1 1",
  "1 0 0 -1 0 1",
  "0 -1 -1 0 1 1",
  "0 -1 1 0 0 1",
  "0 1 1 0 0 0",
  "0 1 -1 0 1 0",
];

/** The operands of `cm` that set a stored picture upright, or null where it is. */
export function uprightMatrix(header: JpegHeader): string | null {
  return header.orientation === 1 ? null : (TURNS[header.orientation - 1] ?? null);
}
