import { CHINA_OFFSET } from "../../shared/export/epaper/issueTime";
import type { Issue } from "../../shared/model/document";

/** The offset from UTC that a paper's time zone has at midnight of its issue, such as `+08:00`; China's for a zone nobody knows. */
export function utcOffset({ date, timeZone }: Pick<Issue, "date" | "timeZone">): string {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    const name = format.formatToParts(new Date(`${date}T00:00:00Z`)).find(({ type }) => type === "timeZoneName")?.value ?? "";
    return name === "GMT" ? "+00:00" : (/[+-]\d{2}:\d{2}/.exec(name)?.[0] ?? CHINA_OFFSET);
  } catch {
    return CHINA_OFFSET;
  }
}
