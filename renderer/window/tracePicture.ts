import { figureMask } from "../../shared/geometry/figureMask";
import type { PagePoint } from "../../shared/geometry/rect";
import { traceOutline } from "../../shared/geometry/traceOutline";
import { hostUrls } from "../../shared/platform/host";

/** A picture is traced at this many pixels along its longer side: finer than text can follow. */
const TRACED_SIDE = 480;
/** Corners whose absence moves the outline by less than this many traced pixels are left out. */
const TOLERANCE = 1.5;
const MOST_CORNERS = 200;

/** The outline of what stands out of an issue's picture, in shares of the whole picture; none where nothing can be told apart. */
export async function tracePicture(send: typeof fetch, issueId: string, assetId: string): Promise<readonly PagePoint[]> {
  const address = hostUrls.asset(issueId, assetId, "screen");
  const answer = await send(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const picture = await createImageBitmap(await answer.blob());
  const scale = Math.min(1, TRACED_SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("The window has no canvas to trace a picture on");
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  const mask = figureMask(context.getImageData(0, 0, width, height));
  return mask === null ? [] : traceOutline(mask, { tolerance: TOLERANCE, most: MOST_CORNERS });
}
