import { fail, ok, type Result } from "../../result";
import type { PdfObjects, PdfReference } from "./pdfObjects";

/** A baseline or progressive JPEG as its header describes it. */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 RGB, 4 CMYK. */
  readonly components: 1 | 3 | 4;
  /** Whether an Adobe marker says so: CMYK values are then stored inverted. */
  readonly isAdobe: boolean;
}

/** Why a picture cannot be placed as it is. */
export interface PictureProblem {
  readonly code: "not-a-jpeg";
  readonly detail: string;
}

const START_OF_IMAGE = 0xffd8;
const START_OF_SCAN = 0xda;
const ADOBE_MARKER = 0xee;

/** Reads a JPEG's frame header (ITU-T T.81, B.2.2). */
export function readJpegHeader(bytes: Uint8Array): Result<JpegHeader, PictureProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START_OF_IMAGE) return fail({ code: "not-a-jpeg", detail: "no start of image" });
  let isAdobe = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return fail({ code: "not-a-jpeg", detail: `no marker at ${at}` });
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (isFrame(marker) && at + 10 <= bytes.length) {
      const components = bytes[at + 9];
      if (components !== 1 && components !== 3 && components !== 4) return fail({ code: "not-a-jpeg", detail: `${components} components` });
      return ok({ height: view.getUint16(at + 5), width: view.getUint16(at + 7), components, isAdobe });
    }
    if (marker === START_OF_SCAN) break;
    if (marker === ADOBE_MARKER) isAdobe = true;
    at += 2 + length;
  }
  return fail({ code: "not-a-jpeg", detail: "no frame header" });
}

/** SOF0 to SOF15 but the tables DHT, JPG and DAC that share their range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

const COLOUR_SPACES = { 1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK" } as const;

/** Writes a JPEG as an image object, its data untouched. */
export function writePdfPicture(objects: PdfObjects, bytes: Uint8Array, header: JpegHeader): PdfReference {
  const decode = header.components === 4 && header.isAdobe ? "/Decode[1 0 1 0 1 0 1 0]" : "";
  return objects.addRawStream(
    `/Type/XObject/Subtype/Image/Width ${header.width}/Height ${header.height}/ColorSpace${COLOUR_SPACES[header.components]}` +
      `/BitsPerComponent 8/Filter/DCTDecode${decode}`,
    bytes,
  );
}
