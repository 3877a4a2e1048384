import { addAsset, setPicture } from "../../shared/commands/pictures";
import type { BoxId } from "../../shared/model/ids";
import { editOf, inSequence } from "../editor/inSequence";
import { choosePictureFile, importPicture } from "./importPicture";
import { errorSentence } from "./sentence";
import type { WindowStore } from "./windowStore";

/** Asks for a picture file, imports it into the issue and puts it into a picture frame, as one undo step. */
export async function placePicture(browser: Window & typeof globalThis, window: WindowStore, boxId: BoxId): Promise<void> {
  const { editor } = window.getState();
  const issueId = editor?.store.getState().file?.issueId;
  if (editor === null || issueId === undefined) return;
  const file = await choosePictureFile(browser.document);
  if (file === null || window.getState().busy !== null) return;
  window.setState({ busy: { key: "panels.properties.importing" } });
  try {
    const asset = await importPicture(browser.fetch.bind(browser), issueId, file);
    const edits = [editOf(addAsset, { asset }), editOf(setPicture, { boxId, change: { assetId: asset.id, ...(asset.contentType === "application/pdf" ? { fitting: "fit" as const } : {}) } })];
    editor.run(inSequence, edits, { label: "place-picture" });
  } catch (error) {
    window.notify("error", errorSentence(error));
  } finally {
    window.setState({ busy: null });
  }
}
