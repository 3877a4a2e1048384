import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { HostError } from "../../shared/platform/host";
import { readConfinedFile } from "../confinedFile";
import { fileProblem, isTemporaryName, makeFolders, retryWhileBusy, syncFolder, systemCode, temporaryName, type FileSystem } from "../fileSystem";
import { SAVING_LOCK_NAME, withSavingLock } from "../issues/savingLock";
import { mapSome } from "../mapSome";
import { throwIfCancelled } from "./throwIfCancelled";

/** A file of an e-paper package; the path is relative, with `/`. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

const INDEX = "issue.json";
const START = "index.html";
const MANIFEST = "manifest.json";
const OWN_NAMES = /^(issue\.json|manifest\.json|index\.html|page-\d{2,4}\.html|articles|img|reader|derived|p\d{2,4}(\.pdf)?)$/;
const OWN_PATHS = new RegExp(
  `^(${[
    "index\\.html|page-\\d{2,4}\\.html",
    "articles/[a-z0-9_-]+\\.(json|html)",
    "img/[0-9a-f]{64}\\.jpg",
    "p\\d{2,4}\\.pdf|p\\d{2,4}/\\d{2,4}\\.(webp|jpg)",
    "reader/(reader\\.(js|css)|search\\.json)",
    "derived/(area|founder|overlay)/p\\d{2,4}\\.(html|json|svg)|derived/pressmatrix\\.xml",
  ].join("|")})$`,
);
const MAX_INDEX_BYTES = 64 * 1024 * 1024;
/** Waiting for the disk takes longer than writing, so several files wait together. */
const WRITTEN_TOGETHER = 8;

/**
 * Makes sure that a folder is new, empty or an e-paper of ours, so that an export can never write over an issue or over
 * other people's files; rejects with `folder-not-empty`.
 */
export async function checkEpaperFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  const names = await namesIn(fileSystem, folder);
  const isForeign = names.some((name) => !OWN_NAMES.test(name) && !isTemporaryName(name) && name !== SAVING_LOCK_NAME);
  const index = names.includes(INDEX) ? await readRecord(fileSystem, folder, INDEX) : null;
  const isOther = names.includes(INDEX) && index?.["format"] !== "open-epaper";
  // A start page is written after the index, so one alone is somebody else's.
  const isWebSite = names.includes(START) && !names.includes(INDEX);
  if (isForeign || isOther || isWebSite) throw new HostError({ code: "folder-not-empty", detail: folder });
}

/** The id of the issue whose package a folder holds, or null where it holds none. */
export async function epaperIssueId(fileSystem: FileSystem, folder: string): Promise<string | null> {
  if (!(await namesIn(fileSystem, folder)).includes(INDEX)) return null;
  const issue = (await readRecord(fileSystem, folder, INDEX))?.["issue"];
  const id = typeof issue === "object" && issue !== null && "id" in issue ? issue.id : null;
  return typeof id === "string" ? id : null;
}

/**
 * Writes a package: every file whole in a temporary folder first, then each renamed into its place, `issue.json` after
 * what it names, the start page and a manifest of checksums last. Files that only the package before had are taken away.
 * Where the disk fails or fills, or the export is cancelled, the folder holds what it held: what was renamed is put back. Two exports into one folder
 * follow each other. Answers the absolute paths.
 */
