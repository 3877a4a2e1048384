import { useTranslation } from "react-i18next";
import { setComposition } from "../../../shared/commands/issue";
import type { CompositionSettings } from "../../../shared/model/document";
import { houseComposition } from "../../../shared/model/houseComposition";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { FieldGroup } from "../fields/FieldRow";
import { changedSettings } from "./changedSettings";
import { ChoiceSetting, NumberSetting, OnOffSetting } from "./CompositionSetting";
import { FitLimitSettings } from "./FitLimitSettings";

/** The house's rules of composition, every one with what it does, its default, and a way back to it. */
export function CompositionProperties() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const settings = useEditor((state) => state.document.composition);
  const set = (change: Partial<CompositionSettings>) => {
    editor.run(setComposition, { change }, { label: "set-composition" });
    editor.seal();
  };
  const changed = changedSettings(settings);
  const rule = { settings, set };
  return (
    <>
      <FieldGroup
        title={t("composition.title")}
        aside={
          changed === 0 ? (
            <span className="faint">{t("composition.unchanged")}</span>
          ) : (
            <span className="faint number setting-count">
              {t("composition.changed", { count: changed })}
              <button type="button" className="setting-reset" onClick={() => set(houseComposition)}>
                {t("composition.resetAll")}
              </button>
            </span>
          )
        }
      >
        {null}
      </FieldGroup>
      <FieldGroup title={t("composition.groups.breaking")}>
        <ChoiceSetting {...rule} field="prohibition" values={["none", "basic", "gb", "strict"]} name={(value) => t(`composition.prohibition.${value}`)} />
        <ChoiceSetting {...rule} field="lineBreaking" values={["firstFit", "paragraph"]} name={(value) => t(`composition.lineBreaking.${value}`)} />
        <ChoiceSetting {...rule} field="numberHanGlue" values={["off", "prefer", "always"]} name={(value) => t(`composition.numberHanGlue.${value}`)} />
        <OnOffSetting {...rule} field="hyphenation" />
      </FieldGroup>
      <FieldGroup title={t("composition.groups.marks")}>
        <ChoiceSetting {...rule} field="lineStartTrim" values={["off", "trim", "trimExceptFirst"]} name={(value) => t(`composition.lineStartTrim.${value}`)} />
        <ChoiceSetting {...rule} field="lineEndTrim" values={["off", "ifNeeded", "always"]} name={(value) => t(`composition.lineEndTrim.${value}`)} />
        <ChoiceSetting {...rule} field="adjacentTrim" values={["off", "half", "tight"]} name={(value) => t(`composition.adjacentTrim.${value}`)} />
        <ChoiceSetting {...rule} field="squeeze" values={["off", "mild", "full"]} name={(value) => t(`composition.squeeze.${value}`)} />
        <OnOffSetting {...rule} field="hanging" />
      </FieldGroup>
      <FieldGroup title={t("composition.groups.spacing")}>
        <ChoiceSetting {...rule} field="autospace" values={[0, 0.125, 0.25]} name={(value) => t(`composition.autospace.${value === 0 ? "none" : value === 0.25 ? "quarter" : "eighth"}`)} />
        <NumberSetting {...rule} field="orphan" limits={{ from: 0, to: 20 }} unit={t("panels.units.characters")} whole />
      </FieldGroup>
      <FieldGroup title={t("composition.groups.grid")}>
        <ChoiceSetting {...rule} field="grid" values={["none", "lines", "characters"]} name={(value) => t(`composition.grid.${value}`)} />
        <NumberSetting {...rule} field="leastSlotEm" limits={{ from: 1, to: 50 }} unit={t("panels.units.characters")} />
        <NumberSetting {...rule} field="leastLegLines" limits={{ from: 1, to: 20 }} unit={t("panels.units.lines")} whole />
      </FieldGroup>
      <FieldGroup title={t("composition.groups.fit")}>
        <FitLimitSettings {...rule} />
      </FieldGroup>
    </>
  );
}
