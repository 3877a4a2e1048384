import { Dialog } from "@base-ui/react/dialog";
import { useId, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { actionState, type Action } from "../editor/action";
import { actions, type ActionId } from "../editor/actions";
import { belongsToInputMethod } from "../keys/shortcut";
import { finalFocus } from "../menu/finalFocus";
import { actionLabel, keysOf } from "../menu/useActionItem";
import { Icon } from "../panels/Icon";
import { useActionContext, useWindow } from "../window/windowContext";

/** All actions by name: type a part of it, choose with the arrows, start with Enter. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const context = useActionContext();
  const table = useWindow((state) => state.keymap.table);
  const [query, setQuery] = useState("");
  const [index, setIndex] = useState(0);
  const listId = useId();
  const [before] = useState(() => document.activeElement);

  const state = actionState(context);
  const found = actions
    .filter((action): boolean => action.id !== "view.palette" && action.isEnabled(state))
    .map((action) => ({ action, name: actionLabel(t, action.id, context), keys: keysOf(table, action.id) }))
    .filter(({ action, name }) => matches(query, name, action.id));
  const current = Math.min(index, found.length - 1);
  const start = (action: Action | undefined) => {
    if (action === undefined) return;
    onClose();
    action.run(context);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event.nativeEvent)) return;
    if (event.key === "Enter") start(found[current]?.action);
    else if (event.key === "ArrowDown") setIndex(Math.min(current + 1, found.length - 1));
    else if (event.key === "ArrowUp") setIndex(Math.max(current - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop light" />
        <Dialog.Popup className="palette" finalFocus={() => finalFocus(document, before)} aria-label={t("dialogs.palette.title")}>
          <div className="palette-query">
            <Icon name="search" />
            <input
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={found[current] === undefined ? undefined : `${listId}-${current}`}
              aria-label={t("dialogs.palette.title")}
              placeholder={t("dialogs.palette.placeholder")}
              autoFocus
              value={query}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => {
                setQuery(event.target.value);
                setIndex(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <ul id={listId} className="palette-list" role="listbox" aria-label={t("dialogs.palette.title")}>
            {found.map(({ action, name, keys }, row) => (
              <li
                key={action.id}
                id={`${listId}-${row}`}
                ref={(element) => {
                  if (row === current) element?.scrollIntoView({ block: "nearest" });
                }}
                className="palette-row"
                role="option"
                aria-selected={row === current}
                onClick={() => start(action)}
              >
                <span>{name}</span>
                <span className="menu-key">{keys}</span>
              </li>
            ))}
          </ul>
          {found.length === 0 ? <p className="panel-empty">{t("dialogs.palette.none")}</p> : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Whether every word of the query is in the name or, for those who think in English, in the id. */
function matches(query: string, name: string, id: ActionId): boolean {
  const text = `${name} ${id}`.toLowerCase();
  return query.toLowerCase().split(/\s+/u).every((word) => text.includes(word));
}
