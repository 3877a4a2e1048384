import { listPresets, userPresets } from "../host/exporting/pressPresets";
import { machineFolders } from "../host/machine";
import { CliError, sentenceOf, type CliContext } from "./cliError";
import { readArguments } from "./readArguments";

/** `broadsheet presets`: what `export --preset` can be told, one a line: name, standard, profile, naming rule, title. */
export async function presetsCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { positionals } = readArguments("presets", args, {});
  if (positionals.length > 0) throw new CliError(`broadsheet presets takes no arguments: "${positionals[0]}" is too much.`);
  const folders = { projectRoot: context.projectRoot, config: machineFolders(context.environment).config };
  for (const { id, preset } of await listPresets(folders, (fault) => context.err(`${sentenceOf(fault)}\n`))) {
    const { standard, output, fileName, name } = preset;
    context.out(`${id}\t${standard}\t${output?.profile ?? "-"}\t${fileName}\t${name.en}\n`);
  }
  context.out(`Your own lie in ${userPresets(folders)}.\n`);
  return 0;
}
