import { attributes, markup } from "../markup";

/** The words of the reader's pages; the script exchanges one language for the other in place. */
const readerWords = {
  skip: ["跳到本版文章", "Skip to the articles"],
  pages: ["版面", "Pages"],
  onThisPage: ["本版文章", "On this page"],
  noArticles: ["本版没有文章。", "There are no articles on this page."],
  pagePicture: ["版面图", "Page"],
  article: ["文章", "Article"],
  search: ["搜索本期", "Search this issue"],
  results: ["搜索结果", "Search results"],
  pastIssues: ["往期", "Past issues"],
  language: ["English", "中文"],
  languageLabel: ["Switch to English", "切换为中文"],
  print: ["打印", "Print"],
  help: ["快捷键", "Keys"],
  close: ["关闭", "Close"],
  previousPage: ["上一版", "Previous page"],
  nextPage: ["下一版", "Next page"],
  previousArticle: ["上一篇", "Previous"],
  nextArticle: ["下一篇", "Next"],
  steps: ["前后文章", "Other articles"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  zoomFit: ["适合窗口", "Fit"],
  zoomTools: ["缩放与翻版", "Zoom and pages"],
  pdf: ["本版 PDF", "Page as PDF"],
  toPage: ["看版面", "Show on the page"],
  printedOn: ["见报版面", "Printed on"],
  continued: ["下转", "continued on"],
  by: ["作者", "By"],
  source: ["来源", "Source"],
  pictureMissing: ["本图未随电子报发布。", "This picture is not in the e-paper."],
  issues: ["全部各期", "All issues"],
  latest: ["最新一期", "Latest issue"],
  keyArticle: ["打开或关闭文章", "Open or close an article"],
  keySteps: ["上一篇、下一篇；未打开文章时翻版", "Previous and next article, or page"],
  keyZoom: ["放大、缩小、适合窗口", "Zoom in, out, fit"],
  keySearch: ["搜索", "Search"],
  keyTab: ["在热区之间移动", "Move between the areas"],
  keyWheel: ["Ctrl 加滚轮、双指捏合缩放，拖动平移", "Ctrl and wheel or a pinch zooms, dragging pans"],
} as const satisfies Readonly<Record<string, readonly [chinese: string, english: string]>>;

/** A word of the reader. */
export type ReaderWord = keyof typeof readerWords;

/** A word as text in mark-up, with its English beside it. */
export function word(name: ReaderWord): string {
  const [chinese, english] = readerWords[name];
  return bilingual(chinese, english);
}

/** Text in two languages, the Chinese shown. */
export function bilingual(chinese: string, english: string): string {
  return `<span${attributes({ "data-en": english })}>${markup(chinese)}</span>`;
}

/** The attributes that name an element for screen readers in both languages. */
export function wordLabel(name: ReaderWord): string {
  const [chinese, english] = readerWords[name];
  return attributes({ "aria-label": chinese, "data-en-label": english });
}
