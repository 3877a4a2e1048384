import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileProblem, makeFolders, retryWhileBusy, syncFolder, systemCode, temporaryName, type FileSystem } from "../fileSystem";
import { withSavingLock } from "../issues/savingLock";
import { DONE_NAME, JOURNAL_NAME, keptPath, placeOf, stagedPath, undoJournal, type ExportJournal, type JournalEntry } from "./exportJournal";
import { OWNER_NAME, ownerOfThisProcess, sweepExports } from "./sweepExports";
import { throwIfCancelled } from "./throwIfCancelled";

/** Files on their way into a folder; none has its name yet. Paths are relative to the folder, with `/`. */
export interface Staging {
  /** Stages a whole file. */
  put(path: string, bytes: Uint8Array | string): Promise<void>;
  /** Stages a file that is written piece by piece; `close` when it is complete. */
  open(path: string): Promise<StagedFile>;
}

/** A file that is being written. */
export interface StagedFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Waits until the disk has it. */
  close(): Promise<void>;
}

/** The ports and moments of writing together. */
export interface WriteTogetherOptions {
  /** Cancels between any two steps; the folder then holds what it held. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called when everything is staged and no other export moves files in the folder: stages what depends on what is there,
   * and answers the paths that are to go.
   */
  readonly settle?: (staging: Staging) => Promise<readonly string[]>;
}

/**
 * Writes files into a folder so that all of them appear, in the order in which they were staged, or none does: each is whole in a hidden folder
 * beside its place before the first is moved, and a journal there lets the next export undo what a killed one has begun.
 * A disk that fails at any step, or a cancelled export, leaves every old file byte for byte. Answers the absolute paths.
 */
export async function writeTogether(
  fileSystem: FileSystem,
  folder: string,
  stage: (staging: Staging) => Promise<void>,
  { signal, settle }: WriteTogetherOptions = {},
): Promise<readonly string[]> {
  await sweepExports(fileSystem, folder);
  const staging = join(folder, temporaryName());
  const entries: JournalEntry[] = [];
  const files = stagingOf(fileSystem, staging, entries, signal);
  let isUndone = true;
  try {
    await fileSystem.mkdir(staging);
    await writeSynced(fileSystem, join(staging, OWNER_NAME), ownerOfThisProcess());
    await stage(files.staging);
    const [only] = entries;
    if (settle === undefined && only !== undefined && entries.length === 1) {
      // One name is moved by one step, which needs no journal.
      throwIfCancelled(signal);
      await retryWhileBusy(() => fileSystem.rename(stagedPath(staging, 0), placeOf(folder, only.path)));
      await syncFolder(fileSystem, dirname(placeOf(folder, only.path))).catch(() => undefined);
    } else {
      await withSavingLock(fileSystem, folder, async () => {
        for (const path of (await settle?.(files.staging)) ?? []) entries.push({ path, kind: "remove", had: true });
        const journal = await keepBefore(fileSystem, folder, staging, entries);
        await writeSynced(fileSystem, join(staging, JOURNAL_NAME), JSON.stringify(journal));
        try {
          await move(fileSystem, folder, staging, journal, signal);
        } catch (error) {
          await undoJournal(fileSystem, folder, staging, journal).catch(() => (isUndone = false));
          throw error;
        }
      });
    }
  } catch (error) {
    await files.abandon();
    // What could not be put back now is put back from its journal by the next export; what failed first is what the caller must hear.
    if (isUndone) await fileSystem.rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw fileProblem(error, systemCode(error) === "ENOENT" ? folder : placeOf(folder, entries.at(-1)?.path ?? ""));
  }
  await fileSystem.rm(staging, { recursive: true, force: true }).catch(() => undefined);
  for (const { path, kind } of entries) if (kind === "remove") await removeEmptyAbove(fileSystem, folder, path);
  return entries.filter(({ kind }) => kind === "put").map(({ path }) => placeOf(folder, path));
}

interface OpenStaging {
  readonly staging: Staging;
  /** Closes what is still open. */
  abandon(): Promise<void>;
}

