import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { useStore } from "zustand";
import type { EpaperPage } from "../../shared/export/epaper/epaperIssue";
import { pageTitle, type ReaderArticle } from "../../shared/export/epaper/readerBook";
import { pageAreas } from "../../shared/export/epaper/pageAreas";
import type { PageId } from "../../shared/model/ids";
import { useEditor, useEditorApi } from "../editor/editorContext";
import type { FontLibrary } from "../fonts/fontLibrary";
import { canvasElement } from "../menu/finalFocus";
import { Icon } from "../panels/Icon";
import { useActionContext, useWindow } from "../window/windowContext";
import { documentArticle, documentPage, previewPage, type EpaperPreview } from "./epaperPreview";
import type { AreaChoice } from "./PreviewArea";
import { PreviewArticle } from "./PreviewArticle";
import { PreviewContents } from "./PreviewContents";
import { PreviewPage } from "./PreviewPage";
import { createPreviewWatch } from "./previewWatch";
import { UncoveredList } from "./UncoveredList";
import "./previewPage.css";
import "./previewLists.css";
import "./previewArticle.css";

/** The e-paper beside the page: the page with its hot areas above, the article or the list of what stands on it below. */
export function EpaperPanel({ fonts }: { readonly fonts: FontLibrary }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const { window } = useActionContext();
  const version = useWindow((state) => state.description?.version ?? "");
  const watch = useMemo(() => createPreviewWatch(editor, version), [editor, version]);
  const preview = useStore(watch.store);
  const pageId = useEditor((state) => state.pageId);
  const panel = useRef<HTMLElement>(null);
  const page = preview === null ? null : previewPage(preview, pageId);

  useEffect(() => watch.watch(), [watch]);
  useEffect(() => {
    // A menu or the palette that opened the panel gives the keyboard away first.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => panel.current?.focus({ preventScroll: true })));
    return () => {
      cancelAnimationFrame(frame);
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) canvasElement(document)?.focus({ preventScroll: true });
      });
    };
  }, []);

  const count = preview?.uncovered.length ?? 0;
  return (
    <section ref={panel} className="epaper-panel" aria-label={t("epaper.title")} tabIndex={-1} data-own-keys="">
      <header className="panel-head">
        <h2>{t("epaper.title")}</h2>
        {page === null || preview === null ? null : <span className="epaper-where">{pageTitle(page)}</span>}
        {preview === null || page === null ? null : (
          <span className="epaper-summary number">{t("epaper.summary", { articles: preview.book.articlesOn(page).length, areas: pageAreas(preview.book, page).length })}</span>
        )}
        {count === 0 ? null : (
          <span className="page-badge" data-severity="error" role="status" aria-label={t("epaper.uncovered.count", { count })}>
            {count}
          </span>
        )}
        <button type="button" className="tool-button small head-end" aria-label={t("epaper.close")} title={t("epaper.close")} onClick={() => window.setState({ epaperOpen: false })}>
          <Icon name="close" />
        </button>
      </header>
      {preview === null || page === null ? (
        <p className="panel-empty">{t("epaper.updating")}</p>
      ) : (
        <Reader preview={preview} page={page} pageId={pageId} fonts={fonts} />
      )}
    </section>
  );
}

/** What the user reads: kept while the article stands on the page that is shown. */
interface Reading {
  readonly uri: string;
  readonly part: string | null;
}

function Reader({ preview, page, pageId, fonts }: {
  readonly preview: EpaperPreview;
  readonly page: EpaperPage;
  readonly pageId: PageId;
  readonly fonts: FontLibrary;
}) {
  const editor = useEditorApi();
  const rows = useDefaultLayout({ id: "broadsheet.epaper", storage: localStorage });
  const root = useRef<HTMLDivElement>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [reached, setReached] = useState<string | null>(null);
  const found = preview.book.articleOf(reading?.uri);
  const article = found !== null && found.pages.includes(page) ? found : null;
  // Turning to a page where it does not stand puts an article away for good.
  if (reading !== null && article === null) setReading(null);

  useEffect(() => {
    if (reached !== null) root.current?.querySelector<SVGElement>(`[data-region="${reached}"]`)?.closest<SVGElement>("[data-area]")?.focus({ preventScroll: true });
  }, [reached, page.id]);

  const showPage = (shown: EpaperPage | undefined): void => {
    const id = documentPage(preview, shown?.id);
    if (id !== null) editor.showPage(id);
  };
  const open = (opened: ReaderArticle, part: string | null): void => {
    if (!opened.pages.includes(page)) showPage(opened.pages[0]);
    setReached(null);
    setReading({ uri: opened.uri, part });
  };
  const choose = ({ area: { link, regions }, part }: AreaChoice): void => {
    if (link.article !== null) return open(link.article, part);
    // A pointer names its page, and where it belongs to a story that goes on there, the region.
    setReached(/#(.+)$/.exec(link.href)?.[1] ?? null);
    showPage(preview.book.epaper.pages.find(({ id }) => id === regions[0]?.targetPage));
  };
  const close = (): void => {
    const href = article?.href;
    setReading(null);
    if (href !== undefined) root.current?.querySelector<SVGElement>(`[data-area="${CSS.escape(href)}"]`)?.focus({ preventScroll: true });
  };
  const select = (): void => {
    const articleId = article === null ? null : documentArticle({ document: editor.store.getState().document }, article);
    if (articleId === null) return;
    editor.setTool("select");
    editor.select({ articleIds: [articleId], boxIds: [] });
  };
  const place = article === null ? -1 : preview.book.articles.indexOf(article);
  const neighbour = (by: number): ReaderArticle | null => (place < 0 ? null : (preview.book.articles[place + by] ?? null));

  const onKeyDown = (event: KeyboardEvent): void => {
    const onSeparator = event.target instanceof Element && event.target.closest("[role=separator]") !== null;
    if (onSeparator || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Escape") {
      if (article !== null) close();
      else canvasElement(document)?.focus({ preventScroll: true });
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const by = event.key === "ArrowRight" ? 1 : -1;
      const next = neighbour(by);
      if (next !== null) open(next, null);
      else if (article === null) showPage(preview.book.epaper.pages[page.order - 1 + by]);
    } else return;
    event.preventDefault();
  };

  return (
    <div ref={root} className="epaper-reader" onKeyDown={onKeyDown}>
      <Group orientation="vertical" {...rows}>
        <Panel id="epaper-page" defaultSize="58%" minSize="160px">
          <PreviewPage preview={preview} page={page} pageId={pageId} fonts={fonts} openUri={article?.uri ?? null} reached={reached} onChoose={choose} />
        </Panel>
        <Separator className="splitter" />
        <Panel id="epaper-reading" defaultSize="42%" minSize="120px">
          {article === null ? (
            <div className="epaper-lists">
              <UncoveredList preview={preview} />
              <PreviewContents preview={preview} page={page} onOpen={(opened) => open(opened, null)} />
            </div>
          ) : (
            <PreviewArticle
              article={article}
              part={reading?.part ?? null}
              steps={{ before: neighbour(-1), after: neighbour(1), onOpen: (opened) => open(opened, null), onShowPage: showPage, onSelect: select, onClose: close }}
            />
          )}
        </Panel>
      </Group>
    </div>
  );
}
