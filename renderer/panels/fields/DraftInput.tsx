import { useState } from "react";
import { useTranslation } from "react-i18next";
import { belongsToInputMethod } from "../../keys/shortcut";
import { say } from "../../window/sentence";
import type { Reading } from "./readField";

/** A field without a visible label, for bars: applied by Enter or by leaving it, given up by Escape or what cannot be read. */
export function DraftInput<Value>({ label, text, read, onCommit }: {
  readonly label: string;
  readonly text: string;
  readonly read: (text: string) => Reading<Value>;
  readonly onCommit: (value: Value) => void;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(text);
  const [draft, setDraft] = useState<string | null>(null);
  // Another value arrived: it wins over a draft that was not finished.
  if (shown !== text) {
    setShown(text);
    setDraft(null);
  }
  const reading = draft === null ? null : read(draft);
  const commit = () => {
    setDraft(null);
    if (reading?.ok === true) onCommit(reading.value);
  };
  return (
    <input
      className="input bar-input number"
      aria-label={label}
      aria-invalid={reading?.ok === false}
      title={reading?.ok === false ? say(t, reading.problem) : label}
      value={draft ?? text}
      data-draft={draft === null ? undefined : ""}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={(event) => {
        if (belongsToInputMethod(event.nativeEvent)) return;
        if (event.key === "Enter") commit();
        else if (event.key === "Escape") {
          setDraft(null);
          event.currentTarget.blur();
        }
      }}
    />
  );
}
