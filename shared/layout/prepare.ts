import type { FontSource } from "../fonts/fontSource";
import { Break, clusterBreaks } from "../text/breakOpportunities";
import { BreakKind } from "../text/breakKind";
import { CharacterClass } from "../text/characterClass";
import { readClusters, type TextClusters } from "../text/clusters";
import { settleHyphens } from "../text/hyphenation/settleHyphens";
import { settleNumberBreaks } from "../text/numberBreaks";
import { pairTrim, TrimSide, type TrimSideId } from "../text/punctuationWidth";
import { takesAutospace } from "../text/spacing";
import { Bond, isWestern, unitBonds } from "../text/unbreakable";
import { Orientation } from "../text/verticalOrientation";
import { clusterSizes, type ClusterSizes } from "./clusterSizes";
import { fillCells } from "./fillCells";
import { frameMarks } from "./markWidths";
import { Place, type PreparedParagraph, type PrepareRequest } from "./preparedParagraph";
import { shapeClusters, type ShapedClusters } from "./shapeClusters";
import { adornedStretches, closeGaps, closePlaces, settleLookBreaks, trimCap, widenFrames } from "./settleLooks";
import { prepareSqueeze } from "./squeeze";
import { frameSpace } from "./textLook";

const C = CharacterClass;

/** Everything about a paragraph that does not depend on where its lines break: done once, read by `nextLine`. */
export function prepareParagraph(fonts: FontSource, request: PrepareRequest): PreparedParagraph {
  const clusters = readClusters(request.text);
  const em = request.direction === "vertical" ? request.size : request.size * request.horizontalScale;
  const bonds = unitBonds(clusters);
  const sizing = clusterSizes(clusters, request);
  const adorned = adornedStretches(clusters, request);
  const shaped = shapeClusters(fonts, clusters, bonds, request, sizing);
  const trimSides = frameMarks(clusters, shaped, request, em, sizing.sizes);
  trimCap(clusters, sizing, shaped);
  widenHanSpaces(clusters, shaped.advances, request, em);
  const { startTrimmed, endTrimmed } = trimPairs(clusters, trimSides, request);
  const gaps = autospaces(clusters, shaped, request, em);
  closeGaps(sizing, gaps);
  if (request.rules.grid === "characters") fillCells(shaped, gaps, em, sizing.capCount);
  widenFrames(adorned, shaped, frameSpace(request.rules, em));
  const { breaks, breakKinds } = settledBreaks(clusters, bonds, shaped, request);
  settleLookBreaks(clusters, adorned, sizing, request.size, breaks);
  const { hyphenGlyphs, hyphenAdvances } = hyphensOf(fonts, shaped.fontIds, request, em);
  const { squeezeSteps, squeezable } = prepareSqueeze({
    clusters, advances: shaped.advances, trimSides, startTrimmed, endTrimmed, gaps, rules: request.rules, em,
  });
  // Field by field: objects put together by spreading have each a shape of their own, which makes every read of them slow.
  return {
    text: request.text,
    count: clusters.count,
    direction: request.direction,
    size: request.size,
    em,
    firstIndent: request.firstLineIndentEm * em,
    hangingIndent: request.hangingIndentEm * em,
    rules: request.rules,
    offsets: clusters.offsets,
    classes: clusters.classes,
    advances: shaped.advances,
    pens: penPositions({ advances: shaped.advances, startTrimmed, endTrimmed, gaps }, request.trackingEm * em, em),
    trimSides,
    startTrimmed,
    breaks,
    breakKinds,
    places: openPlaces(clusters, bonds, gaps, request.rules.adjacentTrim === "half" ? { startTrimmed, endTrimmed } : null, sizing, request.size),
    squeezeSteps,
    squeezable,
    charactersLeft: charactersLeft(clusters),
    joined: shaped.joined,
    fontIds: shaped.fontIds,
    hyphenGlyphs,
    hyphenAdvances,
    fontOf: shaped.fontOf,
    inks: shaped.inks,
    inkOf: shaped.inkOf,
    sizes: sizing.sizes,
    raises: sizing.raises,
    adorned,
    capCount: sizing.capCount,
    dropCap: sizing.capCount > 0 ? (request.dropCap ?? null) : null,
    backdrop: request.backdrop ?? null,
    scales: shaped.scales,
    turned: shaped.turned,
    orientations: shaped.orientations,
    glyphFrom: shaped.glyphFrom,
    glyphIds: shaped.glyphIds,
    glyphAlong: shaped.glyphAlong,
    glyphAcross: shaped.glyphAcross,
    glyphText: shaped.glyphText,
  };
}

