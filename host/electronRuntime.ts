import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where Electron's runtime is, or null. Its npm package fetches it on first use, so it is looked for, never imported. */
export function electronRuntime(projectRoot: string, environment: NodeJS.ProcessEnv): string | null {
  const override = environment["ELECTRON_OVERRIDE_DIST_PATH"];
  if (override && isFile(join(override, "electron"))) return join(override, "electron");
  const folder = join(projectRoot, "node_modules", "electron");
  const pathFile = join(folder, "path.txt");
  if (!isFile(pathFile)) return null;
  const runtime = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  return isFile(runtime) ? runtime : null;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
