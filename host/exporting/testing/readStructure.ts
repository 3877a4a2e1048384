import { printed } from "./readPdf";

/** An element of a file's logical structure as poppler reads it. */
export interface ReadElement {
  readonly type: string;
  /** What is marked for the element itself, in the order of its sequences. */
  readonly text: string;
  readonly children: readonly ReadElement[];
}

interface OpenElement {
  readonly type: string;
  text: string;
  readonly children: OpenElement[];
}

/** The root of the structure that a file states, with the text of each element (`pdfinfo -struct-text`). */
export function readStructure(file: string): ReadElement {
  const root: OpenElement = { type: "", text: "", children: [] };
  const open: OpenElement[] = [root];
  for (const line of printed("pdfinfo", "-enc", "UTF-8", "-struct-text", file).split("\n")) {
    const depth = /^ */.exec(line)![0].length / 2;
    const words = /^ *"(.*)"$/s.exec(line);
    const type = /^ *([A-Z][A-Za-z0-9]*)(?: |:|$)/.exec(line);
    if (words !== null) open[depth]!.text += words[1]!;
    else if (type !== null) {
      const element: OpenElement = { type: type[1]!, text: "", children: [] };
      open[depth]!.children.push(element);
      open[depth + 1] = element;
    }
  }
  return root;
}

/** The elements of some types below one, in reading order. */
export function elementsOf(element: ReadElement, ...types: readonly string[]): readonly ReadElement[] {
  return element.children.flatMap((child) => [...(types.includes(child.type) ? [child] : []), ...elementsOf(child, ...types)]);
}

/** All text of an element and of what is below it. */
export function textOfElement({ text, children }: ReadElement): string {
  return text + children.map(textOfElement).join("");
}
