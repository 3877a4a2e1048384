import { useTranslation } from "react-i18next";
import { editCharacterStyle } from "../../../shared/commands/styles";
import type { CharacterStyle } from "../../../shared/model/document";
import { blackInk } from "../../../shared/model/ink";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { ChoiceField, SwitchField } from "../fields/ChoiceField";
import { FieldGroup } from "../fields/FieldRow";
import { InkField } from "../fields/InkField";
import { OptionalFontField } from "./FontField";
import { StyleNameField } from "./StyleNameField";

/** Every field of a character style. */
export function CharacterStyleFields({ style }: { readonly style: CharacterStyle }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const styles = useEditor((state) => state.document.characterStyles);
  const set = (change: Partial<Omit<CharacterStyle, "id">>) =>
    editor.run(editCharacterStyle, { styleId: style.id, change }, { label: "edit-style" });
  return (
    <>
      <FieldGroup title={t("styles.groups.type")}>
        <StyleNameField style={style} styles={Object.values<CharacterStyle>(styles)} onCommit={(name) => set({ name })} />
        <OptionalFontField label={t("styles.fields.font")} fontId={style.fontId} onCommit={(fontId) => set({ fontId })} />
        <SwitchField
          label={t("styles.fields.ownInk")}
          description={style.ink === null ? t("styles.fields.keepsInk") : ""}
          on={style.ink !== null}
          onSwitch={(on) => set({ ink: on ? blackInk : null })}
        />
        {style.ink === null ? null : <InkField label={t("styles.fields.ink")} ink={style.ink} onCommit={(ink) => set({ ink })} />}
      </FieldGroup>
      <FieldGroup title={t("styles.groups.mark")}>
        <SwitchField
          label={t("styles.fields.emphasis")}
          description={t("styles.fields.emphasisOn")}
          on={style.emphasis === "dot"}
          onSwitch={(on) => set({ emphasis: on ? "dot" : "none" })}
        />
        <ChoiceField
          label={t("styles.fields.line")}
          value={style.line}
          choices={(["none", "properNoun", "bookTitle"] as const).map((value) => ({ value, label: t(`styles.lines.${value}`) }))}
          onChoose={(line) => set({ line })}
        />
        <SwitchField
          label={t("styles.fields.framed")}
          description={t("styles.fields.framedOn")}
          on={style.framed}
          onSwitch={(framed) => set({ framed })}
        />
        <ChoiceField
          label={t("styles.fields.position")}
          value={style.position}
          choices={(["normal", "superscript", "subscript"] as const).map((value) => ({ value, label: t(`styles.positions.${value}`) }))}
          onChoose={(position) => set({ position })}
        />
      </FieldGroup>
    </>
  );
}
