import type { Asset, IssueDocument } from "../../shared/model/document";
import type { AssetId } from "../../shared/model/ids";
import { HostError } from "../../shared/platform/host";
import type { FileSystem } from "../fileSystem";
import { readAssetFile } from "./assetFiles";

/** The pictures of an issue whose files are in its folder and hold what their names say; `known` ones are not read again. */
export async function readableAssets(
  fileSystem: FileSystem,
  folder: string,
  document: IssueDocument,
  known: ReadonlyMap<AssetId, boolean> = new Map(),
): Promise<ReadonlySet<AssetId>> {
  const readable = new Set<AssetId>();
  for (const asset of Object.values<Asset>(document.assets)) {
    const isReadable = known.get(asset.id);
    if (isReadable === true) readable.add(asset.id);
    if (isReadable !== undefined) continue;
    const bytes = await readAssetFile(fileSystem, folder, asset).catch((error: unknown) => {
      if (error instanceof HostError) return null;
      throw error;
    });
    if (bytes !== null) readable.add(asset.id);
  }
  return readable;
}
