import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HostError } from "../../shared/platform/host";
import { machineFileSystem } from "../fileSystem";
import { readIssueFolder } from "../issues/readIssueFolder";
import { SAMPLE_NAME } from "../sampleCopy";
import { systemError, watchedFileSystem } from "../testing/faultyFileSystem";
import { scratchFolder, temporaryFolder } from "../testing/temporaryFolder";
import { projectRoot } from "../testing/testServices";
import type { PressChoice } from "./exportJob";
import { exportPress, pressFiles } from "./exportPress";
import { findPreset } from "./pressPresets";
import { openExportScene, type ExportScene } from "./runExportJob";

const sample = join(projectRoot, "assets", "samples", SAMPLE_NAME);
const cache = scratchFolder();
let scene: ExportScene;
beforeAll(async () => {
  const { document } = await readIssueFolder(machineFileSystem, sample);
  scene = await openExportScene(projectRoot, sample, document);
});
afterAll(() => scene.fontFiles.close());

const choice = (preset: string, change: Partial<PressChoice> = {}): PressChoice => ({
  preset, profile: null, proof: { round: 2, time: "2026-01-11 21:40" }, folders: { config: join(cache, "config"), cache }, ...change,
});
/** Pages 2 and 3 are empty, which is quick. */
const emptyPages = () => scene.document.pages.slice(1, 3).map(({ id }) => id as string);
const press = (folder: string, preset: PressChoice, pageIds: readonly string[] | null = emptyPages()) => ({ kind: "press", folder, pageIds, press: preset }) as const;

async function refusal(promise: Promise<unknown>): Promise<Pick<HostError, "code" | "detail" | "page">> {
  return promise.then(
    () => {
      throw new Error("nothing failed");
    },
    (error: unknown) => error as HostError, // compared by its fields in the tests
  );
}

/** A preset of a plant's own, with a change, in a folder. */
function plantPreset(folder: string, change: Readonly<Record<string, unknown>>): string {
  const shipped = JSON.parse(readFileSync(join(projectRoot, "assets", "presets", "x4.json"), "utf8")) as Record<string, unknown>; // our own file
  const file = join(folder, "plant.json");
  writeFileSync(file, JSON.stringify({ ...shipped, ...change }));
  return file;
}

