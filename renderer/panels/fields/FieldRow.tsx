import { useId, type ReactNode } from "react";

/** A labelled row of a panel. The control gets the id its label points to. */
export function FieldRow({ label, tall = false, children }: {
  readonly label: string;
  readonly tall?: boolean;
  readonly children: (controlId: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={tall ? "field-row tall" : "field-row"}>
      <label className="field-label" htmlFor={id} title={label}>
        {label}
      </label>
      <div className="field-control">{children(id)}</div>
    </div>
  );
}

/** Two narrow fields side by side. */
export function FieldPair({ children }: { readonly children: ReactNode }) {
  return <div className="field-pair">{children}</div>;
}

/** A titled group of rows. */
export function FieldGroup({ title, aside, children }: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="field-group" aria-label={title}>
      <header className="field-group-head">
        <h3>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}
