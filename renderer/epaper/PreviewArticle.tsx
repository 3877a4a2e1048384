import { createElement, useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { EpaperPage } from "../../shared/export/epaper/epaperIssue";
import { pageTitle, type ReaderArticle } from "../../shared/export/epaper/readerBook";
import { readerStory, type ReaderParagraph, type ReaderPicture, type ReaderStory } from "../../shared/export/epaper/readerStory";
import { markElements, type MarkedPiece } from "../../shared/export/epaper/textMarks";
import { hostUrls } from "../../shared/platform/host";
import { useEditor } from "../editor/editorContext";
import { assetOfFile } from "./epaperPreview";

/** What the article's bar and links can do. */
export interface ArticleSteps {
  readonly before: ReaderArticle | null;
  readonly after: ReaderArticle | null;
  readonly onOpen: (article: ReaderArticle) => void;
  readonly onShowPage: (page: EpaperPage) => void;
  readonly onSelect: () => void;
  readonly onClose: () => void;
}

/** An article as readers get it. `part` is the picture or brief that was asked for. */
export function PreviewArticle({ article, part, steps }: {
  readonly article: ReaderArticle;
  readonly part: string | null;
  readonly steps: ArticleSteps;
}) {
  const { t } = useTranslation();
  const reading = useRef<HTMLElement>(null);
  const story = readerStory(article);
  useEffect(() => {
    const element = reading.current;
    if (element === null) return;
    element.scrollTop = 0;
    element.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
    if (part !== null) element.querySelector(`[data-part="${CSS.escape(part)}"]`)?.scrollIntoView({ block: "center" });
  }, [article.uri, part]);
  return (
    <section ref={reading} className="epaper-reading" aria-label={t("epaper.reading")}>
      <div className="epaper-reading-bar">
        <button type="button" className="epaper-link" onClick={steps.onClose}>
          {t("epaper.back")}
        </button>
        <button type="button" className="epaper-link" onClick={steps.onSelect}>
          {t("epaper.select")}
        </button>
        <span className="epaper-bar-space" />
        <StepButton article={steps.before} rel="previous" onOpen={steps.onOpen} />
        <StepButton article={steps.after} rel="next" onOpen={steps.onOpen} />
      </div>
      <article className="epaper-story">
        <PrintedOn pages={article.pages} onShowPage={steps.onShowPage} />
        {story.column === "" ? null : <p className="epaper-column">{story.column}</p>}
        {story.intro === "" ? null : <p className="epaper-title-part">{story.intro}</p>}
        <h3 tabIndex={-1}>{story.title}</h3>
        {story.subtitle === "" ? null : <p className="epaper-title-part">{story.subtitle}</p>}
        <Bylines story={story} />
        {story.pictures.map((picture) => (
          <Picture key={picture.name} picture={picture} isShown={picture.name === part} />
        ))}
        {story.briefs === null ? <Paragraphs paragraphs={story.paragraphs} /> : <Briefs briefs={story.briefs} part={part} />}
      </article>
    </section>
  );
}

function StepButton({ article, rel, onOpen }: {
  readonly article: ReaderArticle | null;
  readonly rel: "previous" | "next";
  readonly onOpen: (article: ReaderArticle) => void;
}) {
  const { t } = useTranslation();
  return (
    <button type="button" className="epaper-link" data-step={rel} disabled={article === null} title={article?.title} onClick={() => article !== null && onOpen(article)}>
      {t(`epaper.${rel}`)}
    </button>
  );
}

/** The pages the article stands on; one that goes on elsewhere says so, and each is shown at a click. */
function PrintedOn({ pages, onShowPage }: { readonly pages: readonly EpaperPage[]; readonly onShowPage: (page: EpaperPage) => void }) {
  const { t } = useTranslation();
  return (
    <p className="epaper-printed" role="group" aria-label={t("epaper.printedOn")}>
      {pages.map((page, index) => (
        <span key={page.id}>
          {index === 0 ? null : `${t("epaper.continued")} `}
          <button type="button" className="epaper-link" onClick={() => onShowPage(page)}>
            {pageTitle(page)}
          </button>
        </span>
      ))}
    </p>
  );
}

function Bylines({ story: { bylines, sources } }: { readonly story: ReaderStory }) {
  const { t } = useTranslation();
  if (bylines.length + sources.length === 0) return null;
  return (
    <p className="epaper-byline">
      {bylines.map(({ role, name }) => (
        <span key={`${role} ${name}`}>{`${role} ${name}`}</span>
      ))}
      {sources.map((name) => (
        <span key={name}>{`${t("epaper.source")} ${name}`}</span>
      ))}
    </p>
  );
}

/** The picture from the open issue, where the reader takes the file of the package. */
function Picture({ picture, isShown }: { readonly picture: ReaderPicture; readonly isShown: boolean }) {
  const { t } = useTranslation();
  const issueId = useEditor((state) => state.file?.issueId ?? null);
  const [missing, setMissing] = useState(false);
  const [file] = picture.files;
  return (
    <figure data-part={picture.name} data-shown={isShown ? "" : undefined}>
      {file === undefined || issueId === null || missing ? (
        <p className="epaper-none">{t("epaper.pictureMissing")}</p>
      ) : (
        <img src={hostUrls.asset(issueId, assetOfFile(file.path), "screen")} width={file.width} height={file.height} alt={picture.alt} onError={() => setMissing(true)} />
      )}
      {picture.caption === "" && picture.credit === "" ? null : (
        <figcaption>
          <span>{picture.caption}</span>
          {picture.credit === "" ? null : <span className="epaper-credit">{picture.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

/** A piece of text in the elements of its marks, as the reader has it. */
function Piece({ piece: { text, kinds } }: { readonly piece: MarkedPiece }) {
  return kinds.reduceRight<ReactNode>((inner, kind) => {
    const { element, className } = markElements[kind];
    return createElement(element, className === null ? {} : { className }, inner);
  }, text);
}

function Paragraphs({ paragraphs }: { readonly paragraphs: readonly ReaderParagraph[] }) {
  return (
    <div className="epaper-text">
      {/* Paragraphs have no names of their own; their places are what tells them apart. */}
      {paragraphs.map(({ runIn, pieces }, index) => (
        <p key={index}>
          {runIn === "" ? null : <b>{runIn}</b>}
          {pieces.map((piece, place) => (
            <Piece key={place} piece={piece} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Briefs({ briefs, part }: { readonly briefs: NonNullable<ReaderStory["briefs"]>; readonly part: string | null }) {
  return (
    <ul className="epaper-briefs">
      {briefs.map(({ name, source, headline }) => (
        <li key={name} data-part={name} data-shown={name === part ? "" : undefined}>
          {source === "" ? null : <span className="epaper-second">{source}</span>}
          <span className="epaper-headline">{headline}</span>
        </li>
      ))}
    </ul>
  );
}
