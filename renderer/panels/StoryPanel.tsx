import { useTranslation } from "react-i18next";
import { bodyText } from "../../shared/commands/bodyText";
import type { Article, Story } from "../../shared/model/document";
import { lookUp } from "../../shared/model/indexes";
import { countCharacters, oversetOffset } from "../editor/bodyText";
import { useEditor, useEditorApi } from "../editor/editorContext";
import { selectedArticle } from "../editor/selection";
import { CopyfitPanel } from "./CopyfitPanel";
import { FitBadge } from "./FitBadge";
import { OversetNote } from "./OversetNote";
import { StoryBody } from "./StoryBody";
import { TextBar } from "./TextBar";
import { TitleFields } from "./TitleFields";

/** The words of the selected article: title parts, the styles of the selected text, and the body, its overset end marked, its fit live. */
export function StoryPanel() {
  const { t } = useTranslation();
  const article = useEditor((state) => selectedArticle(state.document, state.selection));
  const story = useEditor((state) =>
    article === null || article.storyId === null ? null : lookUp(state.document.stories, article.storyId),
  );
  return (
    <section className="story-panel" aria-label={t("panels.story.title")}>
      <header className="panel-head">
        <h2>{t("panels.story.title")}</h2>
        {story === null ? null : (
          <span className="head-end">
            <FitBadge quiet="" />
          </span>
        )}
      </header>
      {article === null || story === null ? (
        <p className="panel-empty">{article === null ? t("panels.story.none") : t("panels.story.noStory")}</p>
      ) : (
        <StoryText key={story.id} article={article} story={story} />
      )}
    </section>
  );
}

function StoryText({ article, story }: { readonly article: Article; readonly story: Story }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const overset = useEditor((state) => state.layout.flows.get(`story:${story.id}`)?.overset ?? null);
  const prefix = useEditor((state) => {
    const flow = state.layout.flows.get(`story:${story.id}`);
    return flow?.overset ? (flow.paragraphs[flow.overset.paragraph]?.prefixLength ?? 0) : 0;
  });
  const text = bodyText(story.paragraphs);
  const oversetFrom = overset === null ? null : oversetOffset(story.paragraphs, overset, prefix);
  return (
    <div className="story-text">
      {article.titleFrameIds.length > 0 ? <TitleFields story={story} /> : null}
      <TextBar />
      <StoryBody editor={editor} story={story} text={text} oversetFrom={oversetFrom} />
      <CopyfitPanel story={story} />
      <footer className="story-foot number">
        <span>{t("panels.story.characters", { count: countCharacters(text) })}</span>
        <span>{t("panels.story.paragraphs", { count: story.paragraphs.length })}</span>
        <OversetNote storyId={story.id} />
      </footer>
    </div>
  );
}
