import type { FurnitureFrame, IssueDocument } from "../model/document";
import { unknownFields } from "../model/furnitureFields";
import { articleOfBox, lookUp } from "../model/indexes";
import type { PreflightProblem } from "./preflightProblem";
import { placedBoxes, placeOfBox, type PreflightScene } from "./preflightScene";

/** Pointers that lead to no page: they name a target page and have none, or are the whole of a pointer without one. */
export function checkPointers(scene: PreflightScene): readonly PreflightProblem[] {
  return furniture(scene).flatMap((frame): readonly PreflightProblem[] => {
    const namesTarget = frame.lines.some(({ template }) => /\{targetPage(Number|Name)\}/.test(template));
    const isPointer = namesTarget || frame.targetPageId !== null || isLonePointer(scene.document, frame);
    if (!isPointer || scene.document.pages.some((page) => page.id === frame.targetPageId)) return [];
    return [{ code: "pointer-target-missing", severity: "error", place: placeOfBox(scene.document, frame.id), data: {} }];
  });
}

/** Whether a frame is the first piece of a pointer of which no piece leads anywhere. */
function isLonePointer(document: IssueDocument, frame: FurnitureFrame): boolean {
  const article = articleOfBox(document, frame.id);
  if (article?.kind !== "pointer") return false;
  const frames = article.furnitureIds.flatMap((boxId) => {
    const box = lookUp(document.boxes, boxId);
    return box?.kind === "furniture" ? [box] : [];
  });
  return frames[0]?.id === frame.id && frames.every(({ targetPageId }) => targetPageId === null);
}

/** Names in braces that would be printed as they are typed. */
export function checkFields(scene: PreflightScene): readonly PreflightProblem[] {
  return furniture(scene).flatMap((frame) => {
    const names = [...new Set(frame.lines.flatMap(({ template }) => unknownFields(template)))];
    return names.map((field): PreflightProblem => {
      const line = frame.lines.findIndex(({ template }) => template.includes(`{${field}}`));
      const from = frame.lines[line]?.template.indexOf(`{${field}}`) ?? 0;
      const range = { part: `line:${line}`, from, to: from + field.length + 2 };
      return { code: "unknown-field", severity: "error", place: placeOfBox(scene.document, frame.id, range), data: { field } };
    });
  });
}

function furniture(scene: PreflightScene): readonly FurnitureFrame[] {
  return placedBoxes(scene).flatMap((box) => (box.kind === "furniture" ? [box] : []));
}
