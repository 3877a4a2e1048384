import type { FurnitureFrame, FurnitureLine, Panel, Rule } from "../model/document";
import type { BoxId } from "../model/ids";
import { changeBoxOfKind } from "./boxes";
import type { Command } from "./command";

/** Replaces the lines of standing matter. */
export const setFurnitureLines: Command<{ readonly boxId: BoxId; readonly lines: readonly FurnitureLine[] }> = (
  document,
  { boxId, lines },
) => changeBoxOfKind(document, boxId, "furniture", (frame) => ({ ...frame, lines }));

/** Changes how standing matter is set, or the page it points to. */
export const setFurniture: Command<{
  readonly boxId: BoxId;
  readonly change: Partial<Pick<FurnitureFrame, "direction" | "blockAlign" | "targetPageId">>;
}> = (document, { boxId, change }) => changeBoxOfKind(document, boxId, "furniture", (frame) => ({ ...frame, ...change }));

/** Changes the inks and the stroke of a panel. */
export const setPanel: Command<{
  readonly boxId: BoxId;
  readonly change: Partial<Pick<Panel, "fill" | "stroke" | "strokeWidth">>;
}> = (document, { boxId, change }) => changeBoxOfKind(document, boxId, "panel", (panel) => ({ ...panel, ...change }));

/** Changes the pattern, the ink and the weight of a rule. */
export const setRule: Command<{
  readonly boxId: BoxId;
  readonly change: Partial<Pick<Rule, "pattern" | "ink" | "weight">>;
}> = (document, { boxId, change }) => changeBoxOfKind(document, boxId, "rule", (rule) => ({ ...rule, ...change }));
