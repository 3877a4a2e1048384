import { openEditor, type Action, type ActionContext, type ActionState } from "./action";
import { selectionSize } from "./selection";
import type { ToolName, ViewSettings } from "./session";

const ZOOM_STEP = 1.25;

/** What the window shows, and how large. */
export const viewActions = [
  { id: "view.zoomIn", isEnabled: isOpen, run: (context) => openEditor(context)?.zoomBy(ZOOM_STEP) },
  { id: "view.zoomOut", isEnabled: isOpen, run: (context) => openEditor(context)?.zoomBy(1 / ZOOM_STEP) },
  { id: "view.fitPage", isEnabled: isOpen, run: (context) => openEditor(context)?.fitPage() },
  { id: "view.actualSize", isEnabled: isOpen, run: (context) => openEditor(context)?.zoomTo(1) },
  {
    id: "view.fitSelection",
    isEnabled: ({ editor }) => editor !== null && selectionSize(editor.selection) > 0,
    run: (context) => openEditor(context)?.fitSelection(),
  },
  {
    id: "view.grid",
    isEnabled: isOpen,
    isChecked: ({ editor }) => editor?.view.grid === true,
    run: (context) => changeView(context, (view) => ({ grid: !view.grid })),
  },
  {
    id: "view.frames",
    isEnabled: isOpen,
    isChecked: ({ editor }) => editor?.view.frames === true,
    run: (context) => changeView(context, (view) => ({ frames: !view.frames })),
  },
  {
    id: "view.threads",
    isEnabled: isOpen,
    isChecked: ({ editor }) => editor?.view.threads === true,
    run: (context) => changeView(context, (view) => ({ threads: !view.threads })),
  },
  {
    id: "view.softProof",
    isEnabled: isOpen,
    isChecked: ({ editor }) => editor?.view.softProof === true,
    run: (context) => changeView(context, (view) => ({ softProof: !view.softProof })),
  },
  {
    id: "view.rulers",
    isEnabled: isOpen,
    isChecked: ({ editor }) => editor !== null && editor.view.rulers !== "off",
    run: (context) => changeView(context, (view) => ({ rulers: view.rulers === "off" ? "millimetres" : "off" })),
  },
  {
    id: "view.rulerUnit",
    isEnabled: isOpen,
    isChecked: ({ editor }) => editor?.view.rulers === "characters",
    run: (context) =>
      changeView(context, (view) => ({ rulers: view.rulers === "characters" ? "millimetres" : "characters" })),
  },
  {
    id: "view.problems",
    isEnabled: isOpen,
    isChecked: ({ problemsOpen }) => problemsOpen,
    run: ({ window }) => window.setState((state) => ({ problemsOpen: !state.problemsOpen })),
  },
  {
    id: "view.epaper",
    isEnabled: isOpen,
    isChecked: ({ epaperOpen }) => epaperOpen,
    run: ({ window }) => window.setState((state) => ({ epaperOpen: !state.epaperOpen })),
  },
  {
    id: "view.previousPage",
    keyScope: "page",
    isEnabled: ({ editor }) => editor !== null && editor.document.pages[0]?.id !== editor.pageId,
    run: (context) => turnPage(context, -1),
  },
  {
    id: "view.nextPage",
    keyScope: "page",
    isEnabled: ({ editor }) => editor !== null && editor.document.pages.at(-1)?.id !== editor.pageId,
    run: (context) => turnPage(context, 1),
  },
  { id: "view.palette", isEnabled: () => true, run: ({ window }) => window.setState({ dialog: { kind: "palette" } }) },
  { id: "view.language", isEnabled: () => true, run: (context) => context.switchLanguage() },
] as const satisfies readonly Action[];

/** The tools; the drawing ones make a new article where the user draws it. */
export const toolActions = [
  toolAction("tool.select", "select"),
  toolAction("tool.text", "text"),
  toolAction("tool.article", "article"),
  toolAction("tool.photo", "photo"),
  toolAction("tool.briefs", "briefs"),
  toolAction("tool.hand", "hand"),
  toolAction("tool.zoom", "zoom"),
] as const satisfies readonly Action[];

function toolAction<Id extends string>(id: Id, tool: ToolName) {
  return {
    id,
    keyScope: "outsideText" as const,
    isEnabled: isOpen,
    isChecked: ({ editor }: ActionState) => editor?.tool === tool,
    run: (context: ActionContext) => openEditor(context)?.setTool(tool),
  };
}

function isOpen({ editor }: ActionState): boolean {
  return editor !== null;
}

function changeView(context: ActionContext, change: (view: ViewSettings) => Partial<ViewSettings>): void {
  const editor = openEditor(context);
  if (editor !== null) editor.setView(change(editor.store.getState().view));
}

function turnPage(context: ActionContext, by: number): void {
  const editor = openEditor(context);
  if (editor === null) return;
  const { document, pageId } = editor.store.getState();
  const page = document.pages[document.pages.findIndex((page) => page.id === pageId) + by];
  if (page !== undefined) editor.showPage(page.id);
}
