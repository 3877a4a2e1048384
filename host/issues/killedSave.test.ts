import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../testing/bundle";
import { isTemporaryName, machineFileSystem } from "../fileSystem";
import { readIssueFolder } from "./readIssueFolder";
import { createIssueFolder, saveIssueFolder } from "./saveIssueFolder";
import { sampleIssue } from "./testing/sampleIssue";

const scratch = mkdtempSync(join(tmpdir(), "broadsheet-kill-"));
const child = join(scratch, "savingChild.mjs");
const versions = { A: sampleIssue(6, "A".repeat(3000)), B: sampleIssue(6, "B".repeat(3000)) };
const texts = { A: "A".repeat(3000), B: "B".repeat(3000) };

beforeAll(() => bundle(join(import.meta.dirname, "testing", "savingChild.ts"), child));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the saving process and answers what it said before it ended; `whenReady` may kill it from outside. */
function runChild(folder: string, step: number, whenReady: (kill: () => void) => void = () => undefined) {
  return new Promise<{ readonly said: string; readonly signal: string | null }>((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder, String(step), texts.A, texts.B]);
    let said = "";
    running.stdout.on("data", (bytes: Buffer) => {
      const wasReady = said.includes("ready");
      said += bytes.toString();
      if (!wasReady && said.includes("ready")) whenReady(() => running.kill("SIGKILL"));
    });
    running.stderr.on("data", (bytes: Buffer) => reject(new Error(bytes.toString())));
    running.on("error", reject);
    running.on("close", (_code, signal) => resolve({ said, signal }));
  });
}

/** The last revision that the process had been told is safe. */
function acknowledged(said: string, before: number): number {
  const saves = [...said.matchAll(/saved (\d+)/g)];
  return Number(saves.at(-1)?.[1] ?? before);
}

function versionOf(document: unknown): string {
  const text = JSON.stringify(document);
  const names = (["A", "B"] as const).filter((name) => JSON.stringify(versions[name]) === text);
  return names[0] ?? "neither";
}

async function issueAtA(name: string): Promise<string> {
  const folder = join(scratch, name);
  await createIssueFolder(machineFileSystem, folder, versions.A);
  return folder;
}

describe("a save that is killed", () => {
  it("leaves the old issue or the new one, whole, at 50 kills in different steps", async () => {
    const folder = await issueAtA("steps");
    const complete = await runChild(folder, 1_000_000);
    const stepCount = Number(/steps (\d+)/.exec(complete.said)?.[1]);
    expect(stepCount).toBeGreaterThan(30);
    const { revision: start } = await readIssueFolder(machineFileSystem, folder);
    let revision = await saveIssueFolder(machineFileSystem, folder, versions.A, start);

    const outcomes = new Set<string>();
    for (let kill = 0; kill < 50; kill += 1) {
      const step = 1 + Math.floor((kill * stepCount) / 50);
      const { said, signal } = await runChild(folder, step);
      expect(signal).toBe("SIGKILL");
      const issue = await readIssueFolder(machineFileSystem, folder);
      const version = versionOf(issue.document);
      outcomes.add(version);
      expect(issue.revision).toBeGreaterThanOrEqual(acknowledged(said, revision));
      expect([`A at ${revision}`, `B at ${revision + 1}`]).toContain(`${version} at ${issue.revision}`);
      // The next save must work at once, whatever lock and files were left.
      revision = await saveIssueFolder(machineFileSystem, folder, versions.A, issue.revision);
      expect(versionOf((await readIssueFolder(machineFileSystem, folder)).document)).toBe("A");
    }
    expect([...outcomes].sort()).toEqual(["A", "B"]);
    for (const place of ["", "pages", "stories", "settings"]) {
      expect(readdirSync(join(folder, place)).filter(isTemporaryName)).toEqual([]);
    }
  }, 120_000);

  it("loses no acknowledged save when it is killed from outside in the middle of many", async () => {
    const folder = await issueAtA("outside");
    for (let kill = 0; kill < 8; kill += 1) {
      const before = await readIssueFolder(machineFileSystem, folder);
      const { said } = await runChild(folder, 0, (stop) => setTimeout(stop, kill * 23));
      const after = await readIssueFolder(machineFileSystem, folder);
      expect(["A", "B"]).toContain(versionOf(after.document));
      const safe = acknowledged(said, before.revision);
      expect([safe, safe + 1]).toContain(after.revision);
    }
  }, 120_000);
});
