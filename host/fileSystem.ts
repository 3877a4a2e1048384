import { randomBytes } from "node:crypto";
import { promises } from "node:fs";
import { dirname, join } from "node:path";
import { HostError, type HostProblemCode } from "../shared/platform/host";

/** The file operations that services use; tests pass one whose disk is full or read-only. */
export type FileSystem = Pick<
  typeof promises,
  "open" | "rename" | "mkdir" | "readdir" | "readFile" | "unlink" | "rm" | "rmdir" | "lstat" | "stat" | "realpath"
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
    throw fileProblem(error, path);
  }
}
