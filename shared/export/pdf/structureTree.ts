import type { PdfObjects, PdfReference } from "./pdfObjects";
import { pdfTextString } from "./pdfSyntax";
import type { StructureElement } from "./structureElement";

/** The marked sequences of a file, and the tree that says what they belong to (ISO 32000-1, 14.7). */
export interface StructureTree {
  /** The number, on that page, of one more marked sequence of an element; `box` are the corners of a figure on its sheet. */
  mark(pageIndex: number, element: StructureElement, box?: string): number;
  /** Writes the tree and answers its root; elements that nothing was marked for are left out. */
  write(objects: PdfObjects, root: StructureElement, pages: readonly PdfReference[]): PdfReference;
}

interface Mark {
  readonly pageIndex: number;
  readonly number: number;
}

/** No marks yet. */
export function createStructureTree(): StructureTree {
  const marks = new Map<StructureElement, Mark[]>();
  const boxes = new Map<StructureElement, string>();
  const counts: number[] = [];
  return {
    mark: (pageIndex, element, box) => {
      const number = counts[pageIndex] ?? 0;
      counts[pageIndex] = number + 1;
      const known = marks.get(element);
      if (known === undefined) marks.set(element, [{ pageIndex, number }]);
      else known.push({ pageIndex, number });
      if (box !== undefined) boxes.set(element, box);
      return number;
    },
    write: (objects, root, pages) => {
      const filled = filledElements(root, marks);
      const references = new Map<StructureElement, PdfReference>();
      const tree = objects.reserve();
      const parents: PdfReference[][] = pages.map(() => []);
      const write = (element: StructureElement, parent: PdfReference): PdfReference => {
        const own = objects.reserve();
        references.set(element, own);
        const children = element.children.filter((child) => filled.has(child)).map((child) => write(child, own));
        const ownMarks = marks.get(element) ?? [];
        for (const { pageIndex, number } of ownMarks) parents[pageIndex]![number] = own;
        const words = (element.title === "" ? "" : `/T ${pdfTextString(element.title)}`) + (element.alt === "" ? "" : `/Alt ${pdfTextString(element.alt)}`);
        const box = boxes.get(element);
        const layout = box === undefined ? "" : `/A<</O/Layout/Placement/Block/BBox[${box}]>>`;
        objects.set(own, `<</S/${element.type}/P ${parent} 0 R${words}${layout}${kids(ownMarks, children, pages)}>>`);
        return own;
      };
      const top = write(root, tree);
      const numbers = parents.map((list, pageIndex) => `${pageIndex}[${list.map((reference) => `${reference} 0 R`).join(" ")}]`).join("");
      const parentTree = objects.add(`<</Nums[${numbers}]>>`);
      objects.set(tree, `<</Type/StructTreeRoot/K ${top} 0 R/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${pages.length}>>`);
      return tree;
    },
  };
}

/** The elements that hold marks, or have some below them. */
function filledElements(root: StructureElement, marks: ReadonlyMap<StructureElement, readonly Mark[]>): ReadonlySet<StructureElement> {
  const filled = new Set<StructureElement>();
  const visit = (element: StructureElement): boolean => {
    let isFilled = marks.has(element);
    for (const child of element.children) isFilled = visit(child) || isFilled;
    if (isFilled) filled.add(element);
    return isFilled;
  };
  visit(root);
  return filled;
}

/** An element's own marks, then its children. Marks on the page that the element names are plain numbers, others say their page. */
function kids(marks: readonly Mark[], children: readonly PdfReference[], pages: readonly PdfReference[]): string {
  const home = marks[0]?.pageIndex;
  const numbers = marks.map(({ pageIndex, number }) => (pageIndex === home ? String(number) : `<</Type/MCR/Pg ${pages[pageIndex]!} 0 R/MCID ${number}>>`));
  const all = [...numbers, ...children.map((child) => `${child} 0 R`)];
  const page = home === undefined ? "" : `/Pg ${pages[home]!} 0 R`;
  return all.length === 0 ? page : `${page}/K${all.length === 1 && !all[0]!.startsWith("<") ? ` ${all[0]!}` : `[${all.join(" ")}]`}`;
}
