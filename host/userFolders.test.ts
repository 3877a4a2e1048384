import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { HostError } from "../shared/platform/host";
import { machineFileSystem } from "./fileSystem";
import { readIssueFolder } from "./issues/readIssueFolder";
import { createIssueFolder, saveIssueFolder } from "./issues/saveIssueFolder";
import { sampleIssue } from "./issues/testing/sampleIssue";
import { listFolder } from "./listFolder";
import { machineFolders } from "./machine";
import { openRecentList } from "./recentIssues";
import { openSampleCopy, SAMPLE_NAME } from "./sampleCopy";
import { temporaryFolder } from "./testing/temporaryFolder";
import { projectRoot } from "./testing/testServices";

describe("machineFolders", () => {
  it("follows each system's conventions", () => {
    expect(machineFolders({}, "linux", "/home/bian")).toEqual({
      documents: "/home/bian/Broadsheet",
      config: "/home/bian/.config/broadsheet",
      cache: "/home/bian/.cache/broadsheet",
    });
    expect(machineFolders({}, "darwin", "/Users/bian").config).toBe("/Users/bian/Library/Application Support/Broadsheet");
    expect(machineFolders({ APPDATA: "/roaming" }, "win32", "/c").config).toBe("/roaming/Broadsheet");
  });

  it("is moved by the environment, and only by absolute paths", () => {
    const moved = machineFolders({ BROADSHEET_HOME: "/papers", XDG_CONFIG_HOME: "/c", XDG_CACHE_HOME: "relative" }, "linux", "/home/bian");
    expect(moved).toEqual({ documents: "/papers", config: "/c/broadsheet", cache: "/home/bian/.cache/broadsheet" });
  });
});

describe("the recent list", () => {
  it("has the newest first, each once, and tells which are gone", async () => {
    const folder = temporaryFolder();
    const there = join(folder, "there");
    await createIssueFolder(machineFileSystem, there, sampleIssue(1, "文"));
    const recent = openRecentList(join(folder, "config"));
    await recent.remember({ path: there, name: "甲报", date: "2026-01-12" });
    await recent.remember({ path: join(folder, "gone"), name: "乙报", date: "2026-01-13" });
    await recent.remember({ path: there, name: "甲报", date: "2026-01-12" });
    expect((await recent.list()).map(({ name, exists }) => [name, exists])).toEqual([["甲报", true], ["乙报", false]]);
  });

  it("keeps twelve", async () => {
    const recent = openRecentList(temporaryFolder());
    for (let n = 0; n < 15; n += 1) await recent.remember({ path: `/papers/${n}`, name: String(n), date: "2026-01-12" });
    expect((await recent.list()).map(({ name }) => Number(name))).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  });

  it.each(["", "{}", "[1, {}, {\"path\": 5}]", "\0\0\0"])("is empty where its file holds %j", async (content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "recent.json"), content);
    expect(await openRecentList(folder).list()).toEqual([]);
  });

  it("hinders no opening where it cannot be written", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    await openRecentList(join(folder, "file")).remember({ path: "/a", name: "", date: "" });
  });
});

describe("listFolder", () => {
  it("shows folders, then issues, each by name; links to them too; nothing else", async () => {
    const folder = temporaryFolder();
    for (const name of ["b", "a", ".hidden"]) mkdirSync(join(folder, name));
    await createIssueFolder(machineFileSystem, join(folder, "0112"), sampleIssue(1, "文"));
    writeFileSync(join(folder, "letter.txt"), "");
    symlinkSync(join(folder, "0112"), join(folder, "today"));
    symlinkSync(join(folder, "nowhere"), join(folder, "broken"));
    const { entries, files, path, parent } = await listFolder(folder);
    expect(entries.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["folder a", "folder b", "issue 0112", "issue today"]);
    expect(files).toEqual(["letter.txt"]);
    expect([path, parent]).toEqual([folder, join(folder, "..")]);
    expect((await listFolder("/")).parent).toBeNull();
  });

  it("does not take an e-paper package for an issue, though it has an issue.json", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "epaper"));
    writeFileSync(join(folder, "epaper", "issue.json"), JSON.stringify({ format: "open-epaper", version: "1.0" }));
    const { entries } = await listFolder(folder);
    expect(entries.map((entry) => entry.kind)).toEqual(["folder"]);
  });

  it("says why a folder cannot be listed", async () => {
    await expect(listFolder(join(temporaryFolder(), "absent"))).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("openSampleCopy", () => {
  it("copies the sample once, so that work on it stays and the program's own is never written", async () => {
    const documents = join(temporaryFolder(), "new", "documents");
    const [copy, same] = await Promise.all([openSampleCopy(projectRoot, documents), openSampleCopy(projectRoot, documents)]);
    expect(same).toBe(copy);
    expect(readdirSync(documents)).toHaveLength(1);
    const { document, revision } = await readIssueFolder(machineFileSystem, copy);
    const pictures = Object.keys(document.assets);
    expect(pictures.length).toBeGreaterThan(0);
    for (const id of pictures) expect(readdirSync(join(copy, "assets")).some((name) => name.startsWith(id))).toBe(true);
    await saveIssueFolder(machineFileSystem, copy, sampleIssue(1, "改"), revision);
    expect(await openSampleCopy(projectRoot, documents)).toBe(copy);
    expect((await readIssueFolder(machineFileSystem, copy)).document).toEqual(sampleIssue(1, "改"));
  });

  it("is the user's to write, though the program is installed read-only", async () => {
    const root = temporaryFolder();
    const installed = join(root, "assets", "samples", SAMPLE_NAME);
    await createIssueFolder(machineFileSystem, installed, sampleIssue(1, "文"));
    const parts = [installed, ...readdirSync(installed, { recursive: true }).map((name) => join(installed, String(name)))];
    for (const path of parts) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
    onTestFinished(() => parts.forEach((path) => chmodSync(path, 0o755)));
    const copy = await openSampleCopy(root, join(root, "documents"));
    expect(statSync(join(copy, "issue.json")).mode & 0o200).toBe(0o200);
    expect(await saveIssueFolder(machineFileSystem, copy, sampleIssue(1, "改"), 1)).toBe(2);
  });

  it("fails with a code where there is no room for it", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "documents"), "a file, not a folder");
    await expect(openSampleCopy(projectRoot, join(folder, "documents"))).rejects.toBeInstanceOf(HostError);
  });
});
