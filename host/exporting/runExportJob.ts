import { basename, dirname, join } from "node:path";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import { lookUp } from "../../shared/model/indexes";
import type { IssueDocument } from "../../shared/model/document";
import type { AssetId, PageId } from "../../shared/model/ids";
import { fontFacts } from "../../shared/preflight/fontChecks";
import { preflightIssue } from "../../shared/preflight/preflightIssue";
import { HostError, type ExportReport } from "../../shared/platform/host";
import { readAssetFile } from "../assets/assetFiles";
import { machineFileSystem } from "../fileSystem";
import { openFontFiles, type FontFiles } from "../fonts/fontFiles";
import type { ExportJob, ExportTarget, HearProgress } from "./exportJob";
import type { InkExcess } from "./exportPdf";
import type { ReadAsset } from "./issuePictures";
import { throwIfCancelled } from "./throwIfCancelled";
import { writeTogether } from "./writeTogether";
import { createNodeComposer, type NodeComposer } from "./nodeComposer";

/** What a job is carried out with: an engine, its fonts, and the layout they made of the document. */
export interface ExportScene extends NodeComposer {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  readonly fontFiles: FontFiles;
  readonly readAsset: ReadAsset;
  /** The pictures read so far, and whether their files hold what their names say. */
  readonly readPictures: ReadonlyMap<AssetId, boolean>;
  /** Cancels what is being exported; looked at between pages, pictures and files. */
  readonly signal?: AbortSignal;
  /** Hears how far it is. */
  readonly hear?: HearProgress;
}

/** What an export may be given besides. */
export interface SceneOptions {
  readonly signal?: AbortSignal | undefined;
  readonly hear?: HearProgress | undefined;
  /** Where the user's own fonts lie. */
  readonly fontFolder?: string | undefined;
}

/** Sets the document and reads what an export asks for; the caller closes `fontFiles`. */
export async function openExportScene(projectRoot: string, issueFolder: string, document: IssueDocument, { signal, hear, fontFolder }: SceneOptions = {}): Promise<ExportScene> {
  hear?.({ stage: "setting", page: null, done: 0, pages: document.pages.length });
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"), fontFolder ?? null);
  const { fonts, composer } = await createNodeComposer(fontFiles);
  const readPictures = new Map<AssetId, boolean>();
  const readAsset: ReadAsset = async (assetId) => {
    throwIfCancelled(signal);
    const asset = lookUp(document.assets, assetId as AssetId); // a display item's asset id is a document's
    if (asset === null) return null;
    const bytes = await readAssetFile(machineFileSystem, issueFolder, asset);
    readPictures.set(asset.id, bytes !== null);
    return bytes;
  };
  return { fonts, composer, document, layout: composer.layout(document), fontFiles, readAsset, readPictures, ...(signal === undefined ? {} : { signal }), ...(hear === undefined ? {} : { hear }) };
}

/** Carries out an export in this process; files are written beside their place and moved into it together. */
export async function runExportJob(job: ExportJob, signal?: AbortSignal, hear?: HearProgress): Promise<ExportReport> {
  const scene = await openExportScene(job.projectRoot, job.issueFolder, job.document, { signal, hear, fontFolder: job.fontFolder });
  try {
    const { excess = [], ...written } = await writeExport(scene, job.target, job.projectRoot);
    return { ...written, warnings: [...warningsOf(scene), ...excess.map(excessWarning)] };
  } finally {
    scene.fontFiles.close();
  }
}

/** What was written, and for press files what in them bears too much ink. */
export interface WrittenExport extends Omit<ExportReport, "warnings"> {
  readonly excess?: readonly InkExcess[];
}

/** Writes one file or folder from a scene; several may follow each other from the same one. What is wrong in it is for the caller to find out. */
export async function writeExport(scene: ExportScene, target: ExportTarget, projectRoot: string): Promise<WrittenExport> {
  const { document, layout } = scene;
  switch (target.kind) {
    case "pdf":
    case "press": {
      const { exportPress } = await import("./exportPress");
      const { files, excess } = await exportPress(scene, projectRoot, target);
      return { files, pageCount: target.pageIds?.length ?? document.pages.length, excess };
    }
    case "png": {
      const { renderPng } = await import("./renderPng");
      const page = layout.pages.get(target.pageId as PageId); // compared with the document's pages just here
      if (page === undefined) throw new HostError({ code: "export-failed", detail: `page ${target.pageId} is not in the issue` });
      const png = await renderPng({ ...scene, page, pixelWidth: target.pixelWidth });
      await writeOne(scene, target.file, png);
      return { files: [target.file], pageCount: 1 };
    }
    case "epaper": {
      const { exportEpaper } = await import("./exportEpaper");
      const files = await exportEpaper(scene, projectRoot, target);
      return { files, pageCount: document.pages.length };
    }
    case "site": {
      const { exportEpaperSite } = await import("./exportEpaperSite");
      const files = await exportEpaperSite(scene, projectRoot, target);
      return { files, pageCount: document.pages.length };
    }
  }
}

async function writeOne(scene: ExportScene, file: string, bytes: Uint8Array): Promise<void> {
  await writeTogether(machineFileSystem, dirname(file), (staging) => staging.put(basename(file), bytes), { signal: scene.signal });
}

function excessWarning({ pageNumber, picture, most, limit }: InkExcess): string {
  return `ink-over-limit: page ${pageNumber}${picture === null ? "" : `, ${picture}`}, ${most} % of ${limit} %`;
}

/** What would be seen wrong in the file: the errors of preflight, by code and place. */
function warningsOf({ document, layout, fontFiles }: ExportScene): readonly string[] {
  return preflightIssue(document, layout, { assetFiles: null, fonts: fontFacts(fontFiles.listFonts()) })
    .filter(({ severity }) => severity === "error")
    .map(({ code, place }) => `${code}: page ${place.pageNumber ?? "-"}, ${place.articleName}`);
}
