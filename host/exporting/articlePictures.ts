import type { PictureFile } from "../../shared/export/epaper/articleItem";
import { pictureXmp, type PictureWords } from "../../shared/export/epaper/pictureXmp";
import type { Article, IssueDocument } from "../../shared/model/document";
import { lookUp, pageOfBox } from "../../shared/model/indexes";
import type { AssetId } from "../../shared/model/ids";
import type { PackageFile } from "./epaperFolder";
import { webPicture } from "./epaperPictures";
import type { ExportScene } from "./runExportJob";
import { throwIfCancelled } from "./throwIfCancelled";

/** The web copies of the pictures that articles show, and the file names of those that are missing or cannot be read. */
export interface ArticlePictures {
  readonly files: readonly PackageFile[];
  readonly descriptions: ReadonlyMap<AssetId, readonly PictureFile[]>;
  readonly missing: readonly string[];
}

/** Makes the web copy of each picture that an article of the e-paper shows. */
export async function articlePictures({ document, readAsset, signal }: ExportScene): Promise<ArticlePictures> {
  const files: PackageFile[] = [];
  const descriptions = new Map<AssetId, readonly PictureFile[]>();
  const missing: string[] = [];
  for (const [assetId, words] of picturesOfArticles(document)) {
    throwIfCancelled(signal);
    const original = await readAsset(assetId);
    const made = original === null ? null : await webPicture(assetId, original, pictureXmp(words));
    if (made === null) {
      missing.push(lookUp(document.assets, assetId)?.fileName ?? assetId);
      continue;
    }
    files.push(made.file);
    descriptions.set(assetId, [made.description]);
  }
  return { files, descriptions, missing };
}

/** The pictures that articles show on a page, with what is said of each; one that is shown twice has the words of its first place. */
function picturesOfArticles(document: IssueDocument): ReadonlyMap<AssetId, PictureWords> {
  const { language } = document.publication;
  const words = new Map<AssetId, PictureWords>();
  for (const article of Object.values<Article>(document.articles)) {
    if (article.digital === "withheld") continue;
    for (const { pictureFrameId } of article.pictures) {
      const picture = lookUp(document.boxes, pictureFrameId);
      if (picture?.kind !== "picture" || picture.assetId === null || words.has(picture.assetId)) continue;
      if (pageOfBox(document, pictureFrameId) === null) continue;
      const { caption, credit, alt } = picture;
      words.set(picture.assetId, { caption, credit, alt, rights: lookUp(document.assets, picture.assetId)?.rights ?? "", language });
    }
  }
  return words;
}
