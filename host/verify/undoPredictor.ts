/** What `/DecodeParms` says of the rows of a stream (ISO 32000-1, table 8). */
export interface PredictorParameters {
  readonly predictor: number;
  readonly colours: number;
  readonly bitsPerComponent: number;
  readonly columns: number;
}

/** Undoes a PNG predictor, or TIFF's of 8 bits; throws where the parameters or rows make no sense. */
export function undoPredictor(bytes: Uint8Array, { predictor, colours, bitsPerComponent, columns }: PredictorParameters): Uint8Array {
  if (predictor === 1) return bytes;
  const bitsPerRow = colours * bitsPerComponent * columns;
  if (!(Number.isInteger(bitsPerRow) && bitsPerRow > 0 && bitsPerRow < 2 ** 31)) throw new Error("rows of no length");
  const rowLength = Math.ceil(bitsPerRow / 8);
  const step = Math.max(1, Math.ceil((colours * bitsPerComponent) / 8));
  if (predictor === 2) {
    if (bitsPerComponent !== 8) throw new Error("a TIFF predictor of other than 8 bits");
    const out = bytes.slice();
    for (let row = 0; row < out.length; row += rowLength) {
      for (let at = row + step; at < Math.min(row + rowLength, out.length); at++) out[at] = (out[at]! + out[at - step]!) & 0xff;
    }
    return out;
  }
  if (predictor < 10 || predictor > 15) throw new Error("no such predictor");
  const rows = Math.ceil(bytes.length / (rowLength + 1));
  const out = new Uint8Array(rows * rowLength);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (rowLength + 1)]!;
    for (let column = 0; column < rowLength; column++) {
      const at = row * rowLength + column;
      const raw = bytes[row * (rowLength + 1) + 1 + column] ?? 0;
      const left = column >= step ? out[at - step]! : 0;
      const up = row > 0 ? out[at - rowLength]! : 0;
      const upLeft = row > 0 && column >= step ? out[at - rowLength - step]! : 0;
      out[at] = (raw + predicted(kind, left, up, upLeft)) & 0xff;
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, upLeft: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - upLeft;
      const [dl, du, dul] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
      return dl <= du && dl <= dul ? left : du <= dul ? up : upLeft;
    }
    default:
      throw new Error("no such row predictor");
  }
}
