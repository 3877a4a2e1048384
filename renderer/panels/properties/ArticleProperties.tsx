import { useTranslation } from "react-i18next";
import { setArticleDigital, setArticleKind } from "../../../shared/commands/articles";
import type { Article, ArticleKind } from "../../../shared/model/document";
import { lookUp } from "../../../shared/model/indexes";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { ChoiceField } from "../fields/ChoiceField";
import { FieldGroup } from "../fields/FieldRow";
import { LiveField } from "../fields/LiveField";
import { FitBadge } from "../FitBadge";
import { editStoryField } from "../storyEdits";

const kinds: readonly ArticleKind[] = ["news", "photo", "briefs", "masthead", "pointer", "furniture", "ad"];

/** What an article is, who wrote it, and how it fits. Its title and text are edited in the story panel. */
export function ArticleProperties({ article }: { readonly article: Article }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const story = useEditor((state) => (article.storyId === null ? null : lookUp(state.document.stories, article.storyId)));
  return (
    <FieldGroup title={t("panels.properties.article")} aside={<FitBadge quiet="" />}>
      <ChoiceField
        label={t("panels.properties.kind")}
        value={article.kind}
        choices={kinds.map((value) => ({ value, label: t(`panels.properties.kinds.${value}`) }))}
        onChoose={(kind) => editor.run(setArticleKind, { articleId: article.id, kind }, { label: "set-kind" })}
      />
      {article.kind === "news" || article.kind === "photo" || article.kind === "briefs" ? (
        <ChoiceField
          label={t("panels.properties.digital")}
          value={article.digital}
          choices={(["published", "withheld"] as const).map((value) => ({ value, label: t(`panels.properties.digitals.${value}`) }))}
          onChoose={(digital) => editor.run(setArticleDigital, { articleId: article.id, digital }, { label: "set-digital" })}
        />
      ) : null}
      {story === null
        ? null
        : (["dateline", "byline", "source"] as const).map((field) => (
            <LiveField
              key={`${story.id} ${field}`}
              label={t(`panels.properties.${field}`)}
              text={story[field]}
              onEdit={(change) => editStoryField(editor, story, field, change)}
            />
          ))}
    </FieldGroup>
  );
}
