import { existsSync } from "node:fs";
import type { PressChoice } from "../host/exporting/exportJob";
import { localTime } from "../host/exporting/localTime";
import { findPreset, profileOf } from "../host/exporting/pressPresets";
import { machineFolders } from "../host/machine";
import { CliError, type CliContext } from "./cliError";
import { absolutePath, wholeNumber, type ReadArguments } from "./readArguments";

/** The options that choose how pages become files for a plant. */
export const pressOptions = { preset: "value", profile: "value", round: "value" } as const;

const MOST_ROUNDS = 99;

/**
 * The preset, profile and round that arguments name, found and read before anything is written; null where none is named.
 * A name that is a file here is that file; else it is the name of a preset or profile that is known.
 */
export async function pressChoice(read: ReadArguments, context: CliContext, preset: string | null): Promise<PressChoice | null> {
  const profile = read.value("profile");
  const round = wholeNumber("export", "round", read.value("round"), 1, MOST_ROUNDS);
  if (preset === null) {
    if (profile !== null || round !== null) throw new CliError("broadsheet export: --profile and --round belong to a --preset.");
    return null;
  }
  const { config, cache } = machineFolders(context.environment);
  const choice: PressChoice = {
    preset: fileOrName(preset, /\.json$/i, context),
    profile: profile === null ? null : fileOrName(profile, /\.ic[cm]$/i, context),
    proof: { round: round ?? 1, time: localTime(new Date()) },
    folders: { config, cache },
  };
  const folders = { projectRoot: context.projectRoot, config };
  await profileOf(await findPreset(choice.preset, folders), folders, choice.profile);
  return choice;
}

function fileOrName(named: string, ending: RegExp, context: CliContext): string {
  const path = absolutePath(named, context);
  return ending.test(named) && existsSync(path) ? path : named;
}
