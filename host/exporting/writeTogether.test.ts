import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { machineFileSystem } from "../fileSystem";
import { systemError, watchedFileSystem, type FileStep } from "../testing/faultyFileSystem";
import { temporaryFolder } from "../testing/temporaryFolder";
import { sweepExports } from "./sweepExports";
import { writeTogether, type Staging } from "./writeTogether";

const NO_PROCESS = 99_999_999;

/** A folder with an old export: one file to be replaced, one to go, one of somebody else. */
function oldFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "gone"));
  for (const name of ["a.pdf", "gone/old.pdf", "letter.txt"]) writeFileSync(join(folder, name), `old ${name}`);
  return folder;
}

/** Every file of a folder with what it holds. */
function contents(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(names.map((name) => [name, statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), "utf8") : "/"]));
}

/** Makes what this process has left in a folder that of one which has ended a while ago. */
function asLeftByDead(folder: string): void {
  for (const name of readdirSync(folder).filter((left) => left.startsWith(".broadsheet-") || left === ".saving.lock")) {
    const path = join(folder, name);
    for (const file of [path, join(path, "owner.json")]) {
      if (!existsSync(file) || statSync(file).isDirectory()) continue;
      writeFileSync(file, readFileSync(file, "utf8").replace(`"pid":${process.pid}`, `"pid":${NO_PROCESS}`));
      utimesSync(file, 0, 0);
    }
    utimesSync(path, 0, 0);
    renameSync(path, join(folder, name.replace(`-${process.pid}-`, `-${NO_PROCESS}-`)));
  }
}

const stage = async (staging: Staging): Promise<void> => {
  await staging.put("a.pdf", "new a");
  const pieces = await staging.open("deep/er/b.pdf");
  for (const piece of ["new ", "b"]) await pieces.write(Buffer.from(piece));
  await pieces.close();
};
const settle = async (staging: Staging): Promise<readonly string[]> => {
  await staging.put("index.html", "new index");
  return ["gone/old.pdf", "gone/never.pdf"];
};
const before = { "a.pdf": "old a.pdf", gone: "/", "gone/old.pdf": "old gone/old.pdf", "letter.txt": "old letter.txt" };
const after = { "a.pdf": "new a", deep: "/", "deep/er": "/", "deep/er/b.pdf": "new b", "index.html": "new index", "letter.txt": "old letter.txt" };

/** The steps of one whole run. */
async function countSteps(): Promise<number> {
  let steps = 0;
  await writeTogether(watchedFileSystem(() => void steps++), oldFolder(), stage, { settle });
  return steps;
}

