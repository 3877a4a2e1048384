import { machineFileSystem } from "../host/fileSystem";
import { createIssueFolder } from "../host/issues/saveIssueFolder";
import { newIssue, templateNames } from "../host/newIssue";
import { CliError, type CliContext } from "./cliError";
import { onlyPath, readArguments } from "./readArguments";

/** `broadsheet new DIR --template NAME`: an issue folder from a template, dated today. */
export async function newCommand(args: readonly string[], context: CliContext): Promise<number> {
  const read = readArguments("new", args, { template: "value", help: "flag" });
  const names = templateNames.join(", ");
  if (read.flag("help")) {
    context.out(`Templates: ${names}\n`);
    return 0;
  }
  const folder = onlyPath("new", "a folder", read, context);
  const name = read.value("template");
  if (name === null) throw new CliError(`broadsheet new needs --template NAME, one of ${names}.`);
  if (!templateNames.includes(name)) throw new CliError(`broadsheet new: there is no template "${name}"; there are ${names}.`);
  await createIssueFolder(machineFileSystem, folder, newIssue(name));
  context.out(`${folder}\n`);
  return 0;
}
