import { blackInk } from "../../model/ink";
import { ok, type Result } from "../../result";
import { Break, breakOpportunities } from "../../text/breakOpportunities";
import type { LineRules } from "../lineRules";
import { nextLine } from "../nextLine";
import { prepareParagraph } from "../prepare";
import { standInFonts } from "./standInFont";
import { readVectorFile, type BreakPositionsVector, type GreedyLayoutVector, type VectorProblem } from "./vectorFile";

/** How the engine did on a file of vectors. */
export interface VectorReport {
  /** As it was called by whoever asked. */
  readonly file: string;
  readonly kind: string;
  readonly count: number;
  readonly passed: number;
  /** How many vectors are of a kind that the engine is not judged by. */
  readonly unsupported: number;
  /** The ids of the vectors that came out otherwise. */
  readonly failed: readonly string[];
}

/** Sets every vector of a parsed file by the engine's own line breaking, with the stand-in font that vectors are defined by. */
export function runVectors(file: string, content: unknown): Result<VectorReport, VectorProblem> {
  const read = readVectorFile(content);
  if (!read.ok) return read;
  switch (read.value.kind) {
    case "zh-greedy-layout":
      return ok(report(file, read.value.kind, read.value.vectors, isLaidOutAlike));
    case "zh-break-positions":
      return ok(report(file, read.value.kind, read.value.vectors, breaksAlike));
    case "other":
      return ok({ file, kind: read.value.name, count: read.value.count, passed: 0, unsupported: read.value.count, failed: [] });
  }
}

function report<Vector extends { readonly id: string }>(
  file: string,
  kind: string,
  vectors: readonly Vector[],
  passes: (vector: Vector) => boolean,
): VectorReport {
  const failed = vectors.filter((vector) => !passes(vector)).map((vector) => vector.id);
  return { file, kind, count: vectors.length, passed: vectors.length - failed.length, unsupported: 0, failed };
}

const plainRules: LineRules = {
  prohibition: "gb", lineEndTrim: "off", lineStartTrim: "off", adjacentTrim: "off", autospace: 0, orphan: 0, markWidths: "font",
  hanSpaceEm: null,
};

/** The profiles of the layout vectors, as settings of the engine. */
const profiles: Readonly<Record<GreedyLayoutVector["profile"], Partial<LineRules>>> = {
  P0: {},
  P1: { lineEndTrim: "always" },
  P2: { lineEndTrim: "always", lineStartTrim: "trim", adjacentTrim: "half" },
};

/** Widths in vectors are halves of an em; anything closer is the same. */
const SAME_WIDTH_EM = 0.001;

function isLaidOutAlike(vector: GreedyLayoutVector): boolean {
  const paragraph = prepareParagraph(standInFonts(), {
    text: vector.text,
    runs: [{ from: 0, to: vector.text.length, fontId: "stand-in", ink: blackInk }],
    direction: "horizontal",
    size: 1,
    horizontalScale: 1,
    trackingEm: 0,
    firstLineIndentEm: vector.firstLineIndentEm,
    hangingIndentEm: 0,
    rules: { ...plainRules, prohibition: vector.level, ...profiles[vector.profile] },
  });
  let count = 0;
  for (let line = nextLine(paragraph, 0, vector.boxWidthEm); line !== null; line = nextLine(paragraph, line.to, vector.boxWidthEm)) {
    const text = paragraph.text.slice(paragraph.offsets[line.from], paragraph.offsets[line.visibleTo]);
    if (text !== vector.lines[count]?.trimEnd()) return false;
    if (Math.abs(line.width - (vector.lineWidthsEm[count] ?? Number.NaN)) > SAME_WIDTH_EM) return false;
    count++;
  }
  return count === vector.lines.length;
}

function breaksAlike({ text, level, forbidden, allowed }: BreakPositionsVector): boolean {
  const flags = breakOpportunities(text, level);
  const offsets = codePointOffsets(text);
  const mayBreak = (position: number) => (flags[offsets[position] ?? -1] ?? Break.inside) >= Break.allowed;
  return allowed.every(mayBreak) && !forbidden.some(mayBreak);
}

/** The UTF-16 offset before each code point. */
function codePointOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  return offsets;
}
