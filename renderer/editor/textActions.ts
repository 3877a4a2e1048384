import { houseCharacterStyleIds } from "../../shared/model/houseStyles";
import { applyCharacterStyle, hasSelectedText, isInCharacterStyle, stylesOfText, toggleCharacterStyle } from "../text/textStyles";
import { openEditor, type Action, type ActionContext, type ActionState } from "./action";

/** What is done with the text selected in a body, on the page or in the story panel, and the styles it is set in. */
export const textActions = [
  markAction("text.emphasis", "emphasis"),
  markAction("text.kai", "kai"),
  markAction("text.dotted", "dotted"),
  markAction("text.properNoun", "properNoun"),
  markAction("text.bookTitle", "bookTitle"),
  markAction("text.deceased", "deceased"),
  markAction("text.superscript", "superscript"),
  markAction("text.subscript", "subscript"),
  {
    id: "text.plain",
    isEnabled: ({ editor }) => editor !== null && hasSelectedText(editor),
    run: (context) => {
      const editor = openEditor(context);
      if (editor !== null) applyCharacterStyle(editor, null);
    },
  },
  {
    id: "text.paragraphStyle",
    isEnabled: ({ editor }) => editor !== null && stylesOfText(editor) !== null,
    run: (context) => context.focusParagraphStyle(),
  },
  {
    id: "text.styles",
    isEnabled: ({ editor }) => editor !== null,
    isChecked: ({ stylesOpen }) => stylesOpen,
    run: (context) => toggleStyles(context),
  },
] as const satisfies readonly Action[];

function markAction<Id extends string>(id: Id, use: keyof typeof houseCharacterStyleIds) {
  const styleId = houseCharacterStyleIds[use];
  return {
    id,
    isEnabled: ({ editor }: ActionState) => editor !== null && hasSelectedText(editor),
    isChecked: ({ editor }: ActionState) => editor !== null && isInCharacterStyle(editor, styleId),
    run: (context: ActionContext) => {
      const editor = openEditor(context);
      if (editor !== null) toggleCharacterStyle(editor, styleId);
    },
  };
}

/** Shows the styles beside the page at the style of the text being edited, or the properties again. */
function toggleStyles({ window, focusStyles }: ActionContext): void {
  const { editedStyle, editor } = window.getState();
  if (editedStyle !== null) return window.setState({ editedStyle: null });
  const state = editor?.store.getState();
  const id = state === undefined ? null : (stylesOfText(state)?.paragraphStyleId ?? null);
  window.setState({ editedStyle: { kind: "paragraph", id } });
  focusStyles();
}
