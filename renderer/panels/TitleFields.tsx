import { useTranslation } from "react-i18next";
import { titleRoles } from "../../shared/model/articleText";
import type { Story } from "../../shared/model/document";
import { useEditorApi } from "../editor/editorContext";
import { LiveField } from "./fields/LiveField";
import { editTitle } from "./storyEdits";

/** 引题, 主题, 副题: each line feed is a chosen line break. */
export function TitleFields({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  return (
    <div className="title-fields">
      {titleRoles.map((role) => (
        <LiveField
          key={`${story.id} ${role}`}
          label={t(`panels.properties.${role}`)}
          text={story.title[role]}
          multiline
          onEdit={(change) => editTitle(editor, story, role, change)}
        />
      ))}
    </div>
  );
}
