import { useId } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../window/sentence";
import { PressRow } from "./PressFields";
import type { ChosenPages, NamedFiles, PressForm } from "./pressForm";

/** Which pages: this one, all, or a range. */
export function PagesField({ form, onChange, chosen, pageNumber, pageCount }: {
  readonly form: PressForm;
  readonly onChange: (change: Partial<PressForm>) => void;
  readonly chosen: ChosenPages;
  readonly pageNumber: number;
  readonly pageCount: number;
}) {
  const { t } = useTranslation();
  const name = useId();
  const choices = [
    ["all", t("press.allPages", { count: pageCount })],
    ["this", t("press.thisPage", { number: pageNumber })],
    ["range", t("press.range")],
  ] as const;
  return (
    <PressRow label={t("press.pages")}>
      <div className="press-choices" role="radiogroup" aria-label={t("press.pages")}>
        {choices.map(([value, label]) => (
          <label key={value} className="press-choice">
            <input type="radio" name={name} value={value} checked={form.pages === value} onChange={() => onChange({ pages: value })} />
            {label}
          </label>
        ))}
        <input
          className="input framed press-range"
          aria-label={t("press.rangeText")}
          placeholder={t("press.rangeHint")}
          value={form.range}
          aria-invalid={form.pages === "range" && form.range !== "" && !chosen.ok}
          spellCheck={false}
          autoComplete="off"
          onFocus={() => onChange({ pages: "range" })}
          onChange={(event) => onChange({ pages: "range", range: event.target.value })}
        />
      </div>
    </PressRow>
  );
}

/** A proof's round of reading. */
export function RoundField({ form, onChange }: { readonly form: PressForm; readonly onChange: (change: Partial<PressForm>) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <PressRow label={t("press.round")} htmlFor={id}>
      <input
        id={id}
        type="number"
        min={1}
        max={99}
        className="input framed press-round"
        value={form.round}
        onChange={(event) => {
          const round = event.target.valueAsNumber;
          if (Number.isInteger(round) && round >= 1 && round <= 99) onChange({ round });
        }}
      />
    </PressRow>
  );
}

/** What the files will be called. */
export function FileNames({ named, rule }: { readonly named: NamedFiles | null; readonly rule: string }) {
  const { t } = useTranslation();
  return (
    <PressRow label={t("press.files")}>
      {named === null ? null : named.ok ? (
        <>
          <ul className="press-names" tabIndex={0} aria-label={t("press.files")}>
            {named.names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <span className="press-facts">
            {t("press.fileCount", { count: named.names.length })} · {t("press.rule", { rule })}
          </span>
        </>
      ) : (
        <p className="field-problem" role="alert">
          {say(t, named.sentence)}
        </p>
      )}
    </PressRow>
  );
}
