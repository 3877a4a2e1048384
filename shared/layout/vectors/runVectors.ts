import { fail, ok, type Result } from "../../result";
import type { ProhibitionLevel } from "../../text/prohibition";
import { passesBreaks, type BreakVector } from "./breakVector";
import { passesLayout, type LayoutVector } from "./layoutVector";

/** What came of a vector file: every vector passed, failed, or is of a kind the engine does not know. */
export interface VectorReport {
  readonly kind: string;
  readonly count: number;
  readonly passed: number;
  readonly unsupported: number;
  /** The ids of those that failed. */
  readonly failed: readonly string[];
}

/** Why a file is no vector file. */
export interface VectorProblem {
  readonly code: "not-a-vector-file";
  /** The place and what is wrong there. */
  readonly detail: string;
}

type JsonRecord = Readonly<Record<string, unknown>>;

const MAX_VECTORS = 100_000;
const levels: readonly string[] = ["none", "basic", "gb", "strict"] satisfies readonly ProhibitionLevel[];
const profiles: readonly string[] = ["P0", "P1", "P2"] satisfies readonly LayoutVector["profile"][];

/** Runs a parsed vector file by the engine's own rules. */
export function runVectors(file: unknown): Result<VectorReport, VectorProblem> {
  if (!isRecord(file)) return problem("the file is not an object");
  const { kind, vectors } = file;
  if (typeof kind !== "string") return problem("kind is missing");
  if (!Array.isArray(vectors) || vectors.length > MAX_VECTORS) return problem("vectors is no list");
  let passed = 0;
  let unsupported = 0;
  const failed: string[] = [];
  for (const [index, vector] of vectors.entries()) {
    if (!isRecord(vector) || typeof vector["id"] !== "string") return problem(`vectors/${index} has no id`);
    const verdict = judge(kind, vector);
    if (verdict === null) return problem(`vectors/${index} (${vector["id"]}) is not of the kind ${kind}`);
    if (verdict === "unsupported") unsupported++;
    else if (verdict === "passed") passed++;
    else failed.push(vector["id"]);
  }
  return ok({ kind, count: vectors.length, passed, unsupported, failed });
}

type Verdict = "passed" | "failed" | "unsupported";

function judge(kind: string, vector: JsonRecord): Verdict | null {
  switch (kind) {
    case "zh-greedy-layout":
      return isLayoutVector(vector) ? verdictOf(passesLayout(vector)) : null;
    case "zh-break-positions":
      return isBreakVector(vector) ? verdictOf(passesBreaks(vector)) : null;
    default:
      return "unsupported";
  }
}

function verdictOf(passes: boolean): Verdict {
  return passes ? "passed" : "failed";
}

function isLayoutVector(vector: JsonRecord): vector is JsonRecord & LayoutVector {
  return (
    hasTextAndLevel(vector) &&
    typeof vector["profile"] === "string" &&
    profiles.includes(vector["profile"]) &&
    isPositive(vector["boxWidthEm"]) &&
    typeof vector["firstLineIndentEm"] === "number" &&
    isListOf(vector["lines"], (line) => typeof line === "string") &&
    isListOf(vector["lineWidthsEm"], (width) => typeof width === "number")
  );
}

function isBreakVector(vector: JsonRecord): vector is JsonRecord & BreakVector {
  return hasTextAndLevel(vector) && isListOf(vector["forbidden"], Number.isInteger) && isListOf(vector["allowed"], Number.isInteger);
}

function hasTextAndLevel(vector: JsonRecord): boolean {
  return typeof vector["text"] === "string" && typeof vector["level"] === "string" && levels.includes(vector["level"]);
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value < 1e6;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function problem(detail: string): Result<never, VectorProblem> {
  return fail({ code: "not-a-vector-file", detail });
}
