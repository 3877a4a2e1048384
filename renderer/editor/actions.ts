import { invariant } from "../../shared/result";
import type { Action } from "./action";
import { editActions } from "./editActions";
import { fileActions, helpActions } from "./fileActions";
import { objectActions } from "./objectActions";
import { textActions } from "./textActions";
import { toolActions, viewActions } from "./viewActions";

const all = [...fileActions, ...editActions, ...viewActions, ...textActions, ...objectActions, ...toolActions, ...helpActions] as const;

/** The name of an action. */
export type ActionId = (typeof all)[number]["id"];

/** Everything the user can do, as data. Menu bar, toolbar, context menu, palette, keys and tests read this list. */
export const actions: readonly (Action & { readonly id: ActionId })[] = all;

/** The names of all actions. */
export const actionIds: ReadonlySet<string> = new Set(actions.map((action) => action.id));

const byId: ReadonlyMap<string, Action> = new Map(actions.map((action) => [action.id, action]));

/** Whether a text names an action. */
export function isActionId(id: string): id is ActionId {
  return actionIds.has(id);
}

/** The action of that name. */
export function actionById(id: ActionId): Action {
  const action = byId.get(id);
  invariant(action !== undefined, `the action ${id} is in the list`);
  return action;
}
