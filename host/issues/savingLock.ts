import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { HostError } from "../../shared/platform/host";
import { fileProblem, systemCode, temporaryName, type FileSystem } from "../fileSystem";

/** The name of the lock file; it is there only while a save is being written. */
export const SAVING_LOCK_NAME = ".saving.lock";

// A save takes well under a second; a holder on another machine that is silent this long has died.
const STALE_AFTER_MS = 60_000;
const PATIENCE_MS = 5_000;
const PAUSE_MS = 25;

/**
 * Runs `work` while no other process saves into the folder. A lock left by a process that has died is taken over; one
 * that is held for more than five seconds ends in `write-failed`.
 */
export async function withSavingLock<Value>(
  fileSystem: FileSystem,
  folder: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const path = join(folder, SAVING_LOCK_NAME);
  await acquire(fileSystem, path);
  try {
    return await work();
  } finally {
    // A lock that cannot be removed is stale once this process ends; the save itself stands.
    await fileSystem.unlink(path).catch(() => undefined);
  }
}

/** Whether a save by a living process is going on in the folder. */
export async function isBeingSaved(fileSystem: FileSystem, folder: string): Promise<boolean> {
  const path = join(folder, SAVING_LOCK_NAME);
  try {
    await fileSystem.lstat(path);
  } catch {
    return false;
  }
  return !(await isStale(fileSystem, path));
}

/** Removes a folder's lock where its holder has died, so that nothing is left of it. */
export async function releaseStaleLock(fileSystem: FileSystem, folder: string): Promise<void> {
  const path = join(folder, SAVING_LOCK_NAME);
  const isThere = await fileSystem.lstat(path).then(
    () => true,
    () => false,
  );
  if (isThere && (await isStale(fileSystem, path))) await remove(fileSystem, path);
}

async function acquire(fileSystem: FileSystem, path: string): Promise<void> {
  const holder = JSON.stringify({ pid: process.pid, host: hostname(), token: randomBytes(8).toString("hex") });
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      const handle = await fileSystem.open(path, "wx");
      try {
        await handle.writeFile(holder);
      } catch (error) {
        // A full disk: a lock that says nothing would hold up the next for a second.
        await fileSystem.unlink(path).catch(() => undefined);
        throw error;
      } finally {
        await handle.close();
      }
      return;
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw fileProblem(error, path);
    }
    if (await isStale(fileSystem, path)) await remove(fileSystem, path);
    else if (waited >= PATIENCE_MS) {
      throw new HostError({ code: "write-failed", detail: `${path}: another program is writing into this folder` });
    } else await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function isStale(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    const age = Date.now() - (await fileSystem.stat(path)).mtimeMs;
    // A date in the future says nothing about age; such a lock is judged by its process alone.
    if (age > STALE_AFTER_MS) return true;
    const holder: unknown = JSON.parse(await fileSystem.readFile(path, "utf8"));
    if (typeof holder !== "object" || holder === null || !("pid" in holder) || !("host" in holder)) return age > 1000;
    if (holder.host !== hostname() || typeof holder.pid !== "number") return false;
    return !isAlive(holder.pid);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    // Half-written by a process that died: its writer needs far less than a second between open and write.
    return error instanceof SyntaxError && Date.now() - (await mtimeOf(fileSystem, path)) > 1000;
  }
}

async function mtimeOf(fileSystem: FileSystem, path: string): Promise<number> {
  return fileSystem.stat(path).then(
    (stats) => stats.mtimeMs,
    () => Date.now(),
  );
}

/** Whether a process of this machine is there; one of another user's is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/** Removes a stale lock by renaming first, so that two processes that both saw it do not remove each other's new one. */
async function remove(fileSystem: FileSystem, path: string): Promise<void> {
  const aside = join(path, "..", temporaryName());
  try {
    await fileSystem.rename(path, aside);
    await fileSystem.unlink(aside);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw fileProblem(error, path);
  }
}
