import type { FileHandle } from "node:fs/promises";
import { machineFileSystem, type FileSystem } from "../fileSystem";

/** One step of file work that can fail or be cut short. */
export type FileStep = "open" | "write" | "sync" | "rename" | "mkdir" | "unlink" | "link" | "rm" | "rmdir";

/** The machine's file system, with `before` called ahead of every step that changes the disk; it may throw. */
export function watchedFileSystem(before: (step: FileStep, path: string) => void | Promise<void>): FileSystem {
  const real = machineFileSystem;
  const guarded =
    <Args extends readonly unknown[], Value>(step: FileStep, operation: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      await before(step, String(args[0]));
      return operation(...args);
    };
  const open = async (...args: Parameters<FileSystem["open"]>): Promise<FileHandle> => {
    const [path, flags] = args;
    if (flags === "wx") await before("open", String(path));
    const handle = await real.open(...args);
    return new Proxy(handle, {
      get(target, key) {
        if (key === "writeFile") {
          return async (bytes: string | Uint8Array) => {
            // Half of the bytes first: that is how a full disk or a crash leaves a file.
            const all = Buffer.from(bytes);
            const half = all.subarray(0, all.length >> 1);
            await target.write(half);
            await before("write", String(path));
            await target.write(all.subarray(half.length));
          };
        }
        if (key === "sync") {
          return async () => {
            await before("sync", String(path));
            await target.sync();
          };
        }
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  };
  return {
    ...real,
    open,
    rename: guarded("rename", (from, to) => real.rename(from, to)),
    unlink: guarded("unlink", (path) => real.unlink(path)),
    link: guarded("link", (from, to) => real.link(from, to)),
    rmdir: guarded("rmdir", (path) => real.rmdir(path)),
    rm: guarded("rm", (path, options) => real.rm(path, options)),
    mkdir: guarded("mkdir", real.mkdir as (...args: unknown[]) => Promise<string | undefined>) as FileSystem["mkdir"], // overloads
  };
}

/** An error as the system gives it. */
export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
