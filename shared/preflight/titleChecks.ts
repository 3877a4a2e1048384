import { titleRoles } from "../model/articleText";
import type { Story } from "../model/document";
import { storyOfTitleFrame } from "../model/indexes";
import { titleText } from "../model/titleText";
import type { PreflightProblem } from "./preflightProblem";
import { placedBoxes, placeOfBox, type PreflightScene } from "./preflightScene";

/** Headlines whose lines end inside a word, as far as their words are known, inside a number, or inside 《a named work》. */
export function checkTitleBreaks(scene: PreflightScene): readonly PreflightProblem[] {
  return placedBoxes(scene).flatMap((box): readonly PreflightProblem[] => {
    const flow = box.kind === "title" ? scene.layout.flows.get(`title:${box.id}`) : undefined;
    const story = storyOfTitleFrame(scene.document, box.id);
    if (flow === undefined || story === null) return [];
    return flow.lines.flatMap((line, index): readonly PreflightProblem[] => {
      const set = flow.paragraphs[line.paragraph];
      const role = titleRoles.find((each) => each === set?.part);
      if (set === undefined || role === undefined || flow.lines[index + 1]?.paragraph !== line.paragraph) return [];
      const { text, allowed } = titleText(story.title[role]);
      const [from, to] = [Math.max(0, line.from - set.prefixLength), line.to - set.prefixLength];
      const isSenseless = allowed.size > 0 && !allowed.has(to) && !/\s/u.test(text.charAt(to - 1));
      if (!line.isForced && !isSenseless && !isInNamedWork(text, to)) return [];
      return [{ code: "headline-broken", severity: "warning", place: placeOfBox(scene.document, box.id, { part: role, from, to }), data: { words: text.slice(from, to).trim() } }];
    });
  });
}

/** Stories that were fitted within limits which the house has drawn closer since. */
export function checkFitLimits(scene: PreflightScene): readonly PreflightProblem[] {
  const { trackingEm, headlineShrink } = scene.document.composition.fitLimits;
  return Object.values<Story>(scene.document.stories).flatMap((story): readonly PreflightProblem[] => {
    const { fitting, frameIds } = story;
    const isWithin = Math.abs(fitting.trackingEm) <= trackingEm + ROUNDING && fitting.titleSize >= 1 - headlineShrink - ROUNDING;
    const boxId = frameIds[0];
    return isWithin || boxId === undefined ? [] : [{ code: "fitted-beyond-limits", severity: "warning", place: placeOfBox(scene.document, boxId, null), data: {} }];
  });
}

const ROUNDING = 1e-9;

function isInNamedWork(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return before.lastIndexOf("《") > before.lastIndexOf("》") && text.includes("》");
}
