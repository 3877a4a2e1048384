import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isInside, readConfinedFile } from "./confinedFile";
import { machineFileSystem, type FileSystem } from "./fileSystem";
import { temporaryFolder } from "./testing/temporaryFolder";

const LIMIT = 100;
const read = (folder: string, name: string, fileSystem: FileSystem = machineFileSystem) => readConfinedFile(fileSystem, folder, name, LIMIT);

describe("readConfinedFile", () => {
  it("reads a file of the folder, one reached by a link to the folder too", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "real", "pages"), { recursive: true });
    writeFileSync(join(folder, "real", "pages", "p01.json"), "{}");
    symlinkSync(join(folder, "real"), join(folder, "link"));
    expect((await read(join(folder, "link"), "pages/p01.json")).toString()).toBe("{}");
  });

  it("refuses what is no file, or longer than allowed", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "sub"));
    writeFileSync(join(folder, "long"), "x".repeat(LIMIT + 1));
    writeFileSync(join(folder, "fits"), "x".repeat(LIMIT));
    await expect(read(folder, "absent")).rejects.toMatchObject({ code: "not-found" });
    await expect(read(folder, "sub")).rejects.toMatchObject({ code: "not-found" });
    await expect(read(folder, "long")).rejects.toMatchObject({ code: "too-large" });
    expect(await read(folder, "fits")).toHaveLength(LIMIT);
  });

  it("follows neither dots nor links out of the folder", async () => {
    const parent = temporaryFolder();
    const folder = join(parent, "issue");
    mkdirSync(folder);
    writeFileSync(join(parent, "secret"), "secret");
    symlinkSync(join(parent, "secret"), join(folder, "file"));
    symlinkSync(parent, join(folder, "sub"));
    for (const name of ["../secret", "sub/secret"]) await expect(read(folder, name)).rejects.toMatchObject({ code: "not-permitted" });
    await expect(read(folder, "file")).rejects.toThrow();
  });

  it("is not fooled by a folder that becomes a link while it reads", async () => {
    const parent = temporaryFolder();
    const folder = join(parent, "issue");
    mkdirSync(join(folder, "pages"), { recursive: true });
    mkdirSync(join(parent, "outside"));
    writeFileSync(join(folder, "pages", "p01.json"), "inside");
    writeFileSync(join(parent, "outside", "p01.json"), "secret");
    // The file is opened through a link to another folder, which is put back before anybody looks where it was.
    const swapping: FileSystem = {
      ...machineFileSystem,
      open: async (...args) => {
        renameSync(join(folder, "pages"), join(folder, "aside"));
        symlinkSync(join(parent, "outside"), join(folder, "pages"));
        const handle = await machineFileSystem.open(...args);
        unlinkSync(join(folder, "pages"));
        renameSync(join(folder, "aside"), join(folder, "pages"));
        return handle;
      },
    };
    await expect(read(folder, "pages/p01.json", swapping)).rejects.toMatchObject({ code: "not-permitted" });
  });

  it.runIf(process.platform !== "win32")("does not wait for a pipe", async () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [join(folder, "issue.json")]);
    await expect(read(folder, "issue.json")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("isInside", () => {
  it.each([
    ["/a/b", true],
    ["/a/..b", true],
    ["/a", false],
    ["/ab", false],
    ["/a/../b", false],
    ["/", false],
  ])("tells of %s, as seen from /a: %s", (path, inside) => {
    expect(isInside("/a", path)).toBe(inside);
  });
});
