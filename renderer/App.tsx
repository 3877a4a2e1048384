import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import { useEffect } from "react";
import type { i18n } from "i18next";
import { I18nextProvider } from "react-i18next";
import { Dialogs } from "./dialogs/Dialogs";
import { StartPage } from "./dialogs/StartPage";
import type { ActionContext } from "./editor/action";
import { EditorContext } from "./editor/editorContext";
import type { FontLibrary } from "./fonts/fontLibrary";
import { listenToKeys } from "./keys/listenToKeys";
import { MenuBar } from "./menu/MenuBar";
import { CrashBoundary } from "./panels/CrashBoundary";
import { EditorFrame } from "./panels/EditorFrame";
import { IssueTitle } from "./panels/IssueTitle";
import { Notices } from "./panels/Notices";
import { Starting } from "./panels/Starting";
import { useActionContext, useWindow, WindowContext } from "./window/windowContext";

/** What the window is made of. */
export interface AppProps {
  readonly context: ActionContext;
  readonly translator: i18n;
  /** Null until the fonts of the first issue are asked for. */
  readonly fonts: () => FontLibrary;
}

/** The window: the menu bar, then the open issue or the start page, with dialogs and notices over them. */
export function App({ context, translator, fonts }: AppProps) {
  return (
    <I18nextProvider i18n={translator}>
      <WindowContext value={context}>
        <CSPProvider disableStyleElements>
          <CrashBoundary>
            <Tooltip.Provider delay={500}>
              <Window fonts={fonts} />
            </Tooltip.Provider>
          </CrashBoundary>
        </CSPProvider>
      </WindowContext>
    </I18nextProvider>
  );
}

function Window({ fonts }: { readonly fonts: () => FontLibrary }) {
  const editor = useWindow((state) => state.editor);
  const started = useWindow((state) => state.started);
  return (
    <EditorContext value={editor}>
      <Keys />
      <div className="window">
        <div className="top-bar">
          <MenuBar />
          <IssueTitle />
        </div>
        {editor !== null ? <EditorFrame editor={editor} fonts={fonts()} /> : started ? <StartPage /> : <Starting />}
        <Notices />
      </div>
      <Dialogs />
    </EditorContext>
  );
}

/** Listens to the window's keys as long as the window is mounted. */
function Keys() {
  const context = useActionContext();
  useEffect(() => listenToKeys(window, context), [context]);
  return null;
}
