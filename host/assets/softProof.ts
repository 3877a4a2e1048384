import type { ProofTable } from "../../shared/display/proofTable";
import { HostError } from "../../shared/platform/host";
import { cmykTiff } from "./cmykTiff";
import { measureInks } from "./coarsePicture";

/** Nine steps an ink: 6,561 mixes, found in a tenth of a second. */
const STEPS = 9;
const LONGER_SIDE = 2000;

/** What the mixes of a press look like on a screen, on its paper. `profile` is the ICC file of the press. */
export async function proofTable(profile: Uint8Array): Promise<ProofTable> {
  const mixes = STEPS ** 4;
  const inks = new Uint8Array(4 * mixes);
  for (let index = 0; index < mixes; index++) {
    for (let ink = 0; ink < 4; ink++) inks[4 * index + ink] = Math.round((255 * (Math.floor(index / STEPS ** (3 - ink)) % STEPS)) / (STEPS - 1));
  }
  const rgb = await toScreen({ inks, width: STEPS * STEPS, height: STEPS * STEPS }, profile);
  return { steps: STEPS, rgb: [...rgb] };
}

/** A separated picture as it will look in print, as WebP for the screen. */
export async function proofPicture(separated: Uint8Array, profile: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const picture = await measureInks(separated, LONGER_SIDE);
  const rgb = await toScreen(picture, profile);
  return sharp(rgb, { raw: { width: picture.width, height: picture.height, channels: 3 } }).webp({ quality: 85 }).toBuffer();
}

interface InkRaster {
  /** Four inks a pixel, 255 for full. */
  readonly inks: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The colours of inks through the profile, white being the profile's paper. */
async function toScreen({ inks, width, height }: InkRaster, profile: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const rgb = await sharp(cmykTiff(inks, width, height, colorimetric(profile))).toColourspace("srgb").removeAlpha().raw().toBuffer();
  const paper = paperColour(profile);
  // The profile's tables call its paper white.
  for (let at = 0; at < rgb.length; at++) rgb[at] = Math.round((rgb[at]! * paper[at % 3]!) / 255);
  return rgb;
}

/**
 * A profile's copy that the library proofs colorimetrically: it asks for the perceptual table alone, and stretches the press's
 * black to the screen's, but for profiles of version 4, whose perceptual black is a fixed one that is nearly none.
 */
function colorimetric(profile: Uint8Array): Uint8Array {
  const copy = profile.slice();
  copy[8] = 4;
  const entry = (tag: number): number | null => tagEntry(copy, tag);
  const [perceptual, measured] = [entry(0x41324230), entry(0x41324231)];
  if (perceptual !== null && measured !== null) copy.copyWithin(perceptual + 4, measured + 4, measured + 12);
  return copy;
}

/** Where the entry of a tag stands in a profile's table; null where it has none. */
function tagEntry(profile: Uint8Array, tag: number): number | null {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  for (let index = 0; index < view.getUint32(128); index++) {
    const entry = 132 + 12 * index;
    if (view.getUint32(entry) === tag) return entry;
  }
  return null;
}

/** The colour of a profile's paper (`wtpt`, relative to D50) in sRGB, 0 to 255. */
function paperColour(profile: Uint8Array): readonly [number, number, number] {
  const entry = tagEntry(profile, 0x77747074);
  if (entry === null) throw new HostError({ code: "unreadable-profile", detail: "it does not say what its paper is like" });
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const offset = view.getUint32(entry + 4);
  const [x, y, z] = [8, 12, 16].map((at) => view.getInt32(offset + at) / 65536) as [number, number, number];
  // Bradford-adapted XYZ (D50) to linear sRGB.
  const linear = [3.1338561 * x - 1.6168667 * y - 0.4906146 * z, -0.9787684 * x + 1.9161415 * y + 0.033454 * z, 0.0719453 * x - 0.2289914 * y + 1.4052427 * z];
  const channels = linear.map((value) => {
    const share = Math.min(1, Math.max(0, value));
    return Math.round(255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055));
  });
  return channels as [number, number, number]; // one for each row of the matrix
}
