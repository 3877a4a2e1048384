import { createHash } from "node:crypto";
import { HostError } from "../../shared/platform/host";
import { readConfinedFile } from "../confinedFile";
import { fileProblem, isTemporaryName, makeFolders, systemCode, type FileSystem } from "../fileSystem";
import { SAVING_LOCK_NAME } from "../issues/savingLock";
import { mapSome } from "../mapSome";
import { writeTogether, type Staging } from "./writeTogether";

/** A file of an e-paper package; the path is relative, with `/`. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

const INDEX = "issue.json";
const START = "index.html";
const MANIFEST = "manifest.json";
const OWN_NAMES = /^(issue\.json|manifest\.json|index\.html|page-\d{2,4}\.html|articles|img|reader|derived|p\d{2,4}(\.pdf)?)$/;
const OWN_PATHS = new RegExp(
  `^(${[
    "index\\.html|page-\\d{2,4}\\.html",
    "articles/[a-z0-9_-]+\\.(json|html)",
    "img/[0-9a-f]{64}\\.jpg",
    "p\\d{2,4}\\.pdf|p\\d{2,4}/\\d{2,4}\\.(webp|jpg)",
    "reader/(reader\\.(js|css)|search\\.json)",
    "derived/(area|founder|overlay)/p\\d{2,4}\\.(html|json|svg)|derived/pressmatrix\\.xml",
  ].join("|")})$`,
);
const MAX_INDEX_BYTES = 64 * 1024 * 1024;
/** Waiting for the disk takes longer than writing, so several files wait together. */
const WRITTEN_TOGETHER = 8;

/**
 * Makes sure that a folder is new, empty or an e-paper of ours, so that an export can never write over an issue or over
 * other people's files; rejects with `folder-not-empty`.
 */
export async function checkEpaperFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  const names = await namesIn(fileSystem, folder);
  const isForeign = names.some((name) => !OWN_NAMES.test(name) && !isTemporaryName(name) && name !== SAVING_LOCK_NAME);
  const index = names.includes(INDEX) ? await readRecord(fileSystem, folder, INDEX) : null;
  const isOther = names.includes(INDEX) && index?.["format"] !== "open-epaper";
  // A start page is written after the index, so one alone is somebody else's.
  const isWebSite = names.includes(START) && !names.includes(INDEX);
  if (isForeign || isOther || isWebSite) throw new HostError({ code: "folder-not-empty", detail: folder });
}

/** The id of the issue whose package a folder holds, or null where it holds none. */
export async function epaperIssueId(fileSystem: FileSystem, folder: string): Promise<string | null> {
  if (!(await namesIn(fileSystem, folder)).includes(INDEX)) return null;
  const issue = (await readRecord(fileSystem, folder, INDEX))?.["issue"];
  const id = typeof issue === "object" && issue !== null && "id" in issue ? issue.id : null;
  return typeof id === "string" ? id : null;
}

/**
 * Writes a package together: `issue.json` after what it names, the start page and a manifest of checksums last. Files that
 * only the package before had are taken away. Where the disk fails or fills, or the export is cancelled or killed, the
 * folder holds what it held. Two exports into one folder follow each other. Answers the absolute paths.
 */
export async function writeEpaperFolder(
  fileSystem: FileSystem,
  folder: string,
  files: readonly PackageFile[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  await checkEpaperFolder(fileSystem, folder);
  const made = await makeFolders(fileSystem, folder);
  try {
    const stage = (staging: Staging): Promise<void> => stagePackage(staging, files);
    return await writeTogether(fileSystem, folder, stage, { signal, settle: () => obsoleteFiles(fileSystem, folder, files) });
  } catch (error) {
    // What failed first is what the caller must hear; a folder that this export made goes again, whole.
    if (made !== null) await fileSystem.rm(made, { recursive: true, force: true }).catch(() => undefined);
    throw fileProblem(error, folder);
  }
}

/** Stages a package's files and its manifest, in the folder `within` where it is given. */
export async function stagePackage(staging: Staging, files: readonly PackageFile[], within = ""): Promise<void> {
  const isLast = ({ path }: PackageFile): boolean => path === INDEX || path === START;
  const last = [INDEX, START].flatMap((name) => files.find(({ path }) => path === name) ?? []);
  const ordered = [...files.filter((file) => !isLast(file)), ...last];
  const all = [...ordered, { path: MANIFEST, bytes: manifestOf(ordered) }];
  await mapSome(all, ({ path, bytes }) => staging.put(within + path, bytes), WRITTEN_TOGETHER);
}

/** The files of the package that is there which a new one does not have, as paths in its folder. */
export async function obsoleteFiles(fileSystem: FileSystem, folder: string, files: readonly PackageFile[]): Promise<readonly string[]> {
  const now = new Set(files.map(({ path }) => path));
  return (await writtenBefore(fileSystem, folder)).filter((path) => !now.has(path));
}

function manifestOf(files: readonly PackageFile[]): string {
  const entries = files
    .map(({ path, bytes }) => ({ path, bytes: Buffer.byteLength(bytes), sha256: createHash("sha256").update(bytes).digest("hex") }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ format: "open-epaper-manifest", version: "1.0", files: entries }, null, 2)}\n`;
}

/** The paths an older manifest names, as far as they are names an export gives. */
async function writtenBefore(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  const manifest = await readRecord(fileSystem, folder, MANIFEST);
  const files: readonly unknown[] = Array.isArray(manifest?.["files"]) ? manifest["files"] : [];
  return files.flatMap((file) => {
    const path = typeof file === "object" && file !== null && "path" in file ? file.path : null;
    return typeof path === "string" && OWN_PATHS.test(path) ? [path] : [];
  });
}

async function namesIn(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await fileSystem.readdir(folder);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw fileProblem(error, folder);
  }
}

/** A JSON object in a folder, or null where there is none that can be read. */
async function readRecord(fileSystem: FileSystem, folder: string, name: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const value: unknown = JSON.parse((await readConfinedFile(fileSystem, folder, name, MAX_INDEX_BYTES)).toString("utf8"));
    // Checked to be an object just here; its properties stay unknown.
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof HostError && error.code === "not-found")) return null;
    throw error;
  }
}
