import { useTranslation } from "react-i18next";
import type { FitLimits } from "../../../shared/model/document";
import { houseComposition } from "../../../shared/model/houseComposition";
import { ok } from "../../../shared/result";
import { DraftField } from "../fields/DraftField";
import { readNumber, type Reading } from "../fields/readField";
import type { CompositionRules } from "./CompositionSetting";
import { SettingRow } from "./SettingRow";

/** The most that each limit may be, in per cent, as a document allows it. */
const most = { trackingEm: 20, headlineScale: 50, headlineTrackingEm: 20, headlineShrink: 50 } as const satisfies Record<keyof FitLimits, number>;

const limits = ["trackingEm", "headlineScale", "headlineTrackingEm", "headlineShrink"] as const satisfies readonly (keyof FitLimits)[];

/** How far fitting copy may go, in per cent: of an em for tracking, of what the style says for the rest. */
export function FitLimitSettings({ settings, set }: CompositionRules) {
  const { t } = useTranslation();
  const { fitLimits } = settings;
  const change = (field: keyof FitLimits, value: number) => set({ fitLimits: { ...fitLimits, [field]: value } });
  return limits.map((field) => {
    const house = houseComposition.fitLimits[field];
    return (
      <SettingRow
        key={field}
        hint={t(`composition.${field}.hint`)}
        house={`${percent(house)}%`}
        isDefault={fitLimits[field] === house}
        onReset={() => change(field, house)}
      >
        <DraftField
          label={t(`composition.${field}.name`)}
          text={percent(fitLimits[field])}
          unit="%"
          read={(text) => readShare(text, most[field])}
          step={(by, large) => Math.min(most[field] / 100, Math.max(0, Math.round(fitLimits[field] * 100 + by * (large ? 10 : 1)) / 100))}
          onCommit={(value) => change(field, value)}
        />
      </SettingRow>
    );
  });
}

function readShare(text: string, mostPercent: number): Reading<number> {
  const percent = readNumber(text.trim().replace(/[%％]$/u, ""), { from: 0, to: mostPercent });
  return percent.ok ? ok(Math.round(percent.value * 10) / 1000) : percent;
}

function percent(share: number): string {
  return String(Math.round(share * 1000) / 10);
}
