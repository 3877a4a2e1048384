import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { setTitleAlign, setTitleDirection, setTitleSize } from "../../../shared/commands/titleFrames";
import { setTitleLines } from "../../../shared/commands/titleLines";
import { titleRoles } from "../../../shared/model/articleText";
import type { TitleFrame } from "../../../shared/model/document";
import { linesIn } from "../../../shared/model/gridGeometry";
import { storyOfTitleFrame } from "../../../shared/model/indexes";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { ChoiceField } from "../fields/ChoiceField";
import { FieldGroup } from "../fields/FieldRow";
import { TypeSizeField } from "../fields/TypeSizeField";
import { WholeField } from "../fields/WholeField";
import { FitTitleButton } from "./FitTitleButton";
import { SenseBreaks } from "./SenseBreaks";
import { TitleLetterFields } from "./TitleLetterFields";
import { useLengths } from "./useLengths";

/** How a title is set: its direction, its alignment, the lines it takes, and the size and letters of each part that has words. */
export function TitleFrameProperties({ frame }: { readonly frame: TitleFrame }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const grid = useEditor((state) => state.document.grid);
  const story = useEditor((state) => storyOfTitleFrame(state.document, frame.id));
  const parts = titleRoles.filter((role) => role === "main" || story === null || story.title[role] !== "");
  return (
    <FieldGroup title={t("panels.properties.titleFrame")}>
      <ChoiceField
        label={t("panels.properties.direction")}
        value={frame.direction}
        choices={(["horizontal", "vertical"] as const).map((value) => ({ value, label: t(`panels.properties.${value}`) }))}
        onChoose={(direction) => editor.run(setTitleDirection, { boxId: frame.id, direction }, { label: "set-title" })}
      />
      <ChoiceField
        label={t("panels.properties.align")}
        value={frame.align}
        choices={(["start", "center", "justify"] as const).map((value) => ({
          value,
          label: t(`panels.properties.aligns.${value}`),
        }))}
        onChoose={(align) => editor.run(setTitleAlign, { boxId: frame.id, align }, { label: "set-title" })}
      />
      {frame.direction === "vertical" ? null : (
        <WholeField
          label={t("fitting.titleLines")}
          value={Math.max(1, linesIn(grid, frame.rect.height))}
          limits={{ from: 1, to: grid.lines }}
          unit={lengths.names.lines}
          hint={t("fitting.titleLinesHint")}
          onCommit={(lines) => editor.run(setTitleLines, { boxId: frame.id, lines }, { label: "set-title" })}
        />
      )}
      {story === null ? null : <SenseBreaks story={story} />}
      {story === null ? null : <FitTitleButton frame={frame} />}
      {parts.map((role) => (
        <Fragment key={role}>
          <TypeSizeField
            label={t(`panels.properties.${role}Size`)}
            size={frame.sizes[role]}
            context={lengths.points}
            onCommit={(size) => editor.run(setTitleSize, { boxId: frame.id, role, size }, { label: "set-title" })}
          />
          <TitleLetterFields frame={frame} role={role} />
        </Fragment>
      ))}
    </FieldGroup>
  );
}
