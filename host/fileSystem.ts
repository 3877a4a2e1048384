import { randomBytes } from "node:crypto";
import { promises } from "node:fs";
import { dirname, join } from "node:path";
import { HostError, type HostProblemCode } from "../shared/platform/host";

/** The file operations that services use; tests pass one whose disk is full or read-only. */
export type FileSystem = Pick<
  typeof promises,
  "open" | "rename" | "link" | "copyFile" | "mkdir" | "readdir" | "readFile" | "unlink" | "rm" | "rmdir" | "lstat" | "stat" | "realpath"
>;

/** The machine's own file system. */
export const machineFileSystem: FileSystem = promises;

/** The system's code of a failed file operation, such as `ENOENT`, or an empty string where there is none. */
export function systemCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

const problemCodes: Readonly<Record<string, HostProblemCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "disk-full",
  EACCES: "not-permitted",
  EPERM: "not-permitted",
  EROFS: "not-permitted",
  ENOENT: "not-found",
  ENOTDIR: "not-found",
};

/** The coded error for a failed file operation on `path`; a `HostError` passes through unchanged. */
export function fileProblem(error: unknown, path: string): HostError {
  if (error instanceof HostError) return error;
  const code = systemCode(error);
  // That nothing is there says all; of the rest, the system's own word helps whoever looks after the machine.
  if (problemCodes[code] === "not-found") return new HostError({ code: "not-found", detail: path });
  const reason = code === "" ? String(error) : code;
  return new HostError({ code: problemCodes[code] ?? "write-failed", detail: `${path} (${reason})` });
}

/** The name of a temporary file beside its target; `isTemporaryName` knows it again after a crash. */
export function temporaryName(): string {
  return `.broadsheet-${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
}

/** Whether a file name is one that `temporaryName` made, in this process or an earlier one. */
export function isTemporaryName(name: string): boolean {
  return /^\.broadsheet-\d+-[0-9a-f]{12}\.tmp$/.test(name);
}

/**
 * Repeats an operation that fails with EPERM or EBUSY for up to about a second: virus scanners and indexers on Windows
 * hold a new file open for a moment.
 */
export async function retryWhileBusy<Value>(operation: () => Promise<Value>): Promise<Value> {
  for (let pause = 8; ; pause *= 2) {
    try {
      return await operation();
    } catch (error) {
      const code = systemCode(error);
      if ((code !== "EPERM" && code !== "EBUSY") || pause > 512) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/**
 * Makes a folder and those above it that are missing; answers the topmost it made, or null where the folder was there.
 * Node's own recursive `mkdir` never returns where the system says ENOENT below a folder that exists, as under /proc.
 */
export async function makeFolders(fileSystem: FileSystem, folder: string): Promise<string | null> {
  const parent = dirname(folder);
  let topmost: string | null = null;
  try {
    await fileSystem.mkdir(folder);
    return folder;
  } catch (error) {
    if (await isFolder(fileSystem, folder)) return null;
    if (systemCode(error) !== "ENOENT" || parent === folder) throw fileProblem(error, folder);
    topmost = await makeFolders(fileSystem, parent);
  }
  try {
    await fileSystem.mkdir(folder);
  } catch (error) {
    // Another program that makes the same folders may have been faster.
    if (!(await isFolder(fileSystem, folder))) throw fileProblem(error, folder);
  }
  return topmost ?? folder;
}

async function isFolder(fileSystem: FileSystem, path: string): Promise<boolean> {
  return fileSystem.stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Makes the names in a folder survive a power cut; Windows has no such call and needs none. */
export async function syncFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  if (process.platform === "win32") return;
  try {
    const handle = await fileSystem.open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileProblem(error, folder);
  }
}

/**
 * Writes a file so that its name holds either what it held before or all of the new bytes: a temporary file beside it,
 * synced, then renamed over. The folder still has to be synced for the name to survive a power cut.
 */
export async function writeFileAtomically(
  fileSystem: FileSystem,
  path: string,
  bytes: Uint8Array | string,
): Promise<void> {
  const temporary = join(dirname(path), temporaryName());
  try {
    const handle = await fileSystem.open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await retryWhileBusy(() => fileSystem.rename(temporary, path));
  } catch (error) {
    // What failed first is what the caller must hear; the leftover is swept when the folder is opened.
    await fileSystem.unlink(temporary).catch(() => undefined);
    // The file itself need not be there; what is missing is the folder it was to go into.
    throw fileProblem(error, systemCode(error) === "ENOENT" ? dirname(path) : path);
  }
}
