import { readJpegHeader } from "../../shared/export/pdf/jpegHeader";
import { HostError } from "../../shared/platform/host";
import { withoutProfile } from "./withoutProfile";

/** How a picture becomes ink. */
export interface Separation {
  /** The ICC file of the press's profile. */
  readonly profilePath: string;
  /** JPEG quality of what is converted, 1 to 100. */
  readonly quality: number;
  /** No side of the result is longer than fits into so many pixels, upright; null keeps all. */
  readonly mostPixels: { readonly width: number; readonly height: number } | null;
}

/** A picture as it goes to the press: a JPEG of black alone or of the four process inks, without a profile of its own. */
export interface SeparatedPicture {
  readonly bytes: Uint8Array;
  readonly components: 1 | 4;
}

/**
 * Separates a picture: grey stays one channel, a CMYK JPEG goes through byte for byte, other CMYK pictures keep their
 * inks, all else is converted once, perceptually, through the profile, transparency onto paper. Rejects with
 * `unreadable-picture`.
 */
export async function separatePicture(name: string, bytes: Uint8Array, separation: Separation): Promise<SeparatedPicture> {
  const header = readJpegHeader(bytes);
  if (header?.components === 4) return { bytes, components: 4 };
  if (header?.components === 1 && fits(header, separation.mostPixels)) return { bytes, components: 1 };
  const { default: sharp } = await import("sharp");
  try {
    const options = { failOn: "error" } as const;
    const { space, channels, hasAlpha } = await sharp(bytes, options).metadata();
    const isInk = space === "cmyk";
    const isGrey = space === "b-w" || space === "grey16";
    let picture = sharp(bytes, options).rotate();
    if (isInk) picture = picture.pipelineColourspace("cmyk");
    // Of 16 bits a sample and no profile, the library takes colours for Display P3's.
    else if (!isGrey) picture = picture.pipelineColourspace("srgb");
    // Paper is no ink: white for pictures of light, nothing for pictures of ink.
    if (hasAlpha) picture = isInk && channels > 4 ? picture.removeAlpha() : picture.flatten({ background: "#ffffff" });
    if (separation.mostPixels !== null) picture = picture.resize({ ...separation.mostPixels, fit: "outside", withoutEnlargement: true });
    if (isGrey) picture = picture.toColourspace("b-w");
    else if (isInk) picture = picture.toColourspace("cmyk");
    else picture = picture.withIccProfile(separation.profilePath);
    const jpeg = await picture.jpeg({ quality: separation.quality, chromaSubsampling: "4:4:4" }).toBuffer();
    const made = readJpegHeader(jpeg);
    const components = isGrey ? 1 : 4;
    if (made?.components !== components) throw new Error(`${String(made?.components)} channels instead of ${components}`);
    return { bytes: withoutProfile(jpeg), components };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new HostError({ code: "unreadable-picture", detail: `${name}: ${reason}` });
  }
}

function fits({ width, height }: { readonly width: number; readonly height: number }, most: Separation["mostPixels"]): boolean {
  return most === null || width <= most.width || height <= most.height;
}
