import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRootFrom } from "../host/projectRoot";
import { failureSentence, type CliContext } from "./cliError";
import { usage } from "./usage";

type Command = (args: readonly string[], context: CliContext) => Promise<number>;

/** Each command is loaded when it is asked for, so that a short one starts at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  open: async () => (await import("./openCommand")).openCommand,
  export: async () => (await import("./exportCommand")).exportCommand,
  presets: async () => (await import("./presetsCommand")).presetsCommand,
  fonts: async () => (await import("./fontsCommand")).fontsCommand,
  check: async () => (await import("./checkCommand")).checkCommand,
  verify: async () => (await import("./verifyCommand")).verifyCommand,
  typeset: async () => (await import("./typesetCommand")).typesetCommand,
  new: async () => (await import("./newCommand")).newCommand,
};

/** Runs one command and answers its exit code: 0 well, 1 something found wrong, 2 called wrongly. */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    if (name === undefined) context.err("broadsheet needs a command; broadsheet help lists them.\n");
    else context.out(usage);
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "version") {
    context.out(`${context.version}\n`);
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    context.err(`There is no command "${name}"; broadsheet help lists them.\n`);
    return 2;
  }
  // `new --help` lists the templates.
  if (name !== "new" && rest.some((argument) => argument === "--help" || argument === "-h")) {
    context.out(usage);
    return 0;
  }
  try {
    const command = await commands[name]!();
    return await command(rest, context);
  } catch (error) {
    const sentence = failureSentence(error);
    if (sentence === null) throw error;
    context.err(`${sentence}\n`);
    return 2;
  }
}

/** The `broadsheet` command on this machine. */
export async function main(args: readonly string[]): Promise<number> {
  const projectRoot = projectRootFrom(import.meta.url);
  // Whoever reads the output may stop before its end, as `head` does; that is no failure of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string }; // our own file
  return runCli(args, {
    projectRoot,
    version,
    environment: process.env,
    currentFolder: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
