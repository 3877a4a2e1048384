import type { Host, HostDescription } from "../../shared/platform/host";
import type { BoxId } from "../../shared/model/ids";
import type { KeyScope } from "../keys/keymap";
import type { IssueFiles } from "../window/issueFiles";
import type { WindowStore } from "../window/windowStore";
import type { Editor } from "./editor";
import type { EditorState } from "./editorState";

/** The menus of the window, in order. */
export const menuNames = ["file", "edit", "view", "text", "object", "tool", "help"] as const;
/** A menu of the window. */
export type MenuName = (typeof menuNames)[number];

/** One thing the user can do, as data: menu bar, toolbar, context menu, palette, keys and tests read the same list. */
export interface Action {
  /** Also the key of its name in i18n, under `actions`; the part before the dot is its menu. */
  readonly id: string;
  /** Where its keys work; `everywhere` unless said. */
  readonly keyScope?: KeyScope;
  readonly isEnabled: (state: ActionState) => boolean;
  /** For what is on or off. */
  readonly isChecked?: (state: ActionState) => boolean;
  readonly run: (context: ActionContext) => void;
}

/** What decides whether an action can run now. */
export interface ActionState {
  /** Null while no issue is open. */
  readonly editor: EditorState | null;
  readonly shell: HostDescription["shell"] | null;
  readonly problemsOpen: boolean;
  /** Whether the e-paper is shown beside the page. */
  readonly epaperOpen: boolean;
  /** Whether the styles are shown in place of the properties. */
  readonly stylesOpen: boolean;
  /** Whether a save, an export or an opening is under way. */
  readonly busy: boolean;
}

/** What actions work on. */
export interface ActionContext {
  readonly host: Host;
  readonly window: WindowStore;
  readonly files: IssueFiles;
  /** Puts the keyboard into the story panel. */
  readonly focusStory: () => void;
  /** Puts the keyboard into the list of paragraph styles for the text being edited. */
  readonly focusParagraphStyle: () => void;
  /** Puts the keyboard into the list of styles, once it is shown. */
  readonly focusStyles: () => void;
  /** Asks for a picture file, imports it and puts it into a picture frame. */
  readonly placePicture: (frameId: BoxId) => void;
  /** Asks for a font file and takes it over. */
  readonly loadFont: () => void;
  readonly switchLanguage: () => void;
}

/** The state of a window that actions are judged by. */
export function actionState(context: ActionContext): ActionState {
  const { editor, description, problemsOpen, epaperOpen, editedStyle, busy } = context.window.getState();
  return {
    editor: editor?.store.getState() ?? null,
    shell: description?.shell ?? null,
    problemsOpen,
    epaperOpen,
    stylesOpen: editedStyle !== null,
    busy: busy !== null,
  };
}

/** The editor of the open issue. */
export function openEditor(context: ActionContext): Editor | null {
  return context.window.getState().editor;
}
