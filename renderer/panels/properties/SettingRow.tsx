import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../Icon";

/** A setting: its field, what it does, what the house's default is, and, where it was changed, a way back to that. */
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
      <div className="setting-field">
        {children}
        {isDefault ? (
          <span className="setting-reset" />
        ) : (
          <button type="button" className="tool-button setting-reset" aria-label={reset} title={reset} onClick={onReset}>
            <Icon name="undo" />
          </button>
        )}
      </div>
      <p id={hintId} className="setting-hint">
        {hint}
        {isDefault ? null : <span className="setting-house">{t("composition.house", { value: house })}</span>}
      </p>
    </div>
  );
}
