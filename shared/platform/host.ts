/**
 * What the editor needs from the machine it runs on. Nothing else reaches a disk, a dialog or an export. Bytes of fonts
 * and pictures travel by address (`hostUrls`), not through these calls. A method rejects with a `HostError`.
 */
export interface Host {
  /** Version, shell, folders and fonts: asked once, when the window opens. */
  describe(): Promise<HostDescription>;
  /** Opens an issue folder; nothing is half-opened. */
  openIssue(path: string): Promise<OpenedIssue>;
  /** Makes a new issue folder from a template; the folder must be empty or absent. */
  createIssue(path: string, template: string): Promise<OpenedIssue>;
  /** Saves the whole issue over the folder it was opened from; rejects with `revision-conflict` if another save came between. */
  saveIssue(issueId: string, document: unknown, expectedRevision: number): Promise<SavedIssue>;
  /** Saves the issue and its pictures to another folder, which becomes the one later saves go to. */
  saveIssueAs(issueId: string, path: string, document: unknown): Promise<OpenedIssue>;
  /** The issues opened last, newest first, with whether each is still there. */
  recentIssues(): Promise<readonly RecentIssue[]>;
  /** A folder's issues and folders, for the shell's own file dialog. */
  listFolder(path: string): Promise<FolderListing>;
  /** The native dialog where the shell has one; rejects with `not-supported` where the window must draw its own. */
  choosePath(request: PathRequest): Promise<string | null>;
  /** Writes the PDF of the document as it stands (saved or not); resolves when the file is complete. */
  exportPdf(issueId: string, document: unknown, request: PdfRequest): Promise<ExportReport>;
  /** The presets and profiles that press files can be made by, and what was chosen last. */
  pressOptions(): Promise<PressOptions>;
  /** Keeps a plant's preset among the user's, named after its file; rejects with `unreadable-preset`, naming file and field. */
  addPreset(fileName: string, text: string): Promise<PresetDescription>;
  /** Keeps an ICC profile among the user's, its bytes in base 64; rejects with `unreadable-profile` and its reason. */
  addProfile(fileName: string, base64: string): Promise<ProfileDescription>;
  /** Writes the press files of the document as it stands, all or none, and remembers what was chosen. */
  exportPress(issueId: string, document: unknown, request: PressRequest): Promise<ExportReport>;
  /** Writes the e-paper package of the document as it stands. */
  exportEpaper(issueId: string, document: unknown, request: EpaperRequest): Promise<ExportReport>;
  /**
   * The outline of what a picture of an open issue shows, for text to keep clear of: of what is not transparent, or of what
   * stands on a plain light background; empty where it has neither. Rejects with `not-found` where the issue has no such picture.
   */
  traceContour(issueId: string, assetId: string): Promise<PictureContour>;
  /** Where the words of a short Chinese text end, in UTF-16 code units, the last at its end; the first call takes a second. */
  wordEnds(text: string): Promise<readonly number[]>;
  /**
   * Ends the issue's running exports, which reject with `cancelled` and leave nothing half-written, also where the worker
   * hangs; does nothing where none runs.
   */
  cancelExport(issueId: string): Promise<void>;
  /** How far the issue's running export has got, for a window that asks now and then; null where none runs. */
  exportProgress(issueId: string): Promise<ExportProgress | null>;
  /** Shows a file in the system's file manager; does nothing where there is none. */
  showInFolder(path: string): Promise<void>;
}

/** What kind of place the editor runs in. */
export interface HostDescription {
  readonly version: string;
  readonly shell: "electron" | "browser" | "memory";
  /** Where new issues and exports go unless the user says otherwise; an absolute path. */
  readonly documentsFolder: string;
  /** The issue to open first, or null for the start page. */
  readonly initialIssue: string | null;
  readonly templates: readonly string[];
  readonly fonts: readonly FontDescription[];
}

/** A font that the host serves at `hostUrls.font`. */
export interface FontDescription {
  /** The PostScript name. */
  readonly id: string;
  readonly family: string;
  /** 宋体 and the like, for the fonts menu. */
  readonly familyChinese: string;
  readonly weight: number;
  readonly licence: string;
  readonly copyright: string;
  /** Whether its licence bits allow it to be embedded in a PDF. */
  readonly mayEmbed: boolean;
  /** Whether it is tried for characters that the chosen font lacks. */
  readonly fallback: boolean;
}

/** An issue that is open: later calls and picture addresses name it by `issueId`, never by its path. */
export interface OpenedIssue {
  readonly issueId: string;
  readonly path: string;
  readonly revision: number;
  /** The document as parsed JSON; strictly parsed once more by whoever receives it. */
  readonly document: unknown;
}

/** What a save made of the issue. */
export interface SavedIssue {
  readonly revision: number;
}

/** One line of the recent list. */
export interface RecentIssue {
  readonly path: string;
  readonly name: string;
  readonly date: string;
  readonly exists: boolean;
}

/** What a folder holds, as far as opening and saving issues goes; folders first, sorted by name. */
export interface FolderListing {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly FolderEntry[];
  /** The names of the other files, so that a dialog can tell what a new name would replace. */
  readonly files: readonly string[];
}

/** A folder, or an issue folder. */
export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: "folder" | "issue";
}

/** What the user is asked to choose. */
export interface PathRequest {
  readonly purpose: "open-issue" | "save-issue" | "export-pdf" | "export-epaper" | "export-press";
  readonly suggestedPath: string;
}

