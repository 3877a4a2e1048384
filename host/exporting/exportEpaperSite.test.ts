import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IssueDocument } from "../../shared/model/document";
import { machineFileSystem } from "../fileSystem";
import { readIssueFolder } from "../issues/readIssueFolder";
import { SAMPLE_NAME } from "../sampleCopy";
import { temporaryFolder } from "../testing/temporaryFolder";
import { projectRoot } from "../testing/testServices";
import { exportEpaperSite } from "./exportEpaperSite";
import { openExportScene, type ExportScene } from "./runExportJob";

const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);
let scene: ExportScene;
beforeAll(async () => {
  const { document } = await readIssueFolder(machineFileSystem, sample);
  // The front page is enough for a list of issues.
  scene = await openExportScene(projectRoot, sample, { ...document, pages: document.pages.slice(0, 1) });
});
afterAll(() => scene.fontFiles.close());

const on = (date: string, change: Partial<IssueDocument> = {}): ExportScene => ({
  ...scene,
  document: { ...scene.document, issue: { ...scene.document.issue, date }, ...change },
});

/** Every file of a folder with its checksum. */
function bytesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")]));
}

const datesIn = (root: string): readonly string[] =>
  (JSON.parse(readFileSync(join(root, "issues.json"), "utf8")) as { issues: { date: string }[] }).issues.map(({ date }) => date); // written just now

describe("a site of e-papers", () => {
  it("keeps each issue in the folder of its date and a list of all, the newest first; again is the same in every byte", async () => {
    const root = join(temporaryFolder(), "site");
    await exportEpaperSite(on("2026-01-12"), projectRoot, { folder: root, allowUncovered: false });
    await exportEpaperSite(on("2026-01-13"), projectRoot, { folder: root, allowUncovered: false });
    const written = await exportEpaperSite(on("2026-01-05"), projectRoot, { folder: root, allowUncovered: false });
    expect(written.filter((path) => !existsSync(path))).toEqual([]);
    expect(datesIn(root)).toEqual(["2026-01-13", "2026-01-12", "2026-01-05"]);
    expect(readdirSync(root).sort()).toEqual(["2026-01-05", "2026-01-12", "2026-01-13", "index.html", "issues.json", "reader.css", "reader.js"]);
    const before = bytesOf(root);
    const listed = statSync(join(root, "issues.json")).ino;
    await exportEpaperSite(on("2026-01-12"), projectRoot, { folder: root, allowUncovered: false });
    expect(bytesOf(root)).toEqual(before);
    expect(statSync(join(root, "issues.json")).ino).toBe(listed);
  });

  it("lists both of two issues that are exported at the same time", async () => {
    const root = temporaryFolder();
    await Promise.all(["2026-01-12", "2026-01-13"].map((date) => exportEpaperSite(on(date), projectRoot, { folder: root, allowUncovered: false })));
    expect(datesIn(root)).toEqual(["2026-01-13", "2026-01-12"]);
    expect(readdirSync(root)).not.toContain(".saving.lock");
  });

  it("holds what it held where a further issue is cancelled once its pages are made, and nothing where it was to be new", async () => {
    const root = temporaryFolder();
    await exportEpaperSite(on("2026-01-12"), projectRoot, { folder: root, allowUncovered: false });
    const before = bytesOf(root);
    const cancelled = async (folder: string): Promise<void> => {
      const cancelling = new AbortController();
      const stopping: ExportScene = { ...on("2026-01-13"), signal: cancelling.signal, hear: ({ stage }) => void (stage === "writing" && cancelling.abort()) };
      await expect(exportEpaperSite(stopping, projectRoot, { folder, allowUncovered: false })).rejects.toMatchObject({ code: "cancelled" });
    };
    await cancelled(root);
    expect(bytesOf(root)).toEqual(before);
    expect(readdirSync(root)).not.toContain("2026-01-13");
    const fresh = join(temporaryFolder(), "new", "site");
    await cancelled(fresh);
    expect(existsSync(join(fresh, ".."))).toBe(false);
  });

  it("forgets an issue whose folder is gone", async () => {
    const root = temporaryFolder();
    await exportEpaperSite(on("2026-01-12"), projectRoot, { folder: root, allowUncovered: false });
    rmSync(join(root, "2026-01-12"), { recursive: true });
    await exportEpaperSite(on("2026-01-13"), projectRoot, { folder: root, allowUncovered: false });
    expect(datesIn(root)).toEqual(["2026-01-13"]);
  });

  it("names every file with its checksum, reader and forms for other programs too", async () => {
    const root = temporaryFolder();
    await exportEpaperSite(on("2026-01-12"), projectRoot, { folder: root, allowUncovered: false });
    const folder = join(root, "2026-01-12");
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { files: { path: string; sha256: string }[] }; // written just now
    const { "manifest.json": _own, ...files } = bytesOf(folder);
    expect(Object.fromEntries(manifest.files.map(({ path, sha256 }) => [path, sha256]))).toEqual(files);
    for (const name of ["index.html", "page-01.html", "articles/lead.html", "reader/reader.js", "derived/pressmatrix.xml", "derived/area/p01.html"]) expect(files).toHaveProperty([name]);
  });

  it("never writes over somebody else's site, nor one paper's issue over another's", async () => {
    const foreign = temporaryFolder();
    writeFileSync(join(foreign, "index.html"), "a web site");
    await expect(exportEpaperSite(on("2026-01-12"), projectRoot, { folder: foreign, allowUncovered: false })).rejects.toMatchObject({ code: "folder-not-empty" });
    const other = temporaryFolder();
    writeFileSync(join(other, "issues.json"), "{}");
    await expect(exportEpaperSite(on("2026-01-12"), projectRoot, { folder: other, allowUncovered: false })).rejects.toMatchObject({ code: "folder-not-empty" });
    expect([readdirSync(foreign), readdirSync(other)]).toEqual([["index.html"], ["issues.json"]]);
    const root = temporaryFolder();
    await exportEpaperSite(on("2026-01-12"), projectRoot, { folder: root, allowUncovered: false });
    const publication = { ...scene.document.publication, code: "another" };
    await expect(exportEpaperSite(on("2026-01-12", { publication }), projectRoot, { folder: root, allowUncovered: false })).rejects.toMatchObject({ code: "folder-not-empty" });
  });

  it("has a reader whose script stays under 60 KB", () => {
    expect(statSync(join(projectRoot, "dist", "reader", "reader.js")).size).toBeLessThan(60 * 1024);
  });
});
