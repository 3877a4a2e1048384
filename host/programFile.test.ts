import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { machineFileSystem, type FileSystem } from "./fileSystem";
import { readProgramFile } from "./programFile";
import { temporaryFolder } from "./testing/temporaryFolder";

/** A file system as Electron shows its archives: a new inode with every look, and a file opens as a copy elsewhere. */
function archived(): FileSystem {
  let inode = 0;
  const look = async (path: string) => Object.assign(await machineFileSystem.stat(path), { dev: 1, ino: (inode += 1) });
  return { ...machineFileSystem, stat: look as FileSystem["stat"], lstat: look as FileSystem["lstat"] }; // of the overloads, the one with a path is used
}

describe("readProgramFile", () => {
  it.each([["on the disk", machineFileSystem], ["in an archive", archived()]])("reads a file of the program %s", async (_where, fileSystem) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "static"));
    writeFileSync(join(folder, "static", "main.js"), "export {};");
    expect((await readProgramFile(fileSystem, folder, "static/main.js")).toString()).toBe("export {};");
  });

  it("reads nothing else", async () => {
    const parent = temporaryFolder();
    const folder = join(parent, "renderer");
    mkdirSync(join(folder, "static"), { recursive: true });
    writeFileSync(join(parent, "secret.json"), "{}");
    symlinkSync(join(parent, "secret.json"), join(folder, "link.json"));
    for (const name of ["../secret.json", "link.json", "static", "absent.js", ".", "a\0b"]) {
      await expect(readProgramFile(machineFileSystem, folder, name)).rejects.toThrow(/not-found|write-failed/);
    }
  });
});
