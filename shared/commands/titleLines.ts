import { linesHeight, linesIn } from "../model/gridGeometry";
import { shiftedHead, storyHead } from "../model/fitTarget";
import type { BoxId } from "../model/ids";
import { lookUp, storyOfTitleFrame } from "../model/indexes";
import { fail } from "../result";
import { resizeBoxes } from "./boxes";
import type { Command } from "./command";

/**
 * 占行: lets a horizontal title take so many lines of the grid from its head. The text right below it gives them or takes
 * them, its foot where it was; refused where the text would be left without a line.
 */
export const setTitleLines: Command<{ readonly boxId: BoxId; readonly lines: number }> = (document, { boxId, lines }) => {
  const title = lookUp(document.boxes, boxId);
  if (title === null) return fail({ code: "box-missing", boxId });
  if (title.kind !== "title") return fail({ code: "wrong-box-kind", boxId });
  if (!Number.isInteger(lines) || lines < 1 || lines > document.grid.lines) return fail({ code: "value-out-of-range", field: "lines" });
  const { rect } = title;
  const more = lines - linesIn(document.grid, rect.height);
  const by = more * document.grid.pitch;
  const story = storyOfTitleFrame(document, boxId);
  const head = story === null ? null : storyHead(document, story);
  const bodies = head?.title.id === boxId ? head.bodies : [];
  const short = bodies.find((frame) => frame.rect.height - by < linesHeight(document.grid, 1) - 0.002);
  if (short !== undefined) return fail({ code: "box-too-small", boxId: short.id });
  if (head === null || bodies.length === 0) return resizeBoxes(document, { rects: [{ boxId, rect: { ...rect, height: rect.height + by } }] });
  const shifted = shiftedHead(document, head, more);
  if (shifted === null) return fail({ code: "box-too-small", boxId: head.bodies[0]?.id ?? boxId });
  return resizeBoxes(document, { rects: shifted.map((box) => ({ boxId: box.id, rect: box.rect })) });
};
