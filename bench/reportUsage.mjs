/** Loaded before a measured program (`node --import`): writes its peak memory to the file named in the environment when it ends. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const file = process.env["BROADSHEET_USAGE_FILE"];
const status = "/proc/self/status";

/** The high-water mark of this program alone: what `getrusage` gives counts the parent's memory before exec on Linux. */
function peakMegabytes() {
  const mark = existsSync(status) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, "utf8")) : null;
  return (mark ? Number(mark[1]) : process.resourceUsage().maxRSS) / 1024;
}

if (file) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ peakMegabytes: peakMegabytes(), cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000 }));
  });
}
