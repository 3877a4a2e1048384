import type { Action, ActionState } from "./action";

/** Opening, saving and exporting. */
export const fileActions = [
  { id: "file.new", isEnabled: isIdle, run: ({ files }) => void files.create() },
  { id: "file.open", isEnabled: isIdle, run: ({ files }) => void files.open(null) },
  {
    id: "file.recent",
    isEnabled: isIdle,
    run: ({ window, files }) => {
      void files.refreshRecent();
      window.setState({ dialog: { kind: "recent" } });
    },
  },
  {
    id: "file.save",
    isEnabled: (state) => isIdle(state) && state.editor !== null && (state.editor.dirty || state.editor.file === null),
    run: ({ files }) => void files.save(),
  },
  { id: "file.saveAs", isEnabled: isReady, run: ({ files }) => void files.saveAs() },
  { id: "file.exportIssuePdf", isEnabled: isReady, run: ({ files }) => void files.exportPdf("issue") },
  { id: "file.exportPagePdf", isEnabled: isReady, run: ({ files }) => void files.exportPdf("page") },
  { id: "file.exportPress", isEnabled: isReady, run: ({ window }) => window.setState({ dialog: { kind: "press" } }) },
  { id: "file.exportEpaper", isEnabled: isReady, run: ({ files }) => void files.exportEpaper() },
  {
    id: "file.showInFolder",
    isEnabled: ({ editor, shell }) => editor !== null && editor.file !== null && shell === "electron",
    run: ({ files }) => void files.showIssueInFolder(),
  },
  { id: "file.loadFont", isEnabled: isReady, run: (context) => context.loadFont() },
  { id: "file.close", isEnabled: isReady, run: ({ files }) => void files.close() },
] as const satisfies readonly Action[];

/** What tells about the program. */
export const helpActions = [
  { id: "help.keys", isEnabled: () => true, run: ({ window }) => window.setState({ dialog: { kind: "keys" } }) },
  { id: "help.about", isEnabled: () => true, run: ({ window }) => window.setState({ dialog: { kind: "about" } }) },
] as const satisfies readonly Action[];

function isIdle({ busy }: ActionState): boolean {
  return !busy;
}

function isReady(state: ActionState): boolean {
  return isIdle(state) && state.editor !== null;
}
