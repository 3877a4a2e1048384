import { fail, ok, type Result } from "../../result";
import type { ProhibitionLevel } from "../../text/prohibition";

/** A text laid out first-fit under one of the profiles P0, P1 and P2. */
export interface GreedyLayoutVector {
  readonly id: string;
  readonly level: ProhibitionLevel;
  readonly profile: "P0" | "P1" | "P2";
  readonly boxWidthEm: number;
  readonly firstLineIndentEm: number;
  readonly text: string;
  readonly lines: readonly string[];
  /** Before justification, the indent not counted. */
  readonly lineWidthsEm: readonly number[];
}

/** Where a text may and may not be broken; offsets count code points. */
export interface BreakPositionsVector {
  readonly id: string;
  readonly level: ProhibitionLevel;
  readonly text: string;
  readonly forbidden: readonly number[];
  readonly allowed: readonly number[];
}

/** A file of vectors as the engine takes it; of other kinds only the number of vectors is known. */
export type VectorFile =
  | { readonly kind: "zh-greedy-layout"; readonly vectors: readonly GreedyLayoutVector[] }
  | { readonly kind: "zh-break-positions"; readonly vectors: readonly BreakPositionsVector[] }
  | { readonly kind: "other"; readonly name: string; readonly count: number };

/** Why a file holds no vectors, with the place in it, such as `vectors[3].boxWidthEm`. */
export interface VectorProblem {
  readonly code: "not-a-vector-file";
  readonly place: string;
}

class WrongVector extends Error {
  constructor(readonly place: string) {
    super(place);
  }
}

/** Reads a parsed JSON file of the format `{kind, vectors}`. */
export function readVectorFile(content: unknown): Result<VectorFile, VectorProblem> {
  try {
    const file = record(content, "file");
    const kind = text(file["kind"], "kind");
    const vectors = list(file["vectors"], "vectors");
    if (kind === "zh-greedy-layout") return ok({ kind, vectors: vectors.map(greedyLayoutVector) });
    if (kind === "zh-break-positions") return ok({ kind, vectors: vectors.map(breakPositionsVector) });
    return ok({ kind: "other", name: kind, count: vectors.length });
  } catch (error) {
    if (error instanceof WrongVector) return fail({ code: "not-a-vector-file", place: error.place });
    throw error;
  }
}

function greedyLayoutVector(value: unknown, index: number): GreedyLayoutVector {
  const place = `vectors[${index}]`;
  const vector = record(value, place);
  return {
    id: text(vector["id"], `${place}.id`),
    level: oneOf(["none", "basic", "gb", "strict"], vector["level"], `${place}.level`),
    profile: oneOf(["P0", "P1", "P2"], vector["profile"], `${place}.profile`),
    boxWidthEm: length(vector["boxWidthEm"], `${place}.boxWidthEm`),
    firstLineIndentEm: length(vector["firstLineIndentEm"], `${place}.firstLineIndentEm`),
    text: text(vector["text"], `${place}.text`),
    lines: list(vector["lines"], `${place}.lines`).map((line, at) => text(line, `${place}.lines[${at}]`)),
    lineWidthsEm: list(vector["lineWidthsEm"], `${place}.lineWidthsEm`).map((width, at) => length(width, `${place}.lineWidthsEm[${at}]`)),
  };
}

function breakPositionsVector(value: unknown, index: number): BreakPositionsVector {
  const place = `vectors[${index}]`;
  const vector = record(value, place);
  const offsets = (name: string) => list(vector[name], `${place}.${name}`).map((offset, at) => length(offset, `${place}.${name}[${at}]`));
  return {
    id: text(vector["id"], `${place}.id`),
    level: oneOf(["none", "basic", "gb", "strict"], vector["level"], `${place}.level`),
    text: text(vector["text"], `${place}.text`),
    forbidden: offsets("forbidden"),
    allowed: offsets("allowed"),
  };
}

function record(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new WrongVector(place);
  // An object that is no array is a record of unknown values.
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new WrongVector(place);
  return value;
}

function text(value: unknown, place: string): string {
  if (typeof value !== "string") throw new WrongVector(place);
  return value;
}

function length(value: unknown, place: string): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) throw new WrongVector(place);
  return value;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown, place: string): Value {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new WrongVector(place);
  return found;
}
