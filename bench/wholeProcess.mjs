import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The middle one of a list of numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A number rounded for a report. */
export function rounded(value, digits = 2) {
  return Number(value.toFixed(digits));
}

/**
 * Runs a Node program several times after one warm-up and answers medians: wall and CPU time in milliseconds, the
 * largest peak of resident memory in MB. Throws where a run fails.
 */
export function measureProcess({ projectRoot, scratch, args, runs = 7 }) {
  const usageFile = join(scratch, "usage.json");
  const samples = [];
  for (let run = 0; run <= runs; run++) {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, ["--import", join(projectRoot, "bench/reportUsage.mjs"), ...args], {
      cwd: projectRoot,
      encoding: "utf8",
      env: { ...process.env, BROADSHEET_USAGE_FILE: usageFile },
    });
    const wall = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
    if (run > 0) samples.push({ wall, ...JSON.parse(readFileSync(usageFile, "utf8")) });
  }
  return {
    runs,
    wallMilliseconds: rounded(median(samples.map((sample) => sample.wall)), 0),
    cpuMilliseconds: rounded(median(samples.map((sample) => sample.cpuMilliseconds)), 0),
    peakMegabytes: rounded(Math.max(...samples.map((sample) => sample.peakMegabytes)), 0),
  };
}
