import type { ParseKeys, TFunction } from "i18next";
import type { CommandProblem } from "../../shared/commands/command";
import type { DocumentProblem } from "../../shared/model/documentProblem";
import { HostError } from "../../shared/platform/host";

/** Something to say, kept as data so that it follows a change of language. */
export interface Sentence {
  readonly key: ParseKeys;
  readonly values?: Readonly<Record<string, string | number>>;
  /** A sentence that stands in this one as its `reason`. */
  readonly reason?: Sentence;
}

/** The words of a sentence in the language spoken now. */
export function say(translate: TFunction, sentence: Sentence): string {
  const reason = sentence.reason === undefined ? {} : { reason: say(translate, sentence.reason) };
  return translate(sentence.key, { ...sentence.values, ...reason });
}

/** What to say about a command that was refused. */
export function commandSentence(problem: CommandProblem): Sentence {
  const { code, ...values } = problem;
  return { key: `failures.command.${code}`, values };
}

/** What to say about an issue that is not in the format: its first problem, which the others often follow from. */
export function documentSentence(path: string, problems: readonly DocumentProblem[]): Sentence {
  const [first] = problems;
  if (first === undefined) return { key: "failures.unexpected", values: { detail: path } };
  const { code, place, detail } = first;
  return { key: "failures.document.whole", values: { path }, reason: { key: `failures.document.${code}`, values: { place, detail } } };
}

/** What to say about an error: by its code where the host has given one. */
export function errorSentence(error: unknown): Sentence {
  if (error instanceof HostError) {
    const sentence: Sentence = { key: `failures.host.${error.code}`, values: { detail: error.detail } };
    return error.page === null ? sentence : { key: "failures.onPage", values: { page: error.page }, reason: sentence };
  }
  return { key: "failures.unexpected", values: { detail: error instanceof Error ? error.message : String(error) } };
}
