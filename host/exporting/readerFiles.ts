import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { derivedFiles } from "../../shared/export/epaper/derived/derivedFiles";
import type { EpaperIssue } from "../../shared/export/epaper/epaperIssue";
import type { ReaderOptions } from "../../shared/export/epaper/reader/pageHtml";
import { readerBook } from "../../shared/export/epaper/readerBook";
import { readerPages } from "../../shared/export/epaper/reader/readerPages";
import { HostError } from "../../shared/platform/host";
import type { PackageFile } from "./epaperFolder";

/** The reader's files that are the same in every package. */
export const READER_ASSETS = ["reader.js", "reader.css"] as const;

/** The reader of an issue and the forms for other programs; `stems` names the files of each article by its uri. */
export async function readerFiles(
  projectRoot: string,
  epaper: EpaperIssue,
  stems: ReadonlyMap<string, string>,
  options: ReaderOptions,
): Promise<readonly PackageFile[]> {
  const book = readerBook(epaper, stems);
  const texts = [...readerPages(book, options), ...derivedFiles(book)];
  const assets = READER_ASSETS.map(async (name): Promise<PackageFile> => ({ path: `reader/${name}`, bytes: await readerAsset(projectRoot, name) }));
  return [...texts.map(({ path, text }): PackageFile => ({ path, bytes: text })), ...(await Promise.all(assets))];
}

/** A file of the reader as the build made it. */
export async function readerAsset(projectRoot: string, name: (typeof READER_ASSETS)[number]): Promise<Uint8Array> {
  const path = join(projectRoot, "dist", "reader", name);
  return await readFile(path).catch(() => {
    throw new HostError({ code: "export-failed", detail: `${path} is missing; the program has to be built first` });
  });
}
