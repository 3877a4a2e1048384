import type { ActionId } from "../editor/actions";
import { Icon, type IconName } from "../panels/Icon";
import { ToolbarAction } from "./ToolbarAction";

/** A button of a toolbar, with a drawing, that starts an action. */
export function ActionButton({ actionId, icon, side = "bottom" }: {
  readonly actionId: ActionId;
  readonly icon: IconName;
  readonly side?: "bottom" | "right" | "top";
}) {
  return (
    <ToolbarAction actionId={actionId} side={side}>
      <Icon name={icon} />
    </ToolbarAction>
  );
}
