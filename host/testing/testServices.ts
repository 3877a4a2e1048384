import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createHost, type HostOptions, type HostServices } from "../createHost";
import { projectRootFrom } from "../projectRoot";
import { exportHere } from "./exportHere";

/** The project these tests run in. */
export const projectRoot = projectRootFrom(import.meta.url);

/** Host services whose every folder lies in one scratch folder, and whose exports run in the test's own process. */
export function testServices(scratch: string, options: Partial<HostOptions> = {}): HostServices {
  const folders = { documents: join(scratch, "documents"), config: join(scratch, "config"), cache: join(scratch, "cache") };
  mkdirSync(folders.documents, { recursive: true });
  return createHost({
    projectRoot, version: "0.0.0-test", shell: "browser", folders, initialIssue: null, startExportProcess: exportHere, ...options,
  });
}
