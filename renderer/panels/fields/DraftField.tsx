import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { belongsToInputMethod } from "../../keys/shortcut";
import { say, type Sentence } from "../../window/sentence";
import { FieldRow } from "./FieldRow";
import type { Reading } from "./readField";

/** What a field of one value shows and does. */
export interface DraftFieldProps<Value> {
  readonly label: string;
  /** The value as it stands in the document. */
  readonly text: string;
  readonly read: (text: string) => Reading<Value>;
  /** Called with a value that could be read and is not the one shown before. */
  readonly onCommit: (value: Value) => void;
  /** The value that an arrow key leads to, or null where arrows do nothing. */
  readonly step?: (by: 1 | -1, large: boolean) => Value | null;
  readonly unit?: string;
  readonly hint?: string;
  /** Stands at the end of the field, such as a menu of values. */
  readonly end?: ReactNode;
}

/**
 * A field whose value is applied when it is finished: by Enter or by leaving it. What cannot be read is not applied, and a
 * sentence says why; Escape puts the value back.
 */
export function DraftField<Value>({ label, text, read, onCommit, step, unit, hint, end }: DraftFieldProps<Value>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(text);
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const problemId = useId();
  const input = useRef<HTMLInputElement>(null);

  const revert = () => {
    setDraft(null);
    setProblem(null);
  };
  // Another value arrived, by undo or from the page: it wins over a draft that was not finished.
  if (shown !== text) {
    setShown(text);
    revert();
  }
  const commit = () => {
    if (draft === null || draft === text) return revert();
    const reading = read(draft);
    if (!reading.ok) return setProblem(reading.problem);
    revert();
    onCommit(reading.value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (belongsToInputMethod(event.nativeEvent)) return;
    if (event.key === "Enter") {
      commit();
      input.current?.select();
    } else if (event.key === "Escape") {
      if (draft === null) input.current?.blur();
      revert();
    } else if (step !== undefined && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const value = step(event.key === "ArrowUp" ? 1 : -1, event.shiftKey);
      event.preventDefault();
      if (value === null) return;
      revert();
      onCommit(value);
    }
  };
  return (
    <FieldRow label={label}>
      {(id) => (
        <>
          <span className={problem === null ? "input-box" : "input-box invalid"}>
            <input
              ref={input}
              id={id}
              className="input number"
              value={draft ?? text}
              title={hint}
              autoComplete="off"
              spellCheck={false}
              data-draft={draft !== null && draft !== text ? "" : undefined}
              aria-invalid={problem !== null}
              aria-describedby={problem === null ? undefined : problemId}
              onChange={(event) => {
                setDraft(event.target.value);
                setProblem(null);
              }}
              onFocus={(event) => event.target.select()}
              onBlur={commit}
              onKeyDown={onKeyDown}
            />
            {unit === undefined ? null : <span className="input-unit">{unit}</span>}
            {end}
          </span>
          {problem === null ? null : (
            <p id={problemId} className="field-problem" role="alert">
              {say(t, problem)}
            </p>
          )}
        </>
      )}
    </FieldRow>
  );
}
