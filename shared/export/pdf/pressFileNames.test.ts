import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFileNameRule, fileNameReason, pressFileNames, type NamedPage } from "./pressFileNames";

const issue = { code: "nfgb", date: "2026-01-12", edition: "早版" };
const pages: readonly NamedPage[] = [
  { number: 1, name: "要闻" },
  { number: 2, name: "" },
  { number: 11, name: "副刊" },
];
const one = (rule: string, page: NamedPage = pages[0]!, given = issue) => pressFileNames(rule, given, [[page]]);

describe("the names of press files", () => {
  it("hold code, day and page as plants expect them", () => {
    const named = pressFileNames("{code}{date}{page}.pdf", issue, pages.map((page) => [page]));
    expect(named).toEqual({ ok: true, value: ["nfgb2026011201.pdf", "nfgb2026011202.pdf", "nfgb2026011211.pdf"] });
  });

  it("hold the section, the edition and the pages of a file", () => {
    expect(one("{date} {edition} {section}.pdf")).toEqual({ ok: true, value: ["20260112 早版 要闻.pdf"] });
    expect(pressFileNames("{code}-{pages}.PDF", issue, [pages])).toEqual({ ok: true, value: ["nfgb-01-11.PDF"] });
    expect(one("{pages}.pdf", { number: 103, name: "" })).toEqual({ ok: true, value: ["103.pdf"] });
  });

  it.each([
    ["{code}{day}.pdf", { code: "unknown-field", field: "day" }],
    ["{code}{}.pdf", { code: "unknown-field", field: "" }],
    ["{code}{__proto__}.pdf", { code: "unknown-field", field: "__proto__" }],
    ["{code.pdf", { code: "stray-brace" }],
    ["code}.pdf", { code: "stray-brace" }],
    ["{{code}}.pdf", { code: "stray-brace" }],
    ["{code}", { code: "no-extension" }],
    ["{code}.tif", { code: "no-extension" }],
  ])("are refused by a rule such as %s, before any name is made", (rule, problem) => {
    expect(checkFileNameRule(rule)).toEqual({ ok: false, problem });
    expect(one(rule)).toEqual({ ok: false, problem });
  });

  it("are refused where two pages would have the same, upper and lower case aside", () => {
    const both = pressFileNames("{code}{section}.pdf", issue, [[{ number: 3, name: "Ad" }], [{ number: 4, name: "AD" }]]);
    expect(both).toEqual({ ok: false, problem: { code: "same-name", name: "nfgbAD.pdf", pages: [3, 4] } });
    expect(pressFileNames("{date}.pdf", issue, pages.map((page) => [page])).ok).toBe(false);
  });

  it("have no page and no section where a file holds several", () => {
    expect(pressFileNames("{code}{page}.pdf", issue, [pages])).toEqual({ ok: false, problem: { code: "field-of-one-page", field: "page" } });
    expect(pressFileNames("{code}.pdf", issue, [pages]).ok).toBe(true);
  });

  it("are names on every system", () => {
    expect(one("{section}.pdf", { number: 1, name: "a/b\\c:d*e?f\"g<h>i|j\u0000k" })).toEqual({ ok: true, value: ["a-b-c-d-e-f-g-h-i-j-k.pdf"] });
    expect(one("{section}.pdf", { number: 1, name: "../../etc/passwd" })).toEqual({ ok: true, value: ["-..-etc-passwd.pdf"] });
    expect(one("{section}.pdf", { number: 1, name: "con" })).toEqual({ ok: true, value: ["_con.pdf"] });
    expect(one("{section}.pdf", { number: 1, name: " . " })).toEqual({ ok: false, problem: { code: "empty-name" } });
    expect(one("{section}.pdf", { number: 1, name: "版".repeat(80) }).ok).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (name) => {
        const made = one("{section}{page}.pdf", { number: 1, name });
        if (!made.ok) return;
        const [file = ""] = made.value;
        expect(file).toMatch(/^[^/\\:*?"<>|\p{Cc}]*01\.pdf$/u);
        expect(file).not.toMatch(/^\.|^(?:con|nul|com1)\./iu);
      }),
    );
  });

  it("say in words what is wrong", () => {
    for (const rule of ["{a}.pdf", "}.pdf", "a"]) {
      const problem = checkFileNameRule(rule);
      expect(problem.ok ? "" : fileNameReason(problem.problem)).toMatch(/^[a-z].*[^.]$/);
    }
  });
});