describe("the press files of an issue", () => {
  it.each([
    ["x4", ["nfgb2026011202.pdf", "nfgb2026011203.pdf"]],
    ["x1a", ["nfgb2026011202.pdf", "nfgb2026011203.pdf"]],
    ["proof", ["nfgb20260112-proof.pdf"]],
  ])("are named by the preset %s and nothing lies beside them", async (preset, names) => {
    const folder = join(temporaryFolder(), "new", "plant");
    const { files: written, excess } = await exportPress(scene, projectRoot, press(folder, choice(preset)));
    expect(written).toEqual(names.map((name) => join(folder, name)));
    expect(readdirSync(folder).sort()).toEqual(names);
    expect(excess).toEqual([]);
  });

  it("follow the order of the pages that are asked for, and are refused where two would have one name", async () => {
    const { preset } = await findPreset("x4", { projectRoot, config: cache });
    const ids = [...scene.document.pages].reverse().map(({ id }) => id as string);
    expect(pressFiles(scene.document, preset, ids).map(({ name }) => name.slice(-6, -4))).toEqual(["08", "07", "06", "05", "04", "03", "02", "01"]);
    const folder = temporaryFolder();
    const plant = plantPreset(folder, { fileName: "{code}{date}.pdf" });
    const told = await refusal(exportPress(scene, projectRoot, press(join(folder, "out"), choice(plant))));
    expect(told).toMatchObject({ code: "export-failed", detail: expect.stringContaining("pages 2 and 3 would both be nfgb20260112.pdf") });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it.each([["ENOSPC", "disk-full"], ["EROFS", "not-permitted"]] as const)("leave the old ones byte for byte where the disk says %s, at whichever step", async (code, problem) => {
    const names = ["nfgb2026011202.pdf", "nfgb2026011203.pdf"];
    const target = (folder: string) => press(folder, choice("x4"));
    let steps = 0;
    await exportPress(scene, projectRoot, target(temporaryFolder()), watchedFileSystem(() => void steps++));
    let failures = 0;
    for (let at = 1; at <= steps; at++) {
      const folder = temporaryFolder();
      writeFileSync(join(folder, names[0]!), "old");
      let count = 0;
      const disk = watchedFileSystem((step) => {
        // What a full disk or one that may only be read still allows.
        if (++count >= at && (step === "open" || step === "write" || step === "sync" || step === "mkdir")) throw systemError(code);
      });
      const outcome = await exportPress(scene, projectRoot, target(folder), disk).then(
        () => null,
        (error: unknown) => error,
      );
      if (outcome === null) {
        expect(readdirSync(folder).sort()).toEqual(names);
        continue;
      }
      failures++;
      expect(outcome).toMatchObject({ code: problem });
      expect(readdirSync(folder)).toEqual([names[0]]);
      expect(readFileSync(join(folder, names[0]!), "utf8")).toBe("old");
    }
    expect(failures).toBeGreaterThan(10);
  });

  it.skipIf(process.getuid?.() === 0)("are refused by a folder that may only be read (skipped: root may write anywhere)", async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    expect(await refusal(exportPress(scene, projectRoot, press(folder, choice("x4"))))).toMatchObject({ code: "not-permitted" });
    chmodSync(folder, 0o755);
  });

  it("are not made where a picture is missing, which is named with its page", async () => {
    const issue = join(temporaryFolder(), "issue");
    cpSync(sample, issue, { recursive: true });
    for (const name of readdirSync(join(issue, "assets"))) await machineFileSystem.unlink(join(issue, "assets", name));
    const broken = await openExportScene(projectRoot, issue, scene.document);
    const folder = temporaryFolder();
    writeFileSync(join(folder, "nfgb2026011201.pdf"), "old");
    const told = await refusal(exportPress(broken, projectRoot, press(folder, choice("x4", { folders: { config: cache, cache: temporaryFolder() } }), null)));
    broken.fontFiles.close();
    expect(told).toMatchObject({ code: "export-failed", page: 1, detail: expect.stringMatching(/^the picture .+ is missing$/) });
    expect(readdirSync(folder)).toEqual(["nfgb2026011201.pdf"]);
    expect(readFileSync(join(folder, "nfgb2026011201.pdf"), "utf8")).toBe("old");
  });

  it("are cancelled between pages, with the page that was under way", async () => {
    const folder = temporaryFolder();
    const cancelling = new AbortController();
    const heard: (number | null)[] = [];
    const stopping: ExportScene = {
      ...scene,
      signal: cancelling.signal,
      hear: ({ page }) => {
        heard.push(page);
        if (page === 4) cancelling.abort();
      },
    };
    expect(await refusal(exportPress(stopping, projectRoot, press(folder, choice("x4"), scene.document.pages.slice(1).map(({ id }) => id))))).toMatchObject({ code: "cancelled" });
    expect(heard).toEqual([2, 3, 4]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("the profile of a press file", () => {
  const generic = join(projectRoot, "assets", "icc", "generic-newsprint.icc");
  const output = (profile: string) => ({ output: { profile, identifier: "Plant", info: "", registry: "" } });

  it("is found beside the preset before any other", async () => {
    const folder = temporaryFolder();
    cpSync(generic, join(folder, "plant.icc"));
    const plant = plantPreset(folder, output("plant.icc"));
    const out = join(folder, "out");
    await exportPress(scene, projectRoot, press(out, choice(plant)));
    expect(readdirSync(out)).toHaveLength(2);
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    ["is nowhere", () => undefined, /^plant\.icc: it is neither beside the preset/],
    ["is no ICC file", (folder) => writeFileSync(join(folder, "plant.icc"), "a letter"), /plant\.icc: it is no ICC profile$/],
    ["is cut off", (folder) => writeFileSync(join(folder, "plant.icc"), readFileSync(generic).subarray(0, 4000)), /plant\.icc: it is damaged$/],
    ["is for RGB", (folder) => {
      const bytes = Buffer.from(readFileSync(generic));
      bytes.write("RGB ", 16, "latin1");
      writeFileSync(join(folder, "plant.icc"), bytes);
    }, /plant\.icc: it is for RGB; a press needs a CMYK profile$/],
    ["is a folder", (folder) => mkdirSync(join(folder, "plant.icc")), /plant\.icc/],
  ])("is refused where it %s, and nothing is written", async (_what, prepare, sentence) => {
    const folder = temporaryFolder();
    prepare(folder);
    const plant = plantPreset(folder, output("plant.icc"));
    const out = join(folder, "out");
    expect(await refusal(exportPress(scene, projectRoot, press(out, choice(plant))))).toMatchObject({ code: "unreadable-profile", detail: expect.stringMatching(sentence) });
    expect(existsSync(out)).toBe(false);
  });
});

describe("a preset", () => {
  it.each<[string, Readonly<Record<string, unknown>> | string, RegExp]>([
    ["is no JSON", "{", /plant\.json: it is no JSON$/],
    ["lacks a field", { bleedMm: undefined }, /plant\.json: missing-field at bleedMm/],
    ["has a field too many", { bleedmm: 3 }, /plant\.json: unknown-field at bleedmm/],
    ["has a value out of range", { bleedMm: 300 }, /plant\.json: out-of-range at bleedMm/],
    ["names a field of file names that is none", { fileName: "{day}.pdf" }, /plant\.json: fileName: there is no field \{day\}/],
    ["would reach into other folders", { output: { profile: "../x.icc", identifier: "x", info: "", registry: "" } }, /plant\.json: bad-text at output\/profile/],
  ])("is refused by file and field where it %s", async (_what, change, sentence) => {
    const folder = temporaryFolder();
    const file = typeof change === "string" ? join(folder, "plant.json") : plantPreset(folder, change);
    if (typeof change === "string") writeFileSync(file, change);
    expect(await refusal(findPreset(file, { projectRoot, config: folder }))).toMatchObject({ code: "unreadable-preset", detail: expect.stringMatching(sentence) });
  });

  it("is refused where there is none of its name, and never leads out of its folders", async () => {
    for (const name of ["x5", "../presets/x4", "..", ""]) {
      expect(await refusal(findPreset(name, { projectRoot, config: cache }))).toMatchObject({ code: "unreadable-preset" });
    }
  });
});
