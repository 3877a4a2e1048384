import { FieldRow } from "./FieldRow";

/** One of a few values. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A field that takes one of a few values from a list. */
export function ChoiceField<Value extends string>({ label, value, choices, onChoose }: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <FieldRow label={label}>
      {(id) => (
        <select
          id={id}
          className="input framed select"
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen !== undefined) onChoose(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  );
}

/** A field that is on or off. */
export function SwitchField({ label, description, on, onSwitch }: {
  readonly label: string;
  readonly description: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}) {
  return (
    <FieldRow label={label}>
      {(id) => (
        <span className="switch">
          <input id={id} type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
          <span aria-hidden="true">{description}</span>
        </span>
      )}
    </FieldRow>
  );
}
