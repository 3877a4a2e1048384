import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { measureExport } from "./exportBench";
import { writeFixtureIssue } from "./fixtureIssue";
import { measureLayout } from "./layoutBench";
import { createNodeComposer } from "../host/exporting/nodeComposer";
import { openFontFiles } from "../host/fonts/fontFiles";
import { measureProcess } from "./wholeProcess";
import { measureWindow } from "./windowBench";

/** Measures everything the project promises of its speed and prints it as one JSON object. */
export async function bench(projectRoot: string, only: readonly string[]): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  const sample = join(projectRoot, "assets", "samples", "nanfang-gongbao-2026-01-12");
  const wants = (part: string) => only.length === 0 || only.includes(part);
  try {
    const fixture = join(scratch, "full-page");
    await writeFixtureIssue(fixture, sample);
    const report = {
      machine: { node: process.versions.node, cores: cpus().length, processor: cpus()[0]?.model ?? "", gigabytes: Math.round(totalmem() / 2 ** 30) },
      ...(wants("layout") && { layout: await layoutFigures(projectRoot) }),
      ...(wants("export") && {
        exportPdfOfSamplePage: measureProcess({
          projectRoot,
          scratch,
          args: ["scripts/broadsheet.mjs", "export", sample, "--page", "1", "--pdf", join(scratch, "page.pdf")],
        }),
        exportPdfInProcess: await measureExport(projectRoot, sample),
      }),
      ...(wants("window") && { window: await measureWindow(projectRoot, fixture, scratch) }),
    };
    console.log(JSON.stringify(report, null, 1));
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function layoutFigures(projectRoot: string) {
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  const { fonts } = await createNodeComposer(fontFiles);
  const measures = measureLayout(fonts, () => performance.now());
  fontFiles.close();
  return Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, Number(value.toFixed(3))]));
}
