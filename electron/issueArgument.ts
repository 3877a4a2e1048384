import { isAbsolute } from "node:path";

/**
 * The issue named on the command line: the first absolute path behind the program and, where it is not packaged, behind
 * the program's folder. Electron's own flags stand before and between them.
 */
export function issueArgument(args: readonly string[], isPackaged: boolean): string | null {
  const named = args.slice(1).filter((argument) => !argument.startsWith("-"));
  return named.slice(isPackaged ? 0 : 1).find((argument) => isAbsolute(argument)) ?? null;
}
