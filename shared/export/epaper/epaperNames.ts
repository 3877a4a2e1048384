import type { IssueDocument } from "../../model/document";
import type { ArticleId } from "../../model/ids";

/** The name of the issue, `urn:x-epaper:<code>:<date>`; a paper without a code is called `paper`. */
export function issueUri({ publication, issue }: Pick<IssueDocument, "publication" | "issue">): string {
  return `urn:x-epaper:${publication.code === "" ? "paper" : publication.code}:${issue.date}`;
}

/** The name of an article; the same whatever else changes in the issue. */
export function articleUri(document: Pick<IssueDocument, "publication" | "issue">, articleId: ArticleId): string {
  // Ids are letters, digits, dots, hyphens and underscores, all allowed in a URN, and hold no colon.
  return `${issueUri(document)}:${articleId}`;
}

/** The name of the nth picture of an article, from 1. */
export function pictureUri(article: string, number: number): string {
  return `${article}:img${number}`;
}

/** The name of the nth entry of a list of briefs, from 1. */
export function briefUri(article: string, number: number): string {
  return `${article}:brief${number}`;
}

/** The number of a page as it is printed in lists: two digits at least. */
export function pageLabel(index: number): string {
  return String(index + 1).padStart(2, "0");
}

/** The id of a page in the e-paper, `p01` for the first. */
export function pageName(index: number): string {
  return `p${pageLabel(index)}`;
}

/**
 * The absolute address of a file of the package: under the base, or the paper's site and the issue's date; a URN where
 * neither is an http address, because ninjs takes no relative address.
 */
export function fileAddress(document: Pick<IssueDocument, "publication" | "issue">, path: string, base: string | null): string {
  const site = document.publication.url;
  if (base !== null && isHttpAddress(base)) return `${withSlash(encodeURI(base))}${path}`;
  if (isHttpAddress(site)) return `${withSlash(encodeURI(site))}${document.issue.date}/${path}`;
  return `${issueUri(document)}:${path}`;
}

function isHttpAddress(address: string): boolean {
  return /^https?:\/\/[a-z0-9][a-z0-9.-]*(:\d+)?(\/[^\s?#<>"\\^`{|}%]*)?$/i.test(address);
}

function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}
