import { measureExport } from "./exportBench";

/** Prints what a further export of an issue's first page costs, measured in a process of its own: PROJECT ISSUE. */
const [projectRoot = "", issueFolder = ""] = process.argv.slice(2);
console.log(JSON.stringify(await measureExport(projectRoot, issueFolder)));
