import { createHash } from "node:crypto";
import { join } from "node:path";
import { MOST_PROFILE_BYTES, readPressProfile, type IccProblemCode } from "../../shared/export/pdf/iccProfile";
import { HostError } from "../../shared/platform/host";
import { fileProblem, machineFileSystem as fileSystem, systemCode } from "../fileSystem";

/** The ICC profile of a press, read and found fit. */
export interface PressProfile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
  /** The name it has inside. */
  readonly description: string;
}

const reasons: Readonly<Record<IccProblemCode, string>> = {
  "not-icc": "it is no ICC profile",
  "damaged-icc": "it is damaged",
  "too-large-icc": "it is larger than 16 MB",
  "unknown-icc-version": "its ICC version is neither 2 nor 4",
  "rgb-profile": "it is for RGB; a press needs a CMYK profile",
  "not-cmyk-profile": "it is not for CMYK",
  "not-output-profile": "it is of no output device",
  "one-way-profile": "it lacks tables that separate colours and show them again",
};

/** Reads a profile; rejects with `unreadable-profile` and a sentence's end that names the file and the reason. */
export async function readProfileFile(path: string): Promise<PressProfile> {
  let bytes: Uint8Array;
  try {
    const { size } = await fileSystem.stat(path);
    if (size > MOST_PROFILE_BYTES) throw unreadable(path, reasons["too-large-icc"]);
    bytes = await fileSystem.readFile(path);
  } catch (error) {
    if (systemCode(error) === "EISDIR") throw unreadable(path, reasons["not-icc"]);
    throw fileProblem(error, path);
  }
  return parseProfile(path, bytes);
}

/** A profile from its bytes; throws like `readProfileFile` rejects. */
export function parseProfile(path: string, bytes: Uint8Array): PressProfile {
  const read = readPressProfile(bytes);
  if (!read.ok) throw unreadable(path, reasons[read.problem.code]);
  return { path, bytes, digest: createHash("sha256").update(bytes).digest("hex"), description: read.value.description };
}

/** Finds a profile by its file name in folders, the first that has it; rejects with `unreadable-profile`. */
export async function findProfile(name: string, folders: readonly string[]): Promise<PressProfile> {
  for (const folder of folders) {
    const path = join(folder, name);
    if (await fileSystem.stat(path).then((stats) => stats.isFile(), () => false)) return readProfileFile(path);
  }
  throw unreadable(name, "it is neither beside the preset, nor among your profiles, nor among those that ship");
}

function unreadable(path: string, reason: string): HostError {
  return new HostError({ code: "unreadable-profile", detail: `${path}: ${reason}` });
}
