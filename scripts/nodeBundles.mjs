import { readdirSync } from "node:fs";
import { join } from "node:path";
import { external, requireBanner } from "./externalPackages.mjs";
import { projectRoot } from "./setup.mjs";

const workers = {
  "host/exportWorker": "host/exporting/exportWorker.ts",
  "host/verifyWorker": "host/verify/verifyWorker.ts",
  "host/prepareFonts": "host/fonts/prepareFonts.ts",
  "host/chooseShell": "host/chooseShell.ts",
};

/**
 * Bundles the command line, its commands and its workers into a folder. Each is bundled apart: esbuild cuts a file for each
 * set of entries that share something, and one bundle of all made an export load 44 files where it now loads 20.
 */
export async function bundleNode(outdir) {
  const commands = readdirSync(join(projectRoot, "cli")).filter((name) => /^\w+Command\.ts$/.test(name)).map((name) => `cli/${name.slice(0, -3)}`);
  const entries = [{ "cli/main": "cli/main.ts" }, ...commands.map((name) => ({ [name]: `${name}.ts` })), ...Object.entries(workers).map(([name, source]) => ({ [name]: source }))];
  await Promise.all(entries.map((entryPoints) => bundleOne(entryPoints, outdir)));
}

async function bundleOne(entryPoints, outdir) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: projectRoot,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    external,
    plugins: [commandsApart],
    logLevel: "warning",
    banner: requireBanner,
  });
}

/** The commands are files beside the one that loads them. */
const commandsApart = {
  name: "commands-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/\w+Command$/ }, ({ path, kind }) => (kind === "dynamic-import" ? { path: `${path}.js`, external: true } : undefined)),
};
