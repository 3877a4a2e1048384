import { createHash } from "node:crypto";
import { join } from "node:path";
import { readConfinedFile } from "../confinedFile";
import { machineFileSystem as fileSystem, makeFolders, writeFileAtomically } from "../fileSystem";

/** Bytes that take long to make and can be made again, kept by what they are made from. */
export interface DerivedCache {
  /** The bytes of a key, made on first use. The key holds everything that decides what they are. */
  get(key: readonly string[], make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** Keeps nothing. */
export const noCache: DerivedCache = { get: (_, make) => make() };

const MAX_BYTES = 64 * 1024 * 1024;

/** A cache in a folder, of at most so many files, the oldest going first; where the folder cannot be used, all is made anew. */
export function openDerivedCache(folder: string, extension: string, kept: number): DerivedCache {
  const making = new Map<string, Promise<Uint8Array>>();
  const isOwn = new RegExp(`^[0-9a-f]{64}\\.${extension}$`);

  async function readOrMake(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const cached = await readConfinedFile(fileSystem, folder, name, MAX_BYTES).catch(() => null);
    if (cached !== null) return cached;
    const made = await make();
    try {
      await makeFolders(fileSystem, folder);
      await writeFileAtomically(fileSystem, join(folder, name), made);
      await removeOldest();
    } catch {
      // A cache on a full or read-only disk is done without.
    }
    return made;
  }

  async function removeOldest(): Promise<void> {
    const names = (await fileSystem.readdir(folder)).filter((name) => isOwn.test(name));
    if (names.length <= kept) return;
    const dated = await Promise.all(names.map(async (name) => ({ name, made: (await fileSystem.stat(join(folder, name))).mtimeMs })));
    dated.sort((a, b) => b.made - a.made);
    for (const { name } of dated.slice(kept)) await fileSystem.unlink(join(folder, name));
  }

  return {
    get: (key, make) => {
      const name = `${createHash("sha256").update(JSON.stringify(key)).digest("hex")}.${extension}`;
      const underway = making.get(name);
      if (underway !== undefined) return underway;
      const made = readOrMake(name, make).finally(() => making.delete(name));
      making.set(name, made);
      return made;
    },
  };
}
