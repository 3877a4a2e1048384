import { problemList, unreadable } from "../model/documentProblem";
import type { Shape } from "../model/shape";
import { fail, ok, type Result } from "../result";
import type { CommandProblem } from "./command";

/**
 * The record as a file would give it back: lengths rounded to 0.001 pt, every value in its range. A command stores
 * nothing else, so what it makes can be saved and opened again. The problem names the first field that is out of range.
 */
export function checkedRecord<Value>(shape: Shape<Value>, value: Value): Result<Value, CommandProblem> {
  const { problems, report } = problemList();
  const read = shape.read(value, "", report);
  if (read !== unreadable) return ok(read);
  return fail({ code: "value-out-of-range", field: problems[0]?.place ?? "" });
}

/** The results' values, or the first problem among them. */
export function allOf<Value>(
  results: readonly Result<Value, CommandProblem>[],
): Result<readonly Value[], CommandProblem> {
  const values: Value[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}
