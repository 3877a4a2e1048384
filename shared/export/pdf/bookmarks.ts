import type { PdfObjects, PdfReference } from "./pdfObjects";
import { pdfNumbers, pdfTextString } from "./pdfSyntax";
import type { Bookmark } from "./structureElement";

/** A page as bookmarks lead to it. */
export interface BookmarkedPage {
  readonly reference: PdfReference;
  /** Where the page's own top left corner stands on the sheet, counted from its foot. */
  readonly left: number;
  readonly top: number;
}

/** Writes the outline (ISO 32000-1, 12.3.3), its first level open; null where there is nothing to list. */
export function writeBookmarks(objects: PdfObjects, bookmarks: readonly Bookmark[], pages: readonly BookmarkedPage[]): PdfReference | null {
  if (bookmarks.length === 0) return null;
  const root = objects.reserve();
  const writeLevel = (level: readonly Bookmark[], parent: PdfReference): { readonly first: PdfReference; readonly last: PdfReference } => {
    const references = level.map(() => objects.reserve());
    level.forEach(({ title, pageIndex, x, y, children }, index) => {
      const page = pages[pageIndex]!;
      const own = references[index]!;
      const below = children.length === 0 ? null : writeLevel(children, own);
      objects.set(
        own,
        `<</Title ${pdfTextString(title)}/Parent ${parent} 0 R` +
          (index > 0 ? `/Prev ${references[index - 1]!} 0 R` : "") +
          (index < level.length - 1 ? `/Next ${references[index + 1]!} 0 R` : "") +
          // A negative count: the entry is closed until the reader opens it.
          (below === null ? "" : `/First ${below.first} 0 R/Last ${below.last} 0 R/Count -${children.length}`) +
          `/Dest[${page.reference} 0 R/XYZ ${pdfNumbers(page.left + x, page.top - y)} null]>>`,
      );
    });
    return { first: references[0]!, last: references.at(-1)! };
  };
  const { first, last } = writeLevel(bookmarks, root);
  objects.set(root, `<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${bookmarks.length}>>`);
  return root;
}
