import type { ContentNotes } from "./contentNotes";
import type { FontUse } from "./contentUses";
import { identity, multiply, unitLengths, type GraphicsState, type PdfMatrix } from "./graphicsState";
import type { PdfValue } from "./pdfValue";

/** What text operators need of the content they stand in. */
export interface TextSurroundings {
  readonly notes: ContentNotes;
  readonly state: GraphicsState;
  set(change: Partial<GraphicsState>): void;
  setFont(name: PdfValue, size: number): void;
  /** Whether any of a rectangle of page space lies within the trim. */
  isInside(left: number, bottom: number, right: number, top: number): boolean;
}

/** Carries out the operators of text objects (ISO 32000-1, 9.4), noting what is shown and how. */
export class TextInterpreter {
  #matrix: PdfMatrix = identity;
  #line: PdfMatrix = identity;
  #isOpen = false;

  constructor(readonly around: TextSurroundings) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  carryOut(operator: string, operands: readonly PdfValue[]): void {
    const { notes, state } = this.around;
    const n = (index: number): number => (typeof operands[index] === "number" ? operands[index] : 0);
    switch (operator) {
      case "BT":
        if (this.#isOpen) notes.fault("text-object", "BT in BT");
        this.#isOpen = true;
        this.#place(identity);
        return;
      case "ET":
        if (!this.#isOpen) notes.fault("text-object", "ET");
        this.#isOpen = false;
        return;
      case "Tf":
        this.around.setFont(operands[0] ?? null, n(1));
        return;
      case "Tr":
        this.around.set({ renderMode: n(0) });
        return;
      case "TL":
        this.around.set({ leading: n(0) });
        return;
      case "Tm":
        this.#place([n(0), n(1), n(2), n(3), n(4), n(5)]);
        return;
      case "Td":
      case "TD":
        if (operator === "TD") this.around.set({ leading: -n(1) });
        this.#nextLine(n(0), n(1));
        return;
      case "T*":
        this.#nextLine(0, -state.leading);
        return;
      case "Tj":
      case "TJ":
        this.#show(operands[0] ?? null);
        return;
      case "'":
      case "\"":
        this.#nextLine(0, -state.leading);
        this.#show(operands[operator === "'" ? 0 : 2] ?? null);
        return;
    }
  }

  #place(matrix: PdfMatrix): void {
    this.#matrix = this.#line = matrix;
  }

  #nextLine(x: number, y: number): void {
    this.#place(multiply([1, 0, 0, 1, x, y], this.#line));
  }

  #show(shown: PdfValue): void {
    const { notes, state } = this.around;
    if (!this.#isOpen) notes.fault("text-object", "Tj");
    if (state.font === null) notes.fault("resource", "Tj – Tf");
    else this.#paint(state.font, shown);
  }

  #paint(font: FontUse, shown: PdfValue): void {
    const { notes, state } = this.around;
    const { renderMode, matrix, fill, stroke, lineWidth } = state;
    // Modes 3 and 7 paint nothing.
    const isPainted = renderMode !== 3 && renderMode !== 7;
    if (!notes.codes(font, shown, isPainted) || !isPainted) return;
    const [, , c, d, x, y] = multiply(this.#matrix, matrix);
    const size = Math.abs(state.fontSize) * Math.hypot(c, d);
    const insideTrim = this.around.isInside(x - size, y - size, x + size, y + size);
    const mode = renderMode % 4;
    if (mode !== 1) notes.paint("text", fill, state, { size, insideTrim });
    if (mode === 1 || mode === 2) notes.paint("stroke", stroke, state, { thickness: lineWidth * unitLengths(matrix)[0], insideTrim });
  }
}
