import type { MarkWords } from "../../shared/export/pdf/pressMarks";
import type { PressPreset } from "../../shared/export/pdf/pressPreset";
import type { IssueDocument } from "../../shared/model/document";
import { houseFontIds } from "../../shared/model/houseStyles";

/** When a proof was made, and which round of reading it is for. */
export interface ProofNote {
  /** 1 for 一校. */
  readonly round: number;
  /** As it is printed, such as `2026-01-11 21:40`; the caller's clock, so that the same note gives the same bytes. */
  readonly time: string;
}

/** What the slug and the proof's line say of a page, by its number from 1. */
export function markWords(document: IssueDocument, pageNumber: number, preset: PressPreset, proof: ProofNote | null): MarkWords {
  const { publication, issue, pages } = document;
  const name = pages[pageNumber - 1]?.name ?? "";
  const page = [publication.name, issue.date, `第${pageNumber}版${name === "" ? "" : ` ${name}`}`];
  const made = proof === null ? [] : [roundName(proof.round), proof.time];
  return {
    slug: [...page, preset.name.zh, preset.output?.identifier ?? ""].filter((word) => word !== "").join("  "),
    header: [...page, ...made].filter((word) => word !== "").join("　"),
    fontId: houseFontIds.sans,
    headerFontId: houseFontIds.sansBold,
  };
}

const ROUNDS = ["一校", "二校", "三校", "四校", "五校"];

/** 一校, 二校 and so on; later rounds in digits. */
function roundName(round: number): string {
  return ROUNDS[round - 1] ?? `${round}校`;
}
