import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the program, found upwards from one of its own modules, in the sources and in `dist/` alike. */
export function projectRootFrom(moduleUrl: string): string {
  for (let folder = dirname(fileURLToPath(moduleUrl)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "assets", "fonts", "catalogue.json"))) return folder;
    if (dirname(folder) === folder) throw new Error("The program's own folder was not found: assets/fonts is missing.");
  }
}
