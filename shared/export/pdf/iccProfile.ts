import { viewOf } from "../../fonts/sfnt";
import { fail, ok, type Result } from "../../result";

/** What the program needs to know of an ICC profile (ICC.1). */
export interface IccProfile {
  /** Its name, as lists show it. */
  readonly description: string;
  /** 2 or 4. */
  readonly version: number;
  /** `prtr` for a printing condition. */
  readonly deviceClass: string;
  /** What its device takes: `CMYK`, `RGB `, `GRAY`. */
  readonly colourSpace: string;
  /** The tags' signatures. */
  readonly tags: readonly string[];
}

/** Why a profile cannot stand for a press. */
export type IccProblemCode = "not-icc" | "damaged-icc" | "too-large-icc" | "unknown-icc-version" | "rgb-profile" | "not-cmyk-profile" | "not-output-profile" | "one-way-profile";

/** What is wrong with a profile, and what was found instead; technical, not a sentence. */
export interface IccProblem {
  readonly code: IccProblemCode;
  readonly detail: string;
}

const HEADER_LENGTH = 128;
const TAG_LENGTH = 12;
const MOST_TAGS = 100;
/** Profiles of presses have 0.1 to 3 MB. */
export const MOST_PROFILE_BYTES = 16 * 1024 * 1024;
const LONGEST_NAME = 120;

/** Reads header, tag table and name of a profile; every offset is checked against the file. */
export function readIccProfile(bytes: Uint8Array): Result<IccProfile, IccProblem> {
  if (bytes.length > MOST_PROFILE_BYTES) return fail({ code: "too-large-icc", detail: `${bytes.length} bytes` });
  if (bytes.length < HEADER_LENGTH + 4 || ascii(bytes, 36, 4) !== "acsp") return fail({ code: "not-icc", detail: "no acsp signature" });
  const view = viewOf(bytes);
  const size = view.getUint32(0);
  if (size > bytes.length || size < HEADER_LENGTH + 4) return fail({ code: "damaged-icc", detail: `${size} of ${bytes.length} bytes` });
  const version = view.getUint8(8);
  if (version !== 2 && version !== 4) return fail({ code: "unknown-icc-version", detail: String(version) });
  const count = view.getUint32(HEADER_LENGTH);
  if (count > MOST_TAGS || HEADER_LENGTH + 4 + TAG_LENGTH * count > size) return fail({ code: "damaged-icc", detail: `${count} tags` });
  const tags: string[] = [];
  let description = "";
  for (let index = 0; index < count; index++) {
    const entry = HEADER_LENGTH + 4 + TAG_LENGTH * index;
    const name = ascii(bytes, entry, 4);
    const offset = view.getUint32(entry + 4);
    const length = view.getUint32(entry + 8);
    if (offset < HEADER_LENGTH || offset + length > size) return fail({ code: "damaged-icc", detail: `tag ${name}` });
    tags.push(name);
    if (name === "desc") description = nameIn(bytes.subarray(offset, offset + length));
  }
  return ok({ description, version, deviceClass: ascii(bytes, 12, 4), colourSpace: ascii(bytes, 16, 4), tags });
}

/** A profile that separates for a press: an output device, CMYK, with tables both ways. */
export function readPressProfile(bytes: Uint8Array): Result<IccProfile, IccProblem> {
  const read = readIccProfile(bytes);
  if (!read.ok) return read;
  const { colourSpace, deviceClass, tags } = read.value;
  if (colourSpace === "RGB ") return fail({ code: "rgb-profile", detail: read.value.description });
  if (colourSpace !== "CMYK") return fail({ code: "not-cmyk-profile", detail: colourSpace.trim() });
  if (deviceClass !== "prtr") return fail({ code: "not-output-profile", detail: deviceClass });
  const missing = ["A2B0", "B2A0"].filter((tag) => !tags.includes(tag));
  if (missing.length > 0) return fail({ code: "one-way-profile", detail: missing.join(", ") });
  const damaged = damagedPart(bytes);
  return damaged === null ? read : fail({ code: "damaged-icc", detail: damaged });
}

/** The types that tags of a press's profile have (ICC.1, 9.2): colour libraries pass over tables of others without a word. */
const TAG_TYPES: Readonly<Record<string, readonly string[]>> = { A2B0: ["mft1", "mft2", "mAB "], B2A0: ["mft1", "mft2", "mBA "], wtpt: ["XYZ "] };
/** A white point's length; tables are longer. */
const SHORTEST_TAG = 20;

/** What of a profile cannot be what it is called, or null; its tag table has been checked. */
function damagedPart(bytes: Uint8Array): string | null {
  const connection = ascii(bytes, 20, 4);
  if (connection !== "Lab " && connection !== "XYZ ") return `connection space ${connection}`;
  const view = viewOf(bytes);
  for (let entry = HEADER_LENGTH + 4; entry < HEADER_LENGTH + 4 + TAG_LENGTH * view.getUint32(HEADER_LENGTH); entry += TAG_LENGTH) {
    const name = ascii(bytes, entry, 4);
    const types = TAG_TYPES[name];
    if (types === undefined) continue;
    if (view.getUint32(entry + 8) < SHORTEST_TAG || !types.includes(ascii(bytes, view.getUint32(entry + 4), 4))) return `tag ${name}`;
  }
  return null;
}

/** The text of a `desc` tag: a textDescription in ASCII (version 2), or the first of a multiLocalizedUnicode (version 4). */
function nameIn(tag: Uint8Array): string {
  const view = viewOf(tag);
  const type = ascii(tag, 0, 4);
  if (type === "desc" && tag.length >= 12) return plain(ascii(tag, 12, Math.min(view.getUint32(8), tag.length - 12, LONGEST_NAME)));
  if (type === "mluc" && tag.length >= 28) {
    const length = Math.min(view.getUint32(20), 2 * LONGEST_NAME);
    const offset = view.getUint32(24);
    if (offset + length > tag.length) return "";
    let text = "";
    for (let at = offset; at + 1 < offset + length; at += 2) text += String.fromCharCode(view.getUint16(at));
    return plain(text);
  }
  return "";
}

function plain(text: string): string {
  return text.replace(/\p{Cc}|\p{Cs}/gu, "").trim();
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
