import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HostError } from "../../shared/platform/host";
import { machineFileSystem } from "../fileSystem";
import { readIssueFolder } from "../issues/readIssueFolder";
import { SAMPLE_NAME } from "../sampleCopy";
import { buildProgram } from "../testing/builtProgram";
import { temporaryFolder } from "../testing/temporaryFolder";
import { exportInWorker, exportWorkerProgram } from "./exportInWorker";
import type { ExportJob, ExportTarget } from "./exportJob";
import { forkExportProcess } from "./exportProcess";

let root: string;
beforeAll(async () => {
  root = await buildProgram();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

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

describe("an export in its own process", () => {
  it("writes the same bytes as in this one, and leaves nothing beside them", async () => {
    const folder = temporaryFolder();
    const target = (name: string): ExportTarget => ({ kind: "pdf", file: join(folder, name), pageIds: null });
    const report = await exportInWorker(await job(target("worker.pdf")));
    expect(report).toMatchObject({ files: [join(folder, "worker.pdf")], pageCount: 8 });
    await exportInWorker(await job(target("here.pdf")), forkExportProcess, join(root, "absent.js"));
    expect(readFileSync(join(folder, "worker.pdf")).equals(readFileSync(join(folder, "here.pdf")))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["here.pdf", "worker.pdf"]);
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
    expect(await problemOf(exportInWorker(await job(target), forkExportProcess, program))).toMatchObject({ code: "export-failed" });

    writeFileSync(program, 'process.once("message", () => process.kill(process.pid, "SIGKILL"));');
    expect(await problemOf(exportInWorker(await job(target), forkExportProcess, program))).toMatchObject({
      code: "export-failed",
      detail: expect.stringContaining("SIGKILL"),
    });
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
