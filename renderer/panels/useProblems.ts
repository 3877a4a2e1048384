import { useContext } from "react";
import { useStore } from "zustand";
import type { PreflightProblem } from "../../shared/preflight/preflightProblem";
import { ProblemContext } from "./problemStore";

/** The problems of the open issue, as of its last quiet moment, or of a recent idle one while something is dragged. */
export function useProblems(): readonly PreflightProblem[] {
  const store = useContext(ProblemContext);
  if (store === null) throw new Error("No ProblemContext around this component");
  return useStore(store);
}

/** How many problems are errors and how many are warnings. */
export function countProblems(problems: readonly PreflightProblem[]): { readonly errors: number; readonly warnings: number } {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return { errors, warnings: problems.length - errors };
}
