import { fail, ok, type Result } from "../../result";
import { judgeAutospace } from "./autospaceVector";
import { judgeChineseBreaks } from "./breakVector";
import { judgeCssBreaks } from "./cssBreakVector";
import { judgeDefaultBreaks } from "./defaultBreakVector";
import { judgeHanging } from "./hangingVector";
import { judgeLayout } from "./layoutVector";
import { judgeOrientation } from "./orientationVector";
import { judgeSpacingTrim } from "./spacingTrimVector";
import { isRecord, type Judge, type VectorRecord } from "./vectorFields";

/** What came of a vector file: every vector passed, failed, is of a sort that is not known, or is not to be judged. */
export interface VectorReport {
  readonly kind: string;
  readonly count: number;
  readonly passed: number;
  readonly unsupported: number;
  /** The ids of those that failed. */
  readonly failed: readonly string[];
  /** The ids of those that are not supported, where there are any. */
  readonly unsupportedIds?: readonly string[];
  /** The ids of those that the file itself keeps from being judged, where there are any. */
  readonly excluded?: readonly string[];
}

/** Why a file is no vector file. */
export interface VectorProblem {
  readonly code: "not-a-vector-file";
  /** The place and what is wrong there. */
  readonly detail: string;
}

const MAX_VECTORS = 100_000;

const judges: ReadonlyMap<string, Judge> = new Map([
  ["zh-greedy-layout", judgeLayout],
  ["zh-break-positions", judgeChineseBreaks],
  ["uax14", judgeDefaultBreaks],
  ["line-break", judgeCssBreaks],
  ["text-spacing-trim", judgeSpacingTrim],
  ["text-autospace", judgeAutospace],
  ["hanging-punctuation", judgeHanging],
  ["vertical-orientation", judgeOrientation],
]);

/** Runs a parsed vector file in the profile of its kind. */
export function runVectors(file: unknown): Result<VectorReport, VectorProblem> {
  if (!isRecord(file)) return problem("the file is not an object");
  const { kind, vectors } = file;
  if (typeof kind !== "string") return problem("kind is missing");
  if (!Array.isArray(vectors) || vectors.length > MAX_VECTORS) return problem("vectors is no list");
  const judge: Judge = judges.get(kind) ?? (() => "unsupported");
  const ids = { passed: [] as string[], failed: [] as string[], unsupported: [] as string[], excluded: [] as string[] };
  for (const [index, vector] of vectors.entries()) {
    const id = isRecord(vector) ? idOf(vector) : null;
    if (!isRecord(vector) || id === null) return problem(`vectors/${index} has no id`);
    const verdict = judge(vector);
    if (verdict === null) return problem(`vectors/${index} (${id}) is not of the kind ${kind}`);
    ids[verdict].push(id);
  }
  return ok({
    kind,
    count: vectors.length,
    passed: ids.passed.length,
    unsupported: ids.unsupported.length,
    failed: ids.failed,
    ...(ids.unsupported.length > 0 && { unsupportedIds: ids.unsupported }),
    ...(ids.excluded.length > 0 && { excluded: ids.excluded }),
  });
}

/** A vector's id; one about a single code point is known by it. */
function idOf({ id, cp }: VectorRecord): string | null {
  if (typeof id === "string") return id;
  return typeof cp === "string" ? cp : null;
}

function problem(detail: string): Result<never, VectorProblem> {
  return fail({ code: "not-a-vector-file", detail });
}
