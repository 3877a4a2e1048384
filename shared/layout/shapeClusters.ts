import { EM_ASCENT, EM_DESCENT, type Font, type FontSource, type ShapedRun } from "../fonts/fontSource";
import type { Ink } from "../model/ink";
import { CharacterClass, isInvisible } from "../text/characterClass";
import type { TextClusters } from "../text/clusters";
import { Bond } from "../text/unbreakable";
import { Orientation, verticalOrientations, verticalSubstitute } from "../text/verticalOrientation";
import type { ClusterSizes } from "./clusterSizes";
import { fontForCluster } from "./fontChoice";
import { MISSING_FONT, NO_FONT, type PrepareRequest } from "./preparedParagraph";

/** What shaping made of a paragraph's clusters; the arrays of `PreparedParagraph` that come from fonts. */
export interface ShapedClusters {
  readonly fontIds: readonly string[];
  readonly fontOf: Uint8Array;
  readonly inks: readonly Ink[];
  readonly inkOf: Uint8Array;
  readonly scales: Float64Array;
  readonly turned: Uint8Array;
  readonly joined: Uint8Array;
  /** As the font gives them, before any table of widths. */
  readonly advances: Float64Array;
  readonly glyphFrom: Uint32Array;
  readonly glyphIds: Uint16Array;
  readonly glyphAlong: Float64Array;
  readonly glyphAcross: Float64Array;
  readonly glyphText: Uint32Array;
  /** `Orientation` of each cluster; null in horizontal setting. */
  readonly orientations: Uint8Array | null;
}

/** How far above the baseline the middle of the em box lies, in em. */
const EM_CENTRE = (EM_ASCENT - EM_DESCENT) / 2;
const C = CharacterClass;

interface Glyphs {
  readonly ids: number[];
  readonly along: number[];
  readonly across: number[];
  readonly text: number[];
}

/**
 * Chooses a font for each cluster and shapes each stretch of one font; a character no font has keeps its place. `bonds` are
 * `unitBonds`: a word or address is shaped in parts where a line may break it, so that each part is as wide as it is alone.
 */
export function shapeClusters(fonts: FontSource, clusters: TextClusters, bonds: Uint8Array, request: PrepareRequest, { sizes, raises }: ClusterSizes): ShapedClusters {
  const { count, classes } = clusters;
  const orientations = request.direction === "vertical" ? verticalOrientations(clusters) : null;
  const em = request.direction === "vertical" ? request.size : request.size * request.horizontalScale;
  const { chosen, fontOf, inks, inkOf } = chooseFonts(fonts, clusters, request);
  const advances = new Float64Array(count);
  const glyphFrom = new Uint32Array(count + 1);
  const joined = new Uint8Array(count);
  const turned = new Uint8Array(count);
  const scales = new Float64Array(count).fill(request.horizontalScale);
  const glyphs: Glyphs = { ids: [], along: [], across: [], text: [] };

  let start = 0;
  while (start < count) {
    glyphFrom[start] = glyphs.ids.length;
    const fontIndex = fontOf[start]!;
    if (fontIndex === NO_FONT || fontIndex === MISSING_FONT) {
      if (fontIndex === MISSING_FONT) advances[start] = ((isNarrow(classes[start]!) ? em / 2 : em) * sizes[start]!) / request.size;
      start++;
      continue;
    }
    const end = stretchEnd(start, count, fontOf, orientations, sizes, raises, bonds);
    const isPlain = sizes[start] === request.size;
    const own = isPlain ? request : { ...request, size: sizes[start]! };
    const firstGlyph = glyphs.ids.length;
    const shaping = { font: chosen[fontIndex]!, clusters, start, end, request: own, advances, glyphFrom, joined, glyphs };
    const orientation = orientations === null ? -1 : orientations[start]!;
    if (orientation === Orientation.upright) shapeUpright(shaping);
    else if (orientation === Orientation.cell || orientation === Orientation.sharedCell) scales.fill(shapeCell(shaping), start, end);
    else shapeAlong(shaping, orientation === Orientation.turned);
    if (orientation === Orientation.turned) turned.fill(1, start, end);
    if (!isPlain) for (let glyph = firstGlyph; glyph < glyphs.across.length; glyph++) glyphs.across[glyph]! += raises[start]!;
    start = end;
  }
  glyphFrom[count] = glyphs.ids.length;
  return {
    fontIds: chosen.map((font) => font.id), fontOf, inks, inkOf, scales, turned, joined, advances, glyphFrom, orientations,
    glyphIds: Uint16Array.from(glyphs.ids),
    glyphAlong: Float64Array.from(glyphs.along),
    glyphAcross: Float64Array.from(glyphs.across),
    glyphText: Uint32Array.from(glyphs.text),
  };
}

