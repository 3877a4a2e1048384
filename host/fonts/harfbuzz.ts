import type { Face, Feature } from "harfbuzzjs";
import type { HarfBuzzPort } from "../../shared/fonts/harfbuzzPort";

/** Starts HarfBuzz in this process, once however often it is asked for. */
export async function loadHarfBuzz(): Promise<HarfBuzzPort<Face, Feature>> {
  return await import("harfbuzzjs");
}
