import { parseIsoDate } from "../../../model/calendar";
import { pagePicturesOf } from "../derived/areaMap";
import type { EpaperIssue } from "../epaperIssue";
import { safeText } from "../markup";

/** An issue as the list of a site names it; `docs/epaper.md` describes the file. */
export interface SiteIssue {
  readonly date: string;
  /** `urn:x-epaper:<code>:<date>`. */
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly pageCount: number;
  /** The issue's folder from the list, ending with a slash. */
  readonly href: string;
  readonly cover?: { readonly href: string; readonly width: number; readonly height: number };
}

const FORMAT = "open-epaper-issues";
const COVER_WIDTH = 540;

/** How a site's list names an issue that lies in the folder of its date. */
export function siteIssue({ issue, publication, pages }: EpaperIssue): SiteIssue {
  const [first] = pages;
  const pictures = first === undefined ? [] : pagePicturesOf(first);
  const cover = pictures.find(({ width }) => width >= COVER_WIDTH) ?? pictures.at(-1);
  const href = `${issue.date}/`;
  return {
    date: issue.date,
    id: issue.id,
    name: safeText(publication.name),
    number: issue.totalIssueNumber,
    pageCount: issue.pageCount,
    href,
    ...(cover === undefined ? {} : { cover: { href: href + cover.href, width: cover.width, height: cover.height } }),
  };
}

/** The list with an issue in it, in place of one of the same day; the newest first. */
export function withSiteIssue(issues: readonly SiteIssue[], added: SiteIssue): readonly SiteIssue[] {
  return [...issues.filter(({ date }) => date !== added.date), added].sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** The bytes of `issues.json`. */
export function siteIssuesJson(issues: readonly SiteIssue[]): string {
  return `${JSON.stringify({ format: FORMAT, version: "1.0", issues }, null, 2)}\n`;
}

/** Reads an `issues.json`; null where it is none of ours. Entries that an export cannot have written are left out. */
export function readSiteIssues(value: unknown): readonly SiteIssue[] | null {
  if (!isRecord(value) || value["format"] !== FORMAT || !Array.isArray(value["issues"])) return null;
  const entries: readonly unknown[] = value["issues"];
  return entries.flatMap((entry) => (isRecord(entry) ? readSiteIssue(entry) : []));
}

function readSiteIssue({ date, id, name, number, pageCount, cover }: Readonly<Record<string, unknown>>): readonly SiteIssue[] {
  if (typeof date !== "string" || parseIsoDate(date) === null || typeof id !== "string" || typeof name !== "string") return [];
  if (!isCount(number) || !isCount(pageCount)) return [];
  return [{ date, id, name, number, pageCount, href: `${date}/`, ...readCover(date, cover) }];
}

function readCover(date: string, cover: unknown): Pick<SiteIssue, "cover"> {
  if (!isRecord(cover)) return {};
  const { href, width, height } = cover;
  if (typeof href !== "string" || !isCount(width) || !isCount(height)) return {};
  const path = href.startsWith(`${date}/`) ? href.slice(date.length + 1) : "";
  return /^p\d{2,4}\/\d{2,4}\.(webp|jpg)$/.test(path) ? { cover: { href, width, height } } : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
