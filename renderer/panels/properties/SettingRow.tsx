import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../Icon";

/** A setting: its field, below it what it does and what the house's default is; where it was changed, that is a way back. */
export function SettingRow({ hint, house, isDefault, onReset, children }: {
  readonly hint: string;
  /** The default as the field writes it. */
  readonly house: string;
  readonly isDefault: boolean;
  readonly onReset: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const hintId = useId();
  const reset = t("composition.reset", { value: house });
  return (
    <div className="setting" role="group" aria-describedby={hintId}>
      {children}
      <div className="setting-foot">
        {isDefault ? (
          <span />
        ) : (
          <button type="button" className="setting-reset" aria-label={reset} title={reset} onClick={onReset}>
            <Icon name="undo" />
            <span className="clip">{house}</span>
          </button>
        )}
        <p id={hintId}>{hint}</p>
      </div>
    </div>
  );
}
