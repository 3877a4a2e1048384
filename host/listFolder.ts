import { dirname, join, resolve } from "node:path";
import type { FolderEntry, FolderListing } from "../shared/platform/host";
import { fileProblem, machineFileSystem as fileSystem } from "./fileSystem";
import { looksLikeIssue } from "./issues/readIssueFolder";

/** More entries than this are not shown: a listing is for people. */
const MOST_ENTRIES = 2000;

/** A folder's folders and issues, hidden ones left out: folders first, each sorted by name. */
export async function listFolder(path: string): Promise<FolderListing> {
  const folder = resolve(path);
  const parent = dirname(folder);
  try {
    const found = await fileSystem.readdir(folder, { withFileTypes: true });
    const shown = found.filter((entry) => !entry.name.startsWith(".") && (entry.isDirectory() || entry.isSymbolicLink()));
    const looked = await Promise.all(shown.slice(0, MOST_ENTRIES).map(({ name }) => entryAt(folder, name)));
    const entries = looked.filter((entry) => entry !== null);
    const files = found.filter((entry) => entry.isFile()).slice(0, MOST_ENTRIES).map((entry) => entry.name);
    return { path: folder, parent: parent === folder ? null : parent, entries: entries.sort(byKindAndName), files: files.sort() };
  } catch (error) {
    throw fileProblem(error, folder);
  }
}

/** A folder or an issue, links to one included; null for what is neither or has just gone. */
async function entryAt(folder: string, name: string): Promise<FolderEntry | null> {
  const path = join(folder, name);
  const isFolder = await fileSystem.stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return null;
  return { name, path, kind: (await looksLikeIssue(fileSystem, path)) ? "issue" : "folder" };
}

function byKindAndName(a: FolderEntry, b: FolderEntry): number {
  if (a.kind !== b.kind) return a.kind === "folder" ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
