import type { EpaperPage } from "../epaperIssue";
import type { ReaderBook } from "../readerBook";
import { areaMap, pagePicturesOf } from "./areaMap";

/** A fragment of HTML with one image map for each picture of a page, named after page and width: `p01-540`. */
export function areaMapFile(book: ReaderBook, page: EpaperPage): string {
  const maps = pagePicturesOf(page).map((picture) =>
    areaMap(book, page, { name: `${page.id}-${picture.width}`, picture, root: "../../" }),
  );
  return [
    "<!-- Image maps of one page: whole pixels of the picture whose width ends the map's name, shown at its natural size.",
    "Not held here: roles and text ranges of regions, jumps as such, and regions that lead nowhere (masthead, folio, ad).",
    "A story with several regions has an area for each, with the same address. issue.json holds everything. -->",
    ...maps,
    "",
  ].join("\n");
}
