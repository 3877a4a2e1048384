import { fail, ok, type Result } from "../../shared/result";

/** The name of the file that makes a folder an issue. */
export const MANIFEST_NAME = "issue.json";
/** The manifest before the last save; the files it names are kept, so one step back is possible by hand. */
export const PREVIOUS_MANIFEST_NAME = "issue.previous.json";
/** The version of the folder format that this program writes. */
export const FOLDER_VERSION = 1;

const MAX_RECORD_FILES = 20_000;
const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** One file of records: where it is in the folder, and what it must contain. */
export interface RecordFile {
  /** Relative to the issue folder, with `/`. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The record file of one page or story. */
export interface NamedRecordFile extends RecordFile {
  readonly id: string;
}

/** `issue.json`: which files make up the issue. Renaming it into place is what commits a save. */
export interface Manifest {
  readonly format: "broadsheet-issue";
  readonly version: typeof FOLDER_VERSION;
  /** Counts the saves; a save over another revision than the one that was opened is refused. */
  readonly revision: number;
  /** Publication, issue, grid and composition rules. */
  readonly settings: RecordFile;
  readonly styles: RecordFile;
  /** Boxes and articles that stand on no page, or null where there are none. */
  readonly loose: RecordFile | null;
  /** In print order. */
  readonly pages: readonly NamedRecordFile[];
  readonly stories: readonly NamedRecordFile[];
  /** The records of the pictures; their files are named by content in `assets/`. */
  readonly assets: readonly unknown[];
}

/** Why a manifest cannot be used. */
export interface ManifestProblem {
  readonly code: "not-an-issue" | "unknown-version" | "unreadable-issue";
  readonly detail: string;
}

/** Reads a manifest strictly; no file name that it lets through can leave the issue folder. */
export function parseManifest(text: string): Result<Manifest, ManifestProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable("is not JSON");
  }
  if (!isRecord(value) || value["format"] !== "broadsheet-issue") {
    return fail({ code: "not-an-issue", detail: `${MANIFEST_NAME} is not a Broadsheet issue` });
  }
  if (value["version"] !== FOLDER_VERSION) {
    return fail({ code: "unknown-version", detail: `${MANIFEST_NAME}: version ${JSON.stringify(value["version"]) ?? "missing"}`.slice(0, 200) });
  }
  const revision = value["revision"];
  if (typeof revision !== "number" || !Number.isSafeInteger(revision) || revision < 1) return unreadable("revision");
  const settings = parseRecordFile(value["settings"]);
  if (!settings) return unreadable("settings");
  const styles = parseRecordFile(value["styles"]);
  if (!styles) return unreadable("styles");
  const loose = value["loose"] === null ? null : parseRecordFile(value["loose"]);
  if (loose === undefined) return unreadable("loose");
  const pages = parseNamedFiles(value["pages"]);
  if (!pages) return unreadable("pages");
  const stories = parseNamedFiles(value["stories"]);
  if (!stories) return unreadable("stories");
  const assets = value["assets"];
  if (!Array.isArray(assets) || assets.length > MAX_RECORD_FILES) return unreadable("assets");
  return ok({ format: "broadsheet-issue", version: FOLDER_VERSION, revision, settings, styles, loose, pages, stories, assets });
}

/** Every record file a manifest names. */
export function recordFilesOf(manifest: Manifest): readonly RecordFile[] {
  const loose = manifest.loose ? [manifest.loose] : [];
  return [manifest.settings, manifest.styles, ...loose, ...manifest.pages, ...manifest.stories];
}

/** Whether a relative name has the form of a record file of ours: one known folder, one plain name. */
export function isRecordFileName(file: string): boolean {
  return /^(?:settings|pages|stories)\/[a-z0-9_-]{1,120}\.\d{1,15}-[0-9a-f]{12}\.json$/.test(file);
}

function parseRecordFile(value: unknown): RecordFile | undefined {
  if (!isRecord(value)) return undefined;
  const { file, sha256, bytes } = value;
  if (typeof file !== "string" || !isRecordFileName(file)) return undefined;
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  if (typeof bytes !== "number" || !Number.isSafeInteger(bytes) || bytes < 0 || bytes > MAX_RECORD_BYTES) return undefined;
  return { file, sha256, bytes };
}

function parseNamedFiles(value: unknown): readonly NamedRecordFile[] | undefined {
  if (!Array.isArray(value) || value.length > MAX_RECORD_FILES) return undefined;
  const files: NamedRecordFile[] = [];
  const seen = new Set<string>();
  for (const item of value as readonly unknown[]) {
    const file = parseRecordFile(item);
    const id = isRecord(item) ? item["id"] : undefined;
    if (!file || typeof id !== "string" || seen.has(id)) return undefined;
    seen.add(id);
    files.push({ id, ...file });
  }
  return files;
}

function unreadable(place: string): Result<never, ManifestProblem> {
  return fail({ code: "unreadable-issue", detail: `${MANIFEST_NAME}: ${place}` });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
