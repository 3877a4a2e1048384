import { DraftField } from "./DraftField";
import { readWhole, type Limits } from "./readField";

/** A whole number; arrows step by one, with Shift by ten. */
export function WholeField({ label, value, limits, unit, hint, onCommit }: {
  readonly label: string;
  readonly value: number;
  readonly limits: Limits;
  readonly unit?: string;
  readonly hint?: string;
  readonly onCommit: (value: number) => void;
}) {
  return (
    <DraftField
      label={label}
      text={String(value)}
      read={(text) => readWhole(text, limits)}
      onCommit={onCommit}
      step={(by, large) => Math.min(limits.to, Math.max(limits.from, value + by * (large ? 10 : 1)))}
      {...(unit === undefined ? {} : { unit })}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
