import { createHash } from "node:crypto";
import { join } from "node:path";
import { HostError } from "../../shared/platform/host";
import type { IssueDocument } from "../../shared/model/document";
import { readConfinedFile } from "../confinedFile";
import { fileProblem, systemCode, type FileSystem } from "../fileSystem";
import { joinParts, PartsError, type JsonRecord } from "./issueParts";
import { MANIFEST_NAME, parseManifest, recordFilesOf, type Manifest, type NamedRecordFile, type RecordFile } from "./manifest";
import { mapSome } from "../mapSome";
import { requireDocument } from "./requireDocument";
import { sweepTemporaryFiles } from "./sweepIssue";

const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;
const MAX_ISSUE_BYTES = 512 * 1024 * 1024;
/** A large issue has more record files than a process may have open. */
const READ_TOGETHER = 32;

/** An issue as it stands on disk. */
export interface StoredIssue {
  readonly revision: number;
  readonly document: IssueDocument;
}

/**
 * Opens an issue folder: every record file is read and its checksum verified, and the whole is parsed strictly, before
 * anything is handed out. Rejects with a coded error that names the place.
 */
export async function readIssueFolder(fileSystem: FileSystem, folder: string): Promise<StoredIssue> {
  const manifest = await readManifest(fileSystem, folder);
  const total = recordFilesOf(manifest).reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MAX_ISSUE_BYTES) throw new HostError({ code: "too-large", detail: folder });
  const document = requireDocument(await readParts(fileSystem, folder, manifest), "unreadable-issue");
  await sweepTemporaryFiles(fileSystem, folder);
  return { revision: manifest.revision, document };
}

/** Reads `issue.json` of a folder; rejects with `not-found` where there is no folder, `not-an-issue` where it has none. */
export async function readManifest(fileSystem: FileSystem, folder: string): Promise<Manifest> {
  try {
    const stats = await fileSystem.stat(folder);
    if (!stats.isDirectory()) throw new HostError({ code: "not-an-issue", detail: folder });
  } catch (error) {
    throw fileProblem(error, folder);
  }
  let bytes: Buffer;
  try {
    bytes = await readConfinedFile(fileSystem, folder, MANIFEST_NAME, MAX_MANIFEST_BYTES);
  } catch (error) {
    if (error instanceof HostError && error.code === "not-found") {
      throw new HostError({ code: "not-an-issue", detail: folder });
    }
    throw error;
  }
  const parsed = parseManifest(decode(bytes, MANIFEST_NAME));
  if (parsed.ok) return parsed.value;
  const { code, detail } = parsed.problem;
  throw new HostError({ code, detail: code === "not-an-issue" ? folder : detail });
}

async function readParts(fileSystem: FileSystem, folder: string, manifest: Manifest): Promise<JsonRecord> {
  const { settings, styles, loose, pages, stories } = manifest;
  // All in one list: on a busy machine each wait is a wait in a queue.
  const files = recordFilesOf(manifest);
  const contents = await mapSome(files, (file) => readRecordFile(fileSystem, folder, file), READ_TOGETHER);
  const byFile = new Map(files.map((file, index) => [file, contents[index]!]));
  const contentOf = (file: RecordFile): JsonRecord => byFile.get(file)!; // every file of the manifest is in the list
  const named = (file: NamedRecordFile) => ({ id: file.id, content: contentOf(file) });
  try {
    return joinParts({
      settings: contentOf(settings),
      styles: contentOf(styles),
      loose: loose === null ? null : contentOf(loose),
      pages: pages.map(named),
      stories: stories.map(named),
      assets: manifest.assets,
    });
  } catch (error) {
    if (error instanceof PartsError) throw new HostError({ code: "unreadable-issue", detail: error.message });
    throw error;
  }
}

async function readRecordFile(fileSystem: FileSystem, folder: string, expected: RecordFile): Promise<JsonRecord> {
  let bytes: Buffer;
  try {
    bytes = await readConfinedFile(fileSystem, folder, expected.file, expected.bytes);
  } catch (error) {
    const damaged = error instanceof HostError && (error.code === "not-found" || error.code === "too-large");
    if (!damaged) throw error;
    throw new HostError({ code: "unreadable-issue", detail: `${expected.file}: ${error.code === "not-found" ? "is missing" : "is not what was saved"}` });
  }
  if (createHash("sha256").update(bytes).digest("hex") !== expected.sha256) {
    throw new HostError({ code: "unreadable-issue", detail: `${expected.file}: is not what was saved` });
  }
  let value: unknown;
  try {
    value = JSON.parse(decode(bytes, expected.file));
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError({ code: "unreadable-issue", detail: `${expected.file}: is not JSON` });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new HostError({ code: "unreadable-issue", detail: `${expected.file}: expected an object` });
  }
  return value as JsonRecord; // an object whose values are still unknown
}

function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new HostError({ code: "unreadable-issue", detail: `${name}: is not UTF-8` });
  }
}

/** Whether a folder holds an issue, as far as the head of its manifest tells; for listings. */
export async function looksLikeIssue(fileSystem: FileSystem, folder: string): Promise<boolean> {
  try {
    const path = join(folder, MANIFEST_NAME);
    if (!(await fileSystem.lstat(path)).isFile()) return false;
    const handle = await fileSystem.open(path, "r");
    try {
      const head = Buffer.alloc(MANIFEST_HEAD_BYTES);
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return ISSUE_FORMAT.test(head.toString("latin1", 0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === "") throw error;
    return false;
  }
}

/** An e-paper package has an `issue.json` too; the manifest of an issue begins with its format. */
const MANIFEST_HEAD_BYTES = 200;
const ISSUE_FORMAT = /"format"\s*:\s*"broadsheet-issue"/;
