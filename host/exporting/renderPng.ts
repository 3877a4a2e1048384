import { renderPage, type PageRendering } from "./renderPage";

/** The page as PNG, by the same painter as the window, without a browser. */
export async function renderPng(request: PageRendering): Promise<Uint8Array> {
  const canvas = await renderPage(request);
  return await canvas.encode("png");
}
