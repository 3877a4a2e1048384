import type { IssueLayout } from "../layout/issueLayout";
import type { IssueDocument } from "../model/document";
import { checkAds } from "./adChecks";
import { checkBoxesOnPage, checkHiddenText, checkTextOverlaps } from "./boxChecks";
import { checkFonts } from "./fontChecks";
import { checkFields, checkPointers } from "./furnitureChecks";
import { checkJumpDirection, checkJumpLines } from "./jumpChecks";
import { checkCaptions, checkPictures } from "./pictureChecks";
import type { PreflightFacts, PreflightProblem } from "./preflightProblem";
import { linesByBox, type PreflightScene } from "./preflightScene";
import { checkEmptyFrames, checkForcedBreaks, checkLooseLines, checkMissingGlyphs, checkOverset } from "./textChecks";
import { checkFitLimits, checkTitleBreaks } from "./titleChecks";

const checks: readonly ((scene: PreflightScene) => readonly PreflightProblem[])[] = [
  checkOverset,
  checkMissingGlyphs,
  checkFonts,
  checkPictures,
  checkBoxesOnPage,
  checkAds,
  checkPointers,
  checkJumpDirection,
  checkJumpLines,
  checkFields,
  checkTextOverlaps,
  checkHiddenText,
  checkEmptyFrames,
  checkLooseLines,
  checkForcedBreaks,
  checkTitleBreaks,
  checkFitLimits,
  checkCaptions,
];

/** What is wrong with an issue as it is laid out: errors first, then by page, in the order of the checks. */
export function preflightIssue(document: IssueDocument, layout: IssueLayout, facts: PreflightFacts): readonly PreflightProblem[] {
  const scene = { document, layout, facts, linesByBox: linesByBox(layout) };
  const found = checks.flatMap((check) => check(scene));
  const rank = ({ severity }: PreflightProblem): number => (severity === "error" ? 0 : 1);
  const page = ({ place }: PreflightProblem): number => place.pageNumber ?? document.pages.length + 1;
  return [...found].sort((a, b) => rank(a) - rank(b) || page(a) - page(b));
}
