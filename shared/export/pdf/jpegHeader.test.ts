import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJpegHeader } from "./jpegHeader";

function segment(marker: number, body: readonly number[]): number[] {
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body];
}

function frame(marker: number, components: number, bits = 8): number[] {
  return segment(marker, [bits, 0x02, 0x58, 0x03, 0x20, components, ...new Array<number>(3 * components).fill(1)]);
}

function letters(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

const adobe = segment(0xee, [...letters("Adobe"), 0, 100, 0, 0, 0, 0, 2]);
const turned = segment(0xe1, [...letters("Exif\0\0MM"), 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]);

function jpeg(...segments: readonly number[][]): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, ...segments.flat()]);
}

describe("a JPEG header", () => {
  it("says size, components, Adobe's marker and the way up", () => {
    expect(readJpegHeader(jpeg(adobe, turned, frame(0xc2, 4)))).toEqual({
      width: 800,
      height: 600,
      components: 4,
      hasAdobeMarker: true,
      orientation: 6,
    });
    expect(readJpegHeader(jpeg(frame(0xc0, 1)))).toMatchObject({ components: 1, hasAdobeMarker: false, orientation: 1 });
  });

  it("is not taken where PDF readers need not decode the rest", () => {
    for (const marker of [0xc3, 0xc9, 0xcb]) expect(readJpegHeader(jpeg(frame(marker, 3)))).toBeNull();
    expect(readJpegHeader(jpeg(frame(0xc1, 3, 12)))).toBeNull();
    expect(readJpegHeader(jpeg(frame(0xc0, 2)))).toBeNull();
  });

  it("survives whatever else the bytes may be", () => {
    const start = jpeg(adobe, turned, frame(0xc0, 3));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(start.length), (noise, length) => {
        readJpegHeader(noise);
        readJpegHeader(Uint8Array.from([...start.subarray(0, length), ...noise]));
      }),
      { numRuns: 500 },
    );
  });
});
