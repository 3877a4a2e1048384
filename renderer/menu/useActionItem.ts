import type { TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { actionState, type Action, type ActionContext } from "../editor/action";
import { actionById, type ActionId } from "../editor/actions";
import type { KeyTable } from "../keys/keymap";
import { shortcutLabel } from "../keys/shortcut";
import { useActionContext, useWindow } from "../window/windowContext";

/** How an action looks now. */
export interface ActionItem {
  readonly label: string;
  /** Its first shortcut as the keyboard at hand writes it; empty where it has none. */
  readonly keys: string;
  readonly enabled: boolean;
  /** Null for an action that is not on or off. */
  readonly checked: boolean | null;
  readonly run: () => void;
}

/** An action as a menu item or a button shows it; the component renders again when that changes. */
export function useActionItem(actionId: ActionId): ActionItem {
  const { t } = useTranslation();
  const context = useActionContext();
  const table = useWindow((state) => state.keymap.table);
  const action = actionById(actionId);
  const look = useSyncExternalStore(
    (listener) => watchActions(context, listener),
    () => lookOf(action, context),
  );
  return {
    label: actionLabel(t, actionId, context),
    keys: keysOf(table, actionId),
    enabled: look.startsWith("on"),
    checked: action.isChecked === undefined ? null : look.endsWith("checked"),
    run: () => action.run(context),
  };
}

/** The name of an action; undo and redo also name the step they would take. */
export function actionLabel(t: TFunction, actionId: ActionId, context: ActionContext): string {
  const name = t(`actions.${actionId}`);
  const state = context.window.getState().editor?.store.getState();
  const step = actionId === "edit.undo" ? state?.undoLabel : actionId === "edit.redo" ? state?.redoLabel : null;
  if (step === null || step === undefined) return name;
  // A step's code comes from the tool that made it; one without a sentence is better left out than shown.
  const words: string = t(`steps.${step}` as "steps.type", { defaultValue: "" });
  return words === "" ? name : `${name} · ${words}`;
}

/** The first shortcut of an action for menus and tooltips. */
export function keysOf(table: KeyTable, actionId: ActionId): string {
  const [first] = table[actionId] ?? [];
  return first === undefined ? "" : shortcutLabel(first, isMac());
}

/** Calls back when anything changes that actions are judged by. */
export function watchActions(context: ActionContext, listener: () => void): () => void {
  let stopEditor = context.window.getState().editor?.store.subscribe(listener);
  const stopWindow = context.window.subscribe((state, before) => {
    if (state.editor !== before.editor) {
      stopEditor?.();
      stopEditor = state.editor?.store.subscribe(listener);
    }
    listener();
  });
  return () => {
    stopWindow();
    stopEditor?.();
  };
}

/** What an action looks like, as one comparable value. */
function lookOf(action: Action, context: ActionContext): string {
  const state = actionState(context);
  const steps = `${state.editor?.undoLabel ?? ""} ${state.editor?.redoLabel ?? ""}`;
  const named = action.id === "edit.undo" || action.id === "edit.redo" ? steps : "";
  return `${action.isEnabled(state) ? "on" : "off"} ${named} ${action.isChecked?.(state) === true ? "checked" : ""}`;
}

function isMac(): boolean {
  return /Mac/u.test(navigator.userAgent);
}
