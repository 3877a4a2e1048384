import type { FontSource } from "../fonts/fontSource";
import type { Pt } from "../geometry/units";
import type { CharacterStyle, IssueDocument, Paragraph, ParagraphStyle } from "../model/document";
import { lookUp } from "../model/indexes";
import type { FlowParagraph } from "./flowParagraph";
import type { LineRules } from "./lineRules";
import { prepareParagraph } from "./prepare";
import type { Direction, PreparedParagraph, StyledRun } from "./preparedParagraph";
import type { Adornment, Backdrop, DropCap } from "./textLook";

/** A paragraph of a story as it is to be printed. */
export interface StoryParagraph {
  readonly paragraph: Paragraph;
  readonly style: ParagraphStyle;
  /** Printed run-in before the paragraph, in the style's run-in face; empty for none. */
  readonly head: string;
  readonly part: string;
  readonly direction: Direction;
}

/** A single string in one style: a title part, a caption, a furniture line. */
export interface PlainText {
  readonly text: string;
  readonly style: ParagraphStyle;
  /** Replaces the style's size. */
  readonly size: Pt;
  readonly pitch: Pt;
  readonly direction: Direction;
  readonly rules: LineRules;
  readonly part: string;
}

/** Prepares paragraphs once: an edit replaces the paragraph it touches, so what was measured is found by identity. */
export interface Preparer {
  story(document: IssueDocument, wanted: StoryParagraph, rules: LineRules): FlowParagraph;
  plain(wanted: PlainText): FlowParagraph;
}

interface Known {
  readonly style: ParagraphStyle;
  readonly characterStyles: IssueDocument["characterStyles"];
  readonly head: string;
  readonly rules: LineRules;
  readonly made: FlowParagraph;
}

/** The most strings kept for one style; titles that were typed and changed are forgotten then. */
const KEPT_STRINGS = 500;

/** A preparer over fonts; it lives as long as they do. */
export function createPreparer(fonts: FontSource): Preparer {
  const byDirection = { horizontal: new WeakMap<Paragraph, Known>(), vertical: new WeakMap<Paragraph, Known>() };
  const byStyle = new WeakMap<ParagraphStyle, Map<string, PreparedParagraph>>();

  return {
    story(document, wanted, rules) {
      const { paragraph, style, head, part, direction } = wanted;
      const byParagraph = byDirection[direction];
      const { characterStyles } = document;
      const known = byParagraph.get(paragraph);
      const isKnown =
        known !== undefined && known.style === style && known.characterStyles === characterStyles &&
        known.head === head && known.rules === rules && known.made.set.part === part;
      if (isKnown) return known.made;
      const dropCap = dropCapOf(style);
      const text = style.marker + head + paragraph.text;
      const prepared = prepareParagraph(fonts, {
        text,
        runs: styledRuns(characterStyles, wanted),
        direction,
        ...measuresOf(style, style.size),
        ...(dropCap === null ? null : { firstLineIndentEm: 0 }),
        rules,
        dropCap,
        backdrop: backdropOf(style),
      });
      const made = flowParagraph(prepared, style, style.pitch, part, style.marker.length + head.length);
      byParagraph.set(paragraph, { style, characterStyles, head, rules, made });
      return made;
    },

    plain({ text, style, size, pitch, direction, rules, part }) {
      let strings = byStyle.get(style);
      if (strings === undefined || strings.size >= KEPT_STRINGS) byStyle.set(style, (strings = new Map()));
      const printed = style.marker + text;
      const key = `${direction} ${size} ${rules.adjacentTrim} ${printed}`;
      let prepared = strings.get(key);
      if (prepared === undefined || prepared.rules !== rules) {
        prepared = prepareParagraph(fonts, {
          text: printed,
          runs: [{ from: 0, to: printed.length, fontId: style.fontId, ink: style.ink }],
          direction,
          ...measuresOf(style, size),
          rules,
          backdrop: backdropOf(style),
        });
        strings.set(key, prepared);
      }
      return flowParagraph(prepared, style, pitch, part, style.marker.length);
    },
  };
}

function measuresOf(style: ParagraphStyle, size: Pt) {
  const { horizontalScale, trackingEm, firstLineIndentEm, hangingIndentEm } = style;
  return { size, horizontalScale, trackingEm, firstLineIndentEm, hangingIndentEm };
}

function flowParagraph(prepared: PreparedParagraph, style: ParagraphStyle, pitch: Pt, part: string, prefixLength: number): FlowParagraph {
  return { set: { text: prepared.text, prefixLength, part }, prepared, align: style.align, pitch, spaceBefore: style.spaceBefore, leastSpread: 0, isHead: false, linesOccupied: style.linesOccupied };
}

/** How the first characters of a style's paragraphs stand, or null: a marker printed before them takes their place. */
function dropCapOf({ dropCap, marker, size, pitch }: ParagraphStyle): DropCap | null {
  const { lines, characters } = dropCap;
  if (lines < 2 || characters < 1 || marker !== "") return null;
  return { lines, characters, size: (lines - 1) * pitch + size };
}

/** What stands behind a style's paragraphs, or null for nothing. */
function backdropOf({ fill, ruleAbove, ruleBelow, ink, pitch, size }: ParagraphStyle): Backdrop | null {
  if (fill === null && ruleAbove === 0 && ruleBelow === 0) return null;
  return { fill, ruleAbove, ruleBelow, ruleInk: ink, reach: Math.max(0, (pitch - size) / 2) };
}

type Face = Omit<StyledRun, "from" | "to">;

function adornmentOf({ emphasis, line, framed }: CharacterStyle): Adornment | undefined {
  return emphasis === "none" && line === "none" && !framed ? undefined : { emphasis, line, framed };
}

/** The faces of a story's paragraph: marker, run-in head, and the text with its marks, each once and touching. */
function styledRuns(characterStyles: IssueDocument["characterStyles"], { paragraph, style, head }: StoryParagraph): readonly StyledRun[] {
  const base: Face = { fontId: style.fontId, ink: style.ink };
  const faceOf = (character: CharacterStyle | null): Face =>
    character === null
      ? base
      : {
          fontId: character.fontId ?? base.fontId,
          ink: character.ink ?? base.ink,
          position: character.position,
          adornment: adornmentOf(character),
        };
  const runIn = style.runInStyleId === null ? null : lookUp(characterStyles, style.runInStyleId);
  const runs: StyledRun[] = [];
  let at = 0;
  const add = (length: number, face: Face) => {
    if (length <= 0) return;
    runs.push({ from: at, to: at + length, ...face });
    at += length;
  };
  add(style.marker.length, base);
  add(head.length, faceOf(runIn));
  let done = 0;
  for (const mark of paragraph.marks) {
    add(mark.from - done, base);
    add(mark.to - mark.from, faceOf(lookUp(characterStyles, mark.styleId)));
    done = mark.to;
  }
  add(paragraph.text.length - done, base);
  return runs;
}
