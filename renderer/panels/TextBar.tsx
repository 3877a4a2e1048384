import { Toolbar } from "@base-ui/react/toolbar";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { focusedText, KEEPS_TEXT } from "../text/textFocus";
import { CharacterStyleSelect } from "./CharacterStyleSelect";
import { MarkButton } from "./MarkButton";
import { ParagraphStyleSelect } from "./ParagraphStyleSelect";

/**
 * The styles of the text that is selected in the story's body, here or on the page. Its controls leave that text
 * selected; Escape goes back to it.
 */
export function TextBar() {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    focusedText(document)?.focus({ preventScroll: true });
  };
  return (
    <div className="text-bar" role="group" aria-label={t("styles.bar.label")} onKeyDown={onKeyDown} {...{ [KEEPS_TEXT]: "" }}>
      <div className="text-bar-row">
        <ParagraphStyleSelect />
        <CharacterStyleSelect />
      </div>
      <Toolbar.Root className="text-bar-row" aria-label={t("styles.bar.character")}>
        <MarkButton actionId="text.emphasis" look="emphasis" />
        <MarkButton actionId="text.kai" look="kai" />
        <Toolbar.Separator className="bar-line" />
        <MarkButton actionId="text.dotted" look="dotted" />
        <MarkButton actionId="text.properNoun" look="proper-noun" />
        <MarkButton actionId="text.bookTitle" look="book-title" />
        <MarkButton actionId="text.deceased" look="deceased" />
        <Toolbar.Separator className="bar-line" />
        <MarkButton actionId="text.superscript" look="superscript" />
        <MarkButton actionId="text.subscript" look="subscript" />
      </Toolbar.Root>
    </div>
  );
}
