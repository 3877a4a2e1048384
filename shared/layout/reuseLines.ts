import type { ComposedLine } from "./flowParagraph";
import type { ComposedFlow } from "./flows";
import type { Overset } from "./issueLayout";
import { sameJumps } from "./jumpLines";
import type { LineRange } from "./nextLine";
import { sameRect } from "./regions";

/**
 * A flow that was set anew, with the very lines of the flow before wherever they came out the same, and that flow
 * itself where all of it did: painters keep what they drew for parts that are the same objects.
 */
export function reuseLines(before: ComposedFlow, now: ComposedFlow): ComposedFlow {
  const composed = now.composed.map((line, index) => {
    const known = before.composed[index];
    return known !== undefined && sameLine(known, line) ? known : line;
  });
  const jumps = sameJumps(now.jumps, before.jumps) ? before.jumps : now.jumps;
  const isSame =
    jumps === before.jumps &&
    composed.length === before.composed.length &&
    composed.every((line, index) => line === before.composed[index]) &&
    now.articleId === before.articleId &&
    now.spareLines === before.spareLines &&
    sameOverset(now.overset, before.overset) &&
    now.paragraphs.length === before.paragraphs.length &&
    now.paragraphs.every((paragraph, index) => paragraph === before.paragraphs[index]);
  return isSame ? before : { ...now, composed, jumps, lines: composed.map(({ line }) => line) };
}

/** Whether two lines came out the same: of one paragraph's characters, in one place, fitted to it in one way. */
function sameLine(a: ComposedLine, b: ComposedLine): boolean {
  return (
    a.source.prepared === b.source.prepared &&
    a.source.align === b.source.align &&
    a.source.measure === b.source.measure &&
    sameRange(a.source.range, b.source.range) &&
    a.line.boxId === b.line.boxId &&
    a.line.column === b.line.column &&
    a.line.row === b.line.row &&
    a.line.paragraph === b.line.paragraph &&
    sameRect(a.line.rect, b.line.rect)
  );
}

/** Between equal breaks of one paragraph, the rest follows from these. */
function sameRange(a: LineRange, b: LineRange): boolean {
  return a.from === b.from && a.to === b.to && a.width === b.width && a.hangs === b.hangs && a.endTrim === b.endTrim && a.isForced === b.isForced;
}

function sameOverset(a: Overset | null, b: Overset | null): boolean {
  if (a === null || b === null) return a === b;
  return a.lines === b.lines && a.characters === b.characters && a.paragraph === b.paragraph && a.offset === b.offset;
}
