/** The subroutines a Type 2 charstring may call: the font's and its private dictionary's. */
export interface CharStringSubroutines {
  readonly global: readonly Uint8Array[];
  readonly local: readonly Uint8Array[];
}

const deepestCall = 10;

/** Operators that end the width: how many operands each takes for itself; null for those that take pairs. */
const ownOperands: Readonly<Record<number, number | null>> = {
  1: null, 3: null, 18: null, 23: null, 19: null, 20: null, // hstem, vstem, hstemhm, vstemhm, hintmask, cntrmask
  21: 2, 22: 1, 4: 1, 14: 0, // rmoveto, hmoveto, vmoveto, endchar
};

/**
 * The width a Type 2 charstring begins with (Adobe technical note 5177, 3.1), less the nominal width; null where it begins
 * with none and the default holds, undefined where its beginning makes no sense.
 */
export function charStringWidth(charString: Uint8Array, subroutines: CharStringSubroutines): number | null | undefined {
  const operands: number[] = [];
  /** Answers what was found, or "more" where the bytes ended without an operator that tells. */
  const read = (bytes: Uint8Array, depth: number): number | null | undefined | "more" => {
    for (let at = 0; at < bytes.length;) {
      const byte = bytes[at++]!;
      if (byte === 28) {
        operands.push(((bytes[at]! << 24) >> 16) | bytes[at + 1]!);
        at += 2;
      } else if (byte >= 32 && byte <= 246) operands.push(byte - 139);
      else if (byte >= 247 && byte <= 250) operands.push((byte - 247) * 256 + (bytes[at++] ?? 0) + 108);
      else if (byte >= 251 && byte <= 254) operands.push(-(byte - 251) * 256 - (bytes[at++] ?? 0) - 108);
      else if (byte === 255) {
        operands.push(((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) / 65536);
        at += 4;
      } else if (byte === 10 || byte === 29) {
        const list = byte === 10 ? subroutines.local : subroutines.global;
        const bias = list.length < 1240 ? 107 : list.length < 33900 ? 1131 : 32768;
        const called = list[(operands.pop() ?? Number.NaN) + bias];
        if (called === undefined || depth >= deepestCall) return undefined;
        const found = read(called, depth + 1);
        if (found !== "more") return found;
      } else if (byte === 11) return "more";
      else {
        const own = ownOperands[byte];
        if (own === undefined) return undefined;
        const hasWidth = own === null ? operands.length % 2 === 1 : byte === 14 ? operands.length === 1 || operands.length === 5 : operands.length > own;
        return hasWidth ? (operands[0] ?? null) : null;
      }
    }
    return "more";
  };
  const found = read(charString, 0);
  return found === "more" ? undefined : found;
}
