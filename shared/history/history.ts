import type { IssueDocument } from "../model/document";

/** One entry of the undo stack: the document before and after, and what the edit is called. */
export interface HistoryStep {
  readonly before: IssueDocument;
  readonly after: IssueDocument;
  /** The code of the edit's name, such as `move-boxes`; the menu says it in the user's language. */
  readonly label: string;
  /** Steps of one key become one step until the history is sealed; a gesture's key is its own. */
  readonly mergeKey?: string;
}

/** What was done and may be undone, what was undone and may be done again; an immutable value. */
export interface History {
  /** Oldest first. */
  readonly past: readonly HistoryStep[];
  /** The next one to redo last. */
  readonly future: readonly HistoryStep[];
  /** The group of merging steps that is still open. */
  readonly open: OpenGroup | null;
}

/** Steps that merge, and what there was to redo before the first of them. */
interface OpenGroup {
  readonly mergeKey: string;
  readonly future: readonly HistoryStep[];
}

/** A step through time: the document that is shown now, and the history behind it. */
export interface Travel {
  readonly history: History;
  readonly document: IssueDocument;
}

/** The history of a document that was just opened. */
export const emptyHistory: History = { past: [], future: [], open: null };

/** How many steps can be undone. */
export const HISTORY_DEPTH = 200;

/**
 * The history with one more edit. Where nothing changed it stays as it is; an edit with the key of the open group
 * becomes part of its step, and a group that comes back to where it started leaves no step.
 */
export function record(history: History, step: HistoryStep): History {
  if (step.before === step.after) return history;
  const { mergeKey } = step;
  const group = mergeKey !== undefined && history.open?.mergeKey === mergeKey ? history.open : null;
  const last = history.past.at(-1);
  const merged = group !== null && last?.mergeKey === mergeKey ? last : undefined;
  const earlier = merged === undefined ? history.past : history.past.slice(0, -1);
  const joined = merged === undefined ? step : { ...merged, after: step.after };
  const open = mergeKey === undefined ? null : (group ?? { mergeKey, future: history.future });
  if (joined.before === joined.after) return { past: earlier, future: open?.future ?? [], open };
  return { past: [...earlier, joined].slice(-HISTORY_DEPTH), future: [], open };
}

/** The history with its open group closed: the next edit makes a step of its own. */
export function seal(history: History): History {
  return history.open === null ? history : { ...history, open: null };
}

/** Gives up the open group of that key: the document before it, and what there was to redo; null where it left no step. */
export function abandon(history: History, mergeKey: string): Travel | null {
  const last = history.past.at(-1);
  if (history.open?.mergeKey !== mergeKey || last?.mergeKey !== mergeKey) return null;
  return { history: { past: history.past.slice(0, -1), future: history.open.future, open: null }, document: last.before };
}

/** One step back, or null where there is none. The document is the very one that stood before the step. */
export function undo(history: History): Travel | null {
  const last = history.past.at(-1);
  if (last === undefined) return null;
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, last], open: null },
    document: last.before,
  };
}

/** One step forward again, or null where there is none. The document is the very one that the step had made. */
export function redo(history: History): Travel | null {
  const next = history.future.at(-1);
  if (next === undefined) return null;
  return {
    history: { past: [...history.past, next], future: history.future.slice(0, -1), open: null },
    document: next.after,
  };
}

/** What the next undo would take back, or null. */
export function undoLabel(history: History): string | null {
  return history.past.at(-1)?.label ?? null;
}

/** What the next redo would do again, or null. */
export function redoLabel(history: History): string | null {
  return history.future.at(-1)?.label ?? null;
}
