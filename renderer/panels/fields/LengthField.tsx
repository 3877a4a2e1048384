import { formatLength, type LengthContext, type LengthUnit } from "../../../shared/model/typeSizes";
import { DraftField } from "./DraftField";
import { readLength, type Limits } from "./readField";

const unitSteps: Readonly<Record<LengthUnit, number>> = { mm: 1, cm: 0.1, pt: 0.5, character: 1, line: 1 };

/** A length, shown in the context's unit and taken in any. Arrows step by a millimetre, a character or a line; Shift by ten. */
export function LengthField({ label, length, context, limits, unit, hint, onCommit }: {
  readonly label: string;
  readonly length: number;
  readonly context: LengthContext;
  readonly limits: Limits;
  /** The unit's name behind the number. */
  readonly unit: string;
  readonly hint?: string;
  readonly onCommit: (length: number) => void;
}) {
  const show = (length: number) => `${formatLength(length, context.unit, context.grid)}${unit}`;
  const text = formatLength(length, context.unit, context.grid);
  const read = (typed: string) => readLength(typed, context, limits, show);
  return (
    <DraftField
      label={label}
      text={text}
      read={read}
      onCommit={onCommit}
      step={(by, large) => {
        const next = read(String(Number(text) + by * unitSteps[context.unit] * (large ? 10 : 1)));
        return next.ok ? next.value : null;
      }}
      unit={unit}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
