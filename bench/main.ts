import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { measureColumns } from "./columnsBench";
import { measureExport } from "./exportBench";
import { writeFixtureIssue } from "./fixtureIssue";
import { measureLayout } from "./layoutBench";
import { createNodeComposer } from "../host/exporting/nodeComposer";
import { openFontFiles } from "../host/fonts/fontFiles";
import { measurePress } from "./pressBench";
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
      ...(wants("press") && {
        press: await measurePress({ projectRoot, sampleFolder: sample, scratch, typstFolder: process.env["BROADSHEET_TYPST"] }),
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
  const instruments = {
    now: () => performance.now(),
    usedBytes: () => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    },
  };
  const figures = {
    fullPage: measureLayout(fonts, instruments),
    columnsPlanned: measureColumns(fonts, instruments, "paragraph"),
    columnsFirstFit: measureColumns(fonts, instruments, "firstFit"),
  };
  fontFiles.close();
  return rounded(figures);
}

/** Figures to a microsecond or a thousandth of whatever they are. */
function rounded(figures: object): object {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, unknown]) => {
      if (typeof value === "number") return [name, Number(value.toFixed(3))];
      return [name, typeof value === "object" && value !== null ? rounded(value) : value];
    }),
  );
}
