import { useTranslation } from "react-i18next";
import { setFurniture, setFurnitureLines } from "../../../shared/commands/furniture";
import type { FurnitureFrame } from "../../../shared/model/document";
import type { PageId } from "../../../shared/model/ids";
import { fieldNames } from "../../../shared/model/furnitureFields";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { applied, type TextChange } from "../../editor/textChange";
import { ChoiceField } from "../fields/ChoiceField";
import { FieldGroup } from "../fields/FieldRow";
import { LiveField } from "../fields/LiveField";

const NO_TARGET = "";

/** The lines of standing matter, and the page a pointer leads to. */
export function FurnitureProperties({ frame }: { readonly frame: FurnitureFrame }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const pages = useEditor((state) => state.document.pages);
  const points = frame.lines.some((line) => line.template.includes("{target"));
  const setTarget = (targetPageId: PageId | null) =>
    editor.run(setFurniture, { boxId: frame.id, change: { targetPageId } }, { label: "set-target" });
  const editLine = (index: number, change: TextChange): boolean => {
    const lines = frame.lines.map((line, at) => (at === index ? { ...line, template: applied(line.template, change) } : line));
    const step = { label: "type", mergeKey: `furniture:${frame.id}:${index}` };
    return editor.run(setFurnitureLines, { boxId: frame.id, lines }, step).ok;
  };
  return (
    <FieldGroup title={t("panels.properties.furniture")}>
      {frame.lines.map((line, index) => (
        <LiveField
          // Lines have no names of their own; their number is what the document knows them by.
          key={`${frame.id} ${index}`}
          label={t("panels.properties.furnitureLine", { number: index + 1 })}
          text={line.template}
          multiline
          placeholder={fieldNames.slice(0, 3).map((name) => `{${name}}`).join(" ")}
          onEdit={(change) => editLine(index, change)}
        />
      ))}
      {points ? (
        <ChoiceField
          label={t("panels.properties.targetPage")}
          value={frame.targetPageId ?? NO_TARGET}
          choices={[
            { value: NO_TARGET, label: t("panels.properties.noTarget") },
            ...pages.map((page, index) => ({
              value: page.id,
              label: t("panels.pages.numberAndName", { number: index + 1, name: page.name }),
            })),
          ]}
          onChoose={(chosen) => setTarget(pages.find((page) => page.id === chosen)?.id ?? null)}
        />
      ) : null}
    </FieldGroup>
  );
}
