import { useTranslation } from "react-i18next";
import { enMessages } from "../../shared/messages/en";
import { zhMessages } from "../../shared/messages/zh";
import type { PreflightProblem } from "../../shared/preflight/preflightProblem";
import { problemSentence } from "../../shared/preflight/problemSentence";
import { Icon } from "../panels/Icon";
import { PressRow } from "./PressFields";

/** More errors than this are counted, not listed: the list of problems has them all. */
const MOST_LISTED = 3;

/** What preflight finds on the chosen pages; errors have to be confirmed before anything is written. */
export function PressPreflight({ errors, confirmed, onConfirm }: {
  readonly errors: readonly PreflightProblem[];
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
}) {
  const { t, i18n } = useTranslation();
  const messages = i18n.language === "en" ? enMessages : zhMessages;
  if (errors.length === 0) {
    return (
      <PressRow label={t("press.preflight")}>
        <span className="press-clean">
          <Icon name="check" />
          {t("press.clean")}
        </span>
      </PressRow>
    );
  }
  return (
    <PressRow label={t("press.preflight")}>
      <div className="press-errors">
        <p className="press-errors-head">
          <Icon name="error" />
          {t("press.errors", { count: errors.length })}
        </p>
        <ul>
          {errors.slice(0, MOST_LISTED).map((problem, index) => (
            <li key={index}>{problemSentence(problem, messages)}</li>
          ))}
        </ul>
        {errors.length > MOST_LISTED ? <p className="faint">{t("press.more", { count: errors.length - MOST_LISTED })}</p> : null}
        <label className="press-choice">
          <input type="checkbox" checked={confirmed} onChange={(event) => onConfirm(event.target.checked)} />
          {t("press.confirmErrors")}
        </label>
      </div>
    </PressRow>
  );
}
