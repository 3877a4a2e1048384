import { useTranslation } from "react-i18next";
import { setRule } from "../../../shared/commands/furniture";
import type { Rule } from "../../../shared/model/document";
import { useEditorApi } from "../../editor/editorContext";
import { ChoiceField } from "../fields/ChoiceField";
import { FieldGroup } from "../fields/FieldRow";
import { InkField } from "../fields/InkField";
import { LengthField } from "../fields/LengthField";
import { useLengths } from "./useLengths";

/** The pattern, the ink and the weight of a rule. */
export function RuleProperties({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const set = (change: Partial<Pick<Rule, "pattern" | "ink" | "weight">>) =>
    editor.run(setRule, { boxId: rule.id, change }, { label: "set-rule" });
  return (
    <FieldGroup title={t("panels.properties.rule")}>
      <ChoiceField
        label={t("panels.properties.pattern")}
        value={rule.pattern}
        choices={(["single", "double", "thickThin", "dotted"] as const).map((value) => ({
          value,
          label: t(`panels.properties.patterns.${value}`),
        }))}
        onChoose={(pattern) => set({ pattern })}
      />
      <LengthField
        label={t("panels.properties.strokeWidth")}
        length={rule.weight}
        context={lengths.points}
        unit={lengths.names.pt}
        limits={{ from: 0.1, to: 30 }}
        onCommit={(weight) => set({ weight })}
      />
      <InkField label={t("panels.properties.ink")} ink={rule.ink} onCommit={(ink) => set({ ink })} />
    </FieldGroup>
  );
}
