/** A property of all code points: the value of a run holds from its start to the start of the next run. */
export interface RunLengthTable {
  /** The first code point of each run, ascending from 0. */
  readonly starts: Uint32Array;
  readonly values: Uint8Array;
}

const RADIX = 36;
const RUN = /^([0-9a-z]+)([A-Z][A-Za-z0-9]*)$/;

/** Reads the runs of a generated table; `numbers` says which number stands for each value. Throws on an unknown one. */
export function readRunLengths(data: string, numbers: Readonly<Record<string, number>>): RunLengthTable {
  const runs = data.trim().split(/\s+/);
  const starts = new Uint32Array(runs.length);
  const values = new Uint8Array(runs.length);
  let start = 0;
  runs.forEach((run, index) => {
    const [, length, name] = RUN.exec(run) ?? [];
    const value = name === undefined ? undefined : numbers[name];
    if (length === undefined || value === undefined) throw new Error(`no run of a property: ${run}`);
    starts[index] = start;
    values[index] = value;
    start += Number.parseInt(length, RADIX);
  });
  return { starts, values };
}

/** The value at a code point. */
export function valueAt({ starts, values }: RunLengthTable, codePoint: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= codePoint) low = middle;
    else high = middle - 1;
  }
  return values[low]!;
}
