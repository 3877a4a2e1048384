import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleNode } from "../../scripts/nodeBundles.mjs";
import { projectRoot } from "./testServices";

/**
 * The command line and its workers built as for shipping, in a program folder of their own: tests of real processes
 * need not wait for `dist/`, nor find an old one there. The caller removes the folder.
 */
export async function buildProgram(): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-built-")));
  for (const name of ["assets", "node_modules", "package.json"]) symlinkSync(join(projectRoot, name), join(root, name));
  mkdirSync(join(root, "dist", "fonts"), { recursive: true });
  // The unit tests' set-up has bundled the reader, or a build has.
  cpSync(join(projectRoot, "dist", "reader"), join(root, "dist", "reader"), { recursive: true });
  await bundleNode(join(root, "dist"));
  return root;
}
