import type { Paragraph, TextMark } from "../model/document";
import type { CharacterStyleId, ParagraphStyleId } from "../model/ids";
import { splitsCharacter } from "../model/soundText";

/** A place in a story's body: a paragraph and an offset in its text. */
export interface BodyPlace {
  readonly index: number;
  readonly offset: number;
}

/** A story's body as one text, its paragraphs joined by one line feed. */
export function bodyText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.text).join("\n");
}

/** Where an offset of the body's text lies; null outside it and between the halves of a surrogate pair. */
export function placeInBody(paragraphs: readonly Paragraph[], offset: number): BodyPlace | null {
  if (!Number.isInteger(offset) || offset < 0) return null;
  let start = 0;
  for (const [index, { text }] of paragraphs.entries()) {
    if (offset <= start + text.length) {
      return splitsCharacter(text, offset - start) ? null : { index, offset: offset - start };
    }
    start += text.length + 1;
  }
  return null;
}

/**
 * The paragraphs with the text between two places replaced. A line feed in the new text begins a paragraph; new
 * paragraphs take the style of the one they are split from. Marks move with their text, and a mark that holds the whole
 * stretch grows or shrinks with it. Paragraphs outside the stretch are the same objects.
 */
export function replaceInBody(
  paragraphs: readonly Paragraph[],
  from: BodyPlace,
  to: BodyPlace,
  text: string,
): readonly Paragraph[] {
  const first = paragraphs[from.index];
  const last = paragraphs[to.index];
  if (first === undefined || last === undefined) return paragraphs;
  const around = first === last ? first.marks.find((mark) => mark.from < from.offset && mark.to > to.offset) : undefined;
  const middle = text.split("\n").map((piece) => inserted(piece, first.styleId, around?.styleId));
  const head = slice(first, 0, from.offset);
  const tail = slice(last, to.offset, last.text.length);
  const opening = joined(head, middle[0] ?? inserted("", first.styleId, undefined));
  const lines =
    middle.length === 1
      ? [joined(opening, tail, opening.text === "" ? last.styleId : first.styleId)]
      : [opening, ...middle.slice(1, -1), joined(middle.at(-1) ?? head, tail, last.styleId)];
  return [
    ...paragraphs.slice(0, from.index),
    ...lines.map((line) => [first, last].find((old) => isEqual(old, line)) ?? line),
    ...paragraphs.slice(to.index + 1),
  ];
}

/** Whether every character between two offsets of a paragraph is marked with the style. */
export function isMarked(paragraph: Paragraph, from: number, to: number, styleId: CharacterStyleId): boolean {
  let covered = from;
  for (const mark of paragraph.marks) {
    if (mark.styleId === styleId && mark.from <= covered && mark.to > covered) covered = mark.to;
  }
  return covered >= to;
}

/** The paragraph with a stretch marked with a style in place of any other, or with none. */
export function marked(paragraph: Paragraph, from: number, to: number, styleId: CharacterStyleId | null): Paragraph {
  if (from >= to || (styleId !== null && isMarked(paragraph, from, to, styleId))) return paragraph;
  if (styleId === null && clipped(paragraph.marks, from, to).length === 0) return paragraph;
  const outside = [...clipped(paragraph.marks, 0, from), ...clipped(paragraph.marks, to, paragraph.text.length)];
  const marks = styleId === null ? outside : [...outside, { from, to, styleId }];
  return { ...paragraph, marks: mergedMarks(marks.sort((a, b) => a.from - b.from)) };
}

function inserted(text: string, styleId: ParagraphStyleId, markStyleId: CharacterStyleId | undefined): Paragraph {
  const marks = markStyleId === undefined || text === "" ? [] : [{ from: 0, to: text.length, styleId: markStyleId }];
  return { text, styleId, marks };
}

function slice(paragraph: Paragraph, from: number, to: number): Paragraph {
  const marks = clipped(paragraph.marks, from, to).map((mark) => shifted(mark, -from));
  return { ...paragraph, text: paragraph.text.slice(from, to), marks };
}

function joined(left: Paragraph, right: Paragraph, styleId = left.styleId): Paragraph {
  const marks = [...left.marks, ...right.marks.map((mark) => shifted(mark, left.text.length))];
  return { text: left.text + right.text, styleId, marks: mergedMarks(marks) };
}

function clipped(marks: readonly TextMark[], from: number, to: number): readonly TextMark[] {
  return marks
    .filter((mark) => mark.from < to && mark.to > from)
    .map((mark) => ({ ...mark, from: Math.max(mark.from, from), to: Math.min(mark.to, to) }));
}

function shifted(mark: TextMark, by: number): TextMark {
  return { ...mark, from: mark.from + by, to: mark.to + by };
}

/** Sorted marks, those of one style that touch made one. */
function mergedMarks(marks: readonly TextMark[]): readonly TextMark[] {
  const merged: TextMark[] = [];
  for (const mark of marks) {
    const last = merged.at(-1);
    if (last?.to === mark.from && last.styleId === mark.styleId) merged[merged.length - 1] = { ...last, to: mark.to };
    else merged.push(mark);
  }
  return merged;
}

function isEqual(a: Paragraph, b: Paragraph): boolean {
  return (
    a.text === b.text &&
    a.styleId === b.styleId &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, index) => {
      const other = b.marks[index];
      return mark.from === other?.from && mark.to === other.to && mark.styleId === other.styleId;
    })
  );
}
