import { createHash } from "node:crypto";

const MAX_STEM = 100;
const windowsDevices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name stem for a record's id: lower-case ASCII letters, digits, `-` and `_` only, different for ids that differ
 * in case alone, never a name that Windows keeps for devices, and of bounded length.
 */
export function recordFileStem(id: string): string {
  let stem = "";
  for (const byte of Buffer.from(id, "utf8")) {
    const character = String.fromCharCode(byte);
    stem += /[a-z0-9-]/.test(character) ? character : `_${byte.toString(16).padStart(2, "0")}`;
  }
  if (windowsDevices.test(stem)) stem = `_${stem.charCodeAt(0).toString(16)}${stem.slice(1)}`;
  if (stem.length <= MAX_STEM && stem !== "") return stem;
  // "_-" occurs in no other stem, so a shortened one can never equal a whole one.
  return `${stem.slice(0, 40)}_-${createHash("sha256").update(id, "utf8").digest("hex").slice(0, 32)}`;
}
