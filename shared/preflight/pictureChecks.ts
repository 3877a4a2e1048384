import { POINTS_PER_INCH } from "../geometry/units";
import type { Asset, PictureFrame } from "../model/document";
import { articleOfBox, lookUp } from "../model/indexes";
import type { PreflightProblem } from "./preflightProblem";
import { placedBoxes, placeOfBox, type PreflightScene } from "./preflightScene";

/** Newsprint at 85 to 100 lines an inch wants 200 pixels; below this the loss is seen. */
export const LOW_PPI = 150;
/** Below this the pixels are seen. */
export const TOO_LOW_PPI = 100;

/** Empty frames, lost files, and pictures enlarged beyond their pixels. */
export function checkPictures(scene: PreflightScene): readonly PreflightProblem[] {
  const { document, facts } = scene;
  return placedBoxes(scene).flatMap((box): readonly PreflightProblem[] => {
    if (box.kind !== "picture") return [];
    const place = placeOfBox(document, box.id);
    const asset = box.assetId === null ? null : lookUp(document.assets, box.assetId);
    const isThere = asset !== null && (facts.assetFiles === null || facts.assetFiles.has(asset.id));
    const lost: readonly PreflightProblem[] = isThere
      ? []
      : [{ code: "missing-picture", severity: "error", place, data: { file: asset?.fileName ?? "" } }];
    if (asset === null) return lost;
    const ppi = Math.floor(effectivePpi(box, asset));
    if (ppi >= LOW_PPI) return lost;
    const data = { file: asset.fileName, ppi, least: LOW_PPI };
    if (ppi < TOO_LOW_PPI) return [...lost, { code: "picture-resolution-too-low", severity: "error", place, data }];
    return [...lost, { code: "picture-resolution-low", severity: "warning", place, data }];
  });
}

/** How many pixels of a picture fall on an inch of paper in its frame. */
export function effectivePpi({ rect, fitting }: Pick<PictureFrame, "rect" | "fitting">, { pixelWidth, pixelHeight }: Pick<Asset, "pixelWidth" | "pixelHeight">): number {
  const across = pixelWidth / rect.width;
  const down = pixelHeight / rect.height;
  return POINTS_PER_INCH * (fitting === "fill" ? Math.min(across, down) : Math.max(across, down));
}

/** Photos of articles that say nothing of what they show or who took them, and captions without a place on the page. */
export function checkCaptions(scene: PreflightScene): readonly PreflightProblem[] {
  const { document } = scene;
  return placedBoxes(scene).flatMap((box): readonly PreflightProblem[] => {
    if (box.kind !== "picture" || box.assetId === null) return [];
    const record = articleOfBox(document, box.id)?.pictures.find(({ pictureFrameId }) => pictureFrameId === box.id);
    if (record === undefined) return [];
    const place = placeOfBox(document, box.id);
    const warning = (code: PreflightProblem["code"]): PreflightProblem => ({ code, severity: "warning", place, data: {} });
    const hasWords = box.caption.trim() !== "" || box.credit.trim() !== "";
    return [
      ...(box.caption.trim() === "" ? [warning("caption-missing")] : []),
      ...(box.credit.trim() === "" ? [warning("credit-missing")] : []),
      ...(hasWords && record.captionFrameId === null ? [warning("caption-not-placed")] : []),
    ];
  });
}
