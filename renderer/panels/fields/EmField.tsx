import { useTranslation } from "react-i18next";
import { DraftField } from "./DraftField";
import { readNumber, type Limits } from "./readField";

/** A length in ems of the text, to a thousandth; arrows step by `step`, with Shift by ten of them. */
export function EmField({ label, value, limits, step, hint, onCommit }: {
  readonly label: string;
  readonly value: number;
  readonly limits: Limits;
  readonly step: number;
  readonly hint?: string;
  readonly onCommit: (value: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <DraftField
      label={label}
      text={String(value)}
      unit={t("panels.units.characters")}
      read={(text) => readNumber(text, limits)}
      step={(by, large) => {
        const next = Math.round((value + by * step * (large ? 10 : 1)) * 1000) / 1000;
        return Math.min(limits.to, Math.max(limits.from, next));
      }}
      onCommit={onCommit}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
