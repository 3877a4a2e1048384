import { useTranslation } from "react-i18next";
import type { CompositionSettings } from "../../../shared/model/document";
import { houseComposition } from "../../../shared/model/houseComposition";
import { ChoiceField } from "../fields/ChoiceField";
import { DraftField } from "../fields/DraftField";
import { readNumber, readWhole, type Limits } from "../fields/readField";
import { SettingRow } from "./SettingRow";

/** The rules as they stand, and what changes one of them, as one undo step. */
export interface CompositionRules {
  readonly settings: CompositionSettings;
  readonly set: (change: Partial<CompositionSettings>) => void;
}

type ChoiceRule = Exclude<keyof CompositionSettings, "fitLimits" | "orphan" | "leastSlotEm" | "leastLegLines">;

/** A rule with a few values. */
export function ChoiceSetting<Field extends ChoiceRule>({ settings, set, field, values, name }: CompositionRules & {
  readonly field: Field;
  readonly values: readonly CompositionSettings[Field][];
  readonly name: (value: CompositionSettings[Field]) => string;
}) {
  const { t } = useTranslation();
  const house = houseComposition[field];
  const choose = (value: CompositionSettings[Field] | undefined) => {
    // A computed key widens the record; the value is one of that very field.
    if (value !== undefined) set({ [field]: value } as Partial<CompositionSettings>);
  };
  return (
    <SettingRow hint={t(`composition.${field}.hint`)} house={name(house)} isDefault={settings[field] === house} onReset={() => choose(house)}>
      <ChoiceField
        label={t(`composition.${field}.name`)}
        value={String(settings[field])}
        choices={values.map((value) => ({ value: String(value), label: value === house ? t("composition.isHouse", { value: name(value) }) : name(value) }))}
        onChoose={(chosen) => choose(values.find((value) => String(value) === chosen))}
      />
    </SettingRow>
  );
}

/** A rule that is on or off. */
export function OnOffSetting({ settings, set, field }: CompositionRules & { readonly field: "hanging" | "hyphenation" }) {
  const { t } = useTranslation();
  return <ChoiceSetting settings={settings} set={set} field={field} values={["off", "on"]} name={(value) => t(`composition.${value}`)} />;
}

/** A rule that is a number. */
export function NumberSetting({ settings, set, field, limits, unit, whole = false }: CompositionRules & {
  readonly field: "orphan" | "leastSlotEm" | "leastLegLines";
  readonly limits: Limits;
  readonly unit: string;
  readonly whole?: boolean;
}) {
  const { t } = useTranslation();
  const house = houseComposition[field];
  const value = settings[field];
  return (
    <SettingRow hint={t(`composition.${field}.hint`)} house={`${house} ${unit}`} isDefault={value === house} onReset={() => set({ [field]: house })}>
      <DraftField
        label={t(`composition.${field}.name`)}
        text={String(value)}
        unit={unit}
        read={(text) => (whole ? readWhole(text, limits) : readNumber(text, limits))}
        step={(by, large) => Math.min(limits.to, Math.max(limits.from, value + by * (large ? 10 : 1)))}
        onCommit={(next) => set({ [field]: next })}
      />
    </SettingRow>
  );
}
