import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { ProofTable } from "../shared/display/proofTable";
import type { Asset, IssueDocument } from "../shared/model/document";
import { serialiseDocument } from "../shared/model/parseDocument";
import { HostError, type FontDescription, type ExportProgress, type Host, type OpenedIssue } from "../shared/platform/host";
import { readAssetFile, writeAssetFile } from "./assets/assetFiles";
import { readPicture } from "./assets/importPicture";
import { traceContour } from "./assets/traceContour";
import { exportInWorker } from "./exporting/exportInWorker";
import type { ExportTarget } from "./exporting/exportJob";
import type { StartExportProcess } from "./exporting/exportProcess";
import { localTime } from "./exporting/localTime";
import { openPressSettings } from "./exporting/pressSettings";
import { fileProblem, machineFileSystem as fileSystem } from "./fileSystem";
import { addUserFont, listAllFonts, userFontFolder } from "./fonts/userFonts";
import { readIssueFolder } from "./issues/readIssueFolder";
import { requireDocument } from "./issues/requireDocument";
import { createIssueFolder, saveIssueFolder } from "./issues/saveIssueFolder";
import { listFolder } from "./listFolder";
import type { MachineFolders } from "./machine";
import { newIssue, templateNames } from "./newIssue";
import { openRecentList } from "./recentIssues";
import { wordEnds } from "./wordEnds";

/** What a host needs to know of the program it belongs to. */
export interface HostOptions {
  readonly projectRoot: string;
  readonly version: string;
  readonly shell: "electron" | "browser";
  readonly folders: MachineFolders;
  /** The issue that the window opens first, or null for the start page. */
  readonly initialIssue: string | null;
  /** How the shell starts the export worker; a forked Node process unless it says otherwise. */
  readonly startExportProcess?: StartExportProcess;
  /** The shell's own dialogs and file manager, where it has them. */
  readonly native?: Partial<Pick<Host, "choosePath" | "showInFolder">>;
}

