import { homedir } from "node:os";
import { join } from "node:path";

/** The folders this program uses on the machine; all absolute. */
export interface MachineFolders {
  /** Where new issues and exports go unless the user says otherwise. */
  readonly documents: string;
  /** What the program remembers: the recent list. */
  readonly config: string;
  /** What can be made again: screen copies of pictures. */
  readonly cache: string;
}

/** The folders from the environment and the conventions of the system. */
export function machineFolders(environment: NodeJS.ProcessEnv = process.env): MachineFolders {
  const home = homedir();
  return {
    documents: environment["BROADSHEET_HOME"] || join(home, "Broadsheet"),
    config: join(environment["XDG_CONFIG_HOME"] || join(home, ".config"), "broadsheet"),
    cache: join(environment["XDG_CACHE_HOME"] || join(home, ".cache"), "broadsheet"),
  };
}
