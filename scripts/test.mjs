import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, say, setUp } from "./setup.mjs";

/**
 * Everything that must hold, in order: types, lint, unit tests with the engine's conformance vectors, then the program
 * in a real browser. Ends with one plain line that counts them.
 */
setUp(["chromium", "pdftotext"]);
const { build } = await import("./build.mjs");

const reports = join(projectRoot, "test-results");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;

function step(title, command, args, count) {
  say(`\n── ${title}`);
  const { status } = spawnSync(process.execPath, [join(projectRoot, "node_modules", command), ...args], {
    cwd: projectRoot,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
  });
  count(status === 0);
}

const one = (held) => (held ? (passed += 1) : (failed += 1));

function counted(file, read) {
  return (held) => {
    const path = join(reports, file);
    const report = existsSync(path) ? read(JSON.parse(readFileSync(path, "utf8"))) : { passed: 0, failed: 0, skipped: 0 };
    passed += report.passed;
    skipped += report.skipped;
    // A runner that stopped before it could count, or complained beyond its tests, is one failure.
    failed += report.failed === 0 && !held ? 1 : report.failed;
  };
}

step("types", "typescript/bin/tsc", ["-b"], one);
step("lint", "oxlint/bin/oxlint", ["--type-aware"], one);
await build();
one(true);
step(
  "unit and conformance",
  "vitest/vitest.mjs",
  ["run", "--reporter=default", "--reporter=json", "--outputFile.json=test-results/unit.json"],
  counted("unit.json", (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  })),
);
step(
  "end to end",
  "@playwright/test/cli.js",
  ["test"],
  counted("e2e.json", (report) => ({
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    skipped: report.stats.skipped,
  })),
);

console.log(skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : `${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
