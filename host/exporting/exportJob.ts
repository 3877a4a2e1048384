import { dirname } from "node:path";
import type { IssueDocument } from "../../shared/model/document";
import type { ProofNote } from "./markWords";
import type { ExportProgress, ExportReport, HostProblem } from "../../shared/platform/host";

/** One export, as it goes to a worker process: everything it needs is in it or on disk. */
export interface ExportJob {
  readonly projectRoot: string;
  readonly issueFolder: string;
  readonly document: IssueDocument;
  readonly target: ExportTarget;
  /** Where the user's own fonts lie. */
  readonly fontFolder?: string;
}

/** What is to be written and where. */
export type ExportTarget =
  | { readonly kind: "pdf"; readonly file: string; readonly pageIds: readonly string[] | null; readonly press?: PressChoice }
  | { readonly kind: "press"; readonly folder: string; readonly pageIds: readonly string[] | null; readonly press: PressChoice }
  | { readonly kind: "epaper"; readonly folder: string; readonly allowUncovered: boolean }
  | { readonly kind: "site"; readonly folder: string; readonly allowUncovered: boolean }
  | { readonly kind: "png"; readonly file: string; readonly pageId: string; readonly pixelWidth: number };

/** How pages become files for a plant. */
export interface PressChoice {
  /** The preset's id, or the path of its file. */
  readonly preset: string;
  /** Replaces the preset's profile: a file name among those known, or a path; null for the preset's own. */
  readonly profile: string | null;
  readonly proof: ProofNote | null;
  /** Where the user's presets and profiles lie, and what can be made again. */
  readonly folders: { readonly config: string; readonly cache: string };
}

/** What came of a job. */
export type ExportAnswer =
  | { readonly ok: true; readonly report: ExportReport }
  | { readonly ok: false; readonly problem: HostProblem };

/** What a worker sends: how far it has got, any number of times, then its answer. */
export type ExportMessage = ExportAnswer | { readonly progress: ExportProgress };

/** Hears how far an export has got. */
export type HearProgress = (progress: ExportProgress) => void;

/** The folder whose content a target changes. */
export function folderOfTarget(target: ExportTarget): string {
  return "folder" in target ? target.folder : dirname(target.file);
}
