import { identity, multiply, type PdfMatrix } from "./graphicsState";

/** Where the next glyph stands: text and line matrix, and whether text may be shown at all (ISO 32000-1, 9.4). */
export class TextCursor {
  matrix: PdfMatrix = identity;
  #line: PdfMatrix = identity;
  isOpen = false;

  begin(): void {
    this.isOpen = true;
    this.set(identity);
  }

  set(matrix: PdfMatrix): void {
    this.matrix = this.#line = matrix;
  }

  nextLine(x: number, y: number): void {
    this.set(multiply([1, 0, 0, 1, x, y], this.#line));
  }
}
