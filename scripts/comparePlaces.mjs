import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot, setUp } from "./setup.mjs";

/** `node scripts/comparePlaces.mjs [ISSUE]`: how far glyphs of the PDF are from the canvas's, read by MuPDF (`mutool`). */
setUp([]);
const { build, bundlePlaces } = await import("./build.mjs");
await build();
const { comparePlaces } = await import(pathToFileURL(join(projectRoot, await bundlePlaces())).href);
await comparePlaces(projectRoot, process.argv[2] === undefined ? null : resolve(process.argv[2]));
