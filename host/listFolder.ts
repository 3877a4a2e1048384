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
    const folders = found.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).slice(0, MOST_ENTRIES);
    const entries = await Promise.all(
      folders.map(async ({ name }): Promise<FolderEntry> => {
        const place = join(folder, name);
        return { name, path: place, kind: (await looksLikeIssue(fileSystem, place)) ? "issue" : "folder" };
      }),
    );
    return { path: folder, parent: parent === folder ? null : parent, entries: entries.sort(byKindAndName) };
  } catch (error) {
    throw fileProblem(error, folder);
  }
}

function byKindAndName(a: FolderEntry, b: FolderEntry): number {
  if (a.kind !== b.kind) return a.kind === "folder" ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