function isNarrow(characterClass: number): boolean {
  return characterClass === C.letter || characterClass === C.digit;
}

function chooseFonts(fonts: FontSource, clusters: TextClusters, { runs, rules }: PrepareRequest) {
  const { count, offsets, codePoints } = clusters;
  const fontOf = new Uint8Array(count);
  const inkOf = new Uint8Array(count);
  const chosen: Font[] = [];
  const inks: Ink[] = [];
  let run = -1;
  let runFont: Font | null = null;
  for (let index = 0; index < count; index++) {
    while (run < runs.length - 1 && (run < 0 || offsets[index]! >= runs[run]!.to)) {
      run++;
      runFont = fonts.font(runs[run]!.fontId);
      if (!inks.includes(runs[run]!.ink)) inks.push(runs[run]!.ink);
    }
    inkOf[index] = Math.max(0, inks.indexOf(runs[run]!.ink));
    if (isInvisible(codePoints[index]!) && rules.markWidths === "table") {
      fontOf[index] = NO_FONT;
      continue;
    }
    const font = fontForCluster(fonts, runFont, clusters, index);
    if (font === null) {
      fontOf[index] = MISSING_FONT;
      continue;
    }
    let fontIndex = chosen.indexOf(font);
    if (fontIndex < 0) fontIndex = chosen.push(font) - 1;
    fontOf[index] = fontIndex;
  }
  return { chosen, fontOf, inks, inkOf };
}

/** Where the stretch ends that can be shaped in one go with the cluster at `start`. */
function stretchEnd(start: number, count: number, fontOf: Uint8Array, orientations: Uint8Array | null, sizes: Float64Array, raises: Float64Array, bonds: Uint8Array): number {
  let end = start + 1;
  if (orientations !== null && orientations[start] === Orientation.cell) return end;
  if (orientations !== null && orientations[start] === Orientation.sharedCell) {
    while (end < count && orientations[end] === Orientation.inSharedCell && fontOf[end] === fontOf[start] && sizes[end] === sizes[start]) end++;
    return end;
  }
  // Kerning across a soft break would leave a line that ends there out by as much.
  while (end < count && bonds[end - 1] !== Bond.softBreak && fontOf[end] === fontOf[start] && sizes[end] === sizes[start] && raises[end] === raises[start] && (orientations === null || orientations[end] === orientations[start])) end++;
  return end;
}

interface Shaping {
  readonly font: Font;
  readonly clusters: TextClusters;
  readonly start: number;
  readonly end: number;
  readonly request: PrepareRequest;
  readonly advances: Float64Array;
  readonly glyphFrom: Uint32Array;
  readonly joined: Uint8Array;
  readonly glyphs: Glyphs;
}

/** Text along the line: horizontal setting, or words turned clockwise in vertical. */
function shapeAlong(shaping: Shaping, isTurned: boolean): void {
  const { font, request } = shaping;
  const em = request.size * request.horizontalScale;
  const run = font.shape(sourceText(shaping), "horizontal");
  placeGlyphs(shaping, run, (glyph, pen) => ({
    along: (pen + run.xOffsets[glyph]!) * em,
    // Turned letters are centred by the em box, as their neighbours are.
    across: run.yOffsets[glyph]! * request.size - (isTurned ? EM_CENTRE * request.size : 0),
    advance: run.advances[glyph]! * em,
  }));
}

