import type { FontSource } from "../fonts/fontSource";
import type { Pt } from "../geometry/units";
import type { CharacterStyle, IssueDocument, Paragraph, ParagraphStyle } from "../model/document";
import { lookUp } from "../model/indexes";
import type { FlowParagraph } from "./flowParagraph";
import type { LineRules } from "./lineRules";
import { prepareParagraph } from "./prepare";
import type { Direction, PreparedParagraph, StyledRun } from "./preparedParagraph";

/** A paragraph of a story as it is to be printed. */
export interface StoryParagraph {
  readonly paragraph: Paragraph;
  readonly style: ParagraphStyle;
  /** Printed run-in before the paragraph, in the style's run-in face; empty for none. */
  readonly head: string;
  readonly part: string;
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
  const byParagraph = new WeakMap<Paragraph, Known>();
  const byStyle = new WeakMap<ParagraphStyle, Map<string, PreparedParagraph>>();

  return {
    story(document, wanted, rules) {
      const { paragraph, style, head, part } = wanted;
      const { characterStyles } = document;
      const known = byParagraph.get(paragraph);
      const isKnown =
        known !== undefined && known.style === style && known.characterStyles === characterStyles &&
        known.head === head && known.rules === rules && known.made.set.part === part;
      if (isKnown) return known.made;
      const text = style.marker + head + paragraph.text;
      const prepared = prepareParagraph(fonts, {
        text,
        runs: styledRuns(characterStyles, wanted),
        direction: "horizontal",
        ...measuresOf(style, style.size),
        rules,
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
  return { set: { text: prepared.text, prefixLength, part }, prepared, align: style.align, pitch, spaceBefore: style.spaceBefore, leastSpread: 0, isHead: false };
}

/** The faces of a story's paragraph: marker, run-in head, and the text with its marks, each once and touching. */
function styledRuns(characterStyles: IssueDocument["characterStyles"], { paragraph, style, head }: StoryParagraph): readonly StyledRun[] {
  const base = { fontId: style.fontId, ink: style.ink };
  const faceOf = (character: CharacterStyle | null) =>
    character === null ? base : { fontId: character.fontId ?? base.fontId, ink: character.ink ?? base.ink };
  const runIn = style.runInStyleId === null ? null : lookUp(characterStyles, style.runInStyleId);
  const runs: StyledRun[] = [];
  let at = 0;
  const add = (length: number, face: typeof base) => {
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
