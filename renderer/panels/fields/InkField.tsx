import { useTranslation } from "react-i18next";
import { inkToScreen } from "../../../shared/display/inkToScreen";
import { blackInk, type Ink } from "../../../shared/model/ink";
import { SwitchField } from "./ChoiceField";
import { DraftField } from "./DraftField";
import { formatInk, readInk } from "./readField";

/** An ink as four percentages, with a swatch of how it may look. */
export function InkField({ label, ink, onCommit }: {
  readonly label: string;
  readonly ink: Ink;
  readonly onCommit: (ink: Ink) => void;
}) {
  const { t } = useTranslation();
  return (
    <DraftField
      label={label}
      text={formatInk(ink)}
      read={readInk}
      onCommit={onCommit}
      hint={t("panels.properties.inkHint")}
      end={<span className="swatch" style={{ background: inkToScreen(ink) }} />}
    />
  );
}

/** An ink that may be left out. */
export function OptionalInkField({ label, ink, onCommit }: {
  readonly label: string;
  readonly ink: Ink | null;
  readonly onCommit: (ink: Ink | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <SwitchField
        label={label}
        description={ink === null ? t("panels.properties.inkNames.none") : ""}
        on={ink !== null}
        onSwitch={(on) => onCommit(on ? { ...blackInk, black: 0.1 } : null)}
      />
      {ink === null ? null : <InkField label={t("panels.properties.ink")} ink={ink} onCommit={onCommit} />}
    </>
  );
}
