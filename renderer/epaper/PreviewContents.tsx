import { useTranslation } from "react-i18next";
import type { EpaperPage } from "../../shared/export/epaper/epaperIssue";
import type { ReaderArticle } from "../../shared/export/epaper/readerBook";
import { readerSummary } from "../../shared/export/epaper/readerStory";
import type { EpaperPreview } from "./epaperPreview";

/** What stands on the page, as the reader lists it. */
export function PreviewContents({ preview, page, onOpen }: {
  readonly preview: EpaperPreview;
  readonly page: EpaperPage;
  readonly onOpen: (article: ReaderArticle) => void;
}) {
  const { t } = useTranslation();
  const articles = preview.book.articlesOn(page);
  return (
    <section className="epaper-contents" aria-labelledby="epaper-contents-title">
      <h3 id="epaper-contents-title">{t("epaper.onThisPage")}</h3>
      {articles.length === 0 ? (
        <p className="epaper-none">{t("epaper.noArticles")}</p>
      ) : (
        <ol>
          {articles.map((article) => (
            <li key={article.uri}>
              <ContentsItem article={article} onOpen={onOpen} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function ContentsItem({ article, onOpen }: { readonly article: ReaderArticle; readonly onOpen: (article: ReaderArticle) => void }) {
  const { intro, title, second } = readerSummary(article);
  return (
    <button type="button" className="epaper-item" data-opens={article.href} onClick={() => onOpen(article)}>
      {intro === "" ? null : <span className="epaper-intro">{intro}</span>}
      <span className="epaper-headline">{title}</span>
      {second === "" ? null : <span className="epaper-second">{second}</span>}
    </button>
  );
}
