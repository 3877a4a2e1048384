import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { machineFileSystem } from "../host/fileSystem";
import { readableAssets } from "../host/assets/readableAssets";
import { isInside } from "../host/confinedFile";
import type { ExportTarget } from "../host/exporting/exportJob";
import type { InkExcess } from "../host/exporting/exportPdf";
import { pictureSize } from "../host/exporting/pictureSize";
import { openExportScene, writeExport } from "../host/exporting/runExportJob";
import { loadHarfBuzz } from "../host/fonts/harfbuzz";
import { userFontFolder } from "../host/fonts/userFonts";
import { machineFolders } from "../host/machine";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { toMm } from "../shared/geometry/units";
import { enMessages } from "../shared/messages/en";
import { fontFacts } from "../shared/preflight/fontChecks";
import { preflightIssue } from "../shared/preflight/preflightIssue";
import { problemSentence } from "../shared/preflight/problemSentence";
import type { IssueDocument, Page } from "../shared/model/document";
import { HostError } from "../shared/platform/host";
import { CliError, sentenceOf, type CliContext } from "./cliError";
import { pressChoice, pressOptions } from "./pressArguments";
import { absolutePath, onlyPath, readArguments, wholeNumber } from "./readArguments";

const POINTS_PER_INCH = 72;
const DEFAULT_DPI = 144;
/** How a shell reports a command that a signal ended, Ctrl+C first. */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 } as const;
type Interruption = keyof typeof INTERRUPTED;
/** What a plant gets unless somebody says otherwise. */
const DEFAULT_PRESET = "x4";

/** `broadsheet export ISSUE …`: PDF, e-paper and picture of an issue, in this process. */
export async function exportCommand(args: readonly string[], context: CliContext): Promise<number> {
  const read = readArguments("export", args, {
    ...pressOptions, press: "value", pdf: "value", epaper: "value", site: "value", png: "value", page: "value", dpi: "value", "allow-uncovered": "flag",
  });
  const issueFolder = onlyPath("export", "an issue folder", read, context);
  const pageNumber = wholeNumber("export", "page", read.value("page"), 1, 10_000);
  const dpi = wholeNumber("export", "dpi", read.value("dpi"), 10, 1200) ?? DEFAULT_DPI;
  const allowUncovered = read.flag("allow-uncovered");
  const paths = { press: pathOf("press"), pdf: pathOf("pdf"), epaper: pathOf("epaper"), site: pathOf("site"), png: pathOf("png") };
  if (Object.values(paths).every((path) => path === null)) {
    throw new CliError("broadsheet export needs at least one of --press DIR, --pdf FILE, --epaper DIR, --site ROOT and --png FILE.");
  }
  if (paths.press === null && paths.pdf === null && read.value("preset") !== null) {
    throw new CliError("broadsheet export: --preset belongs to --press or --pdf.");
  }
  if ((paths.epaper !== null || paths.site !== null) && pageNumber !== null) {
    throw new CliError("broadsheet export: an e-paper is of the whole issue; leave --page out.");
  }
  refuseClashes(paths);
  // Before anything is written: a second file that cannot be must not leave the first.
  for (const path of Object.values(paths)) if (path !== null) await requireParentFolder(path);
  for (const path of [paths.pdf, paths.png]) if (path !== null) await refuseFolder(path);
  if (paths.epaper !== null) await (await import("../host/exporting/epaperFolder")).checkEpaperFolder(machineFileSystem, paths.epaper);
  const press = await pressChoice(read, context, read.value("preset") ?? (paths.press === null ? null : DEFAULT_PRESET));
  // The engine starts while the issue's files are read.
  const [{ document }] = await Promise.all([readIssueFolder(machineFileSystem, issueFolder), loadHarfBuzz()]);
  if (paths.site !== null) await (await import("../host/exporting/exportEpaperSite")).checkEpaperSite(machineFileSystem, paths.site, document);
  const page = pageOf(document, pageNumber ?? 1);
  const targets: ExportTarget[] = [];
  const pageIds = pageNumber === null ? null : [page.id];
  if (paths.press !== null && press !== null) {
    targets.push({ kind: "press", folder: paths.press, pageIds, press });
  }
  if (paths.pdf !== null) targets.push({ kind: "pdf", file: paths.pdf, pageIds, ...(press === null ? {} : { press }) });
  if (paths.png !== null) {
    const { width: pixelWidth } = pictureSize(page.size, Math.round((page.size.width / POINTS_PER_INCH) * dpi));
    targets.push({ kind: "png", file: paths.png, pageId: page.id, pixelWidth });
  }
  if (paths.epaper !== null) targets.push({ kind: "epaper", folder: paths.epaper, allowUncovered });
  if (paths.site !== null) targets.push({ kind: "site", folder: paths.site, allowUncovered });
  const cancelling = new AbortController();
  let interruption: Interruption = "SIGINT";
  const cancel = (signal: Interruption): void => {
    interruption = signal;
    cancelling.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, cancel);
  const complete: string[] = [];
  const scene = await openExportScene(context.projectRoot, issueFolder, document, { signal: cancelling.signal, fontFolder: userFontFolder(machineFolders(context.environment).config) });
  try {
    for (const target of targets) {
      const { files, excess = [] } = await writeExport(scene, target, context.projectRoot);
      const written = target.kind === "press" ? files : ["folder" in target ? target.folder : target.file];
      complete.push(...written);
      for (const path of written) context.out(`${path}\n`);
      for (const found of excess) context.err(`warning: ${excessSentence(found)}\n`);
    }
    // What is wrong is printed all the same: an editor may want to see it on paper.
    const assetFiles = await readableAssets(machineFileSystem, issueFolder, document, scene.readPictures);
    for (const problem of preflightIssue(document, scene.layout, { assetFiles, fonts: fontFacts(scene.fontFiles.listFonts()) })) {
      if (problem.severity === "error") context.err(`warning: ${problemSentence(problem, enMessages)}\n`);
    }
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== "cancelled") throw error;
    context.err(complete.length === 0 ? `${sentenceOf(error)}\n` : `Cancelled: complete are ${complete.join(", ")}; nothing else was written.\n`);
    return INTERRUPTED[interruption];
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, cancel);
    scene.fontFiles.close();
  }
  return 0;

  function pathOf(name: string): string | null {
    const value = read.value(name);
    return value === null ? null : absolutePath(value, context);
  }
}

