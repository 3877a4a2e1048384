import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { HostError } from "../../shared/platform/host";
import { readConfinedFile } from "../confinedFile";
import { fileProblem, isTemporaryName, syncFolder, systemCode, writeFileAtomically, type FileSystem } from "../fileSystem";

/** A file of an e-paper package; the path is relative, with `/`. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

const INDEX = "issue.json";
const MANIFEST = "manifest.json";
const OWN_NAMES = /^(issue\.json|manifest\.json|articles|img|p\d{2,4}(\.pdf)?)$/;
const OWN_PATHS = /^(articles\/[a-z0-9_-]+\.json|img\/[0-9a-f]{64}\.jpg|p\d{2,4}\.pdf|p\d{2,4}\/\d{2,4}\.(webp|jpg))$/;
const MAX_INDEX_BYTES = 64 * 1024 * 1024;

/**
 * Makes sure that a folder is new, empty or an e-paper of ours, so that an export can never write over an issue or over
 * other people's files; rejects with `folder-not-empty`.
 */
export async function checkEpaperFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  let names: readonly string[];
  try {
    names = await fileSystem.readdir(folder);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw fileProblem(error, folder);
  }
  const isForeign = names.some((name) => !OWN_NAMES.test(name) && !isTemporaryName(name));
  const index = names.includes(INDEX) ? await readRecord(fileSystem, folder, INDEX) : null;
  if (isForeign || (names.includes(INDEX) && index?.["format"] !== "open-epaper")) {
    throw new HostError({ code: "folder-not-empty", detail: folder });
  }
}

/**
 * Writes a package: every file beside its place and renamed into it, `issue.json` after all others, then a manifest of
 * checksums. Files that only the package before had are taken away. Answers the absolute paths.
 */
export async function writeEpaperFolder(
  fileSystem: FileSystem,
  folder: string,
  files: readonly PackageFile[],
): Promise<readonly string[]> {
  await checkEpaperFolder(fileSystem, folder);
  const before = await writtenBefore(fileSystem, folder);
  const ordered = [...files.filter(({ path }) => path !== INDEX), ...files.filter(({ path }) => path === INDEX)];
  const manifest: PackageFile = { path: MANIFEST, bytes: manifestOf(ordered) };
  const folders = new Set<string>();
  for (const { path, bytes } of [...ordered, manifest]) {
    const target = join(folder, ...path.split("/"));
    if (!folders.has(dirname(target))) {
      await fileSystem.mkdir(dirname(target), { recursive: true }).catch((error: unknown) => {
        throw fileProblem(error, dirname(target));
      });
      folders.add(dirname(target));
    }
    await writeFileAtomically(fileSystem, target, bytes);
  }
  const now = new Set(files.map(({ path }) => path));
  for (const path of before.filter((candidate) => !now.has(candidate))) await remove(fileSystem, join(folder, ...path.split("/")));
  for (const written of folders) await syncFolder(fileSystem, written);
  return [...ordered, manifest].map(({ path }) => join(folder, ...path.split("/")));
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

/** Removes a file, and its folder once that is empty. */
async function remove(fileSystem: FileSystem, path: string): Promise<void> {
  try {
    await fileSystem.unlink(path);
    if (/^(p\d{2,4}|img|articles)$/.test(basename(dirname(path)))) await fileSystem.rmdir(dirname(path));
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY", "EEXIST"].includes(systemCode(error))) throw fileProblem(error, path);
  }
}
