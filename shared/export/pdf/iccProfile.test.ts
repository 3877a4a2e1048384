import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIccProfile, readPressProfile } from "./iccProfile";

const shipped = new Uint8Array(readFileSync(join(import.meta.dirname, "..", "..", "..", "assets", "icc", "generic-newsprint.icc")));

/** The shipped profile with some of its bytes replaced. */
function changed(at: number, text: string): Uint8Array {
  const bytes = shipped.slice();
  bytes.set(Buffer.from(text, "latin1"), at);
  return bytes;
}

const codeOf = (bytes: Uint8Array): string => {
  const read = readPressProfile(bytes);
  return read.ok ? "ok" : read.problem.code;
};

describe("an ICC profile", () => {
  it("that ships is for a press and says what it is", () => {
    expect(readPressProfile(shipped)).toMatchObject({ ok: true, value: { description: "Generic coldset newsprint, 26 % gain", deviceClass: "prtr", version: 2 } });
  });

  it("is refused with its reason where it is for something else", () => {
    expect(codeOf(new Uint8Array(200))).toBe("not-icc");
    expect(codeOf(shipped.subarray(0, 4000))).toBe("damaged-icc");
    expect(codeOf(changed(8, "\x05"))).toBe("unknown-icc-version");
    expect(codeOf(changed(16, "RGB "))).toBe("rgb-profile");
    expect(codeOf(changed(16, "GRAY"))).toBe("not-cmyk-profile");
    expect(codeOf(changed(12, "scnr"))).toBe("not-output-profile");
  });

  it("that separates in one direction only is refused", () => {
    const at = Buffer.from(shipped).indexOf("B2A0");
    expect(codeOf(changed(at, "xxxx"))).toBe("one-way-profile");
  });

  it("whose tables or white are not what they are called is damaged", () => {
    const entryOf = (name: string): number => Buffer.from(shipped).indexOf(name, 132);
    const view = new DataView(shipped.buffer, shipped.byteOffset, shipped.byteLength);
    for (const name of ["A2B0", "B2A0", "wtpt"]) {
      expect(codeOf(changed(view.getUint32(entryOf(name) + 4), "\0\0\0\0")), name).toBe("damaged-icc");
      expect(codeOf(changed(entryOf(name) + 8, "\0\0\0\x04")), name).toBe("damaged-icc");
    }
    expect(codeOf(changed(20, "RGB "))).toBe("damaged-icc");
  });

  it("never throws, whatever its bytes are", () => {
    const edits = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(edits, (edits) => {
        const bytes = shipped.slice();
        for (const [at, value] of edits) bytes[at] = value;
        readIccProfile(bytes);
        readPressProfile(bytes);
      }),
    );
  });
});
