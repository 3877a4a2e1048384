/** What the first 128 bytes of an ICC profile say (ICC.1, 7.2). */
export interface IccHeader {
  readonly size: number;
  /** Major version, such as 2 or 4. */
  readonly version: number;
  /** `prtr`, `mntr`, `scnr`, `spac` … */
  readonly deviceClass: string;
  /** `CMYK`, `RGB `, `GRAY` … */
  readonly colourSpace: string;
}

const componentsOf: Readonly<Record<string, number>> = { "GRAY": 1, "RGB ": 3, "Lab ": 3, "CMYK": 4 };

/** Reads the header; null where the bytes are no profile. */
export function readIccHeader(bytes: Uint8Array): IccHeader | null {
  const text = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 132 || text(36) !== "acsp") return null;
  const size = bytes.subarray(0, 4).reduce((value, byte) => value * 256 + byte, 0);
  return { size, version: bytes[8]!, deviceClass: text(12), colourSpace: text(16) };
}

/** How many components colours of the profile have; null where it is of none we know. */
export function iccComponents({ colourSpace }: IccHeader): number | null {
  return componentsOf[colourSpace] ?? null;
}