interface OutputPaths {
  readonly press: string | null;
  readonly pdf: string | null;
  readonly epaper: string | null;
  readonly site: string | null;
  readonly png: string | null;
}

/** Refuses outputs that would fall upon one another: the same path twice, or a file inside a package's folder. */
function refuseClashes({ press, pdf, epaper, site, png }: OutputPaths): void {
  const given = [press, pdf, epaper, site, png].filter((path) => path !== null);
  const twice = given.find((path, index) => given.indexOf(path) !== index);
  if (twice !== undefined) throw new CliError(`broadsheet export: ${twice} cannot be two things at once.`);
  for (const folder of [epaper, site]) {
    const inside = folder === null ? undefined : given.find((path) => isInside(folder, path));
    if (inside !== undefined) throw new CliError(`broadsheet export: ${inside} lies in ${folder}, which holds an e-paper and nothing else.`);
  }
}

async function requireParentFolder(path: string): Promise<void> {
  if (!(await isFolder(dirname(path)))) throw new CliError(`broadsheet export: there is no folder ${dirname(path)} to write to.`);
}

async function refuseFolder(path: string): Promise<void> {
  if (await isFolder(path)) throw new CliError(`broadsheet export: ${path} is a folder; a file name is needed.`);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

function pageOf(document: IssueDocument, number: number): Page {
  const page = document.pages[number - 1];
  if (page === undefined) throw new CliError(`broadsheet export: there is no page ${number}; the issue has ${document.pages.length}.`);
  return page;
}

function excessSentence({ pageNumber, picture, most, limit, place }: InkExcess): string {
  const excess = `bears ${most} % of ink, over the limit of ${limit} %`;
  if (place === null) return `Page ${pageNumber}: the picture ${picture} ${excess}.`;
  const [across, down] = [place.at.x, place.at.y].map((coordinate) => Math.round(toMm(coordinate)));
  return `Page ${pageNumber} ${excess}, ${across} mm from its left edge and ${down} mm from its top; ${(100 * place.shareOver).toFixed(1)} % of the page is over it.`;
}
