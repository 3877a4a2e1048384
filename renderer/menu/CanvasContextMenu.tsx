import { ContextMenu } from "@base-ui/react/context-menu";
import type { ReactElement } from "react";
import { finalFocus } from "./finalFocus";
import { contextMenuLayout } from "./menuLayout";
import { MenuActions } from "./MenuActions";

/** Gives the page a menu at the pointer, of the same actions as the menu bar. */
export function CanvasContextMenu({ children }: { readonly children: ReactElement }) {
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger className="context-area">{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="positioner">
          <ContextMenu.Popup className="menu" finalFocus={() => finalFocus(document, null)}>
            <MenuActions sections={contextMenuLayout} kind="context" />
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
