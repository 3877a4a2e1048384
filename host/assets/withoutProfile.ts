const APP2 = 0xe2;
const START_OF_SCAN = 0xda;
const PROFILE_NAME = "ICC_PROFILE\0";

/** A JPEG without the ICC profile inside it, all else byte for byte: the file it goes into names the printing condition once. */
export function withoutProfile(jpeg: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== START_OF_SCAN) {
    const end = at + 2 + ((jpeg[at + 2]! << 8) | jpeg[at + 3]!);
    const isProfile = jpeg[at + 1] === APP2 && Buffer.from(jpeg.subarray(at + 4, at + 4 + PROFILE_NAME.length)).toString("latin1") === PROFILE_NAME;
    if (!isProfile) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  kept.push(jpeg.subarray(at));
  return Buffer.concat(kept);
}
