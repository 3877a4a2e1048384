import { pressFileNames, fileNameReason } from "../../shared/export/pdf/pressFileNames";
import type { PressPreset } from "../../shared/export/pdf/pressPreset";
import type { IssueDocument } from "../../shared/model/document";
import { HostError } from "../../shared/platform/host";
import { machineFileSystem } from "../fileSystem";
import { exportPdf, type PdfExport } from "./exportPdf";
import { throwIfCancelled } from "./throwIfCancelled";
import { writeTogether } from "./writeTogether";

/** What a plant gets: where, of which pages, and all that makes a PDF. */
export interface PressExport extends Omit<PdfExport, "pageIds"> {
  readonly folder: string;
  /** Page ids in print order, or null for the whole issue. */
  readonly pageIds: readonly string[] | null;
  readonly signal?: AbortSignal | undefined;
}

/** Writes the files of a preset into a folder, all or none; answers their paths. */
export async function exportPress(request: PressExport): Promise<readonly string[]> {
  const { document, preset, folder, signal } = request;
  const files = pressFiles(document, preset, request.pageIds);
  return writeTogether(
    machineFileSystem,
    folder,
    async (staging) => {
      for (const { name, pageIds } of files) {
        const file = await staging.open(name);
        await exportPdf({ ...request, pageIds }, (bytes) => {
          throwIfCancelled(signal);
          return file.write(bytes);
        });
        await file.close();
      }
    },
    { signal },
  );
}

/** One file of an export, and the pages in it. */
export interface PressFile {
  readonly name: string;
  readonly pageIds: readonly string[];
}

/** The files of a preset for some pages: rejects with `export-failed` where the rule gives two pages one name. */
export function pressFiles(document: IssueDocument, preset: PressPreset, pageIds: readonly string[] | null): readonly PressFile[] {
  const numbered = document.pages.map((page, index) => ({ id: page.id as string, number: index + 1, name: page.name }));
  const pages = pageIds === null ? numbered : pageIds.flatMap((id) => numbered.filter((page) => page.id === id));
  const files = preset.files === "issue" ? [pages] : pages.map((page) => [page]);
  const { publication: { code }, issue: { date, edition } } = document;
  const names = pressFileNames(preset.fileName, { code, date, edition }, files);
  if (!names.ok) throw new HostError({ code: "export-failed", detail: `the naming rule ${preset.fileName}: ${fileNameReason(names.problem)}` });
  return files.map((pages, index) => ({ name: names.value[index]!, pageIds: pages.map(({ id }) => id) }));
}