export async function writeEpaperFolder(
  fileSystem: FileSystem,
  folder: string,
  files: readonly PackageFile[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  await checkEpaperFolder(fileSystem, folder);
  const made = await makeFolders(fileSystem, folder);
  try {
    return await withSavingLock(fileSystem, folder, () => writeLocked(fileSystem, folder, files, signal));
  } catch (error) {
    // What failed first is what the caller must hear; a folder that this export made goes again, whole.
    if (made !== null) await fileSystem.rm(made, { recursive: true, force: true }).catch(() => undefined);
    throw fileProblem(error, folder);
  }
}

async function writeLocked(
  fileSystem: FileSystem,
  folder: string,
  files: readonly PackageFile[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const before = await writtenBefore(fileSystem, folder);
  const isLast = ({ path }: PackageFile): boolean => path === INDEX || path === START;
  const last = [INDEX, START].flatMap((name) => files.find(({ path }) => path === name) ?? []);
  const ordered = [...files.filter((file) => !isLast(file)), ...last];
  const all = [...ordered, { path: MANIFEST, bytes: manifestOf(ordered) }];
  const staging = join(folder, temporaryName());
  try {
    await fileSystem.mkdir(staging);
    await stage(fileSystem, staging, all, signal);
    await moveIntoPlace(fileSystem, staging, folder, all, signal);
  } catch (error) {
    await fileSystem.rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  const now = new Set(files.map(({ path }) => path));
  for (const path of before.filter((candidate) => !now.has(candidate))) await remove(fileSystem, folder, path);
  await sweep(fileSystem, folder);
  return all.map(({ path }) => join(folder, ...path.split("/")));
}

/** Writes the files under their numbers and waits until the disk has them. */
async function stage(fileSystem: FileSystem, staging: string, files: readonly PackageFile[], signal: AbortSignal | undefined): Promise<void> {
  const write = async ([index, { bytes }]: readonly [number, PackageFile]): Promise<void> => {
    throwIfCancelled(signal);
    const handle = await fileSystem.open(join(staging, String(index)), "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  await mapSome([...files.entries()], write, WRITTEN_TOGETHER);
}

/** Renames staged files into their places; where one cannot be, those that were replaced or added go back first. */
async function moveIntoPlace(
  fileSystem: FileSystem,
  staging: string,
  folder: string,
  files: readonly PackageFile[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const folders = new Set<string>();
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [index, { path }] of files.entries()) {
      throwIfCancelled(signal);
      const target = join(folder, ...path.split("/"));
      if (!folders.has(dirname(target))) {
        const made = await makeFolders(fileSystem, dirname(target));
        if (made !== null) undo.push(() => fileSystem.rm(made, { recursive: true, force: true }));
        folders.add(dirname(target));
      }
      const kept = join(staging, `before-${index}`);
      const wasThere = await keepBefore(fileSystem, target, kept);
      await retryWhileBusy(() => fileSystem.rename(join(staging, String(index)), target));
      undo.push(() => (wasThere ? fileSystem.rename(kept, target) : fileSystem.unlink(target)));
    }
  } catch (error) {
    for (const back of undo.toReversed()) await back().catch(() => undefined);
    throw error;
  }
  for (const written of folders) await syncFolder(fileSystem, written);
}

/** Keeps a file under a second name, so that its place is never empty; answers whether it was there. */
async function keepBefore(fileSystem: FileSystem, path: string, kept: string): Promise<boolean> {
  try {
    await fileSystem.link(path, kept);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    // Disks without links, such as FAT.
    await fileSystem.copyFile(path, kept);
  }
  return true;
}

function manifestOf(files: readonly PackageFile[]): string {
  const entries = files
    .map(({ path, bytes }) => ({ path, bytes: Buffer.byteLength(bytes), sha256: createHash("sha256").update(bytes).digest("hex") }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ format: "open-epaper-manifest", version: "1.0", files: entries }, null, 2)}\n`;
}

/** The paths an older manifest names, as far as they are names an export gives. */
async function writtenBefore(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  const manifest = await readRecord(fileSystem, folder, MANIFEST);
  const files: readonly unknown[] = Array.isArray(manifest?.["files"]) ? manifest["files"] : [];
  return files.flatMap((file) => {
    const path = typeof file === "object" && file !== null && "path" in file ? file.path : null;
    return typeof path === "string" && OWN_PATHS.test(path) ? [path] : [];
  });
}

async function namesIn(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await fileSystem.readdir(folder);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw fileProblem(error, folder);
  }
}

/** A JSON object in a folder, or null where there is none that can be read. */
async function readRecord(fileSystem: FileSystem, folder: string, name: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const value: unknown = JSON.parse((await readConfinedFile(fileSystem, folder, name, MAX_INDEX_BYTES)).toString("utf8"));
    // Checked to be an object just here; its properties stay unknown.
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof HostError && error.code === "not-found")) return null;
    throw error;
  }
}

/** Removes a file of the package, and the folders it lay in once they are empty. */
async function remove(fileSystem: FileSystem, folder: string, path: string): Promise<void> {
  const parts = path.split("/");
  try {
    await fileSystem.unlink(join(folder, ...parts));
    for (let depth = parts.length - 1; depth > 0; depth--) await fileSystem.rmdir(join(folder, ...parts.slice(0, depth)));
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY", "EEXIST"].includes(systemCode(error))) throw fileProblem(error, path);
  }
}

/** Takes temporary files and folders away: this export's empty one, and what one that was killed has left. */
async function sweep(fileSystem: FileSystem, folder: string): Promise<void> {
  for (const name of (await namesIn(fileSystem, folder)).filter(isTemporaryName)) {
    await fileSystem.rm(join(folder, name), { recursive: true, force: true }).catch((error: unknown) => {
      throw fileProblem(error, folder);
    });
  }
}
