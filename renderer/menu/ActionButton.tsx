import { Toolbar } from "@base-ui/react/toolbar";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ActionId } from "../editor/actions";
import { Icon, type IconName } from "../panels/Icon";
import { useActionItem } from "./useActionItem";

/** A button of a toolbar, with a drawing, that starts an action; its name and key show when the pointer rests on it. */
export function ActionButton({ actionId, icon, side = "bottom" }: {
  readonly actionId: ActionId;
  readonly icon: IconName;
  readonly side?: "bottom" | "right" | "top";
}) {
  const item = useActionItem(actionId);
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={<Toolbar.Button />}
        className="tool-button"
        aria-label={item.label}
        aria-disabled={!item.enabled}
        aria-pressed={item.checked ?? undefined}
        data-action={actionId}
        onClick={() => {
          if (item.enabled) item.run();
        }}
      >
        <Icon name={icon} />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner className="positioner" side={side} sideOffset={6}>
          <Tooltip.Popup className="tooltip">
            {item.label}
            {item.keys === "" ? null : <kbd>{item.keys}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