/** Where lines may end, and what that costs. */
function settledBreaks(clusters: TextClusters, bonds: Uint8Array, { joined }: ShapedClusters, { rules }: PrepareRequest) {
  const breaks = clusterBreaks(clusters, bonds, rules.prohibition);
  const breakKinds = new Uint8Array(clusters.count);
  if (rules.numberHanGlue !== "off") settleNumberBreaks(clusters, breaks, breakKinds, rules.numberHanGlue);
  if (rules.hyphenation === "off") return { breaks, breakKinds };
  settleHyphens(clusters, breaks, breakKinds);
  for (let index = 0; index + 1 < clusters.count; index++) {
    // A ligature stays whole.
    if (breakKinds[index] === BreakKind.hyphen && joined[index + 1] === 1) breaks[index] = Break.inside;
  }
  return { breaks, breakKinds };
}

const HYPHEN = 0x2010;
const HYPHEN_MINUS = 0x2d;

/** The hyphens of a paragraph's fonts. */
function hyphensOf(fonts: FontSource, fontIds: readonly string[], { rules }: PrepareRequest, em: number) {
  const hyphenGlyphs = new Uint16Array(fontIds.length);
  const hyphenAdvances = new Float64Array(fontIds.length);
  if (rules.hyphenation === "off") return { hyphenGlyphs, hyphenAdvances };
  fontIds.forEach((fontId, index) => {
    const font = fonts.font(fontId);
    if (font === null) return;
    hyphenGlyphs[index] = font.nominalGlyph(HYPHEN_MINUS) || font.nominalGlyph(HYPHEN);
    hyphenAdvances[index] = font.advance(hyphenGlyphs[index]!) * em;
  });
  return { hyphenGlyphs, hyphenAdvances };
}

/** A space that stands for a mark between two clauses of a title gets the width of the rules. */
function widenHanSpaces({ count, codePoints, classes }: TextClusters, advances: Float64Array, { rules }: PrepareRequest, em: number): void {
  if (rules.hanSpaceEm === null) return;
  for (let index = 1; index < count - 1; index++) {
    const isPlainSpace = codePoints[index] === 0x20 && classes[index - 1] !== C.letter && classes[index + 1] !== C.letter;
    if (isPlainSpace) advances[index] = rules.hanSpaceEm * em;
  }
}

/** Which marks lose their blank half to a neighbour (CLREQ, adjacent marks). */
function trimPairs({ count, codePoints, classes }: TextClusters, sides: Uint8Array, { rules }: PrepareRequest) {
  const startTrimmed = new Uint8Array(count);
  const endTrimmed = new Uint8Array(count);
  const trim = (index: number) => ((sides[index] === TrimSide.start ? startTrimmed : endTrimmed)[index] = 1);
  const mark = (index: number) => ({
    characterClass: classes[index]!,
    codePoint: codePoints[index]!,
    // The array is filled from `trimSide` alone, which the array type cannot say.
    side: sides[index] as TrimSideId,
  });
  for (let index = 0; index + 1 < count; index++) {
    if (sides[index] === TrimSide.none && sides[index + 1] === TrimSide.none) continue;
    const pair = pairTrim(mark(index), mark(index + 1), rules.adjacentTrim);
    if (pair.first) trim(index);
    if (pair.second) trim(index + 1);
  }
  return { startTrimmed, endTrimmed };
}

