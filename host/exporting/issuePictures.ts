import type { PageDisplay } from "../../shared/display/displayList";

/** Reads a picture file of the issue, or null where the folder has lost it. */
export type ReadAsset = (assetId: string) => Promise<Uint8Array | null>;

/** The pictures that pages show, read once each; null for those that cannot be read. */
export async function readPictures(
  pages: readonly PageDisplay[],
  readAsset: ReadAsset,
): Promise<ReadonlyMap<string, Uint8Array | null>> {
  const ids = new Set<string>();
  for (const page of pages) {
    for (const box of page.boxes) {
      for (const item of box.items) if (item.kind === "picture" && item.assetId !== null) ids.add(item.assetId);
    }
  }
  const pictures = new Map<string, Uint8Array | null>();
  for (const id of ids) pictures.set(id, await readAsset(id));
  return pictures;
}
