import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot, setUp } from "./setup.mjs";

/** `npm run specimen [-- --check | --keep] [DIR]`: sets the specimen book as PDF and PNG, or says what differs from what is kept. */
setUp([]);
const { bundleSpecimen } = await import("./build.mjs");
const program = await bundleSpecimen();
const { specimen } = await import(pathToFileURL(join(projectRoot, program)).href);
if (!(await specimen(projectRoot, process.argv.slice(2)))) process.exitCode = 1;
