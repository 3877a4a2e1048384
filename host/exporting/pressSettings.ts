import { join } from "node:path";
import { HostError, type PresetDescription, type PressMemory, type PressOptions, type ProfileDescription } from "../../shared/platform/host";
import { machineFileSystem as fileSystem, makeFolders, writeFileAtomically } from "../fileSystem";
import { listPresets, parsePresetText, SHIPPED_PRESETS, shippedProfiles, userPresets, userProfiles, type FoundPreset, type PressFolders } from "./pressPresets";
import { parseProfile, readProfileFile } from "./pressProfile";

/** The user's presets, profiles and last choices on this machine. */
export interface PressSettings {
  options(): Promise<PressOptions>;
  addPreset(fileName: string, text: string): Promise<PresetDescription>;
  addProfile(fileName: string, base64: string): Promise<ProfileDescription>;
  /** Losing what was chosen is no harm, so this never rejects. */
  remember(chosen: PressMemory): Promise<void>;
}

const MEMORY = "press.json";
const MOST_MEMORY_BYTES = 64 * 1024;
/** More profiles than this are not listed. */
const MOST_PROFILES = 100;

/** The settings for press files in the user's configuration folder. */
export function openPressSettings(folders: PressFolders): PressSettings {
  return {
    options: async () => {
      const brokenPresets: string[] = [];
      const presets = await listPresets(folders, ({ detail }) => brokenPresets.push(detail));
      return { presets: presets.map(presetDescription), brokenPresets, profiles: await listProfiles(folders), last: await readMemory(folders) };
    },
    addPreset: async (fileName, text) => {
      const found = parsePresetText(fileName, text, false);
      if (SHIPPED_PRESETS.includes(found.id.toLowerCase())) {
        throw new HostError({ code: "unreadable-preset", detail: `${fileName}: a preset that ships has this name; give the file another` });
      }
      await keep(userPresets(folders), fileName, text);
      return presetDescription(found);
    },
    addProfile: async (fileName, base64) => {
      const bytes = Buffer.from(base64, "base64");
      const { description } = parseProfile(fileName, bytes);
      await keep(userProfiles(folders), fileName, bytes);
      return { fileName, description, isShipped: false };
    },
    remember: async (chosen) => {
      const { preset, profile, folder, round } = chosen;
      await keep(folders.config, MEMORY, `${JSON.stringify({ preset, profile, folder, round }, null, 1)}\n`).catch(() => undefined);
    },
  };
}

async function keep(folder: string, name: string, bytes: Uint8Array | string): Promise<void> {
  await makeFolders(fileSystem, folder);
  await writeFileAtomically(fileSystem, join(folder, name), bytes);
}

function presetDescription({ id, preset, isShipped }: FoundPreset): PresetDescription {
  const { name, standard, output, files, fileName, header } = preset;
  return { id, name, standard, profile: output?.profile ?? null, files, fileName, header, isShipped };
}

/** The profiles that can be used: the user's, then those that ship and are not replaced by one of the user's. */
async function listProfiles(folders: PressFolders): Promise<readonly ProfileDescription[]> {
  const found: ProfileDescription[] = [];
  for (const [folder, isShipped] of [[userProfiles(folders), false], [shippedProfiles(folders), true]] as const) {
    const names = await fileSystem.readdir(folder).catch(() => []);
    for (const fileName of names.filter((name) => /\.ic[cm]$/i.test(name)).sort().slice(0, MOST_PROFILES)) {
      if (found.some((known) => known.fileName === fileName)) continue;
      const profile = await readProfileFile(join(folder, fileName)).catch(() => null);
      if (profile !== null) found.push({ fileName, description: profile.description, isShipped });
    }
  }
  return found;
}

async function readMemory({ config }: PressFolders): Promise<PressMemory | null> {
  try {
    const bytes = await fileSystem.readFile(join(config, MEMORY));
    if (bytes.length > MOST_MEMORY_BYTES) return null;
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    if (typeof value !== "object" || value === null) return null;
    const { preset, profile, folder, round } = value as Readonly<Record<keyof PressMemory, unknown>>; // checked on the next lines
    if (typeof preset !== "string" || typeof folder !== "string" || typeof round !== "number" || !Number.isSafeInteger(round)) return null;
    return { preset, profile: typeof profile === "string" ? profile : null, folder, round: Math.min(99, Math.max(1, round)) };
  } catch {
    return null;
  }
}
