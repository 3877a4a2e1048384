import type { GlyphRun } from "../../display/displayList";
import type { PdfObjects, PdfReference } from "./pdfObjects";
import { latin1, pdfNumber, pdfNumbers } from "./pdfSyntax";

/** A glyph as a drawing, in font units, y upwards. */
export interface GlyphDrawing {
  /** SVG path data of absolute commands M, L, Q, C and Z; empty for a blank glyph. */
  readonly outline: (fontId: string, glyphId: number) => string;
  readonly unitsPerEm: (fontId: string) => number;
}

/** Glyphs as forms without text (转曲): each outline is written once and drawn wherever it stands, in the ink that is set. */
export interface OutlineForms {
  /** The operators that draw a run. */
  content(out: string[], run: GlyphRun, pageHeight: number): void;
  readonly names: readonly (readonly [name: string, reference: PdfReference])[];
}

/** No outlines yet; they are written to `objects` when a run first needs them. */
export function createOutlineForms(objects: PdfObjects, { outline, unitsPerEm }: GlyphDrawing): OutlineForms {
  const fonts = new Map<string, (string | null | undefined)[]>();
  const names: (readonly [string, PdfReference])[] = [];
  const formOf = (fontId: string, glyphId: number): string | null => {
    let forms = fonts.get(fontId);
    if (forms === undefined) fonts.set(fontId, (forms = []));
    const known = forms[glyphId];
    if (known !== undefined) return known;
    const { operators, box } = pathOperators(outline(fontId, glyphId));
    if (operators === "") return (forms[glyphId] = null);
    const name = `G${names.length + 1}`;
    names.push([name, objects.addStream(`/Type/XObject/Subtype/Form/BBox[${box}]/Resources<<>>`, latin1(`${operators}f\n`))]);
    return (forms[glyphId] = name);
  };
  return {
    names,
    content: (out, run, pageHeight) => {
      const unit = run.size / unitsPerEm(run.fontId);
      const [across, up] = [unit * run.horizontalScale, unit];
      run.glyphIds.forEach((glyphId, index) => {
        const name = formOf(run.fontId, glyphId);
        if (name === null) return;
        const [x, y] = [run.xs[index]!, pageHeight - run.ys[index]!];
        const matrix = run.rotation === 0 ? [across, 0, 0, up] : [0, -across, up, 0];
        out.push(`q ${matrix.map(scaleNumber).join(" ")} ${pdfNumbers(x, y)} cm /${name} Do Q`);
      });
    },
  };
}

/** Scales of glyphs are hundredths of a point and are multiplied by a thousand units: they need more than four decimals. */
function scaleNumber(value: number): string {
  return value === 0 ? "0" : value.toFixed(7).replace(/0+$/, "").replace(/\.$/, "");
}

interface DrawnPath {
  readonly operators: string;
  /** Holds every point, control points too: left, foot, right, top. */
  readonly box: string;
}

/** SVG path data as PDF operators; quadratic curves become cubic ones, exactly. */
function pathOperators(path: string): DrawnPath {
  let operators = "";
  let [x, y] = [0, 0];
  let [left, foot, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [, command, rest] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (rest!.match(/-?[\d.]+/g) ?? []).map(Number);
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      left = Math.min(left, numbers[at]!);
      right = Math.max(right, numbers[at]!);
      foot = Math.min(foot, numbers[at + 1]!);
      top = Math.max(top, numbers[at + 1]!);
    }
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    switch (command ?? "") {
      case "M":
        operators += `${pdfNumbers(a, b)} m\n`;
        break;
      case "L":
        operators += `${pdfNumbers(a, b)} l\n`;
        break;
      case "Q": {
        const third = (from: number, control: number): number => from + (2 / 3) * (control - from);
        operators += `${[third(x, a), third(y, b), third(c, a), third(d, b), c, d].map(pdfNumber).join(" ")} c\n`;
        break;
      }
      case "C":
        operators += `${numbers.map(pdfNumber).join(" ")} c\n`;
        break;
      case "Z":
        operators += "h\n";
    }
    if (numbers.length >= 2) [x, y] = numbers.slice(-2) as [number, number];
  }
  return { operators, box: pdfNumbers(left, foot, right, top) };
}
