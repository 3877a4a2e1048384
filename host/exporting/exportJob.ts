import type { IssueDocument } from "../../shared/model/document";
import type { ExportReport } from "../../shared/platform/host";

/** One export, as it goes to a worker process: everything it needs is in it or on disk. */
export interface ExportJob {
  readonly projectRoot: string;
  readonly issueFolder: string;
  readonly document: IssueDocument;
  readonly target: ExportTarget;
}

/** What is to be written and where. */
export type ExportTarget =
  | { readonly kind: "pdf"; readonly file: string; readonly pageIds: readonly string[] | null }
  | { readonly kind: "epaper"; readonly folder: string; readonly allowUncovered: boolean }
  | { readonly kind: "site"; readonly folder: string; readonly allowUncovered: boolean }
  | { readonly kind: "png"; readonly file: string; readonly pageId: string; readonly pixelWidth: number };

/** What came of a job. */
export type ExportAnswer =
  | { readonly ok: true; readonly report: ExportReport }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly detail: string } };
