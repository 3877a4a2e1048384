import { isAbsolute } from "node:path";

/**
 * The issue named on the command line, behind the program itself and, where it is not packaged, its folder. Anything but
 * an absolute path is left alone, as Electron's own flags are.
 */
export function issueArgument(args: readonly string[], isPackaged: boolean): string | null {
  return args.slice(isPackaged ? 1 : 2).find((argument) => isAbsolute(argument)) ?? null;
}
