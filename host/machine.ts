import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** The folders this program uses on the machine; all absolute. */
export interface MachineFolders {
  /** Where new issues and exports go unless the user says otherwise. */
  readonly documents: string;
  /** What the program remembers: the recent list. */
  readonly config: string;
  /** What can be made again: screen copies of pictures. */
  readonly cache: string;
}

/** The folders from the environment and the conventions of the system; `$BROADSHEET_HOME` moves the documents. */
export function machineFolders(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): MachineFolders {
  const documents = resolve(environment["BROADSHEET_HOME"] || join(home, "Broadsheet"));
  switch (platform) {
    case "darwin":
      return {
        documents,
        config: join(home, "Library", "Application Support", "Broadsheet"),
        cache: join(home, "Library", "Caches", "Broadsheet"),
      };
    case "win32":
      return {
        documents,
        config: join(environment["APPDATA"] || join(home, "AppData", "Roaming"), "Broadsheet"),
        cache: join(environment["LOCALAPPDATA"] || join(home, "AppData", "Local"), "Broadsheet", "Cache"),
      };
    default:
      return {
        documents,
        config: join(absoluteOr(environment["XDG_CONFIG_HOME"], join(home, ".config")), "broadsheet"),
        cache: join(absoluteOr(environment["XDG_CACHE_HOME"], join(home, ".cache")), "broadsheet"),
      };
  }
}

/** The XDG rules: a relative path in these variables is to be ignored. */
function absoluteOr(path: string | undefined, otherwise: string): string {
  return path !== undefined && isAbsolute(path) ? path : otherwise;
}
