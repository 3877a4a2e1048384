import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { HostError } from "../../shared/platform/host";
import type { IssueDocument } from "../../shared/model/document";
import { serialiseDocument } from "../../shared/model/parseDocument";
import { fileProblem, makeFolders, syncFolder, systemCode, writeFileAtomically, type FileSystem } from "../fileSystem";
import { readManifest } from "./readIssueFolder";
import { splitDocument, type JsonRecord, type NamedPart, type SerialisedDocument } from "./issueParts";
import {
  FOLDER_VERSION,
  MANIFEST_NAME,
  PREVIOUS_MANIFEST_NAME,
  type Manifest,
  type NamedRecordFile,
  type RecordFile,
} from "./manifest";
import { recordFileStem } from "./recordFileName";
import { withSavingLock } from "./savingLock";
import { RECORD_FOLDERS, sweepRecordFiles } from "./sweepIssue";

/**
 * Saves a document over the issue in a folder and returns the new revision. Changed records go to new files; renaming
 * the manifest into place commits them, so that the folder always holds the old issue or the new one, whole. Rejects
 * with `revision-conflict` where the folder is not at the expected revision.
 */
export async function saveIssueFolder(
  fileSystem: FileSystem,
  folder: string,
  document: IssueDocument,
  expectedRevision: number,
): Promise<number> {
  // Without a folder the lock could not be made either, and its absence would be the more puzzling message.
  await readManifest(fileSystem, folder);
  return withSavingLock(fileSystem, folder, async () => {
    const current = await readManifest(fileSystem, folder);
    if (current.revision !== expectedRevision) {
      throw new HostError({
        code: "revision-conflict",
        detail: `${folder} is at revision ${current.revision}, not ${expectedRevision}`,
      });
    }
    const next = await writeRecords(fileSystem, folder, document, current);
    // Saving twice is no new version: nothing was changed, and the step back stays a real one.
    if (JSON.stringify({ ...next, revision: 0 }) === JSON.stringify({ ...current, revision: 0 })) return current.revision;
    await writeFileAtomically(fileSystem, join(folder, PREVIOUS_MANIFEST_NAME), formatJson(current));
    await commit(fileSystem, folder, next);
    await sweepRecordFiles(fileSystem, folder, [next, current]);
    return next.revision;
  });
}

/** Makes a new issue in a folder that is empty or absent; where that fails, what was written is removed again. */
export async function createIssueFolder(
  fileSystem: FileSystem,
  folder: string,
  document: IssueDocument,
  writeAssets: (assetsFolder: string) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const made = await prepareEmptyFolder(fileSystem, folder);
  const assetsFolder = join(folder, "assets");
  try {
    // Of two programs that make an issue here at once, the one that makes this folder goes on; the other touches nothing.
    await fileSystem.mkdir(assetsFolder);
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw new HostError({ code: "folder-not-empty", detail: folder });
    await removeMadeFolders(fileSystem, folder, made);
    throw fileProblem(error, folder);
  }
  try {
    await writeAssets(assetsFolder);
    await syncFolder(fileSystem, assetsFolder);
    const manifest = await writeRecords(fileSystem, folder, document, null);
    await commit(fileSystem, folder, manifest);
    return manifest.revision;
  } catch (error) {
    for (const place of [MANIFEST_NAME, ...RECORD_FOLDERS, "assets"]) {
      await fileSystem.rm(join(folder, place), { recursive: true, force: true }).catch(() => undefined);
    }
    await removeMadeFolders(fileSystem, folder, made);
    throw fileProblem(error, folder);
  }
}

/** Makes the folder, or finds it empty; answers the topmost folder that was made for it, or null. */
async function prepareEmptyFolder(fileSystem: FileSystem, folder: string): Promise<string | null> {
  try {
    const stats = await fileSystem.lstat(folder).catch(() => null);
    if (stats?.isFile()) throw new HostError({ code: "folder-not-empty", detail: folder });
    const made = await makeFolders(fileSystem, folder);
    if (made === null && (await fileSystem.readdir(folder)).length > 0) {
      throw new HostError({ code: "folder-not-empty", detail: folder });
    }
    return made;
  } catch (error) {
    throw fileProblem(error, folder);
  }
}

