import { join } from "node:path";
import { isTemporaryName, type FileSystem } from "../fileSystem";
import { isRecordFileName, recordFilesOf, type Manifest } from "./manifest";
import { isBeingSaved } from "./savingLock";

/** The folders of an issue that hold record files. */
export const RECORD_FOLDERS = ["settings", "pages", "stories"] as const;

/** Removes temporary files that a save left when it was killed, unless a save is going on. Failing to is no harm. */
export async function sweepTemporaryFiles(fileSystem: FileSystem, folder: string): Promise<void> {
  if (await isBeingSaved(fileSystem, folder)) return;
  for (const place of ["", ...RECORD_FOLDERS, "assets"]) {
    await removeFiles(fileSystem, join(folder, place), isTemporaryName);
  }
}

/** Removes record files that none of the manifests names; only within the saving lock. Failing to is no harm. */
export async function sweepRecordFiles(
  fileSystem: FileSystem,
  folder: string,
  kept: readonly Manifest[],
): Promise<void> {
  const keep = new Set(kept.flatMap((manifest) => recordFilesOf(manifest).map(({ file }) => file)));
  for (const place of RECORD_FOLDERS) {
    await removeFiles(fileSystem, join(folder, place), (name) => {
      const file = `${place}/${name}`;
      return isTemporaryName(name) || (isRecordFileName(file) && !keep.has(file));
    });
  }
}

async function removeFiles(fileSystem: FileSystem, folder: string, unwanted: (name: string) => boolean): Promise<void> {
  const names = await fileSystem.readdir(folder).catch(() => []);
  for (const name of names) {
    if (unwanted(name)) await fileSystem.unlink(join(folder, name)).catch(() => undefined);
  }
}
