import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { isTemporaryName, systemCode, type FileSystem } from "../fileSystem";
import { isAlive, releaseStaleLock, withSavingLock } from "../issues/savingLock";
import { readJournal, undoJournal } from "./exportJournal";

/** The file in a staging folder that says whose it is. */
export const OWNER_NAME = "owner.json";

/** What another machine has left is judged by its age alone: an export takes minutes at most. */
const STALE_AFTER_MS = 24 * 60 * 60 * 1000;
/** Between making a staging folder and saying whose it is lies far less. */
const UNOWNED_AFTER_MS = 60_000;

/** What `OWNER_NAME` holds. */
export function ownerOfThisProcess(): string {
  return JSON.stringify({ pid: process.pid, host: hostname() });
}

/**
 * Takes away what exports into a folder have left that were killed, crashed or cut off: where one had begun to move its
 * files, everything is put back first. What a living process is at work on stays. `deadPid` names a process that is known
 * to have ended. Failing to is no harm: the next export tries again.
 */
export async function sweepExports(fileSystem: FileSystem, folder: string, deadPid: number | null = null): Promise<void> {
  const names = await fileSystem.readdir(folder).catch(() => []);
  for (const name of names.filter(isTemporaryName)) {
    const path = join(folder, name);
    try {
      const stats = await fileSystem.lstat(path);
      if (stats.isDirectory()) {
        if (await isLeft(fileSystem, path, name, stats.mtimeMs, deadPid)) await takeAway(fileSystem, folder, path);
      } else if (isFileLeft(name, stats.mtimeMs, deadPid)) await fileSystem.unlink(path);
    } catch {
      // Another sweep may have been faster, or the disk is as it was when the export failed.
    }
  }
  if (names.length > 0) await releaseStaleLock(fileSystem, folder).catch(() => undefined);
}

/** The folders above a path that are there now, nearest first: what a sweep may remove empty folders up to. */
export async function nearestFolder(fileSystem: FileSystem, path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    const isFolder = await fileSystem.stat(folder).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder || dirname(folder) === folder) return folder;
  }
}

/** Removes empty folders from `folder` upwards, down to but without `kept`. */
export async function removeEmptyFolders(fileSystem: FileSystem, folder: string, kept: string): Promise<void> {
  for (let empty = folder; empty !== kept && dirname(empty) !== empty; empty = dirname(empty)) {
    const isGone = await fileSystem.rmdir(empty).then(
      () => true,
      (error: unknown) => systemCode(error) === "ENOENT",
    );
    if (!isGone) return;
  }
}

async function takeAway(fileSystem: FileSystem, folder: string, staging: string): Promise<void> {
  const journal = await readJournal(fileSystem, folder, staging);
  // Two sweeps at once would trip over each other, and so would one and an export.
  if (journal !== null) await withSavingLock(fileSystem, folder, () => undoJournal(fileSystem, folder, staging, journal));
  await fileSystem.rm(staging, { recursive: true, force: true });
}

async function isLeft(fileSystem: FileSystem, staging: string, name: string, mtimeMs: number, deadPid: number | null): Promise<boolean> {
  const age = Date.now() - mtimeMs;
  const owner = await fileSystem.readFile(join(staging, OWNER_NAME), "utf8").then(readOwner, () => null);
  if (owner === null) return pidIn(name) === deadPid || (age > UNOWNED_AFTER_MS && !isAlive(pidIn(name)));
  if (owner.host !== hostname()) return age > STALE_AFTER_MS;
  return owner.pid === deadPid || !isAlive(owner.pid);
}

/** A single temporary file does not say which machine's it is. */
function isFileLeft(name: string, mtimeMs: number, deadPid: number | null): boolean {
  const pid = pidIn(name);
  return pid === deadPid || (Date.now() - mtimeMs > STALE_AFTER_MS && !isAlive(pid));
}

function pidIn(name: string): number {
  return Number(/^\.broadsheet-(\d+)-/.exec(name)?.[1] ?? 0);
}

function readOwner(text: string): { readonly pid: number; readonly host: string } | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("pid" in value) || !("host" in value)) return null;
    const { pid, host } = value;
    return typeof pid === "number" && Number.isSafeInteger(pid) && pid > 0 && typeof host === "string" ? { pid, host } : null;
  } catch {
    return null;
  }
}
