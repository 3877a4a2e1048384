import type { IssueDocument, Paragraph, ParagraphStyle, Story } from "../../model/document";
import { lookUp } from "../../model/indexes";
import { Break, breakOpportunities } from "../../text/breakOpportunities";
import { CharacterClass } from "../../text/characterClass";
import { classAt, readClusters } from "../../text/clusters";
import { mayEndLine, mayStartLine } from "../../text/prohibition";
import type { FlowLayout, IssueLayout, SetLine } from "../issueLayout";

/** What a typesetter would send back: the line it stands in, and how far it is off where that is a length in points. */
export interface LineFault {
  readonly fault: "illegal-edge" | "lone-character" | "not-flush" | "off-grid";
  readonly text: string;
  readonly by: number;
}

const EXACT = 0.01;
const LEAST_CHARACTERS = 2;

/** The faults of all running text that stands on pages, found from what the layout says of its lines, not from how they were made. */
export function lineFaults(document: IssueDocument, layout: IssueLayout): readonly LineFault[] {
  return storyLines(document, layout).flatMap((placed) => [...edgeFaults(document, placed), ...lengthFaults(placed), ...gridFaults(document, placed)]);
}

/** A line of a story with what it belongs to. */
export interface StoryLine {
  readonly flow: FlowLayout;
  readonly line: SetLine;
  readonly text: string;
  readonly style: ParagraphStyle;
  readonly endsParagraph: boolean;
}

/** The lines of all stories that are set. */
export function storyLines(document: IssueDocument, layout: IssueLayout): readonly StoryLine[] {
  return Object.values<Story>(document.stories).flatMap((story) => {
    const flow = layout.flows.get(`story:${story.id}`);
    if (flow === undefined) return [];
    return flow.lines.flatMap((line): readonly StoryLine[] => {
      const set = flow.paragraphs[line.paragraph];
      const paragraph: Paragraph | undefined = story.paragraphs[Number(set?.part.split(":")[1])];
      const style = paragraph === undefined ? null : lookUp(document.paragraphStyles, paragraph.styleId);
      if (set === undefined || style === null) return [];
      return [{ flow, line, text: set.text, style, endsParagraph: line.to === set.text.length || set.text[line.to - 1] === "\n" }];
    });
  });
}

function edgeFaults({ composition }: IssueDocument, { line, text, endsParagraph }: StoryLine): readonly LineFault[] {
  const own = text.slice(line.from, line.to);
  const clusters = readClusters(text);
  const first = clusters.offsets.indexOf(line.from);
  let last = clusters.offsets.indexOf(line.to) - 1;
  while (last > first && clusters.classes[last] === CharacterClass.space) last--;
  const isFirst = line.from === 0 || text[line.from - 1] === "\n";
  const isIllegal =
    (!endsParagraph && breakOpportunities(text, composition.prohibition)[line.to]! < Break.allowed) ||
    (!isFirst && !mayStartLine(classAt(clusters, first), composition.prohibition)) ||
    (!endsParagraph && !isInsideAddress(text, line.to) && !mayEndLine(classAt(clusters, last), composition.prohibition));
  const faults: LineFault[] = isIllegal ? [{ fault: "illegal-edge", text: own, by: 0 }] : [];
  if (endsParagraph && !isFirst && (own.match(/[\p{L}\p{N}]/gu) ?? []).length < LEAST_CHARACTERS) faults.push({ fault: "lone-character", text: own, by: 0 });
  return faults;
}

/** At the soft point of an address, which is a legal end whatever sign stands before it. */
function isInsideAddress(text: string, at: number): boolean {
  return /[!-~]/.test(text[at - 1] ?? "") && /[!-~]/.test(text[at] ?? "");
}

function lengthFaults({ line, text, style, endsParagraph }: StoryLine): readonly LineFault[] {
  if (style.align !== "justify" || endsParagraph) return [];
  const by = Math.abs(line.positions.at(-1)! - line.rect.width);
  return by <= EXACT ? [] : [{ fault: "not-flush", text: text.slice(line.from, line.to), by }];
}

/** Lines of the grid's pitch stand on the grid of their page. */
function gridFaults(document: IssueDocument, { line, text, style }: StoryLine): readonly LineFault[] {
  const page = document.pages.find(({ boxIds }) => boxIds.some((boxId) => boxId === line.boxId));
  if (page === undefined || style.pitch !== document.grid.pitch) return [];
  const lines = (line.rect.y - page.gridOrigin.y) / document.grid.pitch;
  const by = Math.abs(lines - Math.round(lines)) * document.grid.pitch;
  return by <= EXACT ? [] : [{ fault: "off-grid", text: text.slice(line.from, line.to), by }];
}
