import type { PageDisplay } from "../../shared/display/displayList";
import { readJpegHeader } from "../../shared/export/pdf/jpegHeader";
import type { PressPreset } from "../../shared/export/pdf/pressPreset";
import { POINTS_PER_INCH } from "../../shared/geometry/units";
import { HostError } from "../../shared/platform/host";
import { isPdf } from "../assets/readPlacedPdf";
import type { DerivedCache } from "../assets/derivedCache";
import { separatePicture, type Separation } from "../assets/separatePicture";
import type { PressProfile } from "./pressProfile";
import type { ReadAsset } from "./issuePictures";

/** Gives pictures as a preset asks for them. */
export interface PressPictures {
  /** A JPEG in the inks or colours of the preset, a placed PDF as it is, or null where the issue has lost the picture. Rejects with `unreadable-picture`. */
  picture(assetId: string): Promise<Uint8Array | null>;
}

/** What pictures are made from. */
export interface PressPictureSources {
  readonly pages: readonly PageDisplay[];
  readonly preset: PressPreset;
  /** Pictures are separated where the preset has a printing condition. */
  readonly profile: PressProfile | null;
  readonly readAsset: ReadAsset;
  /** How a picture is called to its user. */
  readonly nameOf: (assetId: string) => string;
  readonly cache: DerivedCache;
}

/** Changes when the same picture would become other bytes than before, as it may with another sharp. */
const RECIPE = "2, sharp 0.35.5";

/** The pictures of some pages; each is read, made and let go when it is asked for. */
export function pressPictures({ pages, preset, profile, readAsset, nameOf, cache }: PressPictureSources): PressPictures {
  return {
    picture: async (assetId) => {
      const bytes = await readAsset(assetId);
      // A placed PDF goes in as it is.
      if (bytes === null || isPdf(bytes)) return bytes;
      const { quality, mostPpi } = preset.pictures;
      const mostPixels = mostPpi === null ? null : pixelsOnPages(pages, assetId, mostPpi);
      if (preset.colour === "press" && profile !== null) {
        if (readJpegHeader(bytes)?.components === 4) return bytes;
        return separated({ id: assetId, name: nameOf(assetId), bytes }, profile, { profilePath: profile.path, quality, mostPixels }, cache);
      }
      const colour = preset.colour === "screen" ? "srgb" : "own";
      if (colour === "own" && mostPixels === null && readJpegHeader(bytes) !== null) return bytes;
      return cache.get(["converted", RECIPE, assetId, colour, String(quality), sizeName(mostPixels)], () => toJpeg(nameOf(assetId), bytes, { quality, mostPixels, colour }));
    },
  };
}

/** A picture of an issue. */
interface NamedPicture {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The separated picture, kept by everything that decides what it is. */
async function separated({ id, name, bytes }: NamedPicture, profile: PressProfile, separation: Separation, cache: DerivedCache): Promise<Uint8Array> {
  const key = ["separated", RECIPE, id, profile.digest, String(separation.quality), sizeName(separation.mostPixels)];
  return cache.get(key, async () => (await separatePicture(name, bytes, separation)).bytes);
}

/** Separates a picture that has just been imported, so that exports by the preset find it done; does nothing for presets that separate nothing or make pictures coarser. */
export async function separateAhead(picture: NamedPicture, preset: PressPreset, profile: PressProfile | null, cache: DerivedCache): Promise<void> {
  const { quality, mostPpi } = preset.pictures;
  if (profile === null || preset.colour !== "press" || mostPpi !== null || isPdf(picture.bytes) || readJpegHeader(picture.bytes)?.components === 4) return;
  await separated(picture, profile, { profilePath: profile.path, quality, mostPixels: null }, cache);
}

function sizeName(mostPixels: Separation["mostPixels"]): string {
  return mostPixels === null ? "whole" : `${mostPixels.width}x${mostPixels.height}`;
}

/** The most pixels that a picture needs at its largest size on the pages. */
function pixelsOnPages(pages: readonly PageDisplay[], assetId: string, ppi: number): { readonly width: number; readonly height: number } {
  let width = 1;
  let height = 1;
  for (const page of pages) {
    for (const box of page.boxes) {
      for (const item of box.items) {
        if (item.kind !== "picture" || item.assetId !== assetId) continue;
        width = Math.max(width, Math.ceil((item.rect.width / POINTS_PER_INCH) * ppi));
        height = Math.max(height, Math.ceil((item.rect.height / POINTS_PER_INCH) * ppi));
      }
    }
  }
  return { width, height };
}

interface Conversion {
  readonly quality: number;
  readonly mostPixels: Separation["mostPixels"];
  /** `own` keeps inks inks and grey grey; `srgb` is for screens. */
  readonly colour: "own" | "srgb";
}

/** A picture as JPEG without separation: transparency onto paper, upright. */
async function toJpeg(name: string, bytes: Uint8Array, { quality, mostPixels, colour }: Conversion): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  try {
    const { space } = await sharp(bytes).metadata();
    const isGrey = space === "b-w" || space === "grey16";
    const isInk = space === "cmyk" && colour === "own";
    let picture = sharp(bytes, { failOn: "error" }).rotate();
    if (isInk) picture = picture.pipelineColourspace("cmyk");
    else picture = picture.flatten({ background: "#ffffff" });
    if (mostPixels !== null) picture = picture.resize({ ...mostPixels, fit: "outside", withoutEnlargement: true });
    return await picture.toColourspace(isGrey ? "b-w" : isInk ? "cmyk" : "srgb").jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new HostError({ code: "unreadable-picture", detail: `${name}: ${reason}` });
  }
}
