import type { BoxDisplay, DisplayItem, PageDisplay, PathItem, PictureItem } from "../../display/displayList";
import type { Rect } from "../../geometry/rect";
import { unreachable } from "../../result";
import type { ContentResources } from "./contentResources";
import { glyphContent, hiddenText, NOTDEF } from "./glyphContent";
import { createInkState, INITIAL_STATE, type InkSpaces, type InkState } from "./inkState";
import type { OutlineForms } from "./outlineForms";
import type { PageBoxes } from "./pageBoxes";
import { pathContent } from "./pathContent";
import { pdfNumber, pdfNumbers } from "./pdfSyntax";

/** What is drawn on one sheet. */
export interface SheetContent {
  readonly page: PageDisplay;
  /** Marks outside the trim, in the page's own points. */
  readonly marks: readonly DisplayItem[];
  readonly boxes: PageBoxes;
}

/** Finds what the marks of a page belong to; the operators of each sequence are marked with its type and number. */
export interface ContentTags {
  /** The operand of BDC for a line of text, or of what else a box shows; null for an artifact. */
  tagOf(box: BoxDisplay, line: object | null): ContentTag | null;
}

/** One element's sequence on the page; equal elements share one as long as nothing comes between. */
export interface ContentTag {
  /** Compared by identity. */
  readonly element: object;
  /** Opens a sequence: the type and property list of BDC. */
  open(): string;
}

/** What content is written with. */
export interface ContentMeans {
  readonly resources: ContentResources;
  readonly spaces: InkSpaces;
  readonly tags: ContentTags | null;
  /** Draws glyphs without fonts, or null where they are set as text. */
  readonly outlines: OutlineForms | null;
}

/** The operators that draw a sheet: the page, cut off at its bleed where there is more of the sheet, then the marks. */
export function pageContent({ page, marks, boxes }: SheetContent, { resources, spaces, tags, outlines }: ContentMeans): string {
  const out: string[] = [];
  const { trim, bleed, media } = boxes;
  const hasRim = bleed.width < media.width;
  if (hasRim) out.push("q", `${rectangle(bleed)} re W n`);
  if (trim.x !== 0 || trim.y !== 0) out.push(`1 0 0 1 ${pdfNumbers(trim.x, trim.y)} cm`);
  const inks = createInkState(spaces);
  const sequences = createSequences(out, tags !== null);
  for (const box of page.boxes) {
    const lines = box.lines ?? [];
    const beforeLines = lines[0]?.from ?? box.items.length;
    const write = (from: number, to: number): void => {
      for (let index = from; index < to; index++) writeItem(out, box.items[index]!, page.size.height, { resources, outlines }, inks);
    };
    if (beforeLines > 0) sequences.enter(tags?.tagOf(box, null) ?? null);
    write(0, beforeLines);
    for (const { line, from, to } of lines) {
      if (from === to) continue;
      sequences.enter(tags?.tagOf(box, line) ?? null);
      write(from, to);
    }
  }
  sequences.leave();
  if (hasRim) out.push("Q");
  if (marks.length > 0) {
    out.push("q", `1 0 0 1 ${pdfNumbers(trim.x, trim.y)} cm`);
    const inksOfMarks = createInkState(spaces);
    sequences.enter(null);
    for (const item of marks) writeItem(out, item, page.size.height, { resources, outlines }, inksOfMarks);
    sequences.leave();
    out.push("Q");
  }
  return `${out.join("\n")}\n`;
}

interface Sequences {
  /** What follows belongs to that element, or to none. */
  enter(tag: ContentTag | null): void;
  leave(): void;
}

/** Marked-content sequences that follow one another and never nest (ISO 32000-1, 14.6). */
function createSequences(out: string[], isTagged: boolean): Sequences {
  let inside: object | null | undefined;
  const leave = (): void => {
    if (inside !== undefined) out.push("EMC");
    inside = undefined;
  };
  return {
    enter: (tag) => {
      const element = tag?.element ?? null;
      if (!isTagged || inside === element) return;
      leave();
      inside = element;
      out.push(tag === null ? "/Artifact BMC" : `${tag.open()} BDC`);
    },
    leave,
  };
}

/** The operators of one item. PDF counts upwards from the foot of the page: what is below here turns y. */
function writeItem(out: string[], item: DisplayItem, pageHeight: number, { resources, outlines }: Pick<ContentMeans, "resources" | "outlines">, inks: InkState): void {
  switch (item.kind) {
    case "glyphs":
      if (item.glyphIds.length === 0) return;
      inks.fill(out, item.ink, true);
      if (outlines === null) glyphContent(out, item, pageHeight, resources);
      else outlines.content(out, item, pageHeight);
      return;
    case "path":
      pathContent(out, item, pageHeight, inks);
      if (item.missing !== null && outlines === null) writeHiddenText(out, item, item.missing, pageHeight, resources);
      return;
    case "picture":
      writePicture(out, item, pageHeight, resources, inks);
      return;
    default:
      unreachable(item);
  }
}

/** The character that a box stands for, invisible over it, so that the text read from the page is whole. */
function writeHiddenText(out: string[], item: PathItem, text: string, pageHeight: number, resources: ContentResources): void {
  const fontId = resources.hiddenTextFontId;
  const corners = item.segments.filter((segment) => segment.kind !== "close");
  if (fontId === null || corners.length === 0) return;
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  const foot = Math.max(...corners.map((corner) => corner.y));
  const place = pdfNumbers(1, 0, 0, 1, left, pageHeight - foot);
  const font = `/${resources.fontName(fontId, false, 0)} ${pdfNumber(foot - top)} Tf`;
  const setting = { width: resources.advance(fontId, NOTDEF) * 1000, size: foot - top, isVertical: false };
  out.push(`BT ${font} ${place} Tm ${hiddenText(fontId, text, setting, resources)} ET`);
}

/**
 * Forms take over the state they are drawn in (ISO 32000-1, 8.10.1): a page that was made to stand alone counts on black in
 * DeviceGray, lines of one unit without dashes, and knocking out.
 */
const PAGE_START = `/${INITIAL_STATE} gs 0 g 0 G 1 w [] 0 d`;

function writePicture(out: string[], item: PictureItem, pageHeight: number, resources: ContentResources, inks: InkState): void {
  const picture = item.assetId === null ? null : resources.picture(item.assetId);
  if (picture === null) return;
  const { rect, clip } = item;
  const place = pdfNumbers(rect.width, 0, 0, rect.height, rect.x, pageHeight - rect.y - rect.height);
  if (!picture.isPage) inks.knockOut(out);
  out.push(
    `q ${picture.isPage ? `${PAGE_START} ` : ""}${rectangle({ ...clip, y: pageHeight - clip.y - clip.height })} re W n`,
    `${place} cm ${picture.upright === null ? "" : `${picture.upright} cm `}/${picture.name} Do Q`,
  );
}

function rectangle({ x, y, width, height }: Rect): string {
  return pdfNumbers(x, y, width, height);
}
