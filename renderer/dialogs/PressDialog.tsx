import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExportReport, PressOptions } from "../../shared/platform/host";
import type { FontDescription } from "../../shared/platform/host";
import { fontFacts } from "../../shared/preflight/fontChecks";
import { preflightIssue } from "../../shared/preflight/preflightIssue";
import { useEditor } from "../editor/editorContext";
import { Icon } from "../panels/Icon";
import { folderOfPath, nameOfPath } from "../window/paths";
import { errorSentence, say, type Sentence } from "../window/sentence";
import { useActionContext, useWindow } from "../window/windowContext";
import { DialogFrame } from "./DialogFrame";
import { ExportProgressBar, progressWords } from "./ExportProgressBar";
import { FolderField, PresetField, ProfileField } from "./PressFields";
import { FileNames, PagesField, RoundField } from "./PressPages";
import { PressPreflight } from "./PressPreflight";
import { chosenPages, firstForm, isWholePath, namedFiles, type PressForm } from "./pressForm";

const NO_FONTS: readonly FontDescription[] = [];

/** What the dialog shows: its form, a running export, or what came of it. */
type Stage = { readonly kind: "form" } | { readonly kind: "running" } | { readonly kind: "done"; readonly report: ExportReport };

/** Makes press files by a preset: choices, what they will be called, what preflight says; then progress, then where they are. */
export function PressDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { host } = useActionContext();
  const folder = useEditor((state) => (state.file === null ? "" : folderOfPath(state.file.path)));
  const [loaded, setLoaded] = useState<{ readonly options: PressOptions; readonly form: PressForm } | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);
  useEffect(() => {
    let late = false;
    host.pressOptions().then(
      (options) => (late ? undefined : setLoaded({ options, form: firstForm(options, folder) })),
      (error: unknown) => (late ? undefined : setProblem(errorSentence(error))),
    );
    return () => {
      late = true;
    };
  }, [host, folder]);
  if (loaded !== null) return <LoadedPressDialog {...loaded} onClose={onClose} />;
  return (
    <DialogFrame title={t("press.title")} size="large" onClose={onClose} buttons={<button type="button" className="button" onClick={onClose}>{t("dialogs.cancel")}</button>}>
      {problem === null ? <p role="status">{t("press.loading")}</p> : <p className="field-problem" role="alert">{say(t, problem)}</p>}
    </DialogFrame>
  );
}

