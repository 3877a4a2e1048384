import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { longestCheck, verifyInWorker } from "../host/verify/verifyInWorker";
import { fillSentence } from "../shared/messages/fillSentence";
import { verifyEn } from "../shared/messages/verifyEn";
import { verifyZh, type VerifyMessages } from "../shared/messages/verifyZh";
import { adviceParts, type RulePart, type Standard } from "../shared/verify/rule";
import type { RuleVerdict, VerifyReport } from "../shared/verify/verifyPdf";
import { findingSentence } from "../shared/verify/verifySentence";
import { CliError, type CliContext } from "./cliError";
import { onlyPath, readArguments } from "./readArguments";

const standardNames: Readonly<Record<Standard, string>> = { x4: "PDF/X-4", x1a: "PDF/X-1a" };
const languages: Readonly<Record<string, VerifyMessages>> = { en: verifyEn, zh: verifyZh };
const signs = { "held": "✓", "broken": "✗", "not-checkable": "?" } as const;
const mostLines = 5;
const largestFile = 2 ** 30;

/** `broadsheet verify FILE.pdf`: each rule of the standard as held, broken or not checkable; exit 1 where one is broken. */
export async function verifyCommand(args: readonly string[], context: CliContext): Promise<number> {
  const read = readArguments("verify", args, { as: "value", json: "flag", lang: "value" });
  const path = onlyPath("verify", "a PDF file", read, context);
  const asked = read.value("as");
  if (asked !== null && asked !== "x4" && asked !== "x1a") throw new CliError(`broadsheet verify: --as is x4 or x1a, not "${asked}".`);
  const chosen = read.value("lang") ?? "en";
  const messages = Object.hasOwn(languages, chosen) ? languages[chosen] : undefined;
  if (messages === undefined) throw new CliError(`broadsheet verify: --lang is en or zh, not "${chosen}".`);

  const bytes = await fileBytes(path);
  const answer = await verifyInWorker(context.projectRoot, { bytes, standard: asked });
  const file = basename(path);
  if (!answer.ok) throw new CliError(fillSentence(messages.problems[answer.problem.code], { file: path, detail: answer.problem.detail || String(longestCheck) }));
  const report = answer.value;
  context.out(read.flag("json") ? `${JSON.stringify(toJson(path, report, messages), null, 1)}\n` : toText(file, report, messages));
  return report.keeps ? 0 : 1;
}

async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new CliError(`${path} is a folder, not a PDF file.`);
    if (found.size > largestFile) throw new CliError(`${path} is too large to check.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { code } = error as NodeJS.ErrnoException; // what stat and readFile throw
    if (code === "ENOENT" || code === "ENOTDIR") throw new CliError(`There is nothing at ${path}.`);
    if (code === "EACCES" || code === "EPERM") throw new CliError(`Reading ${path} is not permitted.`);
    throw new CliError(`${path} cannot be read: ${code ?? "unknown reason"}.`);
  }
}

/** The report for programs; docs/verify.md has its schema. */
function toJson(path: string, { standard, pages, keeps, verdicts }: VerifyReport, messages: VerifyMessages) {
  return {
    file: path,
    standard,
    pages,
    keeps,
    rules: verdicts.map(({ id, part, clause, state, findings, count }) => ({
      id,
      part,
      clause,
      state,
      sentence: messages.rules[id],
      count,
      findings: findings.map((finding) => ({
        kind: finding.kind,
        ...finding.place,
        found: finding.found,
        ...(finding.kind === "unchecked" ? { reason: finding.reason } : {}),
        sentence: findingSentence(finding, messages),
      })),
    })),
  };
}

function toText(file: string, { standard, pages, keeps, verdicts }: VerifyReport, messages: VerifyMessages): string {
  const { report, parts, rules } = messages;
  const name = standardNames[standard];
  const lines = [fillSentence(report.heading, { file, standard: name, pages })];
  const grouped = new Map<RulePart, RuleVerdict[]>();
  for (const verdict of verdicts) grouped.set(verdict.part, [...(grouped.get(verdict.part) ?? []), verdict]);
  for (const [part, group] of grouped) {
    lines.push("", fillSentence(report.part, { part: parts[part], counts: fillSentence(report.counts, countsOf(group)) }));
    for (const { id, state, findings, count } of group) {
      lines.push(`  ${signs[state]} ${rules[id]} (${id})`);
      for (const finding of findings.slice(0, mostLines)) lines.push(`      ${findingSentence(finding, messages)}`);
      if (count > mostLines) lines.push(`      ${fillSentence(report.more, { count: count - mostLines })}`);
    }
  }
  const required = verdicts.filter(({ part }) => !adviceParts.has(part));
  const { broken } = countsOf(required);
  lines.push("", fillSentence(report.counts, countsOf(verdicts)), fillSentence(keeps ? report.keeps : report.breaks, { standard: name, broken }));
  return `${lines.join("\n")}\n`;
}

function countsOf(verdicts: readonly RuleVerdict[]) {
  const count = (state: RuleVerdict["state"]) => verdicts.filter((verdict) => verdict.state === state).length;
  return { held: count("held"), broken: count("broken"), unchecked: count("not-checkable") };
}