describe("files written together", () => {
  it("appear all, in their order, and what is to go goes", async () => {
    const folder = oldFolder();
    const order: string[] = [];
    const disk = watchedFileSystem((step, path) => void (step === "rename" && order.push(path.slice(folder.length + 1))));
    const written = await writeTogether(disk, folder, stage, { settle });
    expect(written).toEqual(["a.pdf", "deep/er/b.pdf", "index.html"].map((name) => join(folder, name)));
    expect(order.map((path) => path.split("/").at(-1))).toEqual(["0", "1", "2", "old.pdf", "never.pdf", "journal.json"]);
    expect(contents(folder)).toEqual(after);
  });

  it.each([["ENOSPC", "disk-full"], ["EROFS", "not-permitted"], ["EIO", "write-failed"]] as const)(
    "leave every old file as it was where the disk says %s, at whichever step",
    async (code, problem) => {
      const steps = await countSteps();
      expect(steps).toBeGreaterThan(25);
      let failures = 0;
      for (let at = 1; at <= steps; at++) {
        const folder = oldFolder();
        let count = 0;
        const disk = watchedFileSystem(() => {
          if (++count === at) throw systemError(code);
        });
        const outcome = await writeTogether(disk, folder, stage, { settle }).then(
          () => null,
          (error: unknown) => error,
        );
        if (outcome === null) {
          // A step of tidying up: the export stands.
          asLeftByDead(folder);
          await sweepExports(machineFileSystem, folder);
          expect(contents(folder)).toMatchObject(after);
          continue;
        }
        failures++;
        expect(outcome).toMatchObject({ code: problem });
        expect(contents(folder), `step ${at}`).toEqual(before);
      }
      expect(failures).toBeGreaterThan(20);
    },
  );

  it("are none or all after the next sweep, where the process was killed at whichever step", async () => {
    const steps = await countSteps();
    const seen = new Set<string>();
    for (let at = 1; at <= steps; at++) {
      const folder = oldFolder();
      let count = 0;
      // From here on nothing happens any more, no putting back either.
      const disk = watchedFileSystem(() => {
        if (++count >= at) throw systemError("EIO");
      });
      await writeTogether(disk, folder, stage, { settle }).catch(() => undefined);
      asLeftByDead(folder);
      await sweepExports(machineFileSystem, folder);
      await sweepExports(machineFileSystem, folder);
      const { gone: _empty, ...now } = contents(folder);
      const { gone: _was, ...then } = before;
      seen.add("deep/er/b.pdf" in now ? "all" : "none");
      expect(now, `step ${at}`).toEqual("deep/er/b.pdf" in now ? after : then);
    }
    expect([...seen].sort()).toEqual(["all", "none"]);
  });

  it("are put back where a sweep was itself cut short", async () => {
    for (let cut = 1; cut <= 12; cut++) {
      const folder = oldFolder();
      let hasMoved = false;
      const disk = watchedFileSystem((step, path) => {
        if (hasMoved) throw systemError("EIO");
        hasMoved = step === "rename" && path.endsWith("old.pdf");
      });
      await writeTogether(disk, folder, stage, { settle }).catch(() => undefined);
      expect(contents(folder)["a.pdf"]).toBe("new a");
      asLeftByDead(folder);
      let count = 0;
      await sweepExports(watchedFileSystem(() => {
        if (++count >= cut) throw systemError("EIO");
      }), folder);
      asLeftByDead(folder);
      await sweepExports(machineFileSystem, folder);
      expect(contents(folder), `cut ${cut}`).toEqual(before);
    }
  });

  it("are cancelled at any step without a trace, until the last has moved", async () => {
    const steps = await countSteps();
    let cancelled = 0;
    for (let at = 1; at <= steps; at++) {
      const folder = oldFolder();
      const cancelling = new AbortController();
      let count = 0;
      const disk = watchedFileSystem(() => void (++count === at && cancelling.abort()));
      const outcome = await writeTogether(disk, folder, stage, { settle, signal: cancelling.signal }).then(
        () => null,
        (error: unknown) => error,
      );
      if (outcome === null) expect(contents(folder)).toEqual(after);
      else {
        cancelled++;
        expect(outcome).toMatchObject({ code: "cancelled" });
        expect(contents(folder)).toEqual(before);
      }
    }
    expect(cancelled).toBeGreaterThan(15);
  });

  it("need no journal where there is one, and replace a file in one step", async () => {
    const folder = oldFolder();
    const steps: FileStep[] = [];
    const disk = watchedFileSystem((step) => void steps.push(step));
    await writeTogether(disk, folder, (staging) => staging.put("a.pdf", "new a"));
    expect(steps.filter((step) => step === "rename" || step === "link")).toEqual(["rename"]);
    expect(contents(folder)).toEqual({ ...before, "a.pdf": "new a" });
  });

  it("never go over a folder of that name, and say so with its path", async () => {
    const folder = oldFolder();
    mkdirSync(join(folder, "b.pdf"));
    await expect(writeTogether(machineFileSystem, folder, (staging) => staging.put("b.pdf", "x"))).rejects.toMatchObject({ detail: expect.stringContaining("b.pdf") });
    await expect(writeTogether(machineFileSystem, folder, async (staging) => {
      await staging.put("a.pdf", "new");
      await staging.put("b.pdf", "x");
    })).rejects.toMatchObject({ code: "write-failed" });
    expect(contents(folder)).toEqual({ ...before, "b.pdf": "/" });
  });
});

describe("a sweep", () => {
  const staging = (folder: string, pid: number, owner?: object): string => {
    const left = join(folder, `.broadsheet-${pid}-0123456789ab.tmp`);
    mkdirSync(left);
    if (owner !== undefined) writeFileSync(join(left, "owner.json"), JSON.stringify(owner));
    return left;
  };

  it("leaves alone what a living process, or another machine, is at work on", async () => {
    const folder = temporaryFolder();
    staging(folder, process.pid);
    staging(folder, NO_PROCESS, { pid: NO_PROCESS, host: "another-machine" });
    writeFileSync(join(folder, `.broadsheet-${process.pid}-abcdefabcdef.tmp`), "");
    await sweepExports(machineFileSystem, folder);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it("takes another machine's away after a day", async () => {
    const folder = temporaryFolder();
    utimesSync(staging(folder, NO_PROCESS, { pid: NO_PROCESS, host: "another-machine" }), 0, 0);
    await sweepExports(machineFileSystem, folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["half of it", '{"entries":['],
    ["a path upwards", JSON.stringify({ folders: [], entries: [{ path: "../kept.txt", kind: "put", had: true }] })],
    ["an absolute path", JSON.stringify({ folders: [], entries: [{ path: "/kept.txt", kind: "put", had: true }] })],
    ["a path through a link", JSON.stringify({ folders: [], entries: [{ path: "link/kept.txt", kind: "put", had: true }] })],
    ["another form", JSON.stringify([{ path: "a.pdf" }])],
  ])("acts on no journal that holds %s", async (_what, journal) => {
    const parent = temporaryFolder();
    const folder = join(parent, "out");
    mkdirSync(folder);
    writeFileSync(join(parent, "kept.txt"), "kept");
    symlinkSync(parent, join(folder, "link"));
    const left = staging(folder, NO_PROCESS);
    writeFileSync(join(left, "journal.json"), journal);
    writeFileSync(join(left, "before-0"), "planted");
    utimesSync(left, 0, 0);
    await sweepExports(machineFileSystem, folder);
    expect(readFileSync(join(parent, "kept.txt"), "utf8")).toBe("kept");
    expect(readdirSync(folder)).toEqual(["link"]);
  });
});