function LoadedPressDialog({ options: first, form: firstChoice, onClose }: {
  readonly options: PressOptions;
  readonly form: PressForm;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { files } = useActionContext();
  const document = useEditor((state) => state.document);
  const layout = useEditor((state) => state.layout);
  const pageId = useEditor((state) => state.pageId);
  const [options, setOptions] = useState(first);
  const [form, setForm] = useState(firstChoice);
  const [confirmed, setConfirmed] = useState(false);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const [stage, setStage] = useState<Stage>({ kind: "form" });

  const change = (part: Partial<PressForm>) => {
    setForm((before) => ({ ...before, ...part }));
    setProblem(null);
    if (part.pages !== undefined || part.range !== undefined) setConfirmed(false);
  };
  const preset = options.presets.find(({ id }) => id === form.presetId) ?? null;
  const chosen = chosenPages(form, document, pageId);
  const named = preset === null || !chosen.ok ? null : namedFiles(preset, document, chosen.pages);
  const fonts = useWindow((state) => state.description?.fonts ?? NO_FONTS);
  const all = useMemo(
    () => preflightIssue(document, layout, { assetFiles: null, fonts: fontFacts(fonts) }).filter(({ severity }) => severity === "error"),
    [document, layout, fonts],
  );
  const isChosen = (id: string | null): boolean => id === null || !chosen.ok || chosen.pages.some((page) => page.id === id);
  const errors = all.filter(({ place }) => isChosen(place.pageId));

  const confirm = async (): Promise<void> => {
    if (preset === null || named === null || !named.ok || !chosen.ok) {
      if (!chosen.ok) setProblem(chosen.sentence);
      return;
    }
    const folder = form.folder.trim();
    if (!isWholePath(folder)) return setProblem({ key: "press.folderNeeded" });
    setProblem(null);
    setStage({ kind: "running" });
    const outcome = await files.exportPress({
      preset: preset.id,
      profile: preset.profile === null ? null : form.profile,
      folder,
      round: form.round,
      pageIds: form.pages === "all" ? null : chosen.pages.map(({ id }) => id),
    });
    setStage(outcome?.kind === "done" ? { kind: "done", report: outcome.report } : { kind: "form" });
    if (outcome?.kind === "failed") setProblem(outcome.sentence);
    if (outcome?.kind === "cancelled") setProblem({ key: "press.cancelled" });
  };

  if (stage.kind === "running") return <RunningExport onClose={onClose} />;
  if (stage.kind === "done") return <FinishedExport report={stage.report} onClose={onClose} />;
  const mayConfirm = preset !== null && named?.ok === true && (errors.length === 0 || confirmed);
  return (
    <DialogFrame
      title={t("press.title")}
      size="large"
      onClose={onClose}
      buttons={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t("dialogs.cancel")}
          </button>
          <button type="button" className="button primary" disabled={!mayConfirm} onClick={() => void confirm()}>
            {t("press.confirm")}
          </button>
        </>
      }
    >
      <form
        className="press-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (mayConfirm) void confirm();
        }}
      >
        <PresetField options={options} form={form} onChange={change} onOptions={setOptions} onProblem={setProblem} preset={preset} />
        <ProfileField options={options} form={form} onChange={change} onOptions={setOptions} onProblem={setProblem} preset={preset} />
        {preset?.header === true ? <RoundField form={form} onChange={change} /> : null}
        <PagesField
          form={form}
          onChange={change}
          chosen={chosen}
          pageNumber={document.pages.findIndex(({ id }) => id === pageId) + 1}
          pageCount={document.pages.length}
        />
        <FolderField form={form} onChange={change} onProblem={setProblem} />
        {chosen.ok ? <FileNames named={named} rule={preset?.fileName ?? ""} /> : null}
        <PressPreflight errors={errors} confirmed={confirmed} onConfirm={setConfirmed} />
        {options.brokenPresets.map((detail) => (
          <p key={detail} className="press-broken">{t("press.brokenPreset", { detail })}</p>
        ))}
        {!chosen.ok && form.range !== "" ? <p className="field-problem" role="alert">{say(t, chosen.sentence)}</p> : null}
        {problem === null ? null : <p className="field-problem press-problem" role="alert">{say(t, problem)}</p>}
        {/* Enter in any field of a form needs a button of it. */}
        <button type="submit" hidden disabled={!mayConfirm} />
      </form>
    </DialogFrame>
  );
}

function RunningExport({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const progress = useWindow((state) => state.progress);
  const cancel = useWindow((state) => state.cancel);
  const [cancelling, setCancelling] = useState(false);
  return (
    <DialogFrame
      title={t("press.title")}
      onClose={onClose}
      buttons={
        <button
          type="button"
          className="button"
          autoFocus
          disabled={cancelling || cancel === null}
          onClick={() => {
            setCancelling(true);
            cancel?.();
          }}
        >
          {t("dialogs.cancel")}
        </button>
      }
    >
      <p role="status" className="press-running">{cancelling ? t("press.progress.cancelling") : progressWords(t, progress)}</p>
      <ExportProgressBar progress={progress} />
    </DialogFrame>
  );
}

function FinishedExport({ report, onClose }: { readonly report: ExportReport; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { files } = useActionContext();
  const desktop = useWindow((state) => state.description?.shell === "electron");
  const [file] = report.files;
  return (
    <DialogFrame
      title={t("press.title")}
      size="medium"
      onClose={onClose}
      buttons={
        <>
          {desktop && file !== undefined ? (
            <button type="button" className="button" onClick={() => void files.showInFolder(file)}>
              {t("press.show")}
            </button>
          ) : null}
          <button type="button" className="button primary" autoFocus onClick={onClose}>
            {t("press.close")}
          </button>
        </>
      }
    >
      <p role="status" className="press-clean">
        <Icon name="check" />
        {t("press.done", { count: report.files.length })}
      </p>
      {file === undefined ? null : <p className="press-facts press-path">{t("press.doneIn", { folder: folderOfPath(file) })}</p>}
      <ul className="press-names" tabIndex={0} aria-label={t("press.files")}>
        {report.files.map((path) => (
          <li key={path}>{nameOfPath(path)}</li>
        ))}
      </ul>
      {report.warnings.length === 0 ? null : <p className="press-broken">{t("press.warned", { count: report.warnings.length })}</p>}
    </DialogFrame>
  );
}
