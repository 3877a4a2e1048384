import { isComposite, readComposite, type GlyphTable } from "./glyphTable";
import { viewOf } from "./sfnt";

const ON_CURVE = 0x01;
const X_IS_BYTE = 0x02;
const Y_IS_BYTE = 0x04;
const REPEATED = 0x08;
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;
/** Parts within parts; real fonts stop at two or three. */
const MAX_DEPTH = 8;

interface Contours {
  readonly ends: number[];
  readonly xs: number[];
  readonly ys: number[];
  readonly onCurve: boolean[];
}

/**
 * The outline of a glyph as SVG path data in font units, y upwards; empty for a blank glyph. Read from `glyf` (OpenType,
 * "Glyph Data") without hinting, so that it needs neither HarfBuzz nor the whole file in its memory.
 */
export function glyphOutline(glyphs: GlyphTable, glyphId: number): string {
  const contours: Contours = { ends: [], xs: [], ys: [], onCurve: [] };
  collect(glyphs, glyphId, contours, 0);
  let path = "";
  let from = 0;
  for (const end of contours.ends) {
    path += contourPath(contours, from, end);
    from = end;
  }
  return path;
}

function collect(glyphs: GlyphTable, glyphId: number, into: Contours, depth: number): void {
  const record = glyphs.record(glyphId);
  if (record.length === 0 || depth > MAX_DEPTH) return;
  if (!isComposite(record)) {
    collectSimple(record, into);
    return;
  }
  for (const part of readComposite(record).components) {
    const from = into.xs.length;
    collect(glyphs, part.glyphId, into, depth + 1);
    for (let point = from; point < into.xs.length; point++) {
      const x = into.xs[point] ?? 0;
      const y = into.ys[point] ?? 0;
      into.xs[point] = part.xx * x + part.yx * y + part.dx;
      into.ys[point] = part.xy * x + part.yy * y + part.dy;
    }
  }
}

function collectSimple(record: Uint8Array, into: Contours): void {
  const view = viewOf(record);
  const contourCount = view.getInt16(0);
  const instructions = 10 + 2 * contourCount;
  if (contourCount === 0 || instructions + 2 > record.length) return;
  const pointCount = view.getUint16(instructions - 2) + 1;
  const flagStart = instructions + 2 + view.getUint16(instructions);
  const flags = readFlags(record, flagStart, pointCount);
  if (flags === null) return;

  const base = into.xs.length;
  for (let contour = 0; contour < contourCount; contour++) into.ends.push(base + view.getUint16(10 + 2 * contour) + 1);
  for (const flag of flags.values) into.onCurve.push((flag & ON_CURVE) !== 0);
  const afterX = readCoordinates(view, flags.end, flags.values, X_IS_BYTE, X_SAME_OR_POSITIVE, into.xs);
  readCoordinates(view, afterX, flags.values, Y_IS_BYTE, Y_SAME_OR_POSITIVE, into.ys);
}

function readFlags(record: Uint8Array, from: number, count: number): { values: Uint8Array; end: number } | null {
  const values = new Uint8Array(count);
  let at = from;
  let point = 0;
  while (point < count) {
    const flag = record[at++];
    if (flag === undefined) return null;
    values[point++] = flag;
    if ((flag & REPEATED) === 0) continue;
    const repeats = record[at++] ?? 0;
    values.fill(flag, point, Math.min(point + repeats, count));
    point += repeats;
  }
  return { values, end: at };
}

function readCoordinates(
  view: DataView,
  from: number,
  flags: Uint8Array,
  isByte: number,
  sameOrPositive: number,
  into: number[],
): number {
  let at = from;
  let value = 0;
  for (const flag of flags) {
    if ((flag & isByte) !== 0) {
      const step = at < view.byteLength ? view.getUint8(at) : 0;
      value += (flag & sameOrPositive) !== 0 ? step : -step;
      at += 1;
    } else if ((flag & sameOrPositive) === 0) {
      value += at + 2 <= view.byteLength ? view.getInt16(at) : 0;
      at += 2;
    }
    into.push(value);
  }
  return at;
}

/** One closed contour: between two off-curve points lies an on-curve one that the file leaves out. */
function contourPath(contours: Contours, from: number, to: number): string {
  const count = to - from;
  if (count < 2) return "";
  const { xs, ys, onCurve } = contours;
  const at = (step: number) => from + (step % count);
  let first = 0;
  while (first < count && onCurve[from + first] !== true) first++;
  const hasOnCurve = first < count;
  if (!hasOnCurve) first = 0;
  const startX = hasOnCurve ? xs[at(first)] ?? 0 : middle(xs, at(count - 1), at(0));
  const startY = hasOnCurve ? ys[at(first)] ?? 0 : middle(ys, at(count - 1), at(0));

  let path = `M${startX} ${startY}`;
  const begin = hasOnCurve ? first + 1 : first;
  const end = begin + (hasOnCurve ? count - 1 : count);
  for (let step = begin; step < end; step++) {
    const point = at(step);
    if (onCurve[point] === true) {
      path += `L${xs[point]} ${ys[point]}`;
      continue;
    }
    const next = at(step + 1);
    const isLast = step + 1 === end;
    if (isLast) path += `Q${xs[point]} ${ys[point]} ${startX} ${startY}`;
    else if (onCurve[next] === true) {
      path += `Q${xs[point]} ${ys[point]} ${xs[next]} ${ys[next]}`;
      step++;
    } else path += `Q${xs[point]} ${ys[point]} ${middle(xs, point, next)} ${middle(ys, point, next)}`;
  }
  return path + "Z";
}

function middle(values: readonly number[], a: number, b: number): number {
  return ((values[a] ?? 0) + (values[b] ?? 0)) / 2;
}
