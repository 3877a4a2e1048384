import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Asset } from "../shared/model/document";
import { assetFileName } from "../host/assets/assetFiles";
import { machineFileSystem } from "../host/fileSystem";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { createIssueFolder } from "../host/issues/saveIssueFolder";
import type { ExportFigures } from "./exportBench";
import { fullIssueFixture } from "./fullIssueFixture";
import { measureInTurn, type Command, type TreeFigures } from "./measureTree";
import { preparePeers } from "./pressPeers";
import { writePeersIssue, jpegAsset } from "./writePeersIssue";

/** Where and with what the press file is measured. */
export interface PressBench {
  readonly projectRoot: string;
  readonly sampleFolder: string;
  readonly scratch: string;
  /** A folder that holds Typst's compiler for Node. */
  readonly typstFolder: string | undefined;
}

const RUNS = 11;
const ISSUE_PAGES = 8;
const ISSUE_RUNS = 5;
const PHOTOS_A_PAGE = 3;

/** Measures the press file: the peers' page beside Typst in the same run, whole and warm, and an issue of full pages. */
export async function measurePress(bench: PressBench): Promise<object> {
  return { peersPage: await measurePeersPage(bench), fullIssue: await measureFullIssue(bench) };
}

async function measurePeersPage({ projectRoot, sampleFolder, scratch, typstFolder }: PressBench): Promise<object | string> {
  const peers = preparePeers(projectRoot, scratch, await photoOf(sampleFolder), typstFolder);
  if (typeof peers === "string") return peers;
  const issue = join(scratch, "peers-page");
  await writePeersIssue(issue, peers.operations);
  const pdf = join(scratch, "ours.pdf");
  const commands: Command[] = [exportCommand(projectRoot, issue, pdf)];
  const typstPdf = join(scratch, "typst.pdf");
  if (typeof peers.typst !== "string") commands.push({ program: process.execPath, args: peers.typst.build(typstPdf), cwd: peers.typst.folder });
  const [ours, typst] = await measureInTurn(commands, RUNS);
  const warm = measureWarm(projectRoot, issue);
  const photoBytes = statSync(peers.photo).size;
  const beyond = (file: string) => Math.round((statSync(file).size - photoBytes) / 1024);
  return {
    ours: { ...ours, warmMilliseconds: warm.warmMilliseconds, kilobytesBeyondPicture: beyond(pdf) },
    typst: typeof peers.typst === "string" ? peers.typst : { ...typst, warmMilliseconds: peers.typst.warmMilliseconds(), kilobytesBeyondPicture: beyond(typstPdf) },
    ...(ours !== undefined && typst !== undefined && { wallAgainstTypst: ratio(ours.wallMilliseconds, typst.wallMilliseconds), peakAgainstTypst: peakRatio(ours, typst) }),
  };
}

/** In a process of its own, as Typst's: what this one has in memory by now slows both of them down otherwise. */
function measureWarm(projectRoot: string, issue: string): ExportFigures {
  const program = join(projectRoot, "dist", "bench", "warmExport.js");
  return JSON.parse(execFileSync(process.execPath, [program, projectRoot, issue], { encoding: "utf8" })) as ExportFigures; // as that program prints it
}

/** Distinct full pages, each with photos of its own, so that nothing of one page helps the next. */
async function measureFullIssue({ projectRoot, sampleFolder, scratch }: PressBench): Promise<object> {
  const issue = join(scratch, "full-issue");
  await writeFullIssue(issue, await photoOf(sampleFolder), scratch);
  const pdf = join(scratch, "full-issue.pdf");
  const press = join(scratch, "press");
  mkdirSync(press);
  const forPlant: Command = { program: process.execPath, args: [...exportArguments(projectRoot, issue), "--press", press, "--preset", "x4"], cwd: projectRoot };
  const [plain, x4] = await measureInTurn([exportCommand(projectRoot, issue, pdf), forPlant], ISSUE_RUNS);
  return {
    pages: ISSUE_PAGES, photos: ISSUE_PAGES * PHOTOS_A_PAGE,
    plain: { kilobytes: Math.round(statSync(pdf).size / 1024), ...plain },
    // The warm-up has separated the pictures, as the import of a picture does.
    x4: { kilobytes: Math.round(readdirSync(press).reduce((sum, name) => sum + statSync(join(press, name)).size, 0) / 1024), ...x4 },
  };
}

/** Writes the full issue with a photo of its own in each picture: a real one, in another colour each time. */
export async function writeFullIssue(folder: string, photo: string, scratch: string): Promise<void> {
  const { default: sharp } = await import("sharp");
  const files: { readonly asset: Asset; readonly file: string }[] = [];
  for (let index = 0; index < ISSUE_PAGES * PHOTOS_A_PAGE; index++) {
    const file = join(scratch, `photo-${index}.jpg`);
    writeFileSync(file, await sharp(photo).tint({ r: 250, g: 120 + 5 * index, b: 240 - 9 * index }).jpeg({ quality: 88 }).toBuffer());
    files.push({ asset: jpegAsset(file), file });
  }
  const document = fullIssueFixture(ISSUE_PAGES, files.map(({ asset }) => asset));
  await createIssueFolder(machineFileSystem, folder, document, async () => {
    for (const { asset, file } of files) writeFileSync(join(folder, assetFileName(asset.id, asset.contentType)), readFileSync(file));
  });
}

function exportCommand(projectRoot: string, issue: string, pdf: string): Command {
  return { program: process.execPath, args: [...exportArguments(projectRoot, issue), "--pdf", pdf], cwd: projectRoot };
}

function exportArguments(projectRoot: string, issue: string): readonly string[] {
  return [join(projectRoot, "scripts", "broadsheet.mjs"), "export", issue];
}

/** The file of the sample's one photo. */
async function photoOf(sampleFolder: string): Promise<string> {
  const { document } = await readIssueFolder(machineFileSystem, sampleFolder);
  const [asset] = Object.values<Asset>(document.assets);
  if (asset === undefined) throw new Error("The sample issue has no picture");
  return join(sampleFolder, assetFileName(asset.id, asset.contentType));
}

function ratio(a: number, b: number): number {
  return Number((a / b).toFixed(2));
}

function peakRatio(ours: TreeFigures, typst: TreeFigures): number | null {
  return ours.peakMegabytes === null || typst.peakMegabytes === null ? null : ratio(ours.peakMegabytes, typst.peakMegabytes);
}
