import { join } from "node:path";
import type { RecentIssue } from "../shared/platform/host";
import { machineFileSystem as fileSystem, makeFolders, writeFileAtomically } from "./fileSystem";
import { looksLikeIssue } from "./issues/readIssueFolder";

/** How many issues are remembered. */
const KEPT = 12;
const MAX_FILE_BYTES = 1024 * 1024;

interface Remembered {
  readonly path: string;
  readonly name: string;
  readonly date: string;
}

/** The list of issues opened last. Losing it is no harm, so a list that cannot be read is an empty one. */
export interface RecentList {
  list(): Promise<readonly RecentIssue[]>;
  remember(issue: Remembered): Promise<void>;
}

/** The recent list in the user's configuration folder. */
export function openRecentList(configFolder: string): RecentList {
  const file = join(configFolder, "recent.json");
  return {
    list: async () => {
      const remembered = await read(file);
      return Promise.all(remembered.map(async (issue) => ({ ...issue, exists: await looksLikeIssue(fileSystem, issue.path) })));
    },
    remember: async (issue) => {
      const others = (await read(file)).filter((known) => known.path !== issue.path);
      try {
        await makeFolders(fileSystem, configFolder);
        await writeFileAtomically(fileSystem, file, `${JSON.stringify([issue, ...others].slice(0, KEPT), null, 1)}\n`);
      } catch {
        // Opening an issue must not fail because the list of recent ones cannot be kept.
      }
    },
  };
}

async function read(file: string): Promise<readonly Remembered[]> {
  try {
    const bytes = await fileSystem.readFile(file);
    if (bytes.length > MAX_FILE_BYTES) return [];
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return Array.isArray(value) ? value.flatMap(parseRemembered).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

function parseRemembered(value: unknown): readonly Remembered[] {
  if (typeof value !== "object" || value === null) return [];
  const { path, name, date } = value as { readonly path?: unknown; readonly name?: unknown; readonly date?: unknown }; // checked on the next line
  if (typeof path !== "string" || typeof name !== "string" || typeof date !== "string") return [];
  return [{ path, name, date }];
}
