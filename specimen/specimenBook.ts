import type { PageDisplay } from "../shared/display/displayList";
import type { FontSource } from "../shared/fonts/fontSource";
import { createComposer } from "../shared/layout/composer";
import type { IssueLayout } from "../shared/layout/issueLayout";
import type { Box, FurnitureLine, IssueDocument, Panel } from "../shared/model/document";
import { houseComposition } from "../shared/model/houseComposition";
import { idFrom } from "../shared/model/idFrom";
import type { BoxId, ParagraphStyleId } from "../shared/model/ids";
import { greyInk } from "../shared/model/ink";
import { newFurnitureFrame, newRule } from "../shared/model/newBoxes";
import { namedPublication, tableOf } from "../shared/model/newDocument";
import { bodyGrid, GAP, MARGIN, PAGE_SIZE, placeCases, placeOf, SIDES_TOP, WORDS_WIDTH, type PlacedCase } from "./bookGeometry";
import { bookStyleIds, bookStyles } from "./bookStyles";
import { DISC_ASSET, sideDocument } from "./sideDocument";
import { setSide, type SetSide, type SideNumbers } from "./setSide";
import type { SpecimenCase } from "./specimenCase";

/** The book, set: an issue of pages about the cases, with the cases' own settings on them. */
export interface SpecimenBook {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  readonly settings: readonly CaseSetting[];
}

/** A case with its sides as they are set. */
export interface CaseSetting {
  readonly specimen: SpecimenCase;
  readonly sides: readonly SetSide[];
}

/** Sets all cases and the book around them. */
export function specimenBook(fonts: FontSource, cases: readonly SpecimenCase[]): SpecimenBook {
  const placed = placeCases(cases);
  const settings = placed.map(({ specimen, top, lefts }): CaseSetting => ({
    specimen,
    sides: specimen.sides.map((side, index) => setSide(fonts, side, { x: lefts[index]!, y: top + SIDES_TOP })),
  }));
  const document = bookDocument(placed, settings);
  const words = createComposer(fonts).layout(document);
  const pages = document.pages.map(({ id }, page): [typeof id, PageDisplay] => {
    const display = words.pages.get(id)!;
    const boxes = settings.flatMap(({ sides, specimen }, index) =>
      placed[index]!.page !== page ? [] : sides.flatMap((side, place) =>
        [...side.layout.pages.values()].flatMap((shown) => shown.boxes.map((box) => ({ boxId: `${specimen.id}-${place}-${box.boxId}`, bounds: box.bounds, items: box.items })))));
    return [id, { ...display, boxes: [...display.boxes, ...boxes] }];
  });
  return { document, layout: { flows: words.flows, pages: new Map(pages) }, settings };
}

/** The pages of the book without the cases' settings; their frames are outlined. */
function bookDocument(placed: readonly PlacedCase[], settings: readonly CaseSetting[]): IssueDocument {
  const pageCount = placed.at(-1)!.page + 1;
  const boxesOfPages = Array.from({ length: pageCount }, (_, page): readonly Box[] => [
    ...pageBoxes(page),
    ...placed.flatMap((each, index) => (each.page === page ? caseBoxes(each, index, settings[index]!) : [])),
  ]);
  // The disc is an asset of the sides; the book names it so that exports find it.
  const assets = placed.flatMap(({ specimen }) => specimen.sides).filter(({ obstacle }) => obstacle !== undefined)
    .slice(0, 1).map((side) => sideDocument(side, { x: 0, y: 0 }).assets[DISC_ASSET]!);
  return {
    publication: namedPublication("大样字样"),
    issue: { date: "2026-01-12", timeZone: "Asia/Shanghai", totalIssueNumber: 1, edition: "main" },
    grid: bodyGrid,
    composition: houseComposition,
    pages: boxesOfPages.map((boxes, page) => ({
      id: idFrom<"page">(`book-${page + 1}`), name: "", size: PAGE_SIZE, gridOrigin: { x: MARGIN, y: MARGIN }, boxIds: boxes.map(({ id }) => id), note: "",
    })),
    boxes: tableOf(boxesOfPages.flat()),
    stories: {}, articles: {}, assets: tableOf(assets),
    paragraphStyles: tableOf(bookStyles), characterStyles: {}, swatches: {},
  };
}

