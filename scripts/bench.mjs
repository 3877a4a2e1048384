import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot, setUp } from "./setup.mjs";

/**
 * `npm run bench [layout] [export] [press] [window]`: builds, measures, and prints JSON on stdout. For the press file beside
 * its peers, `BROADSHEET_TYPST` names a folder that holds `@myriaddreamin/typst-ts-node-compiler`.
 */
setUp(["chromium"]);
const { build, bundleBench } = await import("./build.mjs");
await build();
const program = await bundleBench();
const { bench } = await import(pathToFileURL(join(projectRoot, program)).href);
await bench(projectRoot, process.argv.slice(2));
