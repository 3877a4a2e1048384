import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { HostError, type PressOptions, type PresetDescription } from "../../shared/platform/host";
import { useActionContext } from "../window/windowContext";
import { errorSentence, type Sentence } from "../window/sentence";
import { FolderBrowser } from "./FolderBrowser";
import type { PressForm } from "./pressForm";

/** What every part of the form gets. */
export interface PressFieldsProps {
  readonly options: PressOptions;
  readonly form: PressForm;
  readonly onChange: (change: Partial<PressForm>) => void;
  /** The lists changed: another file was loaded. */
  readonly onOptions: (options: PressOptions) => void;
  readonly onProblem: (problem: Sentence | null) => void;
}

/** A row of the form: what it is about, and its fields. */
export function PressRow({ label, htmlFor, children }: { readonly label: string; readonly htmlFor?: string; readonly children: ReactNode }) {
  return (
    <div className="press-row">
      {htmlFor === undefined ? <span className="press-label">{label}</span> : <label className="press-label" htmlFor={htmlFor}>{label}</label>}
      <div className="press-fields">{children}</div>
    </div>
  );
}

/** Which preset; a plant's own is loaded from its file. */
export function PresetField({ options, form, onChange, onOptions, onProblem, preset }: PressFieldsProps & { readonly preset: PresetDescription | null }) {
  const { t, i18n } = useTranslation();
  const { host } = useActionContext();
  const id = useId();
  const nameOf = ({ name }: PresetDescription): string => (i18n.language === "en" ? name.en : name.zh);
  const load = async (file: File): Promise<void> => {
    const added = await host.addPreset(file.name, await file.text());
    onOptions(await host.pressOptions());
    onChange({ presetId: added.id });
  };
  return (
    <PressRow label={t("press.preset")} htmlFor={id}>
      <select id={id} className="input framed select" value={form.presetId} autoFocus onChange={(event) => onChange({ presetId: event.target.value })}>
        {options.presets.map((known) => (
          <option key={known.id} value={known.id}>
            {known.isShipped ? nameOf(known) : `${nameOf(known)} · ${t("press.own")}`}
          </option>
        ))}
      </select>
      <LoadButton label={t("press.loadPreset")} accept=".json,application/json" load={load} onProblem={onProblem} />
      {preset === null ? null : (
        <span className="press-facts">
          {t(`press.standards.${preset.standard}`)} · {t(preset.files === "page" ? "press.perPage" : "press.perIssue")}
        </span>
      )}
    </PressRow>
  );
}

/** Which ICC profile; another one is loaded from its file. */
export function ProfileField({ options, form, onChange, onOptions, onProblem, preset }: PressFieldsProps & { readonly preset: PresetDescription | null }) {
  const { t } = useTranslation();
  const { host } = useActionContext();
  const id = useId();
  if (preset === null || preset.profile === null) {
    return (
      <PressRow label={t("press.profile")}>
        <span className="press-facts">{t("press.noProfile")}</span>
      </PressRow>
    );
  }
  const load = async (file: File): Promise<void> => {
    const added = await host.addProfile(file.name, toBase64(new Uint8Array(await file.arrayBuffer())));
    onOptions(await host.pressOptions());
    onChange({ profile: added.fileName });
  };
  return (
    <PressRow label={t("press.profile")} htmlFor={id}>
      <select id={id} className="input framed select" value={form.profile ?? ""} onChange={(event) => onChange({ profile: event.target.value === "" ? null : event.target.value })}>
        <option value="">{t("press.profileOfPreset", { name: preset.profile })}</option>
        {options.profiles.map(({ fileName, description }) => (
          <option key={fileName} value={fileName}>
            {description === "" ? fileName : `${description} (${fileName})`}
          </option>
        ))}
      </select>
      <LoadButton label={t("press.loadProfile")} accept=".icc,.icm" load={load} onProblem={onProblem} />
    </PressRow>
  );
}

/** Which folder: by its path, or found in the shell's dialog or, where it has none, in the window's. */
export function FolderField({ form, onChange, onProblem }: Pick<PressFieldsProps, "form" | "onChange" | "onProblem">) {
  const { t } = useTranslation();
  const { host } = useActionContext();
  const id = useId();
  const [browsing, setBrowsing] = useState<string | null>(null);
  const choose = async (): Promise<void> => {
    try {
      const path = await host.choosePath({ purpose: "export-press", suggestedPath: form.folder });
      if (path !== null) onChange({ folder: path });
    } catch (error) {
      if (error instanceof HostError && error.code === "not-supported") setBrowsing(browsing === null ? form.folder : null);
      else onProblem(errorSentence(error));
    }
  };
  return (
    <PressRow label={t("press.folder")} htmlFor={id}>
      <input
        id={id}
        className="input framed"
        aria-label={t("press.folderText")}
        value={form.folder}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ folder: event.target.value })}
      />
      <button type="button" className="button" aria-expanded={browsing !== null} onClick={() => void choose()}>
        {t("press.choose")}
      </button>
      {browsing === null ? null : (
        <div className="press-browser">
          <FolderBrowser
            startFolder={browsing}
            selectedPath={null}
            focusEntries={false}
            onFolder={({ path }) => onChange({ folder: path })}
            onSelect={() => undefined}
            onChoose={() => undefined}
          />
        </div>
      )}
    </PressRow>
  );
}

/** A button that asks for a file; what is wrong with the file is said in the dialog. */
function LoadButton({ label, accept, load, onProblem }: {
  readonly label: string;
  readonly accept: string;
  readonly load: (file: File) => Promise<void>;
  readonly onProblem: (problem: Sentence | null) => void;
}) {
  const { t } = useTranslation();
  const choose = (): void => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file === undefined) return;
      onProblem(null);
      load(file).catch((error: unknown) => onProblem(errorSentence(error)));
    });
    input.click();
  };
  return (
    <button type="button" className="button" aria-label={label} title={label} onClick={choose}>
      {t("press.load")}
    </button>
  );
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
