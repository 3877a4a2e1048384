import { problemList, unreadable } from "../../shared/model/documentProblem";
import { assetShape } from "../../shared/model/documentShapes";
import type { Asset } from "../../shared/model/document";
import { HostError, hostUrls, type HostProblem, type HostProblemCode } from "../../shared/platform/host";

/** Sends a picture file to the host and answers its record; rejects with a `HostError`, as every host call does. */
export async function importPicture(send: typeof fetch, issueId: string, file: File): Promise<Asset> {
  const answer = await send(hostUrls.importAsset(issueId, file.name), {
    method: "PUT",
    body: file,
    headers: { "content-type": "application/octet-stream" },
    credentials: "same-origin",
  });
  const json: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new HostError(problemIn(json, file.name));
  const { report } = problemList();
  const asset = assetShape.read(json, "", report);
  if (asset === unreadable) throw new HostError({ code: "unreadable-picture", detail: file.name });
  return asset;
}

const pictureProblems: readonly HostProblemCode[] = [
  "unreadable-picture", "too-large", "disk-full", "not-permitted", "write-failed", "unknown-issue",
];

function problemIn(json: unknown, fileName: string): HostProblem {
  if (typeof json === "object" && json !== null && "problem" in json) {
    const { problem } = json;
    if (typeof problem === "object" && problem !== null && "code" in problem && "detail" in problem) {
      const code = pictureProblems.find((known) => known === problem.code);
      if (code !== undefined) return { code, detail: typeof problem.detail === "string" ? problem.detail : fileName };
    }
  }
  return { code: "internal", detail: fileName };
}

/** The picture files an issue can hold, as a file input filters them. */
export const PICTURE_TYPES = "image/jpeg,image/png,image/webp,image/tiff,application/pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.pdf";

/** Asks for one picture file; resolves with null where none was chosen. Must be called by a click or a key. */
export function choosePictureFile(page: Document): Promise<File | null> {
  return chooseFile(page, PICTURE_TYPES);
}

/** Asks for one file of some types; resolves with null where none was chosen. Must be called by a click or a key. */
export function chooseFile(page: Document, types: string): Promise<File | null> {
  const input = page.createElement("input");
  input.type = "file";
  input.accept = types;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}
