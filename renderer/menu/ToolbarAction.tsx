import { Toolbar } from "@base-ui/react/toolbar";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode, SyntheticEvent } from "react";
import type { ActionId } from "../editor/actions";
import { useActionItem } from "./useActionItem";

/** A button of a toolbar that starts an action; its name and key show when the pointer rests on it. `children` is what it looks like. */
export function ToolbarAction({ actionId, side, look, keepsFocus = false, children }: {
  readonly actionId: ActionId;
  readonly side: "bottom" | "right" | "top";
  /** A class for a button that looks other than the plain ones. */
  readonly look?: string;
  /** Whether a click leaves the keyboard where it is. */
  readonly keepsFocus?: boolean;
  readonly children: ReactNode;
}) {
  const item = useActionItem(actionId);
  const stay = keepsFocus ? (event: SyntheticEvent) => event.preventDefault() : undefined;
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={<Toolbar.Button />}
        className={look === undefined ? "tool-button" : `tool-button ${look}`}
        aria-label={item.label}
        aria-disabled={!item.enabled}
        aria-pressed={item.checked ?? undefined}
        data-action={actionId}
        onPointerDown={stay}
        onMouseDown={stay}
        onClick={() => {
          if (item.enabled) item.run();
        }}
      >
        {children}
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
