import type { ReaderBook } from "../readerBook";
import { areaMapFile } from "./areaMapFile";
import { percentMapping } from "./percentMapping";
import { pressMatrixXml } from "./pressMatrixXml";
import { svgOverlay } from "./svgOverlay";

/** A text file of the package; the path is relative, with `/`. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The regions and stories of an issue in the forms that other programs read, all made from `issue.json`'s own value. */
export function derivedFiles(book: ReaderBook): readonly TextFile[] {
  const pages = book.epaper.pages.flatMap((page): readonly TextFile[] => [
    { path: `derived/area/${page.id}.html`, text: areaMapFile(book, page) },
    { path: `derived/founder/${page.id}.json`, text: `${JSON.stringify(percentMapping(book, page), null, 1)}\n` },
    { path: `derived/overlay/${page.id}.svg`, text: svgOverlay(book, page) },
  ]);
  return [...pages, { path: "derived/pressmatrix.xml", text: pressMatrixXml(book) }];
}