/** Han and marks in vertical setting, with the font's vertical glyphs. */
function shapeUpright(shaping: Shaping): void {
  const { font, request } = shaping;
  const run = font.shape(sourceText(shaping), "vertical");
  placeGlyphs(shaping, run, (glyph, pen) => ({
    along: (pen - run.yOffsets[glyph]!) * request.size,
    across: run.xOffsets[glyph]! * request.size * request.horizontalScale,
    advance: run.advances[glyph]! * request.size,
  }));
}

/** Letters or digits that stand upright in one frame, narrowed to 1 em where they are wider; returns the letters' scale. */
function shapeCell(shaping: Shaping): number {
  const { font, request, start, end, advances } = shaping;
  const run = font.shape(sourceText(shaping), "horizontal");
  const width = run.advances.reduce((sum, advance) => sum + advance, 0);
  const scale = request.horizontalScale * Math.min(1, 1 / width);
  let before = 0;
  placeGlyphs(shaping, run, (glyph) => {
    const across = (before + run.xOffsets[glyph]! - width / 2) * request.size * scale;
    before += run.advances[glyph]!;
    return { along: EM_ASCENT * request.size, across, advance: 0 };
  });
  advances[start] = request.size;
  // The frame is the first cluster's; the glyphs of the others hang back into it.
  for (let index = shaping.glyphFrom[start + 1]!; end > start + 1 && index < shaping.glyphs.along.length; index++) {
    shaping.glyphs.along[index]! -= request.size;
  }
  return scale;
}

function sourceText({ clusters, start, end, request }: Shaping): string {
  const { text, offsets, codePoints } = clusters;
  const source = text.slice(offsets[start]!, offsets[end]!);
  if (request.direction === "horizontal") return source;
  let substituted = "";
  for (let index = start; index < end; index++) {
    substituted += verticalSubstitute(codePoints[index]!) ?? text.slice(offsets[index]!, offsets[index + 1]!);
  }
  return substituted;
}

/** Hands out a run's glyphs to the clusters they begin in; a cluster without any shares the frame before it. */
function placeGlyphs(
  { clusters, start, end, advances, glyphFrom, joined, glyphs }: Shaping,
  run: ShapedRun,
  place: (glyph: number, pen: number) => { along: number; across: number; advance: number },
): void {
  const base = clusters.offsets[start]!;
  let cluster = start;
  let pen = 0;
  for (let glyph = 0; glyph < run.glyphIds.length; glyph++) {
    const offset = base + run.textOffsets[glyph]!;
    while (cluster + 1 < end && clusters.offsets[cluster + 1]! <= offset) {
      glyphFrom[++cluster] = glyphs.ids.length;
      pen = 0;
    }
    const { along, across, advance } = place(glyph, pen);
    glyphs.ids.push(run.glyphIds[glyph]!);
    glyphs.along.push(along);
    glyphs.across.push(across);
    glyphs.text.push(offset);
    pen += run.advances[glyph]!;
    advances[cluster]! += advance;
  }
  while (cluster + 1 < end) glyphFrom[++cluster] = glyphs.ids.length;
  shareLigatures(start, end, glyphFrom, glyphs.ids.length, advances, joined);
}

function shareLigatures(start: number, end: number, glyphFrom: Uint32Array, glyphCount: number, advances: Float64Array, joined: Uint8Array): void {
  let index = start;
  while (index < end) {
    let next = index + 1;
    while (next < end && (next + 1 < end ? glyphFrom[next + 1]! : glyphCount) === glyphFrom[next]) next++;
    const share = advances[index]! / (next - index);
    if (next - index > 1) {
      for (let member = index; member < next; member++) {
        advances[member] = share;
        joined[member] = member > index ? 1 : 0;
      }
    }
    index = next;
  }
}
