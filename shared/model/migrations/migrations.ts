/** One step from a format version to the next. */
export interface Migration {
  /** The version it starts from; it leads to the one after. */
  readonly from: number;
  /** The same issue as the next version writes it. It must bear any content: what it leaves is parsed strictly. */
  readonly up: (file: FileFields) => FileFields;
}

/** The fields of an issue file of some version. */
export type FileFields = Readonly<Record<string, unknown>>;

/** All steps, oldest first: `migrations[0]` starts from version 1. */
export const migrations: readonly Migration[] = [];

/** The version that a program with these steps writes. */
export function latestVersion(steps: readonly Migration[]): number {
  return steps.length + 1;
}

/** The fields of a file of an older version as the newest version writes them; `version` must be known. */
export function migrate(file: FileFields, version: number, steps: readonly Migration[]): FileFields {
  return steps.filter((step) => step.from >= version).reduce((fields, step) => step.up(fields), file);
}
