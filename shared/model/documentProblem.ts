/** What is wrong at one place of a file. Each code has one sentence per language in `renderer/i18n`. */
export interface DocumentProblem {
  readonly code: DocumentProblemCode;
  /** Where it is, by keys and indexes from the top of the file: `boxes/lead-body/rect/width`; empty for the whole. */
  readonly place: string;
  /** What stood there or what is missing, short; technical, not a sentence. */
  readonly detail: string;
}

/** The closed list of what can be wrong with a document. */
export type DocumentProblemCode =
  | "unknown-format"
  | "unknown-version"
  | "wrong-type"
  | "missing-field"
  | "unknown-field"
  | "not-finite"
  | "out-of-range"
  | "bad-choice"
  | "bad-text"
  | "bad-id"
  | "id-mismatch"
  | "too-many"
  | "text-too-long"
  | "marks-out-of-order"
  | "dangling-reference"
  | "wrong-box-kind"
  | "page-repeated"
  | "box-on-two-pages"
  | "box-on-no-page"
  | "frame-repeated"
  | "frame-in-two-stories"
  | "box-in-two-articles"
  | "story-in-two-articles";

/** Notes a problem and answers `unreadable`, so that a reader can report and give up in one step. */
export type Report = (code: DocumentProblemCode, place: string, detail: string) => Unreadable;

/** What a reader answers instead of a value. */
export const unreadable = Symbol("unreadable");
/** The type of `unreadable`. */
export type Unreadable = typeof unreadable;

const MOST_PROBLEMS = 100;

/** A list of problems and the function that adds to it; a hundred are kept, more would help nobody. */
export function problemList(): { readonly problems: readonly DocumentProblem[]; readonly report: Report } {
  const problems: DocumentProblem[] = [];
  return {
    problems,
    report: (code, place, detail) => {
      if (problems.length < MOST_PROBLEMS) problems.push({ code, place, detail });
      return unreadable;
    },
  };
}

/** A value in a few words for a problem's detail, whatever its size. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return `"${shorten(value)}"`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : typeof value;
}

/** A key or a text, cut to a length that fits a message. */
export function shorten(text: string): string {
  const most = 60;
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