/** The gap after each cluster where Han and Western text touch; none beside letters that stand upright in vertical lines. */
function autospaces({ count, codePoints, classes }: TextClusters, { orientations }: ShapedClusters, { rules }: PrepareRequest, em: number): Float64Array {
  const gaps = new Float64Array(count);
  if (rules.autospace === 0) return gaps;
  for (let index = 0; index + 1 < count; index++) {
    if (!takesAutospace(classes[index]!, codePoints[index]!, classes[index + 1]!, codePoints[index + 1]!)) continue;
    const western = isWestern(classes[index]!, codePoints[index]!) ? index : index + 1;
    if (orientations !== null && orientations[western] !== Orientation.turned) continue;
    gaps[index] = rules.autospace * em;
  }
  return gaps;
}

interface Widths {
  readonly advances: Float64Array;
  readonly startTrimmed: Uint8Array;
  readonly endTrimmed: Uint8Array;
  readonly gaps: Float64Array;
}

function penPositions({ advances, startTrimmed, endTrimmed, gaps }: Widths, tracking: number, em: number): Float64Array {
  const pens = new Float64Array(advances.length + 1);
  const half = em / 2;
  let pen = 0;
  for (let index = 0; index < advances.length; index++) {
    pens[index] = pen;
    const advance = advances[index]!;
    pen += advance + gaps[index]! - half * (endTrimmed[index]! + (startTrimmed[index + 1] ?? 0));
    if (advance > 0) pen += tracking;
  }
  pens[advances.length] = pen;
  return pens;
}

/** Where a justified line may open: never inside units, nor beside connectors and solidi (CLREQ 3.2.4). */
function openPlaces(
  { count, classes }: TextClusters,
  bonds: Uint8Array,
  gaps: Float64Array,
  trims: Pick<Widths, "startTrimmed" | "endTrimmed"> | null,
  sizing: ClusterSizes,
  size: number,
): Uint8Array {
  const places = new Uint8Array(count);
  for (let index = 0; index + 1 < count; index++) {
    const own = classes[index]!;
    const next = classes[index + 1]!;
    if (own === C.space) places[index] = Place.wordSpace;
    else if (next === C.space || bonds[index] === Bond.unit || bonds[index] === Bond.softBreak) continue;
    else if (isRigid(own) || isRigid(next)) continue;
    else if (gaps[index]! > 0) places[index] = Place.hanLatin;
    else if (trims !== null && (trims.endTrimmed[index] === 1 || trims.startTrimmed[index + 1] === 1)) places[index] = Place.trimmedPair;
    else places[index] = isOpening(own) || isClosing(next) ? Place.poor : Place.character;
  }
  closePlaces(sizing, size, places);
  return places;
}

function isOpening(characterClass: number): boolean {
  return characterClass === C.opening || characterClass === C.westernOpening;
}

function isClosing(characterClass: number): boolean {
  return characterClass === C.pauseStop || characterClass === C.closing || characterClass === C.westernStop || characterClass === C.westernClosing;
}

function isRigid(characterClass: number): boolean {
  switch (characterClass) {
    case C.connector:
    case C.solidus:
    case C.hyphen:
    case C.joiner:
    case C.breakPoint:
    case C.lineFeed:
      return true;
    default:
      return false;
  }
}

function charactersLeft({ count, classes }: TextClusters): Uint32Array {
  const left = new Uint32Array(count + 1);
  for (let index = count - 1; index >= 0; index--) {
    if (classes[index] === C.lineFeed) left[index] = 0;
    else left[index] = left[index + 1]! + (isCounted(classes[index]!) ? 1 : 0);
  }
  return left;
}

/** Whether a class counts as a character for the orphan rule, as punctuation and spaces do not. */
function isCounted(characterClass: number): boolean {
  switch (characterClass) {
    case C.han:
    case C.wide:
    case C.letter:
    case C.digit:
    case C.iteration:
    case C.smallKana:
    case C.postfix:
    case C.prefix:
    case C.westernSign:
      return true;
    default:
      return false;
  }
}

/** Whether a line may end after a cluster without breaking any rule. */
export function mayEndAfter(paragraph: PreparedParagraph, cluster: number): boolean {
  return (paragraph.breaks[cluster] ?? Break.inside) >= Break.allowed;
}
