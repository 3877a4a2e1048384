import { pressFileNames, type NamedPage } from "../../shared/export/pdf/pressFileNames";
import type { IssueDocument } from "../../shared/model/document";
import type { PageId } from "../../shared/model/ids";
import type { PressOptions, PresetDescription } from "../../shared/platform/host";
import type { Sentence } from "../window/sentence";
import { readPageRange } from "./pageRange";

/** What the user has chosen in the dialog for press files. */
export interface PressForm {
  readonly presetId: string;
  /** Replaces the preset's own profile; null for that. */
  readonly profile: string | null;
  readonly pages: "this" | "all" | "range";
  readonly range: string;
  readonly folder: string;
  readonly round: number;
}

/** What a form starts with: what was chosen last, as far as it is still there. */
export function firstForm({ presets, profiles, last }: PressOptions, folder: string): PressForm {
  const preset = presets.find(({ id }) => id === last?.preset) ?? presets[0];
  const profile = profiles.find(({ fileName }) => fileName === last?.profile)?.fileName ?? null;
  return { presetId: preset?.id ?? "", profile, pages: "all", range: "", folder: last?.folder ?? folder, round: last?.round ?? 1 };
}

/** The pages a form names, or what is wrong with its range. */
export type ChosenPages =
  | { readonly ok: true; readonly pages: readonly (NamedPage & { readonly id: PageId })[] }
  | { readonly ok: false; readonly sentence: Sentence };

/** The pages a form names, with their numbers in the issue. */
export function chosenPages({ pages, range }: Pick<PressForm, "pages" | "range">, document: IssueDocument, currentId: PageId): ChosenPages {
  const numbered = document.pages.map(({ id, name }, index) => ({ id, name, number: index + 1 }));
  if (pages === "all") return { ok: true, pages: numbered };
  if (pages === "this") return { ok: true, pages: numbered.filter(({ id }) => id === currentId) };
  const numbers = readPageRange(range, numbered.length);
  if (numbers === null) return { ok: false, sentence: { key: "press.badRange", values: { text: range, count: numbered.length } } };
  return { ok: true, pages: numbers.flatMap((number) => numbered.filter((page) => page.number === number)) };
}

/** The names of the files that would be written, or why there are none. */
export type NamedFiles = { readonly ok: true; readonly names: readonly string[] } | { readonly ok: false; readonly sentence: Sentence };

/** The files of pages by a preset's naming rule. */
export function namedFiles({ files, fileName: rule }: PresetDescription, document: IssueDocument, pages: readonly NamedPage[]): NamedFiles {
  const { publication: { code }, issue: { date, edition } } = document;
  const named = pressFileNames(rule, { code, date, edition }, files === "issue" ? [pages] : pages.map((page) => [page]));
  if (named.ok) return { ok: true, names: named.value };
  const { problem } = named;
  const values = {
    rule,
    field: "field" in problem ? `{${problem.field}}` : "",
    name: "name" in problem ? problem.name : "",
    first: "pages" in problem ? problem.pages[0] : 0,
    second: "pages" in problem ? problem.pages[1] : 0,
  };
  return { ok: false, sentence: { key: `press.names.${problem.code}`, values } };
}

/** Whether a text is the whole path of a folder on some system. */
export function isWholePath(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/]|\\\\)/u.test(path);
}
