import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addSwatch, changeSwatch, deleteSwatch } from "../../../shared/commands/swatches";
import { inkToScreen } from "../../../shared/display/inkToScreen";
import type { Swatch } from "../../../shared/model/document";
import type { SwatchId } from "../../../shared/model/ids";
import { blackInk, totalInk } from "../../../shared/model/ink";
import { MOST_INK } from "../../../shared/model/newsprintLimits";
import { ok } from "../../../shared/result";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { ChoiceField } from "../fields/ChoiceField";
import { DraftField } from "../fields/DraftField";
import { FieldGroup } from "../fields/FieldRow";
import { formatInk, readInk } from "../fields/readField";
import { freeStyleName, readStyleName } from "../styles/styleName";
import { swatchUses } from "./swatchUses";

/** 色板: the colours of the issue; the one that is chosen can be changed, renamed and deleted. */
export function SwatchesPanel() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const document = useEditor((state) => state.document);
  const [chosen, setChosen] = useState<SwatchId | null>(null);
  const swatches = Object.values<Swatch>(document.swatches).toSorted((a, b) => a.name.localeCompare(b.name, "zh-Hans"));
  const uses = swatchUses(document);
  const add = () => {
    const id = editor.newId<SwatchId>();
    const name = freeStyleName((number) => t("swatches.newName", { number }), swatches.map((swatch) => swatch.name));
    const { cyan, magenta, yellow, black } = blackInk;
    if (editor.run(addSwatch, { swatch: { id, name, kind: "process", ink: { cyan, magenta, yellow, black } } }, { label: "add-swatch" }).ok) setChosen(id);
  };
  return (
    <FieldGroup title={t("swatches.title")} aside={<button type="button" className="button small" onClick={add}>{t("swatches.add")}</button>}>
      <div className="swatch-list" role="group" aria-label={t("swatches.title")}>
        {swatches.map((swatch) => (
          <button
            key={swatch.id}
            type="button"
            className="swatch-button"
            aria-pressed={swatch.id === chosen}
            aria-label={t("swatches.edit", { name: swatch.name })}
            title={`${swatch.name}　${formatInk(swatch.ink)}`}
            onClick={() => setChosen(swatch.id === chosen ? null : swatch.id)}
          >
            <span className={swatch.kind === "spot" ? "swatch spot" : "swatch"} style={{ background: inkToScreen(swatch.ink) }} />
            <span className="clip">{swatch.name}</span>
          </button>
        ))}
      </div>
      {swatches.map((swatch) => (swatch.id === chosen ? <OneSwatch key={swatch.id} swatch={swatch} others={swatches.filter((other) => other !== swatch)} uses={uses.get(swatch.id) ?? 0} /> : null))}
    </FieldGroup>
  );
}

function OneSwatch({ swatch, others, uses }: { readonly swatch: Swatch; readonly others: readonly Swatch[]; readonly uses: number }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const [replacement, setReplacement] = useState<string>("");
  const change = (part: Partial<Omit<Swatch, "id">>) => editor.run(changeSwatch, { swatchId: swatch.id, change: part }, { label: "change-swatch" });
  const total = totalInk(swatch.ink);
  return (
    <>
      <DraftField label={t("swatches.name")} text={swatch.name} read={(text) => readStyleName(text, others.map(({ name }) => name))} onCommit={(name) => change({ name })} />
      <ChoiceField
        label={t("swatches.kind")}
        value={swatch.kind}
        choices={(["process", "spot"] as const).map((value) => ({ value, label: t(`swatches.kinds.${value}`) }))}
        onChoose={(kind) => change({ kind })}
      />
      <DraftField
        label={swatch.kind === "spot" ? t("swatches.spotInk") : t("swatches.ink")}
        text={formatInk(swatch.ink)}
        read={(text) => {
          const ink = readInk(text);
          return ink.ok ? ok({ cyan: ink.value.cyan, magenta: ink.value.magenta, yellow: ink.value.yellow, black: ink.value.black }) : ink;
        }}
        onCommit={(ink) => change({ ink })}
        hint={t("panels.properties.inkHint")}
        end={<span className="swatch" style={{ background: inkToScreen(swatch.ink) }} />}
      />
      <p className="swatch-facts muted">
        <span>{t("swatches.total", { total })}</span>
        {total > MOST_INK ? <span className="swatch-over">{t("swatches.over", { limit: MOST_INK })}</span> : null}
        <span>{uses === 0 ? t("swatches.unused") : t("swatches.usedIn", { count: uses })}</span>
      </p>
      {uses === 0 || others.length === 0 ? null : (
        <ChoiceField
          label={t("swatches.replaceWith")}
          value={replacement}
          choices={[{ value: "", label: t("swatches.keepInks") }, ...others.map(({ id, name }) => ({ value: id as string, label: name }))]}
          onChoose={setReplacement}
        />
      )}
      <div className="field-actions">
        <button
          type="button"
          className="button small"
          onClick={() => {
            const other = others.find(({ id }) => id === replacement) ?? null;
            editor.run(deleteSwatch, { swatchId: swatch.id, replacement: other?.id ?? null }, { label: "delete-swatch" });
          }}
        >
          {t("swatches.delete")}
        </button>
      </div>
    </>
  );
}
