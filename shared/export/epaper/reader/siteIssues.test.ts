import { describe, expect, it } from "vitest";
import { testBook } from "../testing/hostileBook";
import { siteHtml } from "./siteHtml";
import { readSiteIssues, siteIssue, siteIssuesJson, withSiteIssue } from "./siteIssues";

const issue = { ...siteIssue(testBook().epaper), cover: { href: "2026-01-12/p01/540.webp", width: 540, height: 780 } };
const on = (date: string) => ({ ...issue, date, href: `${date}/`, cover: { ...issue.cover, href: `${date}/p01/540.webp` } });

describe("the list of a site's issues", () => {
  it("is the newest first, holds a day once, and reads back as it was written", () => {
    const listed = ["2026-01-12", "2025-12-31", "2026-02-01", "2026-01-12"].reduce((issues, date) => withSiteIssue(issues, on(date)), withSiteIssue([], issue));
    expect(listed.map(({ date }) => date)).toEqual(["2026-02-01", "2026-01-12", "2025-12-31"]);
    expect(readSiteIssues(JSON.parse(siteIssuesJson(listed)))).toEqual(listed);
    expect(siteHtml(listed, "zh-Hans-CN").match(/href="\d{4}-\d\d-\d\d\/index\.html"/g)).toHaveLength(3);
  });

  it("takes nothing from a file that is not its own, and no entry that leads elsewhere", () => {
    for (const other of [null, [], "x", { issues: [] }, { format: "open-epaper-issues", issues: {} }]) expect(readSiteIssues(other)).toBeNull();
    const read = (entry: unknown) => readSiteIssues({ format: "open-epaper-issues", issues: [entry] });
    expect(read({ ...issue, date: "../../etc" })).toEqual([]);
    expect(read({ ...issue, date: "2026-02-30" })).toEqual([]);
    expect(read({ ...issue, number: -1 })).toEqual([]);
    expect(read({ ...issue, href: "https://example.com/" })?.[0]?.href).toBe("2026-01-12/");
    expect(read({ ...issue, cover: { href: "javascript:alert(1)", width: 1, height: 1 } })?.[0]?.cover).toBeUndefined();
  });
});
