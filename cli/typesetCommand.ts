import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { runVectors } from "../shared/layout/vectors/runVectors";
import { CliError, type CliContext } from "./cliError";
import { absolutePath, readArguments } from "./readArguments";

const MAX_VECTOR_BYTES = 64 * 1024 * 1024;

/** `broadsheet typeset --vectors FILE`: one line of JSON that counts what passed. */
export async function typesetCommand(args: readonly string[], context: CliContext): Promise<number> {
  const read = readArguments("typeset", args, { vectors: "value" });
  const file = read.value("vectors");
  if (file === null) throw new CliError("broadsheet typeset needs --vectors FILE.");
  if (read.positionals.length > 0) throw new CliError(`broadsheet typeset: "${read.positionals[0]}" is too much.`);
  const result = runVectors(await readJson(absolutePath(file, context)));
  if (!result.ok) throw new CliError(`${file} is not a vector file: ${result.problem.detail}.`);
  context.out(`${JSON.stringify({ file: basename(file), ...result.value })}\n`);
  return result.value.failed.length === 0 ? 0 : 1;
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    if ((await stat(path)).size > MAX_VECTOR_BYTES) throw new CliError(`${path} is too large for a vector file.`);
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${path} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError(`${path} is not JSON.`);
  }
}
