import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pageAreas } from "../../shared/export/epaper/pageAreas";
import type { EpaperPage } from "../../shared/export/epaper/epaperIssue";
import { pageTitle, partOf, regionLink } from "../../shared/export/epaper/readerBook";
import type { PageId } from "../../shared/model/ids";
import { useEditor } from "../editor/editorContext";
import type { FontLibrary } from "../fonts/fontLibrary";
import type { EpaperPreview } from "./epaperPreview";
import { useElementSize } from "../window/useElementSize";
import { createPagePainter, type PagePainter } from "./pagePainter";
import { PreviewArea, type AreaChoice } from "./PreviewArea";
import { UncoveredMarks } from "./UncoveredMarks";

/** Around the page's picture, in CSS pixels. */
const MARGIN = 14;

/** The page as readers get it: its picture with hot areas, and over it what no area stands for. */
export function PreviewPage({ preview, page, pageId, fonts, openUri, reached, onChoose }: {
  readonly preview: EpaperPreview;
  readonly page: EpaperPage;
  readonly pageId: PageId;
  readonly fonts: FontLibrary;
  /** The article that is being read. */
  readonly openUri: string | null;
  /** The region that a pointer has led to. */
  readonly reached: string | null;
  readonly onChoose: (choice: AreaChoice) => void;
}) {
  const { t } = useTranslation();
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const room = useElementSize(stage);
  const issueId = useEditor((state) => state.file?.issueId ?? null);
  const painter = useRef<PagePainter | null>(null);
  const display = preview.layout.pages.get(pageId);
  const [trimWidth, trimHeight] = page.size.trimMm;
  const width = Math.max(1, Math.floor(Math.min(room.width - 2 * MARGIN, ((room.height - 2 * MARGIN) * trimWidth) / trimHeight)));
  const height = Math.round((width * trimHeight) / trimWidth);

  useLayoutEffect(() => {
    const made = createPagePainter(fonts, issueId);
    painter.current = made;
    return () => made.close();
  }, [fonts, issueId]);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null || display === undefined || width <= 1) return;
    const ratio = Math.max(1, window.devicePixelRatio);
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    painter.current?.show(element, display);
    // Another issue has another painter, which has shown nothing yet.
  }, [fonts, issueId, display, width, height]);

  return (
    <div ref={stage} className="epaper-stage">
      <div className="epaper-sheet" style={{ width, height }}>
        <canvas ref={canvas} className="epaper-picture" aria-hidden="true" />
        <svg className="epaper-areas" viewBox="0 0 1 1" preserveAspectRatio="none" role="group" aria-label={t("epaper.picture", { page: pageTitle(page) })}>
          {page.regions
            .filter((region) => region.kind === "article" && regionLink(preview.book, region) === null)
            .map((region) => (
              <polygon key={region.id} className="epaper-withheld" data-region={region.id} points={region.polygon.map((point) => point.join(",")).join(" ")}>
                <title>{t("epaper.withheld")}</title>
              </polygon>
            ))}
          {pageAreas(preview.book, page).map((area) => (
            <PreviewArea
              key={area.key}
              area={area}
              isOpen={area.link.article !== null && area.link.article.uri === openUri}
              reached={reached}
              onChoose={(region) => onChoose({ area, part: region === null ? null : partOf(region) })}
            />
          ))}
        </svg>
        {display === undefined ? null : <UncoveredMarks places={preview.uncovered} pageId={pageId} size={display.size} />}
      </div>
    </div>
  );
}
