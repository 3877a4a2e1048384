import { constants } from "node:fs";
import { join, relative, sep } from "node:path";
import { HostError } from "../shared/platform/host";
import { fileProblem, type FileSystem } from "./fileSystem";

/**
 * Reads a file inside a folder; `name` is relative to it, with `/`. Refuses what is no plain file, what is longer than
 * `maxBytes`, and what a symbolic link would fetch from outside the folder, a link swapped in during the call included.
 */
export async function readConfinedFile(
  fileSystem: FileSystem,
  folder: string,
  name: string,
  maxBytes: number,
): Promise<Buffer> {
  const path = join(folder, ...name.split("/"));
  try {
    const root = await fileSystem.realpath(folder);
    // Both flags are absent on Windows, where the comparison below still holds; without O_NONBLOCK, opening a pipe in
    // place of a file would wait for a writer for ever.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const handle = await fileSystem.open(path, flags);
    try {
      const opened = await handle.stat();
      if (!opened.isFile()) throw new HostError({ code: "not-found", detail: `${path} is not a file` });
      if (opened.size > maxBytes) throw new HostError({ code: "too-large", detail: path });
      const real = await fileSystem.realpath(path);
      const named = await fileSystem.stat(real);
      if (!isInside(root, real) || named.ino !== opened.ino || named.dev !== opened.dev) {
        throw new HostError({ code: "not-permitted", detail: `${path} leads out of its folder` });
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileProblem(error, path);
  }
}

/** Whether an absolute path lies below an absolute folder; both must be real paths. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !/^(?:[A-Za-z]:|[\\/])/.test(way);
}
