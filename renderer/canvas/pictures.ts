import { hostUrls } from "../../shared/platform/host";

/** The pictures of an open issue, fetched when first painted. */
export interface Pictures {
  /** The picture, or null while it is on its way or where there is none. */
  picture(assetId: string): ImageBitmap | null;
  /** Calls back with the id of each picture that has arrived. */
  onArrival(listener: (assetId: string) => void): () => void;
  close(): void;
}

/** The pictures of an issue at the screen's resolution, as they are or as they will be printed, from the host's addresses. */
export function createPictures(issueId: string, variant: "screen" | "proof", load: (url: string) => Promise<Blob>): Pictures {
  const pictures = new Map<string, ImageBitmap | null>();
  const listeners = new Set<(assetId: string) => void>();
  let isOpen = true;
  const fetchPicture = async (assetId: string) => {
    try {
      const bitmap = await createImageBitmap(await load(hostUrls.asset(issueId, assetId, variant)));
      if (!isOpen) return bitmap.close();
      pictures.set(assetId, bitmap);
      for (const listener of listeners) listener(assetId);
    } catch {
      // The placeholder stays, and preflight names the missing picture; a retry at each paint would never end.
    }
  };
  return {
    picture: (assetId) => {
      const known = pictures.get(assetId);
      if (known !== undefined) return known;
      pictures.set(assetId, null);
      void fetchPicture(assetId);
      return null;
    },
    onArrival: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      isOpen = false;
      for (const bitmap of pictures.values()) bitmap?.close();
      pictures.clear();
      listeners.clear();
    },
  };
}
