import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { belongsToInputMethod } from "../../keys/shortcut";
import { canvasElement } from "../../menu/finalFocus";
import { focusedText } from "../../text/textFocus";
import { useActionContext } from "../../window/windowContext";

/** The styles of one kind by name; arrows, Home and End choose, Escape leaves the panel. */
export function StyleList({ styles, chosenId, onChoose }: {
  readonly styles: readonly { readonly id: string; readonly name: string }[];
  readonly chosenId: string | null;
  readonly onChoose: (index: number) => void;
}) {
  const { t } = useTranslation();
  const { window } = useActionContext();
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const chosen = styles.findIndex(({ id }) => id === chosenId);

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event.nativeEvent)) return;
    const places: Readonly<Record<string, number>> = {
      ArrowUp: Math.max(0, chosen - 1),
      ArrowDown: Math.min(styles.length - 1, chosen + 1),
      Home: 0,
      End: styles.length - 1,
    };
    const place = places[event.key];
    if (place !== undefined) {
      event.preventDefault();
      onChoose(place);
    } else if (event.key === "Escape") {
      window.setState({ editedStyle: null });
      (focusedText(document) ?? canvasElement(document))?.focus({ preventScroll: true });
    }
  };
  return (
    <ul
      ref={list}
      id="style-list"
      className="style-list"
      role="listbox"
      tabIndex={0}
      aria-label={t("styles.panel.list")}
      aria-activedescendant={chosen === -1 ? undefined : `${listId}-${chosen}`}
      onKeyDown={onKeyDown}
    >
      {styles.map(({ id, name }, index) => (
        <li
          key={id}
          id={`${listId}-${index}`}
          className="style-row clip"
          role="option"
          aria-selected={id === chosenId}
          onClick={() => onChoose(index)}
        >
          {name}
        </li>
      ))}
    </ul>
  );
}
