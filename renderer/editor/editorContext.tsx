import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Editor } from "./editor";
import type { EditorState } from "./editorState";

/** Provides the window's editor to its components. */
export const EditorContext = createContext<Editor | null>(null);

/** The editor of the window. */
export function useEditorApi(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("No EditorContext around this component");
  return editor;
}

/** A part of the editor's state; the component renders again when that part is another value. */
export function useEditor<Part>(selector: (state: EditorState) => Part): Part {
  return useStore(useEditorApi().store, selector);
}
