/** What an element of the logical structure is: standard types alone (ISO 32000-1, 14.8.4), so no role map is needed. */
export type StructureType = "Document" | "Part" | "Art" | "Sect" | "H1" | "H2" | "P" | "Span" | "Figure" | "Caption";

/** One element of the logical structure; children in reading order. What is printed of it is found by `PdfStructure`. */
export interface StructureElement {
  readonly type: StructureType;
  readonly children: readonly StructureElement[];
  /** Names it for a list of elements; empty where its words are enough. */
  readonly title: string;
  /** What it shows, for who cannot see it; figures only. */
  readonly alt: string;
}

/** A place in the file for a list of contents. */
export interface Bookmark {
  readonly title: string;
  /** By its place in the file, from 0. */
  readonly pageIndex: number;
  /** Where on the page it begins, in the page's points from the top left corner. */
  readonly x: number;
  readonly y: number;
  readonly children: readonly Bookmark[];
}

/** The reading order of a file and what its marks belong to. What belongs to no element is an artifact: a rule, a tint, a folio. */
export interface PdfStructure {
  readonly root: StructureElement;
  /** The element of a line of text, by the identity of `DisplayLine.line`. */
  elementOfLine(line: object): StructureElement | null;
  /** The element of what a box shows besides text. */
  elementOfBox(boxId: string): StructureElement | null;
  readonly bookmarks: readonly Bookmark[];
}
