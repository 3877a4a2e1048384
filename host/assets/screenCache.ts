import { join } from "node:path";
import { readConfinedFile } from "../confinedFile";
import { machineFileSystem as fileSystem, makeFolders, writeFileAtomically } from "../fileSystem";
import { screenCopy } from "./assetFiles";

/** Copies for the screen, kept by the content of the picture they are of. */
export interface ScreenCache {
  /** The copy of a picture, made on first use; `assetId` is the hash of the picture's bytes. */
  copyOf(assetId: string, bytes: Uint8Array): Promise<Uint8Array>;
}

/** How many copies are kept: the pictures of some months, 100 to 500 kB each. */
const KEPT = 400;
const MAX_COPY_BYTES = 64 * 1024 * 1024;

/** A cache in a folder; where the folder cannot be used, copies are made anew. */
export function openScreenCache(folder: string, kept: number = KEPT): ScreenCache {
  const making = new Map<string, Promise<Uint8Array>>();

  async function readOrMake(assetId: string, bytes: Uint8Array): Promise<Uint8Array> {
    const name = `${assetId}.webp`;
    const cached = await readConfinedFile(fileSystem, folder, name, MAX_COPY_BYTES).catch(() => null);
    if (cached !== null) return cached;
    const copy = await screenCopy(bytes);
    try {
      await makeFolders(fileSystem, folder);
      await writeFileAtomically(fileSystem, join(folder, name), copy);
      await removeOldest(folder, kept);
    } catch {
      // A cache on a full or read-only disk is done without.
    }
    return copy;
  }

  return {
    copyOf: (assetId, bytes) => {
      const underway = making.get(assetId);
      if (underway !== undefined) return underway;
      const made = readOrMake(assetId, bytes).finally(() => making.delete(assetId));
      making.set(assetId, made);
      return made;
    },
  };
}

async function removeOldest(folder: string, kept: number): Promise<void> {
  const names = (await fileSystem.readdir(folder)).filter((name) => /^[0-9a-f]{64}\.webp$/.test(name));
  if (names.length <= kept) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, made: (await fileSystem.stat(join(folder, name))).mtimeMs })),
  );
  dated.sort((a, b) => b.made - a.made);
  for (const { name } of dated.slice(kept)) await fileSystem.unlink(join(folder, name));
}
