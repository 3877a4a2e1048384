import type { PdfFile, PdfPlace } from "./pdfFile";
import type { PdfEntries, PdfValue } from "./pdfValue";

/** A page found in the tree. */
export interface PageNode {
  /** From 1, in the order of the tree. */
  readonly number: number;
  readonly page: PdfEntries;
  /** The page's entries over those it inherits from its parents. */
  readonly inherited: PdfEntries;
  readonly place: PdfPlace;
}

const mostPages = 2000;
const deepestTree = 64;
const inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

/** The pages of a file in order, and what is wrong with the tree they hang in. */
export function pagesOf(file: PdfFile): { readonly pages: readonly PageNode[]; readonly faults: readonly string[] } {
  const pages: PageNode[] = [];
  const faults: string[] = [];
  const seen = new Set<PdfEntries>();
  const walk = (value: PdfValue | undefined, above: ReadonlyMap<string, PdfValue>, depth: number): void => {
    const node = file.entries(value);
    if (node === null) {
      faults.push("/Kids: null");
      return;
    }
    if (seen.has(node) || depth > deepestTree || pages.length >= mostPages) {
      faults.push(seen.has(node) ? `${file.numberOf(node) ?? 0} 0 R twice` : depth > deepestTree ? `depth > ${deepestTree}` : `pages > ${mostPages}`);
      return;
    }
    seen.add(node);
    const passedOn = new Map(above);
    for (const key of inheritable) {
      const own = node.entries.get(key);
      if (own !== undefined) passedOn.set(key, own);
    }
    const kids = file.arrayAt(node, "Kids");
    if (file.nameAt(node, "Type") === "Pages" || kids !== null) {
      // A node of a hostile tree may have millions of kids; those that are no pages are not counted by `mostPages`.
      for (const kid of (kids ?? []).slice(0, mostPages)) walk(kid, passedOn, depth + 1);
      return;
    }
    const number = pages.length + 1;
    const inherited: PdfEntries = { kind: "dictionary", entries: new Map([...passedOn, ...node.entries]) };
    pages.push({ number, page: node, inherited, place: file.placeOf(node, { page: number }) });
  };
  const root = file.catalogue.entries.get("Pages");
  if (root !== undefined) walk(root, new Map(), 0);
  return { pages, faults: faults.slice(0, 20) };
}
