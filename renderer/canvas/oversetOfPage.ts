import type { IssueLayout, SetLine } from "../../shared/layout/issueLayout";
import type { Box, IssueDocument } from "../../shared/model/document";
import type { BoxId, PageId, StoryId } from "../../shared/model/ids";
import { lookUp, pageOfBox } from "../../shared/model/indexes";

/** A frame at whose end text is left over. */
export interface OversetFrame {
  readonly box: Box;
  readonly lines: number;
  readonly characters: number;
  /** The last line that is set; null where none is. */
  readonly lastLine: SetLine | null;
}

/** The frames of a page at which a flow ends with text left over. */
export function oversetOfPage(document: IssueDocument, layout: IssueLayout, pageId: PageId): readonly OversetFrame[] {
  const frames: OversetFrame[] = [];
  for (const { key, overset, lines } of layout.flows.values()) {
    if (overset === null) continue;
    const boxId = lastFrame(document, key);
    const box = boxId === null ? null : lookUp(document.boxes, boxId);
    if (box === null || pageOfBox(document, box.id)?.page.id !== pageId) continue;
    frames.push({ box, lines: overset.lines, characters: overset.characters, lastLine: lines.at(-1) ?? null });
  }
  return frames;
}

/** The frame where a flow ends: the last of its story's, or the one that holds it. */
function lastFrame(document: IssueDocument, key: string): BoxId | null {
  const name = key.slice(key.indexOf(":") + 1);
  // A flow's key is its kind and the id of its story or box.
  if (!key.startsWith("story:")) return name as BoxId;
  return lookUp(document.stories, name as StoryId)?.frameIds.at(-1) ?? null;
}