/** The services behind every transport, and the pictures that travel beside them. */
export interface HostServices {
  readonly host: Host;
  /** The bytes and type of a picture of an open issue, or null where there is no such picture. */
  readAsset(issueId: string, assetId: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string } | null>;
  /** What the inks of the press look like on its paper: by the preset used last, PDF/X-4 where none was. */
  proofTable(): Promise<ProofTable>;
  /** A picture as that press will print it, as WebP. */
  proofPicture(assetId: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** Takes a font file of the user's over and answers what it is. */
  importFont(fileName: string, bytes: Uint8Array): Promise<FontDescription>;
  /** Puts a picture file into an open issue's folder and answers its record. */
  importAsset(issueId: string, fileName: string, bytes: Uint8Array): Promise<Asset>;
}

interface OpenIssue {
  readonly folder: string;
  /**
   * Every picture the issue has had since it was opened: those of its versions, for undo brings them back, and those
   * imported, whose records reach the document by a command.
   */
  readonly assets: Map<string, Asset>;
}

interface RunningExport {
  readonly cancelling: AbortController;
  progress: ExportProgress;
}

/** The host on this machine. Its methods reject with `HostError`. */
export function createHost(options: HostOptions): HostServices {
  const { projectRoot, folders } = options;
  const recent = openRecentList(folders.config);
  const press = openPressSettings({ projectRoot, config: folders.config });
  const open = new Map<string, OpenIssue>();
  /** The exports under way, by issue. */
  const exports = new Map<string, Set<RunningExport>>();

  function issueOf(issueId: string): OpenIssue {
    const issue = open.get(issueId);
    if (issue === undefined) throw new HostError({ code: "unknown-issue", detail: issueId });
    return issue;
  }

  /** Takes an issue into the list of open ones, under a name that tells nothing of its path. */
  async function opened(folder: string, document: IssueDocument, revision: number): Promise<OpenedIssue> {
    const issueId = randomBytes(12).toString("hex");
    open.set(issueId, { folder, assets: new Map(assetsOf(document)) });
    await recent.remember({ path: folder, name: document.publication.name, date: document.issue.date });
    return { issueId, path: folder, revision, document: serialiseDocument(document) };
  }

  async function exportTo(issueId: string, document: unknown, target: ExportTarget) {
    const issueFolder = issueOf(issueId).folder;
    const job = { projectRoot, issueFolder, document: requireDocument(document, "bad-arguments"), target, fontFolder: userFontFolder(folders.config) };
    const running: RunningExport = { cancelling: new AbortController(), progress: { stage: "setting", page: null, done: 0, pages: job.document.pages.length } };
    const ofIssue = exports.get(issueId) ?? new Set();
    exports.set(issueId, ofIssue.add(running));
    try {
      return await exportInWorker(job, {
        start: options.startExportProcess,
        signal: running.cancelling.signal,
        hear: (progress) => (running.progress = progress),
      });
    } finally {
      ofIssue.delete(running);
    }
  }

  /** The preset that was used last, PDF/X-4 where none was, and its profile. */
  async function lastPress() {
    const { findPreset, profileOf, withProfile } = await import("./exporting/pressPresets");
    const pressFolders = { projectRoot, config: folders.config };
    const { last } = await press.options();
    const found = await findPreset(last?.preset ?? "x4", pressFolders);
    const profile = await profileOf(found, pressFolders, last?.profile ?? null);
    return { preset: withProfile(found.preset, profile), profile };
  }

  let separating: Promise<void> = Promise.resolve();

  async function separateForPress(issueFolder: string, asset: Asset): Promise<void> {
    const bytes = await readAssetFile(fileSystem, issueFolder, asset);
    if (bytes === null) return;
    const [{ separateAhead }, { pressCache }, { preset, profile }] = await Promise.all([
      import("./exporting/pressPictures"), import("./exporting/exportPress"), lastPress(),
    ]);
    await separateAhead({ id: asset.id, name: asset.fileName, bytes }, preset, profile, pressCache(folders.cache));
  }

  /** The profile that is proofed by; of presets that separate nothing, the one that ships. */
  async function proofedProfile() {
    const { profile } = await lastPress();
    if (profile !== null) return profile;
    const { findProfile } = await import("./exporting/pressProfile");
    return findProfile("generic-newsprint.icc", [join(projectRoot, "assets", "icc")]);
  }

  const host: Host = {
    describe: async () => ({
      version: options.version,
      shell: options.shell,
      documentsFolder: folders.documents,
      initialIssue: options.initialIssue,
      templates: templateNames,
      fonts: listAllFonts(projectRoot, userFontFolder(folders.config)),
    }),
    openIssue: async (path) => {
      const folder = absolute(path);
      const { document, revision } = await readIssueFolder(fileSystem, folder);
      return opened(folder, document, revision);
    },
    createIssue: async (path, templateName) => {
      const folder = absolute(path);
      const document = newIssue(templateName);
      const revision = await createIssueFolder(fileSystem, folder, document);
      return opened(folder, document, revision);
    },
    saveIssue: async (issueId, document, expectedRevision) => {
      const { folder, assets } = issueOf(issueId);
      const parsed = requireDocument(document, "bad-arguments");
      const revision = await saveIssueFolder(fileSystem, folder, parsed, expectedRevision);
      for (const [assetId, asset] of assetsOf(parsed)) assets.set(assetId, asset);
      return { revision };
    },
    saveIssueAs: async (issueId, path, document) => {
      const source = issueOf(issueId);
      const folder = absolute(path);
      const parsed = requireDocument(document, "bad-arguments");
      const assets = new Map([...source.assets, ...assetsOf(parsed)]);
      const revision = await createIssueFolder(fileSystem, folder, parsed, async () => {
        for (const asset of assets.values()) {
          const bytes = await readAssetFile(fileSystem, source.folder, asset);
          // A picture that was lost before stays lost: preflight tells.
          if (bytes !== null) await writeAssetFile(fileSystem, folder, asset, bytes);
        }
      });
      const answer = await opened(folder, parsed, revision);
      open.set(answer.issueId, { folder, assets });
      return answer;
    },
    recentIssues: () => recent.list(),
    listFolder: (path) => listFolder(absolute(path)),
    choosePath: () => Promise.reject(new HostError({ code: "not-supported", detail: "this window draws its own dialogs" })),
    exportPdf: (issueId, document, { file, pageIds }) => exportTo(issueId, document, { kind: "pdf", file: absolute(file), pageIds }),
    pressOptions: () => press.options(),
    addPreset: (fileName, text) => press.addPreset(fileName, text),
    addProfile: (fileName, base64) => press.addProfile(fileName, base64),
    exportPress: async (issueId, document, { pageIds, ...chosen }) => {
      const folder = absolute(chosen.folder);
      const choice = {
        preset: chosen.preset,
        profile: chosen.profile,
        proof: { round: chosen.round, time: localTime(new Date()) },
        folders: { config: folders.config, cache: folders.cache },
      };
      await press.remember({ ...chosen, folder });
      return exportTo(issueId, document, { kind: "press", folder, pageIds, press: choice });
    },
    exportEpaper: (issueId, document, { folder, allowUncovered }) =>
      exportTo(issueId, document, { kind: "epaper", folder: absolute(folder), allowUncovered }),
    traceContour: async (issueId, assetId) => {
      const { folder, assets } = issueOf(issueId);
      const asset = assets.get(assetId);
      const bytes = asset === undefined ? null : await readAssetFile(fileSystem, folder, asset);
      if (asset === undefined || bytes === null) throw new HostError({ code: "not-found", detail: assetId });
      return traceContour(asset.fileName, bytes);
    },
    wordEnds,
    cancelExport: async (issueId) => {
      issueOf(issueId);
      for (const { cancelling } of exports.get(issueId) ?? []) cancelling.abort();
    },
    exportProgress: async (issueId) => {
      issueOf(issueId);
      return [...(exports.get(issueId) ?? [])].at(-1)?.progress ?? null;
    },
    showInFolder: async (path) => showInFileManager(absolute(path)),
    ...options.native,
  };

  return {
    host,
    readAsset: async (issueId, assetId) => {
      const { folder, assets } = issueOf(issueId);
      const asset = assets.get(assetId);
      const bytes = asset === undefined ? null : await readAssetFile(fileSystem, folder, asset);
      return asset === undefined || bytes === null ? null : { bytes, contentType: asset.contentType };
    },
    importFont: (fileName, bytes) => {
      const folder = userFontFolder(folders.config);
      return addUserFont(folder, fileName, bytes, new Set(listAllFonts(projectRoot, folder).map(({ id }) => id)));
    },
    proofTable: async () => {
      const { proofTable } = await import("./assets/softProof");
      return proofTable((await proofedProfile()).bytes);
    },
    proofPicture: async (assetId, bytes) => {
      const [{ proofPicture }, { separatePicture }, { asPixels }, { pressCache }, profile] = await Promise.all([
        import("./assets/softProof"), import("./assets/separatePicture"), import("./assets/asPixels"), import("./exporting/exportPress"), proofedProfile(),
      ]);
      return pressCache(folders.cache).get(["proof", "1", assetId, profile.digest], async () => {
        const pixels = await asPixels("PDF", bytes, 2000);
        const separated = await separatePicture(assetId, pixels, { profilePath: profile.path, quality: 90, mostPixels: { width: 2000, height: 2000 } });
        return proofPicture(separated.bytes, profile.bytes);
      });
    },
    importAsset: async (issueId, fileName, bytes) => {
      const { folder, assets } = issueOf(issueId);
      const asset = await readPicture(fileName, bytes);
      try {
        await writeAssetFile(fileSystem, folder, asset, bytes);
      } catch (error) {
        throw fileProblem(error, folder);
      }
      assets.set(asset.id, asset);
      // In the background, one after another: nobody waits for it, and an export makes what is not there.
      separating = separating.then(() => separateForPress(folder, asset)).catch(() => undefined);
      return asset;
    },
  };
}

function assetsOf(document: IssueDocument): readonly (readonly [string, Asset])[] {
  return Object.entries<Asset>(document.assets);
}

function absolute(path: string): string {
  if (!isAbsolute(path)) throw new HostError({ code: "bad-arguments", detail: `${path} is not an absolute path` });
  return resolve(path);
}

const fileManagers: Partial<Record<NodeJS.Platform, (path: string) => readonly [string, ...string[]]>> = {
  linux: (path) => ["xdg-open", dirname(path)],
  darwin: (path) => ["open", "-R", path],
  win32: (path) => ["explorer", `/select,${path}`],
};

function showInFileManager(path: string): void {
  const command = fileManagers[process.platform]?.(path);
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  // No file manager is no failure of the export it was to show.
  child.once("error", () => undefined);
  child.unref();
}
