import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A program to measure, and where. */
export interface ProcessToMeasure {
  readonly projectRoot: string;
  /** A folder for what the program reports of itself. */
  readonly scratch: string;
  /** Node's arguments. */
  readonly args: readonly string[];
}

/** Medians of several runs after a warm-up; the peak is the largest of all. */
export interface ProcessFigures {
  readonly runs: number;
  readonly wallMilliseconds: number;
  readonly cpuMilliseconds: number;
  readonly peakMegabytes: number;
}

interface Usage {
  readonly peakMegabytes: number;
  readonly cpuMilliseconds: number;
}

const RUNS = 7;

/** Runs a Node program several times as a whole process; throws where a run fails. */
export function measureProcess({ projectRoot, scratch, args }: ProcessToMeasure): ProcessFigures {
  const usageFile = join(scratch, "usage.json");
  const samples: (Usage & { readonly wall: number })[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ["--import", join(projectRoot, "bench/reportUsage.mjs"), ...args], {
      cwd: projectRoot,
      encoding: "utf8",
      env: { ...process.env, BROADSHEET_USAGE_FILE: usageFile },
    });
    const wall = performance.now() - start;
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
    // The file is written by our own `reportUsage.mjs`.
    if (run > 0) samples.push({ wall, ...(JSON.parse(readFileSync(usageFile, "utf8")) as Usage) });
  }
  return {
    runs: RUNS,
    wallMilliseconds: Math.round(median(samples.map((sample) => sample.wall))),
    cpuMilliseconds: Math.round(median(samples.map((sample) => sample.cpuMilliseconds))),
    peakMegabytes: Math.round(Math.max(...samples.map((sample) => sample.peakMegabytes))),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
