import { useTranslation } from "react-i18next";
import { inkToScreen } from "../../../shared/display/inkToScreen";
import type { Swatch } from "../../../shared/model/document";
import { lookUp } from "../../../shared/model/indexes";
import { blackInk, type Ink } from "../../../shared/model/ink";
import { swatchInk } from "../../../shared/model/swatchInk";
import { useEditor } from "../../editor/editorContext";
import { ChoiceField, SwitchField } from "./ChoiceField";
import { DraftField } from "./DraftField";
import { formatInk, readInk, readPercent } from "./readField";

/** An ink: a colour of the palette with its tint, or four percentages; with a patch of how it may look. */
export function InkField({ label, ink, onCommit }: {
  readonly label: string;
  readonly ink: Ink;
  readonly onCommit: (ink: Ink) => void;
}) {
  const { t } = useTranslation();
  const swatches = useEditor((state) => state.document.swatches);
  const named = Object.values<Swatch>(swatches);
  const chosen = ink.swatch === undefined ? null : lookUp(swatches, ink.swatch.id);
  const patch = <span className="swatch" style={{ background: inkToScreen(ink) }} />;
  return (
    <>
      {named.length === 0 ? null : (
        <ChoiceField
          label={label}
          value={chosen?.id ?? ""}
          choices={[{ value: "", label: t("swatches.own") }, ...named.map(({ id, name }) => ({ value: id as string, label: name }))]}
          onChoose={(id) => {
            const swatch = named.find((each) => each.id === id);
            const { cyan, magenta, yellow, black } = ink;
            onCommit(swatch === undefined ? { cyan, magenta, yellow, black } : swatchInk(swatch, ink.swatch?.tint ?? 1));
          }}
        />
      )}
      {chosen === null || ink.swatch === undefined ? (
        <DraftField
          label={named.length === 0 ? label : t("swatches.ink")}
          text={formatInk(ink)}
          read={readInk}
          onCommit={onCommit}
          hint={t("panels.properties.inkHint")}
          end={patch}
        />
      ) : (
        <DraftField
          label={t("swatches.tint")}
          text={String(Math.round(ink.swatch.tint * 1000) / 10)}
          unit="%"
          read={readPercent}
          onCommit={(tint) => onCommit(swatchInk(chosen, tint))}
          end={patch}
        />
      )}
    </>
  );
}

/** An ink that may be left out. */
export function OptionalInkField({ label, ink, onCommit }: {
  readonly label: string;
  readonly ink: Ink | null;
  readonly onCommit: (ink: Ink | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <SwitchField
        label={label}
        description={ink === null ? t("panels.properties.inkNames.none") : ""}
        on={ink !== null}
        onSwitch={(on) => onCommit(on ? { ...blackInk, black: 0.1 } : null)}
      />
      {ink === null ? null : <InkField label={t("panels.properties.ink")} ink={ink} onCommit={onCommit} />}
    </>
  );
}
