import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildReader } from "./buildReader.mjs";
import { external, requireBanner } from "./externalPackages.mjs";
import { bundleNode } from "./nodeBundles.mjs";
import { projectRoot, say } from "./setup.mjs";

const dist = join(projectRoot, "dist");
const stampFile = join(dist, ".built");
const sources = ["shared", "host", "cli", "electron", "renderer", "reader", "assets", "scripts"];
const single = ["package.json", "package-lock.json", "vite.config.ts"];

/** Builds `dist/` where a source is newer than what was built; answers whether it had to. */
export async function build() {
  const newest = newestSource();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === newest) return false;
  say("Building …");
  rmSync(stampFile, { force: true });
  mkdirSync(dist, { recursive: true });
  for (const folder of ["cli", "host", "chunks"]) rmSync(join(dist, folder), { recursive: true, force: true });
  await Promise.all([bundleNode(dist), bundleElectron(), bundleRenderer(), buildReader()]);
  const { prepareFonts } = await import(pathToFileURL(join(dist, "host", "prepareFonts.js")).href);
  await prepareFonts(projectRoot, join(dist, "fonts"));
  writeFileSync(stampFile, newest);
  return true;
}

/** Bundles the measuring program, which is no part of the product, and answers its path. */
export async function bundleBench() {
  await bundleTool("bench/warmExport");
  return await bundleTool("bench/main");
}

/** Bundles the program that sets the specimen book, and answers its path. */
export async function bundleSpecimen() {
  return await bundleTool("specimen/main");
}

/** Bundles what sets a page to be compared with other programs, and answers its path. */
export async function bundlePeerPage() {
  return await bundleTool("specimen/peerPage");
}

/** Bundles what compares canvas and PDF, and answers its path. */
export async function bundlePlaces() {
  return await bundleTool("bench/comparePlaces");
}

async function bundleTool(entry) {
  const { build: bundle } = await import("esbuild");
  await bundle({
    absWorkingDir: projectRoot,
    entryPoints: { [entry]: `${entry}.ts` },
    outdir: dist,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: [...external, "@playwright/test"],
    logLevel: "warning",
    banner: requireBanner,
  });
  return `dist/${entry}.js`;
}

/** Bundles what runs inside Electron into `electron/` of a folder. */
export async function bundleElectron(outdir = dist) {
  const { build: bundle } = await import("esbuild");
  const shape = {
    absWorkingDir: projectRoot,
    outdir,
    bundle: true,
    platform: "node",
    // A sandboxed preload must be CommonJS, and the main process follows it.
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    target: "node20",
    sourcemap: true,
    external,
    logLevel: "warning",
  };
  await bundle({
    ...shape,
    entryPoints: { "electron/main": "electron/main.ts" },
    define: { "import.meta.url": "__importMetaUrl" },
    banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
  await bundle({ ...shape, entryPoints: { "electron/preload": "electron/preload.ts" } });
}

async function bundleRenderer() {
  const { build: bundle } = await import("vite");
  await bundle({ root: join(projectRoot, "renderer"), configFile: join(projectRoot, "vite.config.ts"), logLevel: "warn" });
}

/** A name for the state of the sources: how many files there are and when the newest was changed. */
function newestSource() {
  let newest = 0;
  let count = 0;
  const look = (path) => {
    const entry = statSync(path);
    if (entry.isDirectory()) {
      for (const name of readdirSync(path)) look(join(path, name));
    } else if (!/\.test\.tsx?$/.test(path)) {
      count += 1;
      newest = Math.max(newest, entry.mtimeMs);
    }
  };
  for (const name of [...sources, ...single]) if (existsSync(join(projectRoot, name))) look(join(projectRoot, name));
  return `${count} files, newest ${newest}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await build();
  if (!built) say("Everything is built already.");
}
