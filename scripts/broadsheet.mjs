#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The `broadsheet` command: starts the built command line, building it first on a fresh clone. */
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const entry = join(dist, "cli", "main.js");
if (!existsSync(join(dist, ".built"))) {
  // What builds is loaded only here: it takes longer to load than a short command to run.
  const { setUp } = await import("./setup.mjs");
  setUp([]);
  const { build } = await import("./build.mjs");
  await build();
}
// Node 22 and newer keep what they compiled between runs, in the folder for temporary files.
module.enableCompileCache?.();
const { main } = await import(pathToFileURL(entry).href);
process.exitCode = await main(process.argv.slice(2));