/** Removes the folders that were made for an issue that could not be written, as far as nobody has put anything in. */
async function removeMadeFolders(fileSystem: FileSystem, folder: string, made: string | null): Promise<void> {
  if (made === null) return;
  for (let empty = folder; ; empty = dirname(empty)) {
    const isRemoved = await fileSystem.rmdir(empty).then(
      () => true,
      () => false,
    );
    if (!isRemoved || empty === made) return;
  }
}

/** Writes the records that differ from the current manifest's and returns the manifest that would commit them. */
async function writeRecords(
  fileSystem: FileSystem,
  folder: string,
  document: IssueDocument,
  current: Manifest | null,
): Promise<Manifest> {
  // What is written has the shape of the document; only the names of the tables matter for dividing it.
  const parts = splitDocument(serialiseDocument(document) as unknown as SerialisedDocument);
  const writer = recordWriter(fileSystem, folder, (current?.revision ?? 0) + 1);
  for (const place of RECORD_FOLDERS) {
    await fileSystem.mkdir(join(folder, place), { recursive: true }).catch((error: unknown) => {
      throw fileProblem(error, join(folder, place));
    });
  }
  const settings = await writer.write("settings/issue", parts.settings, current?.settings);
  const styles = await writer.write("settings/styles", parts.styles, current?.styles);
  const loose = parts.loose && (await writer.write("settings/loose", parts.loose, current?.loose ?? undefined));
  const pages = await writer.writeNamed("pages", parts.pages, current?.pages ?? []);
  const stories = await writer.writeNamed("stories", parts.stories, current?.stories ?? []);
  await writer.sync();
  return {
    format: "broadsheet-issue",
    version: FOLDER_VERSION,
    revision: (current?.revision ?? 0) + 1,
    settings,
    styles,
    loose,
    pages,
    stories,
    assets: parts.assets,
  };
}

function recordWriter(fileSystem: FileSystem, folder: string, revision: number) {
  const touched = new Set<string>();

  async function write(stem: string, content: JsonRecord, before: RecordFile | undefined): Promise<RecordFile> {
    const text = formatJson(content);
    const bytes = Buffer.byteLength(text);
    const sha256 = createHash("sha256").update(text).digest("hex");
    if (before?.sha256 === sha256 && (await sizeOf(fileSystem, join(folder, before.file))) === bytes) {
      return { file: before.file, sha256, bytes };
    }
    // The hash in the name keeps two programs that save at once from writing different bytes under one name.
    const file = `${stem}.${revision}-${sha256.slice(0, 12)}.json`;
    await writeFileAtomically(fileSystem, join(folder, file), text);
    touched.add(file.slice(0, file.indexOf("/")));
    return { file, sha256, bytes };
  }

  async function writeNamed(
    place: string,
    named: readonly NamedPart[],
    before: readonly NamedRecordFile[],
  ): Promise<readonly NamedRecordFile[]> {
    const known = new Map(before.map((file) => [file.id, file]));
    const files: NamedRecordFile[] = [];
    for (const { id, content } of named) {
      files.push({ id, ...(await write(`${place}/${recordFileStem(id)}`, content, known.get(id))) });
    }
    return files;
  }

  async function sync(): Promise<void> {
    for (const place of touched) await syncFolder(fileSystem, join(folder, place));
  }

  return { write, writeNamed, sync };
}

async function sizeOf(fileSystem: FileSystem, path: string): Promise<number | null> {
  return fileSystem.lstat(path).then(
    (stats) => (stats.isFile() ? stats.size : null),
    () => null,
  );
}

async function commit(fileSystem: FileSystem, folder: string, manifest: Manifest): Promise<void> {
  // The record folders' own names must be on disk before a manifest that leads into them.
  await syncFolder(fileSystem, folder);
  await writeFileAtomically(fileSystem, join(folder, MANIFEST_NAME), formatJson(manifest));
  // From here on the new issue is what a reader finds: a folder that cannot be synced is no reason to say otherwise.
  await syncFolder(fileSystem, folder).catch(() => undefined);
}

/** One record a line or so would be smaller; indented JSON can be read, compared and repaired by hand. */
function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