/** Which pages go to which PDF file. */
export interface PdfRequest {
  readonly file: string;
  /** Page ids in order, or null for the whole issue. */
  readonly pageIds: readonly string[] | null;
}

/** What a window offers when press files are to be made. */
export interface PressOptions {
  readonly presets: readonly PresetDescription[];
  /** The user's presets that cannot be used, each with what is wrong with it. */
  readonly brokenPresets: readonly string[];
  readonly profiles: readonly ProfileDescription[];
  /** What was chosen last on this machine, or null. */
  readonly last: PressMemory | null;
}

/** What a window tells of a preset. */
export interface PresetDescription {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly standard: "x4" | "x1a" | "none";
  /** The file name of the ICC profile it asks for, or null where it needs none. */
  readonly profile: string | null;
  readonly files: "page" | "issue";
  /** The naming rule, such as `{code}{date}{page}.pdf`. */
  readonly fileName: string;
  /** Whether a line over the page names the round. */
  readonly header: boolean;
  readonly isShipped: boolean;
}

/** What a window tells of an ICC profile. */
export interface ProfileDescription {
  readonly fileName: string;
  /** The name it has inside. */
  readonly description: string;
  readonly isShipped: boolean;
}

/** What was chosen for press files, remembered on the machine and not in the issue. */
export interface PressMemory {
  readonly preset: string;
  /** Replaces the preset's own profile; null for that. */
  readonly profile: string | null;
  readonly folder: string;
  /** A proof's round of reading, 1 for 一校. */
  readonly round: number;
}

/** Which pages go where as press files, and by which preset. */
export interface PressRequest extends PressMemory {
  /** Page ids in order, or null for the whole issue. */
  readonly pageIds: readonly string[] | null;
}

/** Where the e-paper package goes. */
export interface EpaperRequest {
  readonly folder: string;
  /** Whether it is written although something is printed that no region stands for; else `epaper-uncovered` says what. */
  readonly allowUncovered: boolean;
}

/** The corners of a picture's outline, in shares of the whole picture from its top left corner. */
export type PictureContour = readonly { readonly x: number; readonly y: number }[];

/** What an export wrote and what the reader of the file should know. */
export interface ExportReport {
  readonly files: readonly string[];
  readonly pageCount: number;
  /** Preflight problems met on the way, such as overset text. */
  readonly warnings: readonly string[];
}

/** How far an export has got. */
export interface ExportProgress {
  /** What is being done: setting the issue, making its pages, or moving finished files into their places. */
  readonly stage: "setting" | "pages" | "writing";
  /** The printed number of the page that is being made, from 1; null between pages. */
  readonly page: number | null;
  /** How many pages are finished, of how many. */
  readonly done: number;
  readonly pages: number;
}

/** Why a host call failed. Sentences live in `renderer/i18n` by code; `detail` names the place or the system's reason. */
export interface HostProblem {
  readonly code: HostProblemCode;
  readonly detail: string;
  /** The printed number of the page it failed at, where it was at one. */
  readonly page?: number;
}

/** The closed list of reasons a host call can fail for. */
export type HostProblemCode =
  | "bad-arguments"
  | "unknown-method"
  | "not-supported"
  | "not-found"
  | "not-an-issue"
  | "unreadable-issue"
  | "unknown-version"
  | "folder-not-empty"
  | "unknown-template"
  | "unknown-issue"
  | "revision-conflict"
  | "disk-full"
  | "not-permitted"
  | "write-failed"
  | "unreadable-picture"
  | "unreadable-profile"
  | "unreadable-font"
  | "unreadable-preset"
  | "too-large"
  | "export-failed"
  | "cancelled"
  | "epaper-uncovered"
  | "internal";

/** The error that a failed host call rejects with, the same over every transport. */
export class HostError extends Error {
  readonly code: HostProblemCode;
  readonly detail: string;
  readonly page: number | null;

  constructor(problem: HostProblem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = "HostError";
    this.code = problem.code;
    this.detail = problem.detail;
    this.page = problem.page ?? null;
  }
}

/** The addresses, relative to the window's origin, at which every shell serves bytes. */
export const hostUrls = {
  /** The font file; `stripped` leaves out GSUB, GPOS, GDEF and BASE, for the canvas. */
  font: (fontId: string, variant: "whole" | "stripped") => `/fonts/${encodeURIComponent(fontId)}?variant=${variant}`,
  /** A picture of an open issue: the original bytes, a copy of at most 2000 px for the screen, or one as the press will print it. */
  asset: (issueId: string, assetId: string, variant: "original" | "screen" | "proof") =>
    `/assets/${encodeURIComponent(issueId)}/${encodeURIComponent(assetId)}?variant=${variant}`,
  /** Where a font file of the user's is sent with PUT to be taken over; the answer is the JSON of its `FontDescription`. */
  importFont: (fileName: string) => `/fonts?name=${encodeURIComponent(fileName)}`,
  /** The JSON of the `ProofTable` of the press: what its inks look like on its paper. */
  proofTable: () => "/proof",
  /** Where a picture file is sent with PUT to be imported; the answer is the JSON of its `Asset` record. */
  importAsset: (issueId: string, fileName: string) =>
    `/assets/${encodeURIComponent(issueId)}?name=${encodeURIComponent(fileName)}`,
} as const;
