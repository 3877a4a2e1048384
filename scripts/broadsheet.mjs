#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot, setUp } from "./setup.mjs";

/** The `broadsheet` command: starts the built command line, building it first on a fresh clone. */
const entry = join(projectRoot, "dist", "cli", "main.js");
if (!existsSync(join(projectRoot, "dist", ".built"))) {
  setUp([]);
  const { build } = await import("./build.mjs");
  await build();
}
const { main } = await import(pathToFileURL(entry).href);
process.exitCode = await main(process.argv.slice(2));
