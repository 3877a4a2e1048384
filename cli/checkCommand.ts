import { readableAssets } from "../host/assets/readableAssets";
import { userFontFolder } from "../host/fonts/userFonts";
import { machineFolders } from "../host/machine";
import { openExportScene } from "../host/exporting/runExportJob";
import { machineFileSystem } from "../host/fileSystem";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { enMessages } from "../shared/messages/en";
import { zhMessages } from "../shared/messages/zh";
import { fontFacts } from "../shared/preflight/fontChecks";
import { preflightIssue } from "../shared/preflight/preflightIssue";
import { problemSentence, type PreflightMessages } from "../shared/preflight/problemSentence";
import { CliError, type CliContext } from "./cliError";
import { onlyPath, readArguments } from "./readArguments";

interface Language {
  readonly messages: PreflightMessages;
  count(errors: number, warnings: number): string;
}

const languages: Readonly<Record<string, Language>> = {
  en: {
    messages: enMessages,
    count: (errors, warnings) => `${errors} error${errors === 1 ? "" : "s"}, ${warnings} warning${warnings === 1 ? "" : "s"}`,
  },
  zh: { messages: zhMessages, count: (errors, warnings) => `错误${errors}处，提醒${warnings}处` },
};

/** `broadsheet check ISSUE`: what preflight finds, a sentence each; exit 1 where there are errors. */
export async function checkCommand(args: readonly string[], context: CliContext): Promise<number> {
  const read = readArguments("check", args, { json: "flag", lang: "value" });
  const folder = onlyPath("check", "an issue folder", read, context);
  const chosen = read.value("lang") ?? "en";
  const language = Object.hasOwn(languages, chosen) ? languages[chosen] : undefined;
  if (language === undefined) throw new CliError(`broadsheet check: --lang is en or zh, not "${chosen}".`);

  const { document } = await readIssueFolder(machineFileSystem, folder);
  const assetFiles = await readableAssets(machineFileSystem, folder, document);
  const scene = await openExportScene(context.projectRoot, folder, document, { fontFolder: userFontFolder(machineFolders(context.environment).config) });
  scene.fontFiles.close();
  const problems = preflightIssue(document, scene.layout, { assetFiles, fonts: fontFacts(scene.fontFiles.listFonts()) });
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  if (read.flag("json")) {
    const told = problems.map((problem) => ({ ...problem, sentence: problemSentence(problem, language.messages) }));
    context.out(`${JSON.stringify({ issue: folder, errors, warnings, problems: told }, null, 1)}\n`);
  } else {
    for (const problem of problems) context.out(`${problem.severity}: ${problemSentence(problem, language.messages)}\n`);
    context.out(`${language.count(errors, warnings)}\n`);
  }
  return errors === 0 ? 0 : 1;
}
