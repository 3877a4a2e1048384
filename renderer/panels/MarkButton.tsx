import { Toolbar } from "@base-ui/react/toolbar";
import { Tooltip } from "@base-ui/react/tooltip";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../editor/actions";
import { useActionItem } from "../menu/useActionItem";

/** How a character style looks on its button and in the story panel. */
export type MarkLook = "emphasis" | "kai" | "dotted" | "proper-noun" | "book-title" | "deceased" | "superscript" | "subscript";

/** A button that sets the selected text in a character style, shown on a character; a click leaves the keyboard in the text. */
export function MarkButton({ actionId, look }: { readonly actionId: ActionId; readonly look: MarkLook }) {
  const { t } = useTranslation();
  const item = useActionItem(actionId);
  const sample = look === "superscript" || look === "subscript" || look === "emphasis" || look === "kai" ? look : "sample";
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={<Toolbar.Button />}
        className="tool-button mark-button"
        aria-label={item.label}
        aria-disabled={!item.enabled}
        aria-pressed={item.checked ?? undefined}
        data-action={actionId}
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (item.enabled) item.run();
        }}
      >
        <span className={`mark-sample ${look}`} aria-hidden="true">
          {t(`styles.bar.${sample}`)}
        </span>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner className="positioner" side="bottom" sideOffset={6}>
          <Tooltip.Popup className="tooltip">
            {item.label}
            {item.keys === "" ? null : <kbd>{item.keys}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
