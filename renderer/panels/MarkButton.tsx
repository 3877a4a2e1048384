import { useTranslation } from "react-i18next";
import type { ActionId } from "../editor/actions";
import { ToolbarAction } from "../menu/ToolbarAction";

/** How a character style looks on its button and in the story panel. */
export type MarkLook = "emphasis" | "kai" | "dotted" | "proper-noun" | "book-title" | "deceased" | "superscript" | "subscript";

/** A button that sets the selected text in a character style, shown on a character; a click leaves the keyboard in the text. */
export function MarkButton({ actionId, look }: { readonly actionId: ActionId; readonly look: MarkLook }) {
  const { t } = useTranslation();
  const sample = look === "superscript" || look === "subscript" || look === "emphasis" || look === "kai" ? look : "sample";
  return (
    <ToolbarAction actionId={actionId} side="bottom" look="mark-button" keepsFocus>
      <span className={`mark-sample ${look}`} aria-hidden="true">
        {t(`styles.bar.${sample}`)}
      </span>
    </ToolbarAction>
  );
}
