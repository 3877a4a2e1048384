import { isPdf } from "./readPlacedPdf";

/** Bytes that picture libraries read: a placed PDF becomes a PNG whose longer side has so many pixels, all else stays as it is. */
export async function asPixels(name: string, bytes: Uint8Array, longerSide: number): Promise<Uint8Array> {
  if (!isPdf(bytes)) return bytes;
  const { renderPlacedPdf } = await import("./renderPlacedPdf");
  return renderPlacedPdf(name, bytes, longerSide);
}
