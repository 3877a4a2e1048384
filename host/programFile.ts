import { join } from "node:path";
import { HostError } from "../shared/platform/host";
import { isInside } from "./confinedFile";
import { fileProblem, type FileSystem } from "./fileSystem";

/**
 * Reads a file of the program's own; `name` is relative to the folder, with `/`. A packaged program lies in Electron's
 * archive, where a file has another inode each time it is asked for, so only real paths are compared: nobody but who
 * installs the program can put links into it.
 */
export async function readProgramFile(fileSystem: FileSystem, folder: string, name: string): Promise<Buffer> {
  const path = join(folder, ...name.split("/"));
  try {
    const [root, real] = [await fileSystem.realpath(folder), await fileSystem.realpath(path)];
    if (!isInside(root, real) || !(await fileSystem.stat(real)).isFile()) throw new HostError({ code: "not-found", detail: path });
    return await fileSystem.readFile(real);
  } catch (error) {
    throw fileProblem(error, path);
  }
}
