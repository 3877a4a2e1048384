import type { FlowLayout, SetLine } from "../layout/issueLayout";
import type { Story } from "../model/document";
import { lookUp } from "../model/indexes";
import type { PreflightProblem, PreflightRange } from "./preflightProblem";
import { placedBoxes, placeOfBox, placeOfFlow, type PreflightScene } from "./preflightScene";

/** Text that does not fit its frames; a title that does not is clipped. */
export function checkOverset(scene: PreflightScene): readonly PreflightProblem[] {
  return [...scene.layout.flows.values()].flatMap((flow): readonly PreflightProblem[] => {
    if (flow.overset === null) return [];
    const { lines, characters, paragraph, offset } = flow.overset;
    const range = rangeOf(flow, paragraph, offset, flow.paragraphs[paragraph]?.text.length ?? offset);
    const code = flow.key.startsWith("title:") ? "headline-clipped" : "overset-text";
    return [{ code, severity: "error", place: placeOfFlow(scene, flow, range), data: { lines, characters } }];
  });
}

/** Characters that no font has, each once a flow. */
export function checkMissingGlyphs(scene: PreflightScene): readonly PreflightProblem[] {
  return [...scene.layout.flows.values()].flatMap((flow) => {
    const characters = [...new Set(flow.missing.map(({ character }) => character))];
    return characters.flatMap((character): readonly PreflightProblem[] => {
      const places = flow.missing.filter((missing) => missing.character === character);
      const first = places[0];
      if (first === undefined) return [];
      const boxId = flow.lines.find(
        (line) => line.paragraph === first.paragraph && line.from <= first.offset && first.offset < line.to,
      )?.boxId;
      const range = rangeOf(flow, first.paragraph, first.offset, first.offset + character.length);
      return [{
        code: "missing-glyph",
        severity: "error",
        place: boxId === undefined ? placeOfFlow(scene, flow, range) : placeOfBox(scene.document, boxId, range),
        data: { character, codePoint: codePointName(character), count: places.length },
      }];
    });
  });
}

/** Text frames that show no text. */
export function checkEmptyFrames(scene: PreflightScene): readonly PreflightProblem[] {
  return placedBoxes(scene).flatMap((box): readonly PreflightProblem[] => {
    if (box.kind !== "text" || scene.linesByBox.has(box.id)) return [];
    return [{ code: "empty-text-frame", severity: "warning", place: placeOfBox(scene.document, box.id), data: {} }];
  });
}

/** A line whose places open by more than this, in em, shows holes between its characters (CLREQ, JLREQ's first limit). */
const LOOSE_EM = 1 / 4;
/** By more than this the line falls apart into characters. */
const TORN_EM = 1 / 2;

/** Lines of running text that are stretched so far that they show holes, or fall apart: how many a frame has, at the first of them. */
export function checkLooseLines(scene: PreflightScene): readonly PreflightProblem[] {
  const loose = countLines(scene, { code: "loose-line", severity: "warning" }, ({ stretchEm }) => stretchEm > LOOSE_EM && stretchEm <= TORN_EM);
  const torn = countLines(scene, { code: "torn-line", severity: "error" }, ({ stretchEm }) => stretchEm > TORN_EM);
  return [...torn, ...loose];
}

/** Lines of running text without a legal end, the last resort of line breaking (CLREQ 3.1.4): how many a frame has, at the first of them. */
export function checkForcedBreaks(scene: PreflightScene): readonly PreflightProblem[] {
  return countLines(scene, { code: "forced-break", severity: "warning" }, ({ isForced }) => isForced);
}

/** A problem for each frame with justified lines of a kind. */
function countLines(
  scene: PreflightScene,
  { code, severity }: Pick<PreflightProblem, "code" | "severity">,
  isMeant: (line: SetLine) => boolean,
): readonly PreflightProblem[] {
  return Object.values<Story>(scene.document.stories).flatMap((story) => {
    const flow = scene.layout.flows.get(`story:${story.id}`);
    if (flow === undefined) return [];
    const found = flow.lines.filter((line) => isMeant(line) && isJustified(scene, story, flow, line));
    return [...new Set(found.map(({ boxId }) => boxId))].flatMap((boxId): readonly PreflightProblem[] => {
      const own = found.filter((line) => line.boxId === boxId);
      const [first] = own;
      if (first === undefined) return [];
      const range = rangeOf(flow, first.paragraph, first.from, first.to);
      return [{ code, severity, place: placeOfBox(scene.document, boxId, range), data: { count: own.length } }];
    });
  });
}

/** Whether a line is set to fill its measure by a style that does so with every line but the last; 均排 is spread on purpose. */
function isJustified({ document }: PreflightScene, story: Story, flow: FlowLayout, line: SetLine): boolean {
  const part = flow.paragraphs[line.paragraph]?.part ?? "";
  const paragraph = story.paragraphs[Number(part.slice(part.indexOf(":") + 1))];
  return paragraph !== undefined && lookUp(document.paragraphStyles, paragraph.styleId)?.align === "justify";
}

function codePointName(character: string): string {
  const hexadecimal = (one: string): string => (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return Array.from(character, (one) => `U+${hexadecimal(one)}`).join(" ");
}

/** A stretch of a set paragraph in the document's own offsets. */
function rangeOf(flow: FlowLayout, paragraph: number, from: number, to: number): PreflightRange | null {
  const set = flow.paragraphs[paragraph];
  if (set === undefined) return null;
  const own = (offset: number): number => Math.max(0, offset - set.prefixLength);
  return { part: set.part, from: own(from), to: own(to) };
}
