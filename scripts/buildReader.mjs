import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./setup.mjs";

/** The parts of the reader's style sheet, in the order of the cascade: what is narrow or printed comes after what it changes. */
const styles = ["base", "bar", "page", "article", "dialogs", "issues", "narrow", "paper"];

/** Bundles the e-paper reader's script and joins its style sheet; files that would not change are left alone. */
export async function buildReader(folder = join(projectRoot, "dist", "reader")) {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    absWorkingDir: projectRoot,
    entryPoints: ["reader/main.ts"],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    // Runs in the head of pages that any server hands out: a plain script, for browsers of the last years.
    format: "iife",
    target: ["chrome100", "firefox100", "safari15"],
    logLevel: "warning",
  });
  mkdirSync(folder, { recursive: true });
  writeChanged(join(folder, "reader.js"), outputFiles[0].text);
  writeChanged(join(folder, "reader.css"), styles.map((name) => readFileSync(join(projectRoot, "reader", "styles", `${name}.css`), "utf8")).join("\n"));
}

function writeChanged(path, text) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}

/** The unit tests export e-papers from the sources, and need the reader that a build would have made. */
export async function setup() {
  await buildReader();
}