function stagingOf(fileSystem: FileSystem, folder: string, entries: JournalEntry[], signal: AbortSignal | undefined): OpenStaging {
  const open = new Set<FileHandle>();
  const openNext = async (path: string): Promise<StagedFile> => {
    throwIfCancelled(signal);
    // Numbered before anything is waited for: the order of the calls is the order of the files.
    const file = stagedPath(folder, entries.push({ path, kind: "put", had: false }) - 1);
    const handle = await fileSystem.open(file, "wx");
    open.add(handle);
    return {
      write: async (bytes) => {
        throwIfCancelled(signal);
        await handle.writeFile(bytes);
      },
      close: async () => {
        await handle.sync();
        open.delete(handle);
        await handle.close();
      },
    };
  };
  return {
    staging: {
      open: openNext,
      put: async (path, bytes) => {
        const file = await openNext(path);
        await file.write(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
        await file.close();
      },
    },
    abandon: async () => {
      for (const handle of open) await handle.close().catch(() => undefined);
    },
  };
}

/** Gives what stands in each place a second name, and notes which folders are missing; nothing in the folder changes. */
async function keepBefore(fileSystem: FileSystem, folder: string, staging: string, entries: readonly JournalEntry[]): Promise<ExportJournal> {
  const kept: JournalEntry[] = [];
  const folders = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const had = entry.kind === "remove" || (await keep(fileSystem, placeOf(folder, entry.path), keptPath(staging, index)));
    kept.push({ ...entry, had });
    if (!had) await addMissingFolders(fileSystem, folder, entry.path, folders);
  }
  return { entries: kept, folders: [...folders] };
}

/** Links rather than moves, so that a place is never empty; answers whether a file was there. */
async function keep(fileSystem: FileSystem, place: string, kept: string): Promise<boolean> {
  try {
    // Disks without links, such as FAT, take a copy.
    await fileSystem.link(place, kept).catch(() => fileSystem.copyFile(place, kept));
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR") return false;
    throw error;
  }
  return true;
}

async function addMissingFolders(fileSystem: FileSystem, folder: string, path: string, missing: Set<string>): Promise<void> {
  const parts = path.split("/");
  for (let depth = 1; depth < parts.length; depth++) {
    const inside = parts.slice(0, depth).join("/");
    if (missing.has(inside)) continue;
    const isThere = await fileSystem.stat(placeOf(folder, inside)).then(
      () => true,
      () => false,
    );
    if (!isThere) missing.add(inside);
  }
}

/** Moves every file into its place, then marks the journal as done. */
async function move(fileSystem: FileSystem, folder: string, staging: string, { entries }: ExportJournal, signal: AbortSignal | undefined): Promise<void> {
  const touched = new Set<string>();
  for (const [index, { path, kind }] of entries.entries()) {
    throwIfCancelled(signal);
    const place = placeOf(folder, path);
    if (kind === "remove") {
      await retryWhileBusy(() => fileSystem.rename(place, keptPath(staging, index))).catch((error: unknown) => {
        if (systemCode(error) !== "ENOENT" && systemCode(error) !== "ENOTDIR") throw error;
      });
      continue;
    }
    if (!touched.has(dirname(place))) await makeFolders(fileSystem, dirname(place));
    touched.add(dirname(place));
    await retryWhileBusy(() => fileSystem.rename(stagedPath(staging, index), place));
  }
  for (const written of touched) await syncFolder(fileSystem, written);
  await fileSystem.rename(join(staging, JOURNAL_NAME), join(staging, DONE_NAME));
}

/** Removes the folders that a file lay in, from the inmost, as far as they are empty. */
async function removeEmptyAbove(fileSystem: FileSystem, folder: string, path: string): Promise<void> {
  for (let place = dirname(placeOf(folder, path)); place !== folder; place = dirname(place)) {
    const isGone = await fileSystem.rmdir(place).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

async function writeSynced(fileSystem: FileSystem, path: string, text: string): Promise<void> {
  const handle = await fileSystem.open(path, "wx");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
