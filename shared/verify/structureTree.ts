import type { PdfFile } from "./pdfFile";
import type { PdfEntries, PdfValue } from "./pdfValue";

/** A structure element, or a piece of marked content it holds. */
export interface StructureTree {
  /** Every element in reading order. */
  readonly elements: readonly { readonly element: PdfEntries; readonly kind: string }[];
  /** Marked content in reading order: the page's dictionary and its MCID. */
  readonly content: readonly { readonly page: PdfEntries | null; readonly id: number }[];
  /** Elements met twice, or nested beyond reason. */
  readonly loops: readonly (number | undefined)[];
}

const deepest = 100;
const most = 500_000;

/** Walks the structure tree in reading order (ISO 32000-1, 14.7.2); null where the file has none. */
export function readStructureTree(file: PdfFile): StructureTree | null {
  const root = file.entriesAt(file.catalogue, "StructTreeRoot");
  if (root === null) return null;
  const roles = file.entriesAt(root, "RoleMap");
  const elements: { element: PdfEntries; kind: string }[] = [];
  const content: { page: PdfEntries | null; id: number }[] = [];
  const loops: (number | undefined)[] = [];
  const seen = new Set<PdfEntries>();
  const standardKind = (name: string): string => {
    let kind = name;
    for (let step = 0; step < 8 && roles !== null; step++) kind = file.nameAt(roles, kind) ?? kind;
    return kind;
  };
  const walk = (value: PdfValue, page: PdfEntries | null, depth: number): void => {
    const resolved = file.resolve(value);
    if (elements.length + content.length > most) return;
    if (typeof resolved === "number") {
      content.push({ page, id: resolved });
      return;
    }
    if (resolved === null || typeof resolved !== "object") return;
    if (resolved.kind === "array") {
      for (const item of resolved.items) walk(item, page, depth);
      return;
    }
    if (resolved.kind !== "dictionary") return;
    const type = file.nameAt(resolved, "Type");
    if (type === "OBJR") return;
    const own = file.entriesAt(resolved, "Pg") ?? page;
    if (type === "MCR") {
      content.push({ page: own, id: file.numberAt(resolved, "MCID") ?? -1 });
      return;
    }
    if (seen.has(resolved) || depth > deepest) {
      loops.push(file.numberOf(resolved));
      return;
    }
    seen.add(resolved);
    elements.push({ element: resolved, kind: standardKind(file.nameAt(resolved, "S") ?? "") });
    walk(resolved.entries.get("K") ?? null, own, depth + 1);
  };
  walk(root.entries.get("K") ?? null, null, 0);
  return { elements, content, loops };
}

/** The entries of a number tree (ISO 32000-1, 7.9.7). */
export function readNumberTree(file: PdfFile, root: PdfValue | undefined): ReadonlyMap<number, PdfValue> {
  const found = new Map<number, PdfValue>();
  const seen = new Set<PdfEntries>();
  const waiting = [root ?? null];
  while (waiting.length > 0 && found.size < most) {
    const node = file.entries(waiting.pop());
    if (node === null || seen.has(node)) continue;
    seen.add(node);
    const pairs = file.arrayAt(node, "Nums") ?? [];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const key = file.number(pairs[at]);
      if (key !== null) found.set(key, pairs[at + 1] ?? null);
    }
    for (const kid of file.arrayAt(node, "Kids") ?? []) waiting.push(kid);
  }
  return found;
}
