import { jumpText } from "../layout/jumpLines";
import type { SetLine } from "../layout/issueLayout";
import type { Story } from "../model/document";
import type { BoxId } from "../model/ids";
import { pageOfBox } from "../model/indexes";
import type { PreflightProblem } from "./preflightProblem";
import { placeOfBox, type PreflightScene } from "./preflightScene";

/** Stories that go on on an earlier page than the one they leave. */
export function checkJumpDirection(scene: PreflightScene): readonly PreflightProblem[] {
  return seams(scene).flatMap(({ entered, from, to }): readonly PreflightProblem[] => {
    if (from < to) return [];
    return [{ code: "jump-backwards", severity: "warning", place: placeOfBox(scene.document, entered), data: { from } }];
  });
}

/** Stories that go on on another page where one of the two does not say so. */
export function checkJumpLines(scene: PreflightScene): readonly PreflightProblem[] {
  return seams(scene).flatMap(({ story, left, from, to }): readonly PreflightProblem[] => {
    if (prints(scene, story, from, jumpText("to", to)) && prints(scene, story, to, jumpText("from", from))) return [];
    return [{ code: "jump-line-missing", severity: "warning", place: placeOfBox(scene.document, left), data: { to } }];
  });
}

/** Where the text of a story leaves one page for another; pages count from 1. */
interface Seam {
  readonly story: Story;
  readonly left: BoxId;
  readonly entered: BoxId;
  readonly from: number;
  readonly to: number;
}

function seams({ document, layout }: PreflightScene): readonly Seam[] {
  const pageNumber = ({ boxId }: SetLine): number => (pageOfBox(document, boxId)?.index ?? -1) + 1;
  return Object.values<Story>(document.stories).flatMap((story) => {
    const lines = layout.flows.get(`story:${story.id}`)?.lines ?? [];
    return lines.slice(1).flatMap((line, index): readonly Seam[] => {
      const before = lines[index]!;
      if (before.boxId === line.boxId) return [];
      const [from, to] = [pageNumber(before), pageNumber(line)];
      return from === to ? [] : [{ story, left: before.boxId, entered: line.boxId, from, to }];
    });
  });
}

/** Whether one of a story's frames on a page prints a jump line of these words. */
function prints({ document, layout }: PreflightScene, story: Story, page: number, words: string): boolean {
  return story.frameIds.some((boxId) => {
    if (pageOfBox(document, boxId)?.index !== page - 1) return false;
    const jump = layout.flows.get(`jump:${boxId}`);
    return jump?.lines.some((line) => jump.paragraphs[line.paragraph]?.text.slice(line.from, line.to) === words) ?? false;
  });
}
