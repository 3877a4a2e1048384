import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { actionIds, actions } from "../editor/actions";
import { parseKeymap, type Keymap, type KeyTable } from "../keys/keymap";
import { presetKeymap, presetNameOf, rememberKeymap, type PresetName } from "../keys/presets";
import { shortcutLabel } from "../keys/shortcut";
import { say, type Sentence } from "../window/sentence";
import { useActionContext, useWindow } from "../window/windowContext";
import { DialogFrame } from "./DialogFrame";

/** All shortcuts; a preset can be chosen, and the key map edited as JSON. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { window } = useActionContext();
  const keymap = useWindow((state) => state.keymap);
  const presetId = useId();
  const [json, setJson] = useState<string | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const [filter, setFilter] = useState("");

  const use = (next: Keymap) => {
    window.setState({ keymap: next });
    rememberKeymap(localStorage, next);
    setProblem(null);
  };
  const choose = (name: PresetName) => {
    if (name === "custom") return setJson(printed(keymap.table));
    setJson(null);
    use(presetKeymap(name));
  };
  const apply = () => {
    const parsed = parseKeymap(json ?? "", actionIds);
    if (!parsed.ok) return setProblem({ key: `failures.keymap.${parsed.problem.code}`, values: { detail: parsed.problem.detail } });
    use(parsed.value);
    setJson(null);
    window.notify("done", { key: "dialogs.keys.applied" });
  };
  return (
    <DialogFrame
      title={t("dialogs.keys.title")}
      size="large"
      onClose={onClose}
      buttons={
        <>
          {json === null ? (
            <button type="button" className="button" onClick={() => choose("custom")}>
              {t("dialogs.keys.edit")}
            </button>
          ) : (
            <button type="button" className="button" onClick={apply}>
              {t("dialogs.keys.apply")}
            </button>
          )}
          <span className="button-space" />
          <button type="button" className="button primary" onClick={onClose}>
            {t("dialogs.close")}
          </button>
        </>
      }
    >
      <div className="dialog-row">
        <label htmlFor={presetId}>{t("dialogs.keys.preset")}</label>
        <select
          id={presetId}
          className="input framed select"
          value={json === null ? presetNameOf(keymap) : "custom"}
          onChange={(event) => choose(presetFrom(event.target.value))}
        >
          {(["standard", "founderLike", "custom"] as const).map((name) => (
            <option key={name} value={name}>
              {t(`dialogs.keys.presets.${name}`)}
            </option>
          ))}
        </select>
        <input
          className="input framed"
          aria-label={t("dialogs.keys.filter")}
          placeholder={t("dialogs.keys.filter")}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      {json === null ? (
        <ShortcutTable table={keymap.table} filter={filter.trim().toLowerCase()} />
      ) : (
        <textarea
          className="json-area"
          aria-label={t("dialogs.keys.edit")}
          value={json}
          spellCheck={false}
          onChange={(event) => setJson(event.target.value)}
        />
      )}
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {say(t, problem)}
        </p>
      )}
    </DialogFrame>
  );
}

function ShortcutTable({ table, filter }: { readonly table: KeyTable; readonly filter: string }) {
  const { t } = useTranslation();
  const mac = /Mac/u.test(navigator.userAgent);
  const rows = actions
    .map(({ id }) => ({ id, name: t(`actions.${id}`), keys: (table[id] ?? []).map((keys) => shortcutLabel(keys, mac)) }))
    .filter(({ name, keys }) => `${name} ${keys.join(" ")}`.toLowerCase().includes(filter));
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("dialogs.keys.action")}</th>
            <th scope="col">{t("dialogs.keys.shortcut")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, keys }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function presetFrom(value: string): PresetName {
  return value === "standard" || value === "founderLike" ? value : "custom";
}

function printed(table: KeyTable): string {
  const lines = Object.entries(table).map(([id, keys]) => `  ${JSON.stringify(id)}: ${JSON.stringify(keys)}`);
  return `{\n${lines.join(",\n")}\n}`;
}
