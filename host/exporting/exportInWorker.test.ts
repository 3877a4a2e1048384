import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { HostError, type ExportProgress } from "../../shared/platform/host";
import { machineFileSystem } from "../fileSystem";
import { readIssueFolder } from "../issues/readIssueFolder";
import { SAMPLE_NAME } from "../sampleCopy";
import { buildProgram } from "../testing/builtProgram";
import { bundle } from "../testing/bundle";
import { temporaryFolder } from "../testing/temporaryFolder";
import { exportInWorker, exportWorkerProgram } from "./exportInWorker";
import type { ExportJob, ExportTarget } from "./exportJob";
import { forkExportProcess, lastWords } from "./exportProcess";

let root: string;
let stopping: string;
beforeAll(async () => {
  root = await buildProgram();
  stopping = join(root, "stoppingWorker.mjs");
  await bundle(fileURLToPath(new URL("./testing/stoppingWorker.ts", import.meta.url)), stopping);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every file of a folder, hidden ones too, with what it holds. */
function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

async function job(target: ExportTarget): Promise<ExportJob> {
  const issueFolder = join(root, "assets", "samples", SAMPLE_NAME);
  const { document } = await readIssueFolder(machineFileSystem, issueFolder);
  return { projectRoot: root, issueFolder, document, target };
}

async function problemOf(promise: Promise<unknown>): Promise<HostError> {
  const error = await promise.then(
    () => new Error("nothing failed"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw error;
  return error;
}

describe("lastWords", () => {
  const said = (...chunks: readonly string[]) => {
    const words = lastWords();
    for (const chunk of chunks) words.hear(Buffer.from(chunk, "latin1"));
    return words.said();
  };

  it("are the error, not the stack or version that Node adds", () => {
    expect(said("file:///a.js:1\n  throw err;\n  ^\n\nRangeError: out of room\n    at a (b.js:1:2)\n\nNode.js v20.20.2\n\n")).toBe("RangeError: out of room");
    expect(said("<--- Last few GCs --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n----- Native stack trace -----\n 1: 0xb7\n"))
      .toMatch(/^FATAL ERROR: Reached heap limit/);
    expect(said("Error [ERR_X]: bad\n")).toBe("Error [ERR_X]: bad");
  });

  it("are the last line where there is no error, whole however it arrives, and of bounded length", () => {
    expect(said("one\nout of ", "memory\n")).toBe("out of memory");
    expect(said("")).toBe("");
    const [first, second] = [Buffer.from("字").subarray(0, 1), Buffer.from("字").subarray(1)];
    const words = lastWords();
    for (const chunk of [first, second]) words.hear(chunk);
    expect(words.said()).toBe("字");
    expect(said("x".repeat(1_000_000)).length).toBeLessThan(1000);
  });
});

describe("an export in its own process", () => {
  it("writes the same bytes as in this one, and leaves nothing beside them", async () => {
    const folder = temporaryFolder();
    const target = (name: string): ExportTarget => ({ kind: "pdf", file: join(folder, name), pageIds: null });
    const report = await exportInWorker(await job(target("worker.pdf")));
    expect(report).toMatchObject({ files: [join(folder, "worker.pdf")], pageCount: 8 });
    await exportInWorker(await job(target("here.pdf")), { program: join(root, "absent.js") });
    expect(readFileSync(join(folder, "worker.pdf")).equals(readFileSync(join(folder, "here.pdf")))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["here.pdf", "worker.pdf"]);
  });

  it("is cancelled half-way, whatever it was doing, and leaves nothing", async () => {
    const folder = join(temporaryFolder(), "epaper");
    const cancelling = new AbortController();
    const running = exportInWorker(await job({ kind: "epaper", folder, allowUncovered: false }), { signal: cancelling.signal });
    setImmediate(() => cancelling.abort());
    expect(await problemOf(running)).toMatchObject({ code: "cancelled" });
    expect(existsSync(folder)).toBe(false);
    const here = new AbortController();
    const inProcess = exportInWorker(await job({ kind: "epaper", folder, allowUncovered: false }), { program: join(root, "absent.js"), signal: here.signal });
    setImmediate(() => here.abort());
    expect(await problemOf(inProcess)).toMatchObject({ code: "cancelled" });
    expect(existsSync(folder)).toBe(false);
  });

  it("says how far it is, page by page", async () => {
    const heard: ExportProgress[] = [];
    const file = join(temporaryFolder(), "issue.pdf");
    await exportInWorker(await job({ kind: "pdf", file, pageIds: null }), { hear: (progress) => heard.push(progress) });
    expect(heard[0]).toEqual({ stage: "setting", page: null, done: 0, pages: 8 });
    expect(heard.filter(({ stage }) => stage === "pages").map(({ page, done }) => [page, done])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((page) => [page, page - 1]));
    expect(heard.at(-1)).toEqual({ stage: "writing", page: null, done: 8, pages: 8 });
  });

  it("is cancelled before it starts, without a process", async () => {
    const start = () => {
      throw new Error("a process was started");
    };
    const file = join(temporaryFolder(), "page.pdf");
    expect(await problemOf(exportInWorker(await job({ kind: "pdf", file, pageIds: null }), { start, signal: AbortSignal.abort() }))).toMatchObject({ code: "cancelled" });
  });

  it("leaves nothing new where it is cancelled after any page of the eight", async () => {
    for (const page of [1, 4, 8]) {
      const folder = temporaryFolder();
      const file = join(folder, "issue.pdf");
      writeFileSync(file, "older");
      const cancelling = new AbortController();
      const running = exportInWorker(await job({ kind: "pdf", file, pageIds: null }), {
        program: join(root, "absent.js"),
        signal: cancelling.signal,
        hear: (progress) => {
          if (progress.page === page) cancelling.abort();
        },
      });
      expect(await problemOf(running)).toMatchObject({ code: "cancelled" });
      expect(readdirSync(folder)).toEqual(["issue.pdf"]);
      expect(readFileSync(file, "utf8")).toBe("older");
    }
  });

  it("is killed where it hangs and does not stop when cancelled, and what it had moved is put back", async () => {
    for (const renames of [1, 3, 4]) {
      const folder = temporaryFolder();
      for (const name of ["a.pdf", "c.pdf"]) writeFileSync(join(folder, name), `old ${name}`);
      const cancelling = new AbortController();
      let pid: number | null = null;
      const running = exportInWorker({ ...(await job({ kind: "pdf", file: join(folder, "a.pdf"), pageIds: null })), issueFolder: `/hang/${renames}` }, {
        program: stopping,
        start: (program) => {
          const started = forkExportProcess(program);
          pid = started.pid();
          return started;
        },
        signal: cancelling.signal,
        grace: 50,
        hear: () => cancelling.abort(),
      });
      expect(await problemOf(running)).toMatchObject({ code: "cancelled" });
      expect(contents(folder)).toEqual({ "a.pdf": "old a.pdf", "c.pdf": "old c.pdf" });
      expect(() => process.kill(pid ?? 0, 0)).toThrow("ESRCH");
    }
  });

  it("is ended where it takes too long, and what it had moved is put back", async () => {
    const folder = join(temporaryFolder(), "new", "folder");
    mkdirSync(folder, { recursive: true });
    const running = exportInWorker({ ...(await job({ kind: "pdf", file: join(folder, "a.pdf"), pageIds: null })), issueFolder: "/hang/3" }, { program: stopping, longest: 700 });
    expect(await problemOf(running)).toMatchObject({ code: "export-failed", detail: expect.stringMatching(/longer than 1 seconds/) });
    expect(contents(folder)).toEqual({});
  });

  it("is undone where it ends while it moves its files", async () => {
    for (const renames of [1, 2, 3, 4]) {
      const folder = temporaryFolder();
      for (const name of ["a.pdf", "c.pdf"]) writeFileSync(join(folder, name), `old ${name}`);
      const running = exportInWorker({ ...(await job({ kind: "pdf", file: join(folder, "a.pdf"), pageIds: null })), issueFolder: `/exit/${renames}` }, { program: stopping });
      expect(await problemOf(running)).toMatchObject({ code: "export-failed", detail: expect.stringContaining("9") });
      expect(contents(folder)).toEqual({ "a.pdf": "old a.pdf", "c.pdf": "old c.pdf" });
    }
  });

  it("takes the folders away that it made, where it is killed", async () => {
    const parent = temporaryFolder();
    const program = join(parent, "worker.mjs");
    writeFileSync(
      program,
      `import { mkdirSync } from "node:fs";
      process.once("message", (job) => {
        mkdirSync(job.target.folder + "/.broadsheet-" + process.pid + "-0123456789ab.tmp", { recursive: true });
        process.send({ progress: { stage: "writing", page: null, done: 0, pages: 8 } }, () => { for (;;); });
      });`,
    );
    const cancelling = new AbortController();
    const target: ExportTarget = { kind: "epaper", folder: join(parent, "deep", "epaper"), allowUncovered: false };
    expect(await problemOf(exportInWorker(await job(target), { program, signal: cancelling.signal, grace: 20, hear: () => cancelling.abort() }))).toMatchObject({ code: "cancelled" });
    expect(readdirSync(parent)).toEqual(["worker.mjs"]);
  });

  it.each(["x4", "x1a", "proof", "web"])("makes the same bytes in two processes by the preset %s, wherever and whenever they run", async (preset) => {
    const parent = temporaryFolder();
    const made: Readonly<Record<string, string>>[] = [];
    for (const [name, zone, language] of [["one", "UTC", "C"], ["two", "America/New_York", "de_DE.UTF-8"]] as const) {
      vi.stubEnv("TZ", zone);
      vi.stubEnv("LANG", language);
      const folder = join(parent, name, "files");
      const folders = { config: join(parent, name, "config"), cache: join(parent, name, "cache") };
      const press = { preset, profile: null, proof: { round: 2, time: "2026-01-11 21:40" }, folders };
      const { files } = await exportInWorker(await job({ kind: "press", folder, pageIds: null, press }));
      expect(files.length).toBe(preset === "x4" || preset === "x1a" ? 8 : 1);
      made.push(Object.fromEntries(readdirSync(folder).map((file) => [file, createHash("sha256").update(readFileSync(join(folder, file))).digest("hex")])));
      vi.unstubAllEnvs();
    }
    expect(made[1]).toEqual(made[0]);
  });

  it("makes another proof for another round or minute, and the same press file", async () => {
    const bytes = async (preset: string, round: number, time: string): Promise<string> => {
      const folder = temporaryFolder();
      const press = { preset, profile: null, proof: { round, time }, folders: { config: join(root, "config"), cache: join(root, "cache") } };
      const { document } = await job({ kind: "pdf", file: "/none.pdf", pageIds: null });
      const pageIds = document.pages.slice(1, 2).map(({ id }) => id);
      const { files } = await exportInWorker(await job({ kind: "press", folder, pageIds, press }));
      return createHash("sha256").update(readFileSync(files[0] ?? "")).digest("hex");
    };
    const moments = [[1, "2026-01-11 21:40"], [2, "2026-01-11 21:40"], [2, "2026-01-11 21:41"]] as const;
    const proofs = await Promise.all(moments.map(([round, time]) => bytes("proof", round, time)));
    expect(new Set(proofs).size).toBe(3);
    const plates = await Promise.all(moments.map(([round, time]) => bytes("x4", round, time)));
    expect(new Set(plates).size).toBe(1);
  });

  it("brings a coded error back", async () => {
    const file = join(temporaryFolder(), "absent", "page.pdf");
    expect(await problemOf(exportInWorker(await job({ kind: "pdf", file, pageIds: null })))).toMatchObject({ code: "not-found" });
    const noPage = { kind: "pdf", file: join(temporaryFolder(), "page.pdf"), pageIds: ["no-such-page"] } as const;
    expect((await problemOf(exportInWorker(await job(noPage)))).code).toBe("export-failed");
    expect(existsSync(noPage.file)).toBe(false);
  });

  it("tells when the process ends without an answer, whether by a crash or killed", async () => {
    const program = join(temporaryFolder(), "worker.mjs");
    const target: ExportTarget = { kind: "pdf", file: join(temporaryFolder(), "page.pdf"), pageIds: null };
    writeFileSync(program, 'process.once("message", () => { throw new RangeError("out of room"); });');
    expect(await problemOf(exportInWorker(await job(target), { program }))).toMatchObject({
      code: "export-failed",
      detail: "RangeError: out of room",
    });

    writeFileSync(program, "process.abort();");
    expect((await problemOf(exportInWorker(await job(target), { program }))).code).toBe("export-failed");
    writeFileSync(program, "process.exit(3);");
    expect((await problemOf(exportInWorker(await job(target), { program }))).detail).toContain("3");

    writeFileSync(program, 'process.once("message", () => process.kill(process.pid, "SIGKILL"));');
    expect(await problemOf(exportInWorker(await job(target), { program }))).toMatchObject({
      code: "export-failed",
      detail: expect.stringContaining("SIGKILL"),
    });
  });

  it("hears an answer that comes just before the process ends, however much it says beside", async () => {
    const program = join(temporaryFolder(), "worker.mjs");
    const report = { files: ["/papers/page.pdf"], pageCount: 1, warnings: ["警告".repeat(50_000)] };
    writeFileSync(
      program,
      `process.once("message", () => {
        process.stderr.write("a warning of a library\\n".repeat(5000));
        process.send({ ok: true, report: ${JSON.stringify(report)} }, () => process.exit(1));
      });`,
    );
    const target: ExportTarget = { kind: "pdf", file: join(temporaryFolder(), "page.pdf"), pageIds: null };
    expect(await exportInWorker(await job(target), { program })).toEqual(report);
  });

  it("names a problem that this program does not know", async () => {
    const program = join(temporaryFolder(), "worker.mjs");
    writeFileSync(program, 'process.once("message", () => process.send({ ok: false, problem: { code: "strange", detail: "x" } }));');
    const target: ExportTarget = { kind: "pdf", file: join(temporaryFolder(), "page.pdf"), pageIds: null };
    expect(await problemOf(exportInWorker(await job(target), { program }))).toMatchObject({ code: "internal", detail: "x" });
  });

  it("keeps an older file when the new one fails", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "page.pdf");
    writeFileSync(file, "older");
    await problemOf(exportInWorker(await job({ kind: "pdf", file, pageIds: ["no-such-page"] })));
    expect(readFileSync(file, "utf8")).toBe("older");
    mkdirSync(join(folder, "folder.pdf"));
    await problemOf(exportInWorker(await job({ kind: "pdf", file: join(folder, "folder.pdf"), pageIds: null })));
    expect(readdirSync(folder).sort()).toEqual(["folder.pdf", "page.pdf"]);
  });

  it("is where the build puts it", () => {
    expect(existsSync(exportWorkerProgram(root))).toBe(true);
  });
});
