import type { FontSource } from "../shared/fonts/fontSource";
import { createComposer } from "../shared/layout/composer";
import { createCopyfitter } from "../shared/layout/copyfit/copyfitter";
import type { FlowLayout, IssueLayout } from "../shared/layout/issueLayout";
import type { IssueDocument } from "../shared/model/document";
import { fittedDocument } from "../shared/model/fitTarget";
import { sideDocument, SIDE_STORY } from "./sideDocument";
import type { SpecimenSide } from "./specimenCase";

/** A side as the engine sets it. */
export interface SetSide {
  readonly side: SpecimenSide;
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  readonly numbers: SideNumbers;
  /** Each line as `column.row words`, from 1; the title's first, jump lines last. */
  readonly lines: readonly string[];
}

/** What a typesetter would ask about a setting; lengths in em. */
export interface SideNumbers {
  readonly lines: number;
  readonly stretchMost: number;
  /** Over the lines that are justified and not squeezed. */
  readonly stretchMean: number;
  readonly squeezed: number;
  readonly loose: number;
  readonly forced: number;
  readonly overLines: number;
  readonly overCharacters: number;
  readonly spareLines: number;
}

const LOOSE_EM = 0.25;

/** Sets a side at a place on its page. */
export function setSide(fonts: FontSource, side: SpecimenSide, at: { readonly x: number; readonly y: number }): SetSide {
  const document = climbed(fonts, sideDocument(side, at), side.rungs ?? 0);
  const layout = createComposer(fonts).layout(document);
  return { side, document, layout, numbers: numbersOf(layout), lines: linesOf(layout) };
}

/** The document after so many rungs of the copyfit ladder that change something. */
function climbed(fonts: FontSource, document: IssueDocument, rungs: number): IssueDocument {
  if (rungs === 0) return document;
  const useful = createCopyfitter(fonts).ladder(document, SIDE_STORY)?.rungs.flatMap(({ fitting }) => fitting ?? []) ?? [];
  const fitting = useful[Math.min(rungs, useful.length) - 1];
  return (fitting && fittedDocument(document, SIDE_STORY, fitting)) ?? document;
}

function numbersOf(layout: IssueLayout): SideNumbers {
  const flows = inOrder(layout);
  const lines = flows.flatMap((flow) => flow.lines);
  const stretched = lines.map(({ stretchEm }) => stretchEm).filter((stretch) => stretch > 0);
  const story = flows.find(({ key }) => key.startsWith("story:")) ?? flows[0];
  return {
    lines: story?.lines.length ?? 0,
    stretchMost: rounded(Math.max(0, ...stretched)),
    stretchMean: rounded(stretched.reduce((sum, each) => sum + each, 0) / Math.max(1, stretched.length)),
    squeezed: lines.filter(({ stretchEm }) => stretchEm < 0).length,
    loose: stretched.filter((stretch) => stretch > LOOSE_EM).length,
    forced: lines.filter(({ isForced }) => isForced).length,
    overLines: flows.reduce((sum, { overset }) => sum + (overset?.lines ?? 0), 0),
    overCharacters: flows.reduce((sum, { overset }) => sum + (overset?.characters ?? 0), 0),
    spareLines: story?.spareLines ?? 0,
  };
}

function linesOf(layout: IssueLayout): readonly string[] {
  return inOrder(layout).flatMap((flow) =>
    flow.lines.map(({ column, row, paragraph, from, to }) => `${column + 1}.${row + 1} ${flow.paragraphs[paragraph]!.text.slice(from, to)}`));
}

function inOrder({ flows }: IssueLayout): readonly FlowLayout[] {
  const kinds = ["title:", "story:", "jump:"];
  return kinds.flatMap((kind) => [...flows.values()].filter(({ key, paragraphs }) => key.startsWith(kind) && paragraphs.some(({ text }) => text !== "")));
}

/** Coarse enough to be the same on every machine. */
function rounded(em: number): number {
  return Math.round(em * 1000) / 1000;
}