const WIDTH = PAGE_SIZE.width - 2 * MARGIN;

function pageBoxes(page: number): readonly Box[] {
  const id = (part: string): BoxId => idFrom(`page-${page + 1}-${part}`);
  const half = WIDTH / 2;
  return [
    words(id("head"), { x: MARGIN, y: 30, width: half, height: 34 }, [["大样排版字样", page === 0 ? bookStyleIds.title : bookStyleIds.running]]),
    words(id("hint"), { x: MARGIN + half, y: page === 0 ? 44 : 30, width: half, height: 12 }, [["正文九点宋，行距十一又四分之一点，栏宽十三字", bookStyleIds.runningEnd]]),
    words(id("folio"), { x: MARGIN, y: PAGE_SIZE.height - 40, width: WIDTH, height: 12 }, [["{pageNumber}", bookStyleIds.runningEnd]]),
    newRule(id("foot"), { x: MARGIN, y: PAGE_SIZE.height - 46, width: WIDTH, height: 0.5 }, "single", 0.25),
  ];
}

function caseBoxes({ specimen, top, lefts }: PlacedCase, index: number, { sides }: CaseSetting): readonly Box[] {
  const id = (part: string): BoxId => idFrom(`${specimen.id}-${part}`);
  const boxes: Box[] = [
    newRule(id("rule"), { x: MARGIN, y: top, width: WIDTH, height: 0.5 }, "single", 0.5),
    words(id("words"), { x: MARGIN, y: top + 8, width: WORDS_WIDTH, height: 400 }, [
      [String(index + 1).padStart(2, "0"), bookStyleIds.number],
      [specimen.name, bookStyleIds.name],
      [specimen.englishName, bookStyleIds.english],
      [specimen.rule, bookStyleIds.rule],
      [specimen.source, bookStyleIds.source],
    ]),
  ];
  sides.forEach(({ side, numbers }, place) => {
    const left = lefts[place]!;
    const rect = placeOf(side, { x: left, y: top + SIDES_TOP });
    const frames = side.jumpsToPage === undefined ? [rect] : [rect, { ...rect, x: rect.x + rect.width + GAP }];
    for (const [frame, outline] of frames.entries()) boxes.push(panel(id(`${place}-outline-${frame}`), outline));
    boxes.push(words(id(`${place}-label`), { x: left, y: top + 8, width: rect.width, height: 10 }, [[side.label, bookStyleIds.label]]));
    const below = { x: left, y: rect.y + rect.height + 5, width: Math.max(rect.width, 108), height: 30 };
    boxes.push(words(id(`${place}-numbers`), below, figures(numbers).map((text) => [text, bookStyleIds.figures])));
  });
  return boxes;
}

/** The numbers under a side, in words. */
function figures(numbers: SideNumbers): readonly string[] {
  const rest = numbers.overLines > 0 ? `溢 ${numbers.overLines} 行 ${numbers.overCharacters} 字` : `余 ${numbers.spareLines} 行`;
  const forced = numbers.forced > 0 ? `　强断 ${numbers.forced}` : "";
  return [
    `${numbers.lines} 行　${rest}`,
    `拉开 最大 ${numbers.stretchMost.toFixed(3)} 平均 ${numbers.stretchMean.toFixed(3)} 字`,
    `挤 ${numbers.squeezed} 行　疏 ${numbers.loose} 行${forced}`,
  ];
}

function words(id: BoxId, rect: Box["rect"], lines: readonly (readonly [text: string, styleId: ParagraphStyleId])[]): Box {
  return newFurnitureFrame(id, rect, lines.map(([template, styleId]): FurnitureLine => ({ template, styleId })));
}

function panel(id: BoxId, rect: Box["rect"]): Panel {
  return { kind: "panel", id, rect, pushesText: false, standoff: 0, fill: null, stroke: greyInk(0.35), strokeWidth: 0.2 };
}

