import { machineFileSystem } from "../host/fileSystem";
import { plainPdf } from "../host/exporting/plainPdf";
import { openExportScene } from "../host/exporting/runExportJob";
import { readIssueFolder } from "../host/issues/readIssueFolder";

/** What exporting the sample's page costs once the issue is open, its fonts loaded and its layout known. */
export interface ExportFigures {
  readonly runs: number;
  readonly warmMilliseconds: number;
  readonly kilobytes: number;
}

const RUNS = 15;
/** So many runs before make the engine's code as fast as it gets. */
const WARM_UPS = 40;

/** Exports page 1 of an issue again and again in this process. */
export async function measureExport(projectRoot: string, issueFolder: string): Promise<ExportFigures> {
  const { document } = await readIssueFolder(machineFileSystem, issueFolder);
  const scene = await openExportScene(projectRoot, issueFolder, document);
  const pageIds = document.pages.slice(0, 1).map((page) => page.id);
  const times: number[] = [];
  let bytes = 0;
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const start = performance.now();
    bytes = (await plainPdf({ ...scene, pageIds })).length;
    if (run >= WARM_UPS) times.push(performance.now() - start);
  }
  scene.fontFiles.close();
  times.sort((a, b) => a - b);
  return { runs: RUNS, warmMilliseconds: Number((times[Math.floor(RUNS / 2)] ?? 0).toFixed(1)), kilobytes: Math.round(bytes / 1024) };
}
