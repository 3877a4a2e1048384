import { actionState, type ActionContext } from "../editor/action";
import { actionById, isActionId } from "../editor/actions";
import { handleKey } from "./keyHandler";

/**
 * Gives the keys of a window to its actions; answers how to stop. It listens before all others, so that no control can
 * take a shortcut. A field with an unfinished draft keeps undo for itself.
 */
export function listenToKeys(target: Window, context: ActionContext): () => void {
  const ports = {
    keymap: () => context.window.getState().keymap,
    scopeOf: (id: string) => (isActionId(id) ? (actionById(id).keyScope ?? "everywhere") : "everywhere"),
    isEnabled: (id: string) => isActionId(id) && actionById(id).isEnabled(actionState(context)),
    isBlocked: () => context.window.getState().dialog !== null,
    run: (id: string) => {
      if (isActionId(id)) actionById(id).run(context);
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = target.document.activeElement;
    const element = focused instanceof Element ? focused : null;
    if (element?.hasAttribute("data-draft") === true && event.key.toLowerCase() === "z") return;
    handleKey(event, element, ports);
  };
  target.addEventListener("keydown", onKeyDown, { capture: true });
  return () => target.removeEventListener("keydown", onKeyDown, { capture: true });
}
