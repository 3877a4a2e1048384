import { join } from "node:path";
import { issueUri } from "../../shared/export/epaper/epaperNames";
import { siteHtml } from "../../shared/export/epaper/reader/siteHtml";
import { readSiteIssues, siteIssue, siteIssuesJson, withSiteIssue, type SiteIssue } from "../../shared/export/epaper/reader/siteIssues";
import { parseIsoDate } from "../../shared/model/calendar";
import type { IssueDocument } from "../../shared/model/document";
import { HostError, type EpaperRequest } from "../../shared/platform/host";
import { readConfinedFile } from "../confinedFile";
import { fileProblem, machineFileSystem, syncFolder, writeFileAtomically, type FileSystem } from "../fileSystem";
import { withSavingLock } from "../issues/savingLock";
import { checkEpaperFolder, epaperIssueId, writeEpaperFolder } from "./epaperFolder";
import { READER_ASSETS, readerAsset } from "./readerFiles";
import type { ExportScene } from "./runExportJob";

const LIST = "issues.json";
const START = "index.html";
const MAX_LIST_BYTES = 16 * 1024 * 1024;

interface RootFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Writes an issue's package into the folder of its date under a site's root, then the root's list of issues as
 * `issues.json` and as a page. Root files that would not change are left alone. Answers the files' paths.
 */
export async function exportEpaperSite(
  scene: ExportScene,
  projectRoot: string,
  { folder: root, allowUncovered }: EpaperRequest,
): Promise<readonly string[]> {
  await checkEpaperSite(machineFileSystem, root, scene.document);
  // The canvas that paints pages is loaded where pages are painted: whoever only checks the root must not wait for it.
  const { epaperPackage } = await import("./exportEpaper");
  const { epaper, files } = await epaperPackage(scene, projectRoot, { site: `../${START}`, allowUncovered });
  const written = await writeEpaperFolder(machineFileSystem, join(root, epaper.issue.date), files, scene.signal);
  const assets: RootFile[] = [];
  for (const name of READER_ASSETS) assets.push({ name, bytes: await readerAsset(projectRoot, name) });
  // Two issues exported at once must both come into the list.
  const rootFiles = await withSavingLock(machineFileSystem, root, async () => {
    const listed = withSiteIssue(await presentIssues(machineFileSystem, root), siteIssue(epaper));
    const start = siteHtml(listed, epaper.publication.language);
    const changed = [...assets, { name: LIST, bytes: siteIssuesJson(listed) }, { name: START, bytes: start }];
    for (const { name, bytes } of changed) await writeChanged(machineFileSystem, root, name, bytes);
    await syncFolder(machineFileSystem, root);
    return changed;
  });
  return [...written, ...rootFiles.map(({ name }) => join(root, name))];
}

/**
 * Makes sure that nobody else's files would be written over: a start page needs our list beside it, and the issue's folder
 * must be new or hold the same issue; rejects with `folder-not-empty`.
 */
export async function checkEpaperSite(fileSystem: FileSystem, root: string, document: IssueDocument): Promise<void> {
  const { date } = document.issue;
  if (parseIsoDate(date) === null) throw new HostError({ code: "export-failed", detail: `the issue's date, ${date}, is no day` });
  const list = await readFileOr(fileSystem, root, LIST);
  const isOther = list !== null && siteIssuesIn(list) === null;
  const isWebSite = list === null && (await readFileOr(fileSystem, root, START)) !== null;
  if (isOther || isWebSite) throw new HostError({ code: "folder-not-empty", detail: root });
  const folder = join(root, date);
  await checkEpaperFolder(fileSystem, folder);
  const present = await epaperIssueId(fileSystem, folder);
  if (present !== null && present !== issueUri(document)) throw new HostError({ code: "folder-not-empty", detail: folder });
}

/** The issues of the list whose packages are still there. */
async function presentIssues(fileSystem: FileSystem, root: string): Promise<readonly SiteIssue[]> {
  const list = await readFileOr(fileSystem, root, LIST);
  const issues = (list === null ? null : siteIssuesIn(list)) ?? [];
  const present: SiteIssue[] = [];
  for (const issue of issues) {
    const isThere = await fileSystem.stat(join(root, issue.date, "issue.json")).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (isThere) present.push(issue);
  }
  return present;
}

function siteIssuesIn(json: Buffer): readonly SiteIssue[] | null {
  try {
    return readSiteIssues(JSON.parse(json.toString("utf8")));
  } catch {
    return null;
  }
}

async function writeChanged(fileSystem: FileSystem, root: string, name: string, bytes: Uint8Array | string): Promise<void> {
  const before = await readFileOr(fileSystem, root, name);
  if (before === null || !before.equals(Buffer.from(bytes))) await writeFileAtomically(fileSystem, join(root, name), bytes);
}

async function readFileOr(fileSystem: FileSystem, root: string, name: string): Promise<Buffer | null> {
  try {
    return await readConfinedFile(fileSystem, root, name, MAX_LIST_BYTES);
  } catch (error) {
    if (error instanceof HostError && error.code === "not-found") return null;
    throw fileProblem(error, join(root, name));
  }
}
