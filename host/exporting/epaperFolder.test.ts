import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { machineFileSystem } from "../fileSystem";
import { systemError, watchedFileSystem, type FileStep } from "../testing/faultyFileSystem";
import { temporaryFolder } from "../testing/temporaryFolder";
import { writeEpaperFolder, type PackageFile } from "./epaperFolder";

/** Larger than any process number of a system. */
const NO_PROCESS = 99_999_999;

const index: PackageFile = { path: "issue.json", bytes: JSON.stringify({ format: "open-epaper" }) };
const article: PackageFile = { path: "articles/lead.json", bytes: "{}" };
const picture: PackageFile = { path: "p09/160.webp", bytes: new Uint8Array([1, 2]) };

describe("writeEpaperFolder", () => {
  it("writes all files and a manifest of their checksums, and answers where they are", async () => {
    const folder = join(temporaryFolder(), "epaper");
    const written = await writeEpaperFolder(machineFileSystem, folder, [index, article, picture]);
    expect(written.map((path) => existsSync(path))).toEqual([true, true, true, true]);
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { files: { path: string; bytes: number; sha256: string }[] }; // written just now
    expect(manifest.files.map(({ path, bytes }) => [path, bytes])).toEqual([["articles/lead.json", 2], ["issue.json", 24], ["p09/160.webp", 2]]);
    expect(manifest.files[0]?.sha256).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  it("takes away what only the package before had, and nothing else", async () => {
    const folder = temporaryFolder();
    await writeEpaperFolder(machineFileSystem, folder, [index, article, picture]);
    writeFileSync(join(folder, "articles", "mine.txt"), "kept");
    await writeEpaperFolder(machineFileSystem, folder, [index, { path: "articles/second.json", bytes: "{}" }]);
    expect(readdirSync(folder).sort()).toEqual(["articles", "issue.json", "manifest.json"]);
    expect(readdirSync(join(folder, "articles")).sort()).toEqual(["mine.txt", "second.json"]);
  });

  it("never writes into an issue folder or beside other people's files", async () => {
    const foreign = temporaryFolder();
    writeFileSync(join(foreign, "letter.txt"), "kept");
    const issue = temporaryFolder();
    writeFileSync(join(issue, "issue.json"), JSON.stringify({ format: "broadsheet-issue" }));
    for (const folder of [foreign, issue]) {
      const before = readdirSync(folder);
      await expect(writeEpaperFolder(machineFileSystem, folder, [index])).rejects.toMatchObject({ code: "folder-not-empty" });
      expect(readdirSync(folder)).toEqual(before);
    }
  });

  it.each<[FileStep, string, string]>([
    ["write", "ENOSPC", "disk-full"],
    ["sync", "EIO", "write-failed"],
    ["open", "EACCES", "not-permitted"],
  ])("leaves a folder as it was where %s fails with %s half-way, and makes none that was not there", async (step, code, problem) => {
    const start: PackageFile = { path: "index.html", bytes: "new" };
    const failing = () => {
      let count = 0;
      return watchedFileSystem((now) => {
        if (now === step && ++count === 2) throw systemError(code);
      });
    };
    const folder = temporaryFolder();
    await writeEpaperFolder(machineFileSystem, folder, [index, article]);
    const before = readFileSync(join(folder, "manifest.json"), "utf8");
    await expect(writeEpaperFolder(failing(), folder, [index, picture, start])).rejects.toMatchObject({ code: problem });
    expect(readdirSync(folder).sort()).toEqual(["articles", "issue.json", "manifest.json"]);
    expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe(before);
    const fresh = join(temporaryFolder(), "deep", "epaper");
    await expect(writeEpaperFolder(failing(), fresh, [index, picture, start])).rejects.toMatchObject({ code: problem });
    expect(existsSync(join(fresh, ".."))).toBe(false);
  });

  it("puts back what it had replaced where a later file cannot be put in its place, whichever that is", async () => {
    const files = (words: string): readonly PackageFile[] => [{ path: "issue.json", bytes: JSON.stringify({ format: "open-epaper", words }) }, { path: "articles/a.json", bytes: words }];
    for (let failing = 1; failing <= 4; failing++) {
      const folder = temporaryFolder();
      await writeEpaperFolder(machineFileSystem, folder, files("old"));
      const contents = (): readonly string[] => ["issue.json", "articles/a.json", "manifest.json"].map((path) => readFileSync(join(folder, path), "utf8"));
      const before = contents();
      let count = 0;
      const disk = watchedFileSystem((step) => {
        if (step === "rename" && ++count === failing) throw systemError("EIO");
      });
      await expect(writeEpaperFolder(disk, folder, [...files("new"), picture])).rejects.toMatchObject({ code: "write-failed" });
      expect(contents()).toEqual(before);
      expect(readdirSync(folder).sort()).toEqual(["articles", "issue.json", "manifest.json"]);
    }
  });

  it("is cancelled at any step without a trace: over a package, and where no folder was", async () => {
    const files = (words: string): readonly PackageFile[] => [{ path: "issue.json", bytes: JSON.stringify({ format: "open-epaper", words }) }, { path: "articles/a.json", bytes: words }, picture];
    const folder = temporaryFolder();
    await writeEpaperFolder(machineFileSystem, folder, files("old").slice(0, 2));
    const contents = (): readonly string[] => ["issue.json", "articles/a.json", "manifest.json"].map((path) => readFileSync(join(folder, path), "utf8"));
    const before = contents();
    let steps = 0;
    await writeEpaperFolder(watchedFileSystem(() => void steps++), join(temporaryFolder(), "whole"), files("new"));
    expect(steps).toBeGreaterThan(12);
    // The last steps take the lock and the empty temporary folder away: by then the package is whole.
    for (let at = 1; at <= steps - 4; at++) {
      const cancelling = new AbortController();
      let count = 0;
      const disk = watchedFileSystem(() => void (++count === at && cancelling.abort()));
      const answer = await writeEpaperFolder(disk, folder, files("new"), cancelling.signal).then(() => "written", (error: unknown) => error);
      if (answer === "written") continue;
      expect(answer).toMatchObject({ code: "cancelled" });
      expect(contents()).toEqual(before);
      expect(readdirSync(folder).sort()).toEqual(["articles", "issue.json", "manifest.json"]);
    }
    const cancelled = AbortSignal.abort();
    const fresh = join(temporaryFolder(), "deep", "epaper");
    await expect(writeEpaperFolder(machineFileSystem, fresh, files("new"), cancelled)).rejects.toMatchObject({ code: "cancelled" });
    expect(existsSync(join(fresh, ".."))).toBe(false);
  });

  it("lets two exports into one folder follow each other", async () => {
    const folder = temporaryFolder();
    const files = (words: string): readonly PackageFile[] => Array.from({ length: 20 }, (_, number) => ({ path: number === 0 ? "issue.json" : `articles/${number}.json`, bytes: JSON.stringify({ format: "open-epaper", words }) }));
    await Promise.all(["one", "two", "three"].map((words) => writeEpaperFolder(machineFileSystem, folder, files(words))));
    const said = new Set(["issue.json", ...readdirSync(join(folder, "articles")).map((name) => join("articles", name))].map((path) => readFileSync(join(folder, path), "utf8")));
    expect(said.size).toBe(1);
  });

  it("sweeps up what a killed export left, and takes a start page without an index for somebody else's", async () => {
    const folder = temporaryFolder();
    const left = join(folder, `.broadsheet-${NO_PROCESS}-0123456789ab.tmp`);
    mkdirSync(left);
    writeFileSync(join(left, "0"), "half");
    utimesSync(left, 0, 0);
    await writeEpaperFolder(machineFileSystem, folder, [index]);
    expect(readdirSync(folder).sort()).toEqual(["issue.json", "manifest.json"]);
    const site = temporaryFolder();
    writeFileSync(join(site, "index.html"), "a web site");
    await expect(writeEpaperFolder(machineFileSystem, site, [index])).rejects.toMatchObject({ code: "folder-not-empty" });
  });

  it("never follows a manifest out of its folder", async () => {
    const parent = temporaryFolder();
    const folder = join(parent, "epaper");
    mkdirSync(folder);
    writeFileSync(join(parent, "precious.json"), "kept");
    await writeEpaperFolder(machineFileSystem, folder, [index]);
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ files: [{ path: "../precious.json" }, { path: "articles/../../precious.json" }] }));
    await writeEpaperFolder(machineFileSystem, folder, [index]);
    expect(existsSync(join(parent, "precious.json"))).toBe(true);
  });
});
