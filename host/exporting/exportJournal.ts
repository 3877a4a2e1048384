import { dirname, join } from "node:path";
import { isInside } from "../confinedFile";
import { retryWhileBusy, systemCode, type FileSystem } from "../fileSystem";

/** What an export is about to change in a folder, kept in its staging folder so that a crash half-way can be undone. */
export interface ExportJournal {
  readonly entries: readonly JournalEntry[];
  /** Folders that the export makes, each behind the one it lies in; relative, with `/`. */
  readonly folders: readonly string[];
}

/** One name that changes; the path is relative to the folder, with `/`. The entry's index names its files in the staging folder. */
export interface JournalEntry {
  readonly path: string;
  readonly kind: "put" | "remove";
  /** Whether a file stood there before. */
  readonly had: boolean;
}

/** The journal's name in a staging folder, there from before the first change to after the last. */
export const JOURNAL_NAME = "journal.json";
/** The journal's name once every change is made: the export stands, only the staging folder is left to go. */
export const DONE_NAME = "done.json";
const MOST_ENTRIES = 100_000;

/** Where an entry's new file waits in the staging folder. */
export function stagedPath(staging: string, index: number): string {
  return join(staging, String(index));
}

/** Where what stood in an entry's place is kept. */
export function keptPath(staging: string, index: number): string {
  return join(staging, `before-${index}`);
}

/** The absolute path of a journal's relative one. */
export function placeOf(folder: string, path: string): string {
  return join(folder, ...path.split("/"));
}

/**
 * Puts a folder back to what it held before an export's first change, from whatever step the export got to; again does no
 * more. Leaves the staging folder for the caller to remove.
 */
export async function undoJournal(fileSystem: FileSystem, folder: string, staging: string, { entries, folders }: ExportJournal): Promise<void> {
  for (const [index, { path, kind, had }] of [...entries.entries()].toReversed()) {
    const place = placeOf(folder, path);
    const [staged, kept] = [stagedPath(staging, index), keptPath(staging, index)];
    // A staged file that is still there was never moved, so its place was never touched.
    if (kind === "put" && (await isThere(fileSystem, staged))) continue;
    if (had) {
      if (await isThere(fileSystem, kept)) await retryWhileBusy(() => fileSystem.rename(kept, place));
    } else {
      // Back under its own name rather than away, so that a second go finds it untouched.
      await retryWhileBusy(() => fileSystem.rename(place, staged)).catch((error: unknown) => {
        if (systemCode(error) !== "ENOENT") throw error;
      });
    }
  }
  for (const made of folders.toReversed()) await fileSystem.rmdir(placeOf(folder, made)).catch(() => undefined);
}

/** Reads a journal that lies on a disk, strictly: null where it is none, or names a place outside the folder. */
export async function readJournal(fileSystem: FileSystem, folder: string, staging: string): Promise<ExportJournal | null> {
  let value: unknown;
  try {
    value = JSON.parse(await fileSystem.readFile(join(staging, JOURNAL_NAME), "utf8"));
  } catch {
    // A journal that is half-written was never acted on.
    return null;
  }
  const journal = parseJournal(value);
  if (journal === null) return null;
  const root = await fileSystem.realpath(folder);
  for (const { path } of journal.entries) {
    const parent = await fileSystem.realpath(dirname(placeOf(folder, path))).catch(() => null);
    // Through a link that was put there since, an undo would reach elsewhere.
    if (parent !== null && parent !== root && !isInside(root, parent)) return null;
  }
  return journal;
}

function parseJournal(value: unknown): ExportJournal | null {
  if (typeof value !== "object" || value === null) return null;
  const { entries, folders } = value as { readonly entries?: unknown; readonly folders?: unknown }; // checked below
  if (!Array.isArray(entries) || !Array.isArray(folders) || entries.length + folders.length > MOST_ENTRIES) return null;
  const read: JournalEntry[] = [];
  for (const entry of entries as readonly unknown[]) {
    if (typeof entry !== "object" || entry === null) return null;
    const { path, kind, had } = entry as { readonly path?: unknown; readonly kind?: unknown; readonly had?: unknown }; // checked below
    if (!isRelative(path) || (kind !== "put" && kind !== "remove") || typeof had !== "boolean") return null;
    read.push({ path, kind, had });
  }
  const made: readonly unknown[] = folders;
  return made.every(isRelative) ? { entries: read, folders: made } : null;
}

function isRelative(path: unknown): path is string {
  return typeof path === "string" && path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && !/[\\:\0]/.test(part));
}

async function isThere(fileSystem: FileSystem, path: string): Promise<boolean> {
  return fileSystem.lstat(path).then(
    () => true,
    () => false,
  );
}
