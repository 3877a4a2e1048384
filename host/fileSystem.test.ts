import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HostError } from "../shared/platform/host";
import { fileProblem, machineFileSystem, makeFolders, writeFileAtomically } from "./fileSystem";
import { systemError, watchedFileSystem } from "./testing/faultyFileSystem";
import { temporaryFolder } from "./testing/temporaryFolder";

describe("makeFolders", () => {
  it("makes what is missing and answers the topmost of it", async () => {
    const folder = temporaryFolder();
    expect(await makeFolders(machineFileSystem, join(folder, "a", "b", "c"))).toBe(join(folder, "a"));
    expect(existsSync(join(folder, "a", "b", "c"))).toBe(true);
    expect(await makeFolders(machineFileSystem, join(folder, "a", "b", "d"))).toBe(join(folder, "a", "b", "d"));
    expect(await makeFolders(machineFileSystem, folder)).toBeNull();
    expect(await makeFolders(machineFileSystem, "/")).toBeNull();
  });

  it("lets several make the same folders at once", async () => {
    const folder = join(temporaryFolder(), "a", "b");
    await Promise.all([1, 2, 3, 4].map(() => makeFolders(machineFileSystem, folder)));
    expect(existsSync(folder)).toBe(true);
  });

  it("does not go through a file", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "kept");
    for (const path of [join(folder, "file"), join(folder, "file", "a", "b")]) {
      await expect(makeFolders(machineFileSystem, path)).rejects.toBeInstanceOf(HostError);
    }
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("kept");
  });

  it.runIf(process.platform === "linux")("ends where the system denies a folder that its parent could hold", async () => {
    await expect(makeFolders(machineFileSystem, "/proc/absent/a/b")).rejects.toBeInstanceOf(HostError);
  });
});

describe("writeFileAtomically", () => {
  it("names the folder that is missing, not the file that was to be written", async () => {
    const folder = temporaryFolder();
    const written = writeFileAtomically(machineFileSystem, join(folder, "absent", "page.pdf"), "new");
    await expect(written).rejects.toMatchObject({ code: "not-found", detail: join(folder, "absent") });
  });

  it.each(["open", "write", "sync", "rename"] as const)("keeps the file and leaves nothing beside it where %s fails", async (failing) => {
    const folder = temporaryFolder();
    const file = join(folder, "page.pdf");
    writeFileSync(file, "old");
    const faulty = watchedFileSystem((step) => {
      if (step === failing) throw systemError("ENOSPC");
    });
    await expect(writeFileAtomically(faulty, file, "new")).rejects.toMatchObject({ code: "disk-full" });
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["page.pdf"]);
  });

  it("does not put a file in the place of a folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "page.pdf"));
    await expect(writeFileAtomically(machineFileSystem, join(folder, "page.pdf"), "new")).rejects.toBeInstanceOf(HostError);
    expect(readdirSync(folder)).toEqual(["page.pdf"]);
  });
});

describe("fileProblem", () => {
  it.each([
    ["ENOENT", "not-found", "/papers"],
    ["ENOSPC", "disk-full", "/papers (ENOSPC)"],
    ["EROFS", "not-permitted", "/papers (EROFS)"],
    ["EIO", "write-failed", "/papers (EIO)"],
  ])("says %s as %s", (system, code, detail) => {
    expect(fileProblem(systemError(system), "/papers")).toMatchObject({ code, detail });
  });

  it("lets a coded error through as it is", () => {
    const error = new HostError({ code: "too-large", detail: "x" });
    expect(fileProblem(error, "/papers")).toBe(error);
  });
});
