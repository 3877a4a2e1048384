import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { ActionContext } from "../editor/action";
import type { WindowState } from "./windowStore";

/** Provides what actions work on to the window's components. */
export const WindowContext = createContext<ActionContext | null>(null);

/** What actions of this window work on. */
export function useActionContext(): ActionContext {
  const context = useContext(WindowContext);
  if (context === null) throw new Error("No WindowContext around this component");
  return context;
}

/** A part of the window's state; the component renders again when that part is another value. */
export function useWindow<Part>(selector: (state: WindowState) => Part): Part {
  return useStore(useActionContext().window, selector);
}
