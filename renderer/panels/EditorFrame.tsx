import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { Canvas } from "../canvas/Canvas";
import type { CanvasTranslate } from "../canvas/canvasText";
import type { Editor } from "../editor/editor";
import { EpaperPanel } from "../epaper/EpaperPanel";
import type { FontLibrary } from "../fonts/fontLibrary";
import { CanvasContextMenu } from "../menu/CanvasContextMenu";
import { Toolbar, ToolStrip } from "../menu/Toolbar";
import { say } from "../window/sentence";
import { fontFacts } from "../../shared/preflight/fontChecks";
import { useWindow } from "../window/windowContext";
import { PageList } from "./PageList";
import { ProblemPanel } from "./ProblemPanel";
import { createProblemWatch, ProblemContext } from "./problemStore";
import { RightSide } from "./RightSide";
import { StatusBar } from "./StatusBar";

const withoutEpaper = ["pages", "centre", "right"];
const withEpaper = ["pages", "centre", "epaper", "right"];

/** The open issue: tools and pages on the left, the page in the middle, properties and story on the right. */
export function EditorFrame({ editor, fonts }: { readonly editor: Editor; readonly fonts: FontLibrary }) {
  const { t } = useTranslation();
  const problemsOpen = useWindow((state) => state.problemsOpen);
  const epaperOpen = useWindow((state) => state.epaperOpen);
  const installed = useWindow((state) => state.description?.fonts ?? null);
  const problems = useMemo(() => createProblemWatch(editor, undefined, installed === null ? undefined : fontFacts(installed)), [editor, installed]);
  const canvasArea = useRef<HTMLDivElement>(null);
  const canvas = useCallback(() => canvasArea.current, []);
  // The canvas asks for its sentences by their keys under `canvas`; another language gives it another function.
  const translate = useCallback<CanvasTranslate>((key, values) => say(t, { key: `canvas.${key}`, values: { ...values } }), [t]);
  const columns = useDefaultLayout({ id: "broadsheet.columns", panelIds: epaperOpen ? withEpaper : withoutEpaper, storage: localStorage });
  const rows = useDefaultLayout({ id: "broadsheet.rows", storage: localStorage });

  useEffect(() => problems.watch(), [problems]);
  return (
    <ProblemContext value={problems.store}>
      <Toolbar />
      <div className="work-area">
        <ToolStrip />
        <Group className="columns" {...columns}>
          <Panel id="pages" defaultSize="128px" minSize="116px" maxSize="260px" groupResizeBehavior="preserve-pixel-size">
            <PageList />
          </Panel>
          <Separator className="splitter" />
          <Panel id="centre" minSize="320px">
            <Group orientation="vertical" {...rows}>
              <Panel id="canvas" minSize="200px">
                <CanvasContextMenu>
                  <main ref={canvasArea} className="canvas-area" aria-label={t("panels.app.canvas")}>
                    <Canvas editor={editor} fonts={fonts} translate={translate} />
                  </main>
                </CanvasContextMenu>
              </Panel>
              {problemsOpen ? (
                <>
                  <Separator className="splitter" />
                  <Panel id="problems" defaultSize="100px" minSize="64px" groupResizeBehavior="preserve-pixel-size">
                    <ProblemPanel />
                  </Panel>
                </>
              ) : null}
            </Group>
          </Panel>
          {epaperOpen ? (
            <>
              <Separator className="splitter" />
              <Panel id="epaper" defaultSize="460px" minSize="300px" groupResizeBehavior="preserve-pixel-size">
                <EpaperPanel fonts={fonts} />
              </Panel>
            </>
          ) : null}
          <Separator className="splitter" />
          <Panel id="right" defaultSize="328px" minSize="264px" maxSize="640px" groupResizeBehavior="preserve-pixel-size">
            <RightSide />
          </Panel>
        </Group>
      </div>
      <StatusBar canvas={canvas} />
    </ProblemContext>
  );
}
