import { element, fetchJson, find } from "./elements";
import { say } from "./language";

interface PastIssue {
  readonly date: string;
  readonly name: string;
  readonly number: number;
  readonly href: string;
}

const WEEKDAYS = ["日一二三四五六", "SunMonTueWedThuFriSat"] as const;

/**
 * The calendar hook: where the folder above the package holds an `issues.json`, as `export --site` writes and
 * `docs/epaper.md` describes, its issues are listed by month behind a button that appears.
 */
export async function startPastIssues(root: string): Promise<void> {
  const button = find("[data-action='issues']");
  if (button === null) return;
  const address = new URL(`${root}../issues.json`, document.baseURI);
  const issues = readIssues(await fetchJson(address.href));
  if (issues.length === 0) return;
  button.hidden = false;
  button.addEventListener("click", () => showIssues(issues, address));
}

function showIssues(issues: readonly PastIssue[], address: URL): void {
  const months = [...new Set(issues.map(({ date }) => date.slice(0, 7)))];
  const close = element("button", { type: "button", class: "close", autofocus: "" }, say("关闭", "Close"));
  const today = find("header time")?.getAttribute("datetime");
  const dialog = element(
    "dialog",
    { class: "issues", "aria-label": say("往期", "Past issues") },
    element("h2", {}, say("往期", "Past issues")),
    ...months.map((month) => {
      const links = issues.filter(({ date }) => date.startsWith(month)).map((issue) => issueLink(issue, address, issue.date === today));
      return element("section", {}, element("h3", {}, monthName(month)), element("ol", {}, ...links));
    }),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function issueLink({ date, number, href }: PastIssue, address: URL, isCurrent: boolean): HTMLLIElement {
  const day = Number(date.slice(8));
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const name = say(`${day}日 周${WEEKDAYS[0].slice(weekday, weekday + 1)}`, `${day} ${WEEKDAYS[1].slice(weekday * 3, weekday * 3 + 3)}`);
  const link = element("a", { href: new URL(`${href}index.html`, address).href }, element("b", {}, name), element("span", {}, say(`总第${number}期`, `No. ${number}`)));
  if (isCurrent) link.setAttribute("aria-current", "page");
  return element("li", {}, link);
}

function monthName(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return say(`${year}年${Number(number)}月`, month);
}

/** Reads the list strictly: only days, and folders named after them. */
function readIssues(value: unknown): readonly PastIssue[] {
  if (typeof value !== "object" || value === null || !("issues" in value) || !Array.isArray(value.issues)) return [];
  return value.issues.flatMap((entry: unknown): readonly PastIssue[] => {
    if (typeof entry !== "object" || entry === null) return [];
    const { date, name, number, href } = entry as Readonly<Record<string, unknown>>; // an object just here
    if (typeof date !== "string" || !/^\d{4}-\d\d-\d\d$/.test(date) || typeof name !== "string" || typeof number !== "number") return [];
    return typeof href === "string" && /^[\w./-]+\/$/.test(href) && !href.startsWith("/") ? [{ date, name, number, href }] : [];
  });
}
