import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { quietMoment } from "./quietMoment";

/** A command to measure from outside: the program, its arguments and its folder. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What whole processes cost. The peak is the sum of the proportional set sizes (PSS) of all their processes, shared pages counted once; null where the system does not tell. */
export interface TreeFigures {
  readonly runs: number;
  readonly wallMilliseconds: number;
  readonly leastMilliseconds: number;
  readonly mostMilliseconds: number;
  readonly peakMegabytes: number | null;
}

const SAMPLE_MILLISECONDS = 8;
const MEMORY_RUNS = 3;

/**
 * Runs commands as whole processes, in turn, so that a machine that slows down slows all of them: a warm-up each, then
 * the timed runs in quiet moments, at which nothing looks, then runs for their memory. Throws where a run fails.
 */
export async function measureInTurn(commands: readonly Command[], runs: number): Promise<readonly TreeFigures[]> {
  const walls = commands.map((): number[] => []);
  const peaks = commands.map((): number[] => []);
  for (const command of commands) await runOnce(command, false);
  for (let run = 0; run < runs; run++) {
    await quietMoment();
    for (const [index, command] of commands.entries()) walls[index]?.push((await runOnce(command, false)).wall);
  }
  for (let run = 0; run < MEMORY_RUNS; run++) for (const [index, command] of commands.entries()) peaks[index]?.push((await runOnce(command, true)).peakKilobytes);
  return commands.map((_, index) => {
    const times = (walls[index] ?? []).toSorted((a, b) => a - b);
    const peak = Math.max(0, ...(peaks[index] ?? []));
    return {
      runs,
      wallMilliseconds: Math.round(times[Math.floor(times.length / 2)] ?? 0),
      leastMilliseconds: Math.round(times[0] ?? 0),
      mostMilliseconds: Math.round(times.at(-1) ?? 0),
      peakMegabytes: peak === 0 ? null : Math.round(peak / 1024),
    };
  });
}

async function runOnce({ program, args, cwd }: Command, isSampled: boolean): Promise<{ readonly wall: number; readonly peakKilobytes: number }> {
  const start = performance.now();
  // A session of its own, by which its children are found.
  const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"], detached: true });
  let complaint = "";
  child.stderr.on("data", (data: Buffer) => (complaint += data.toString()));
  let isRunning = true;
  const sampling = isSampled ? samplePeak(() => (isRunning ? (child.pid ?? null) : null)) : Promise.resolve(0);
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("exit", resolve));
  const wall = performance.now() - start;
  isRunning = false;
  const peakKilobytes = await sampling;
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}: ${complaint}`);
  return { wall, peakKilobytes };
}

/** The most that a session's processes held at any moment they were looked at, in kilobytes. */
async function samplePeak(session: () => number | null): Promise<number> {
  let peak = 0;
  for (let id = session(); id !== null; id = session()) {
    let sum = 0;
    for (const process of processesOf(id)) sum += proportionalKilobytes(process);
    peak = Math.max(peak, sum);
    await sleep(SAMPLE_MILLISECONDS);
  }
  return peak;
}

function processesOf(session: number): readonly string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((name) => /^\d/.test(name) && sessionOf(name) === session);
}

/** The session is the fourth field behind the program's name in brackets (proc(5)). */
function sessionOf(id: string): number {
  const status = readOrEmpty(`/proc/${id}/stat`);
  return Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[3]);
}

function proportionalKilobytes(id: string): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readOrEmpty(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);
}

/** A process may end while it is looked at. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
