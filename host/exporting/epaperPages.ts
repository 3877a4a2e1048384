import type { Canvas } from "@napi-rs/canvas";
import type { EpaperRendition } from "../../shared/export/epaper/epaperIssue";
import { pageName } from "../../shared/export/epaper/epaperNames";
import { HostError } from "../../shared/platform/host";
import { PAGE_PICTURE_WIDTH, pagePictures, type DescribedFile } from "./epaperPictures";
import { plainPdf } from "./plainPdf";
import { renderPage } from "./renderPage";
import type { ExportScene } from "./runExportJob";
import { throwIfCancelled } from "./throwIfCancelled";

type PageFiles = readonly DescribedFile<EpaperRendition>[];

/** How many pages are under way: one is painted while the one before is encoded in other threads. */
const PAGES_UNDER_WAY = 2;

/**
 * The pictures and the PDF of each page, in print order. Pages take turns on a few canvases: one is tens of megabytes,
 * which would be given back late.
 */
export async function epaperPages(scene: ExportScene): Promise<readonly PageFiles[]> {
  const canvases: (Canvas | null)[] = Array.from({ length: PAGES_UNDER_WAY }, () => null);
  const made: Promise<PageFiles>[] = [];
  try {
    const { pages } = scene.document;
    for (const [index, { id }] of pages.entries()) {
      const display = scene.layout.pages.get(id);
      if (display === undefined) throw new HostError({ code: "export-failed", detail: `page ${id} is not in the layout` });
      throwIfCancelled(scene.signal);
      scene.hear?.({ stage: "pages", page: index + 1, done: index, pages: pages.length });
      await made[index - PAGES_UNDER_WAY];
      const turn = index % PAGES_UNDER_WAY;
      const canvas = await renderPage({ ...scene, page: display, pixelWidth: PAGE_PICTURE_WIDTH, reuse: canvases[turn] ?? null });
      canvases[turn] = canvas;
      const pictures = pagePictures(pageName(index), canvas);
      made.push(pictures);
      const pdf = await plainPdf({ ...scene, pageIds: [id] });
      const path = `${pageName(index)}.pdf`;
      const description: EpaperRendition = { name: "print", href: path, contentType: "application/pdf", sizeInBytes: pdf.byteLength };
      made[index] = pictures.then((files) => [...files, { file: { path, bytes: pdf }, description }]);
    }
    const all = await Promise.all(made);
    scene.hear?.({ stage: "writing", page: null, done: pages.length, pages: pages.length });
    return all;
  } finally {
    // What is still being encoded where a page failed ends before the failure is told.
    await Promise.allSettled(made);
  }
}
