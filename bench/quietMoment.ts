import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

const STATISTICS = "/proc/stat";
const WINDOW_MILLISECONDS = 250;
const LONGEST_WAIT_MILLISECONDS = 20_000;
/** Of all processors, so much may be busy with other things. */
const QUIET_SHARE = 0.15;
/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** Waits until other programs leave the machine alone for a quarter of a second, but not for ever; at once where the system does not tell. */
export async function quietMoment(): Promise<void> {
  if (!existsSync(STATISTICS)) return;
  const end = performance.now() + LONGEST_WAIT_MILLISECONDS;
  while (performance.now() < end) {
    const before = busyTicks();
    await sleep(WINDOW_MILLISECONDS);
    const share = (busyTicks() - before) / TICKS_A_SECOND / (WINDOW_MILLISECONDS / 1000) / cpus().length;
    if (share < QUIET_SHARE) return;
  }
}

/** User, nice, system and soft interrupt time of all processors (proc(5)). */
function busyTicks(): number {
  const [, user, nice, system, , , interrupts, softInterrupts] = readFileSync(STATISTICS, "utf8").split("\n", 1)[0]!.trim().split(/\s+/).map(Number);
  return user! + nice! + system! + interrupts! + softInterrupts!;
}
