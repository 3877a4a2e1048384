import { join } from "node:path";
import { issueUri } from "../../shared/export/epaper/epaperNames";
import { siteHtml } from "../../shared/export/epaper/reader/siteHtml";
import { readSiteIssues, siteIssue, siteIssuesJson, withSiteIssue, type SiteIssue } from "../../shared/export/epaper/reader/siteIssues";
import { parseIsoDate } from "../../shared/model/calendar";
import type { IssueDocument } from "../../shared/model/document";
import { HostError, type EpaperRequest } from "../../shared/platform/host";
import { readConfinedFile } from "../confinedFile";
import { fileProblem, machineFileSystem, makeFolders, type FileSystem } from "../fileSystem";
import { checkEpaperFolder, epaperIssueId, obsoleteFiles, stagePackage } from "./epaperFolder";
import { READER_ASSETS, readerAsset } from "./readerFiles";
import type { ExportScene } from "./runExportJob";
import { writeTogether, type Staging } from "./writeTogether";

const LIST = "issues.json";
const START = "index.html";
const MAX_LIST_BYTES = 16 * 1024 * 1024;

interface RootFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Writes an issue's package into the folder of its date under a site's root and the root's list of issues, as `issues.json`
 * and as a page: all of it or nothing. Root files that would not change are left alone. Answers the files' paths.
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
  const assets: RootFile[] = [];
  for (const name of READER_ASSETS) assets.push({ name, bytes: await readerAsset(projectRoot, name) });
  const { date } = epaper.issue;
  const rootNames = [...assets.map(({ name }) => name), LIST, START];
  // Nobody else moves files here now, so two issues exported at once both come into the list.
  const settle = async (staging: Staging): Promise<readonly string[]> => {
    const listed = withSiteIssue(await presentIssues(machineFileSystem, root), siteIssue(epaper));
    const start = siteHtml(listed, epaper.publication.language);
    for (const { name, bytes } of [...assets, { name: LIST, bytes: siteIssuesJson(listed) }, { name: START, bytes: start }]) {
      const before = await readFileOr(machineFileSystem, root, name);
      if (before === null || !before.equals(Buffer.from(bytes))) await staging.put(name, bytes);
    }
    return (await obsoleteFiles(machineFileSystem, join(root, date), files)).map((path) => `${date}/${path}`);
  };
  const made = await makeFolders(machineFileSystem, root);
  try {
    const stage = (staging: Staging): Promise<void> => stagePackage(staging, files, `${date}/`);
    const written = await writeTogether(machineFileSystem, root, stage, { signal: scene.signal, settle });
    return [...new Set([...written, ...rootNames.map((name) => join(root, name))])];
  } catch (error) {
    if (made !== null) await machineFileSystem.rm(made, { recursive: true, force: true }).catch(() => undefined);
    throw fileProblem(error, root);
  }
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

async function readFileOr(fileSystem: FileSystem, root: string, name: string): Promise<Buffer | null> {
  try {
    return await readConfinedFile(fileSystem, root, name, MAX_LIST_BYTES);
  } catch (error) {
    if (error instanceof HostError && error.code === "not-found") return null;
    throw fileProblem(error, join(root, name));
  }
}
