import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildEpaper } from "../../shared/export/epaper/buildEpaper";
import type { EpaperIssue, EpaperMissingPicture, EpaperRendition, EpaperUncovered } from "../../shared/export/epaper/epaperIssue";
import { articleUri } from "../../shared/export/epaper/epaperNames";
import type { ReaderOptions } from "../../shared/export/epaper/reader/pageHtml";
import type { Article, IssueDocument } from "../../shared/model/document";
import type { PageId } from "../../shared/model/ids";
import { HostError, type EpaperRequest } from "../../shared/platform/host";
import { uncoveredParts } from "../../shared/export/epaper/uncoveredParts";
import { machineFileSystem } from "../fileSystem";
import { recordFileStem } from "../issues/recordFileName";
import { articlePictures } from "./articlePictures";
import { checkEpaperFolder, writeEpaperFolder, type PackageFile } from "./epaperFolder";
import { epaperPages } from "./epaperPages";
import { readerFiles } from "./readerFiles";
import type { ExportScene } from "./runExportJob";
import { utcOffset } from "./utcOffset";

/**
 * Writes the e-paper package of an issue into a folder: `issue.json`, the pages as PDF and pictures, the articles'
 * pictures, one ninjs file an article, the reader, the forms for other programs, and a manifest. The same issue gives the
 * same bytes. Answers the files' paths; rejects with `epaper-uncovered` where text or ink has no region and that is not
 * allowed.
 */
export async function exportEpaper(
  scene: ExportScene,
  projectRoot: string,
  { folder, allowUncovered }: EpaperRequest,
): Promise<readonly string[]> {
  // Before the work is done rather than after it.
  await checkEpaperFolder(machineFileSystem, folder);
  const { files } = await epaperPackage(scene, projectRoot, { site: null, allowUncovered });
  return await writeEpaperFolder(machineFileSystem, folder, files, scene.signal);
}

/** The e-paper of an issue and every file of its package but the manifest, nothing written yet. */
export async function epaperPackage(
  scene: ExportScene,
  projectRoot: string,
  { allowUncovered, ...reader }: ReaderOptions & Pick<EpaperRequest, "allowUncovered">,
): Promise<{ readonly epaper: EpaperIssue; readonly files: readonly PackageFile[] }> {
  const { document, layout } = scene;
  const generator = { name: "Broadsheet", version: await programVersion(projectRoot) };
  // Before the pictures of the pages, which take most of the time.
  const pictures = await articlePictures(scene);
  const uncovered: readonly (EpaperUncovered | EpaperMissingPicture)[] = [
    ...uncoveredParts(document, layout, buildEpaper(document, layout, { generator })),
    ...pictures.missing.map((fileName) => ({ kind: "picture", fileName }) as const),
  ];
  if (uncovered.length > 0 && !allowUncovered) throw new HostError({ code: "epaper-uncovered", detail: uncoveredSentence(uncovered) });
  const files: PackageFile[] = [...pictures.files];
  const pageFiles = new Map<PageId, readonly EpaperRendition[]>();
  const made = await epaperPages(scene);
  document.pages.forEach((page, index) => {
    files.push(...(made[index] ?? []).map(({ file }) => file));
    pageFiles.set(page.id, (made[index] ?? []).map(({ description }) => description));
  });
  const options = { generator, utcOffset: utcOffset(document.issue), pageFiles, pictureFiles: pictures.descriptions };
  const unhashed = buildEpaper(document, layout, options);
  const epaper: EpaperIssue = {
    ...unhashed,
    generator: { ...generator, layoutHash: layoutHash(unhashed) },
    ...(uncovered.length === 0 ? {} : { uncovered }),
  };
  const stems = articleStems(document);
  files.push(...articleFiles(epaper, stems), { path: "issue.json", bytes: jsonFile(epaper) });
  files.push(...(await readerFiles(projectRoot, epaper, stems, reader)));
  return { epaper, files };
}

/** The names of articles' files by the articles' uris. */
function articleStems(document: IssueDocument): ReadonlyMap<string, string> {
  return new Map(Object.values<Article>(document.articles).map(({ id }) => [articleUri(document, id), recordFileStem(id)]));
}

/** The most parts that a refusal names; the rest is counted. */
const MOST_NAMED = 5;

/** What is not covered, one part behind another: the article or page and how the text begins, or the picture's file. */
function uncoveredSentence(parts: readonly (EpaperUncovered | EpaperMissingPicture)[]): string {
  const named = parts.slice(0, MOST_NAMED).map((part) => {
    if (part.kind === "picture") return part.fileName;
    if (part.kind === "area") return `${part.page} ${part.box}`;
    return `${part.article.split(":").at(-1) ?? part.article} ${part.from}–${part.to} “${part.text}”`;
  });
  return parts.length > MOST_NAMED ? `${named.join("; ")}; +${parts.length - MOST_NAMED}` : named.join("; ");
}

/** One ninjs item a file, named after the article. */
function articleFiles(epaper: EpaperIssue, stems: ReadonlyMap<string, string>): readonly PackageFile[] {
  return epaper.articles.map((item) => ({ path: `articles/${stems.get(item.uri) ?? ""}.json`, bytes: jsonFile(item) }));
}

function layoutHash(epaper: EpaperIssue): string {
  const regions = JSON.stringify(epaper.pages.map((page) => page.regions));
  return `sha256:${createHash("sha256").update(regions).digest("hex")}`;
}

function jsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function programVersion(projectRoot: string): Promise<string> {
  // Our own file, which the build and the tests read too.
  const { version } = JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8")) as { readonly version: string };
  return version;
}
