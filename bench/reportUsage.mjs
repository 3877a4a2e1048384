/** Loaded before a measured program (`node --import`): writes its peak memory to the file named in the environment when it ends. */
import { writeFileSync } from "node:fs";

const file = process.env["BROADSHEET_USAGE_FILE"];
if (file) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ peakMegabytes: maxRSS / 1024, cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000 }));
  });
}
