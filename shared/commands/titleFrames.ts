import type { Pt } from "../geometry/units";
import type { TitleFrame, TitleRole } from "../model/document";
import type { BoxId, ParagraphStyleId } from "../model/ids";
import { changeBoxOfKind } from "./boxes";
import type { Command } from "./command";

/** Sets the type size of one part of a title. */
export const setTitleSize: Command<{ readonly boxId: BoxId; readonly role: TitleRole; readonly size: Pt }> = (
  document,
  { boxId, role, size },
) => changeBoxOfKind(document, boxId, "title", (frame) => ({ ...frame, sizes: { ...frame.sizes, [role]: size } }));

/** Sets a title horizontally or vertically. */
export const setTitleDirection: Command<{ readonly boxId: BoxId; readonly direction: TitleFrame["direction"] }> = (
  document,
  { boxId, direction },
) => changeBoxOfKind(document, boxId, "title", (frame) => ({ ...frame, direction }));

/** Says how a title's lines stand in its frame. */
export const setTitleAlign: Command<{ readonly boxId: BoxId; readonly align: TitleFrame["align"] }> = (
  document,
  { boxId, align },
) => changeBoxOfKind(document, boxId, "title", (frame) => ({ ...frame, align }));

/** Sets the style of one part of a title. */
export const setTitleStyle: Command<{
  readonly boxId: BoxId;
  readonly role: TitleRole;
  readonly styleId: ParagraphStyleId;
}> = (document, { boxId, role, styleId }) =>
  changeBoxOfKind(document, boxId, "title", (frame) => ({ ...frame, styleIds: { ...frame.styleIds, [role]: styleId } }));

/** Sets the styles of a caption frame's two parts. */
export const setCaptionStyles: Command<{
  readonly boxId: BoxId;
  readonly captionStyleId: ParagraphStyleId;
  readonly creditStyleId: ParagraphStyleId;
}> = (document, { boxId, captionStyleId, creditStyleId }) =>
  changeBoxOfKind(document, boxId, "caption", (frame) => ({ ...frame, captionStyleId, creditStyleId }));
