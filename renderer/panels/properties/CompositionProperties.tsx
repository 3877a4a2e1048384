import { useTranslation } from "react-i18next";
import { setComposition } from "../../../shared/commands/issue";
import type { CompositionSettings } from "../../../shared/model/document";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { ChoiceField } from "../fields/ChoiceField";
import { DraftField } from "../fields/DraftField";
import { FieldGroup } from "../fields/FieldRow";
import { readNumber } from "../fields/readField";
import { WholeField } from "../fields/WholeField";

/** The house's rules of composition: what may stand at line edges, and how marks give way. */
export function CompositionProperties() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const settings = useEditor((state) => state.document.composition);
  const set = (change: Partial<CompositionSettings>) => editor.run(setComposition, { change }, { label: "set-composition" });
  return (
    <FieldGroup title={t("panels.composition.title")}>
      <ChoiceField
        label={t("panels.composition.prohibition")}
        value={settings.prohibition}
        choices={(["none", "basic", "gb", "strict"] as const).map((value) => ({
          value,
          label: t(`panels.composition.prohibitions.${value}`),
        }))}
        onChoose={(prohibition) => set({ prohibition })}
      />
      <ChoiceField
        label={t("panels.composition.lineStart")}
        value={settings.lineStartTrim}
        choices={(["off", "trim", "trimExceptFirst"] as const).map((value) => ({
          value,
          label: t(`panels.composition.lineStarts.${value}`),
        }))}
        onChoose={(lineStartTrim) => set({ lineStartTrim })}
      />
      <ChoiceField
        label={t("panels.composition.lineEnd")}
        value={settings.lineEndTrim}
        choices={(["off", "ifNeeded", "always"] as const).map((value) => ({
          value,
          label: t(`panels.composition.lineEnds.${value}`),
        }))}
        onChoose={(lineEndTrim) => set({ lineEndTrim })}
      />
      <ChoiceField
        label={t("panels.composition.adjacent")}
        value={settings.adjacentTrim}
        choices={(["off", "half", "tight"] as const).map((value) => ({
          value,
          label: t(`panels.composition.adjacents.${value}`),
        }))}
        onChoose={(adjacentTrim) => set({ adjacentTrim })}
      />
      <ChoiceField
        label={t("panels.composition.squeeze")}
        value={settings.squeeze}
        choices={(["off", "mild", "full"] as const).map((value) => ({
          value,
          label: t(`panels.composition.squeezes.${value}`),
        }))}
        onChoose={(squeeze) => set({ squeeze })}
      />
      <DraftField
        label={t("panels.composition.autospace")}
        text={String(settings.autospace)}
        unit={t("panels.units.characters")}
        read={(text) => readNumber(text, { from: 0, to: 0.5 })}
        onCommit={(autospace) => set({ autospace })}
      />
      <WholeField
        label={t("panels.composition.orphan")}
        value={settings.orphan}
        limits={{ from: 0, to: 10 }}
        unit={t("panels.units.characters")}
        onCommit={(orphan) => set({ orphan })}
      />
    </FieldGroup>
  );
}
