import { parseArgs, type ParseArgsConfig } from "node:util";
import { resolve } from "node:path";
import { CliError, type CliContext } from "./cliError";

/** The options a command takes: with a value, or on and off. */
export type OptionTable = Readonly<Record<string, "value" | "flag">>;

/** A command's arguments, read strictly. */
export interface ReadArguments {
  readonly positionals: readonly string[];
  value(name: string): string | null;
  flag(name: string): boolean;
}

/** Reads arguments by a table; an unknown option or a missing value is a `CliError`. */
export function readArguments(command: string, args: readonly string[], table: OptionTable): ReadArguments {
  const options: ParseArgsConfig["options"] = {};
  for (const [name, kind] of Object.entries(table)) options[name] = { type: kind === "value" ? "string" : "boolean" };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? "") : String(error);
    throw new CliError(`broadsheet ${command}: ${reason}.`);
  }
  return {
    positionals: parsed.positionals,
    value: (name) => {
      const value = parsed.values[name];
      return typeof value === "string" ? value : null;
    },
    flag: (name) => parsed.values[name] === true,
  };
}

/** The one positional argument of a command, as an absolute path. */
export function onlyPath(command: string, what: string, { positionals }: ReadArguments, context: CliContext): string {
  const [path, ...others] = positionals;
  if (path === undefined || path === "") throw new CliError(`broadsheet ${command} needs ${what}.`);
  if (others.length > 0) throw new CliError(`broadsheet ${command} takes ${what} and no more: "${others[0]}" is too much.`);
  return absolutePath(path, context);
}

/** A path of the user's, made absolute. */
export function absolutePath(path: string, { currentFolder }: CliContext): string {
  if (path === "" || path.includes("\0")) throw new CliError("A path is empty.");
  return resolve(currentFolder, path);
}

/** A whole number in a range, or null where the option is not given. */
export function wholeNumber(command: string, name: string, text: string | null, least: number, most: number): number | null {
  if (text === null) return null;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new CliError(`broadsheet ${command}: --${name} is a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}
