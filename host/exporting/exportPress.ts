import { basename, dirname, join } from "node:path";
import { plainPreset } from "../../shared/export/pdf/plainPreset";
import { fileNameReason, pressFileNames } from "../../shared/export/pdf/pressFileNames";
import type { PressPreset } from "../../shared/export/pdf/pressPreset";
import type { IssueDocument } from "../../shared/model/document";
import { HostError } from "../../shared/platform/host";
import { noCache, openDerivedCache, type DerivedCache } from "../assets/derivedCache";
import { machineFileSystem, makeFolders, type FileSystem } from "../fileSystem";
import type { ExportTarget, PressChoice } from "./exportJob";
import { exportPdf, type InkExcess } from "./exportPdf";
import { findPreset, profileOf, withProfile } from "./pressPresets";
import type { PressProfile } from "./pressProfile";
import type { ExportScene } from "./runExportJob";
import { removeEmptyFolders } from "./sweepExports";
import { throwIfCancelled } from "./throwIfCancelled";
import { writeTogether } from "./writeTogether";

/** A PDF, or the files of a preset. */
export type PdfTarget = Extract<ExportTarget, { readonly kind: "pdf" | "press" }>;

/** How many separated pictures are kept: those of some weeks, 1 to 3 MB each. */
const KEPT_PICTURES = 400;

/** Writes one PDF, or the files of a preset into a folder, all or none; answers their paths and what bears too much ink. */
export async function exportPress(
  scene: ExportScene,
  projectRoot: string,
  target: PdfTarget,
  fileSystem: FileSystem = machineFileSystem,
): Promise<PressReport> {
  const { document, signal, hear } = scene;
  const excess: InkExcess[] = [];
  const { preset, profile, cache, inkCache } = await readChoice(projectRoot, target.press ?? null);
  const files = target.kind === "press" ? pressFiles(document, preset, target.pageIds) : [{ name: basename(target.file), pageIds: target.pageIds }];
  const folder = target.kind === "press" ? target.folder : dirname(target.file);
  const pages = target.pageIds?.length ?? document.pages.length;
  let done = -1;
  const made = target.kind === "press" ? await makeFolders(fileSystem, folder) : null;
  const written = writeTogether(
    fileSystem,
    folder,
    async (staging) => {
      for (const { name, pageIds } of files) {
        const file = await staging.open(name);
        await exportPdf(
          {
            ...scene, preset, profile, cache, inkCache, pageIds, proof: target.press?.proof ?? null,
            hearInk: (found) => excess.push(found),
            beforePage: (page) => {
              throwIfCancelled(signal);
              done += 1;
              hear?.({ stage: "pages", page, done, pages });
            },
          },
          (bytes) => file.write(bytes),
        );
        await file.close();
      }
      hear?.({ stage: "writing", page: null, done: pages, pages });
    },
    { signal },
  );
  try {
    return { files: await written, excess };
  } catch (error) {
    if (made !== null) await removeEmptyFolders(fileSystem, folder, dirname(made));
    throw error;
  }
}

/** What was written, and what in it bears more ink than the press. */
export interface PressReport {
  readonly files: readonly string[];
  readonly excess: readonly InkExcess[];
}

interface ReadChoice {
  readonly preset: PressPreset;
  readonly profile: PressProfile | null;
  readonly cache: DerivedCache;
  readonly inkCache: DerivedCache;
}

async function readChoice(projectRoot: string, choice: PressChoice | null): Promise<ReadChoice> {
  if (choice === null) return { preset: plainPreset, profile: null, cache: noCache, inkCache: noCache };
  const folders = { projectRoot, config: choice.folders.config };
  const found = await findPreset(choice.preset, folders);
  const profile = await profileOf(found, folders, choice.profile);
  return { preset: withProfile(found.preset, profile), profile, cache: pressCache(choice.folders.cache), inkCache: inkCache(choice.folders.cache) };
}

/** Where it is kept how much ink they ask for. */
function inkCache(cacheFolder: string): DerivedCache {
  return openDerivedCache(join(cacheFolder, "ink"), "bin", KEPT_PICTURES);
}

/** Where separated pictures are kept between exports. */
export function pressCache(cacheFolder: string): DerivedCache {
  return openDerivedCache(join(cacheFolder, "press"), "jpg", KEPT_PICTURES);
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
