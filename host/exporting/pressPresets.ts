import { basename, dirname, isAbsolute, join } from "node:path";
import { parsePressPreset } from "../../shared/export/pdf/parsePressPreset";
import { checkFileNameRule, fileNameReason } from "../../shared/export/pdf/pressFileNames";
import type { PressPreset } from "../../shared/export/pdf/pressPreset";
import { HostError } from "../../shared/platform/host";
import { fileProblem, machineFileSystem as fileSystem, systemCode } from "../fileSystem";
import { findProfile, readProfileFile, type PressProfile } from "./pressProfile";

/** A preset and where it lies. */
export interface FoundPreset {
  /** The file name without `.json`: how the command line and settings call it. */
  readonly id: string;
  readonly preset: PressPreset;
  readonly file: string;
  readonly isShipped: boolean;
}

/** Where presets and profiles are looked for. */
export interface PressFolders {
  readonly projectRoot: string;
  /** Where the program keeps what the user gave it. */
  readonly config: string;
}

const MAX_BYTES = 100 * 1024;
/** The presets that ship, in the order of lists. */
export const SHIPPED_PRESETS = ["x4", "x1a", "proof", "web"];

/** The presets that ship, then the user's by name; of a file that is no preset, `hearFault` is told why. */
export async function listPresets(folders: PressFolders, hearFault: (fault: HostError) => void = () => undefined): Promise<readonly FoundPreset[]> {
  const own = (await namesIn(userPresets(folders))).map((name) => join(userPresets(folders), name));
  const shipped = SHIPPED_PRESETS.map((id) => join(shippedPresets(folders), `${id}.json`));
  const found: FoundPreset[] = [];
  for (const file of [...shipped, ...own]) {
    const read = await readPresetFile(file, shipped.includes(file)).catch((error: unknown) => {
      hearFault(fileProblem(error, file));
      return null;
    });
    if (read !== null && !found.some(({ id }) => id === read.id)) found.push(read);
  }
  return found;
}

/** A preset by its id, or by the path of its file; rejects with `unreadable-preset`, or `not-found` where a path leads nowhere. */
export async function findPreset(named: string, folders: PressFolders): Promise<FoundPreset> {
  if (isAbsolute(named)) return readPresetFile(named, false);
  for (const [folder, isShipped] of [[shippedPresets(folders), true], [userPresets(folders), false]] as const) {
    const names = await namesIn(folder);
    if (names.includes(`${named}.json`)) return readPresetFile(join(folder, `${named}.json`), isShipped);
  }
  throw unreadable(named, "there is no preset of this name");
}

/** The profile a preset names: beside it, among the user's, or one that ships; null where it names none. `chosen` replaces it. */
export async function profileOf({ preset, file }: Pick<FoundPreset, "preset" | "file">, folders: PressFolders, chosen: string | null): Promise<PressProfile | null> {
  if (preset.output === null) return null;
  if (chosen !== null && isAbsolute(chosen)) return readProfileFile(chosen);
  return findProfile(chosen ?? preset.output.profile, [dirname(file), userProfiles(folders), shippedProfiles(folders)]);
}

/** A preset whose printing condition is another profile's: named by what the profile calls itself. */
export function withProfile(preset: PressPreset, profile: PressProfile | null): PressPreset {
  if (profile === null || preset.output === null || basename(profile.path) === preset.output.profile) return preset;
  const name = profile.description.replace(/[^\x20-\x7e]/g, "").trim() || basename(profile.path).replace(/[^\x20-\x7e]/g, "") || "custom";
  return { ...preset, output: { profile: basename(profile.path), identifier: name.slice(0, 100), info: name.slice(0, 200), registry: "" } };
}

/** Where the user's own presets lie. */
export function userPresets({ config }: PressFolders): string {
  return join(config, "presets");
}

/** Where the user's own profiles lie. */
export function userProfiles({ config }: PressFolders): string {
  return join(config, "profiles");
}

/** Where the profiles lie that ship. */
export function shippedProfiles({ projectRoot }: Pick<PressFolders, "projectRoot">): string {
  return join(projectRoot, "assets", "icc");
}

function shippedPresets({ projectRoot }: PressFolders): string {
  return join(projectRoot, "assets", "presets");
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return fileSystem.readdir(folder).then(
    (names) => names.filter((name) => name.endsWith(".json")).sort(),
    () => [],
  );
}

/** Reads a preset's file strictly; the refusal names the file, the field and what stands there. */
async function readPresetFile(file: string, isShipped: boolean): Promise<FoundPreset> {
  let text: string;
  try {
    const { size } = await fileSystem.stat(file);
    if (size > MAX_BYTES) throw unreadable(file, "it is larger than 100 kB");
    text = await fileSystem.readFile(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "EISDIR") throw unreadable(file, "it is a folder");
    throw fileProblem(error, file);
  }
  return parsePresetText(file, text, isShipped);
}

/** Reads the text of a preset's file strictly; rejects like `findPreset`. */
export function parsePresetText(file: string, text: string, isShipped: boolean): FoundPreset {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable(file, "it is no JSON");
  }
  const read = parsePressPreset(json);
  if (!read.ok) {
    const [first] = read.problem;
    throw unreadable(file, first === undefined ? "it is no preset" : `${first.code} at ${first.place || "the top"} (${first.detail})`);
  }
  const rule = checkFileNameRule(read.value.fileName);
  if (!rule.ok) throw unreadable(file, `fileName: ${fileNameReason(rule.problem)}`);
  return { id: basename(file).replace(/\.json$/i, ""), preset: read.value, file, isShipped };
}

function unreadable(file: string, reason: string): HostError {
  return new HostError({ code: "unreadable-preset", detail: `${file}: ${reason}` });
}
