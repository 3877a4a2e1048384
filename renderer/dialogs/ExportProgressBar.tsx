import { useTranslation } from "react-i18next";
import type { ExportProgress } from "../../shared/platform/host";
import { say, type Sentence } from "../window/sentence";

/** How far an export is, as a bar. Until its pages are counted it only says that it goes on. */
export function ExportProgressBar({ progress }: { readonly progress: ExportProgress | null }) {
  const { t } = useTranslation();
  const label = t("press.progress.label");
  if (progress === null || progress.stage === "setting") return <progress className="export-progress" aria-label={label} />;
  return <progress className="export-progress" aria-label={label} max={Math.max(1, progress.pages)} value={progress.done} />;
}

/** What an export is doing, in words. */
export function progressWords(t: Parameters<typeof say>[0], progress: ExportProgress | null): string {
  return say(t, progressSentence(progress));
}

function progressSentence(progress: ExportProgress | null): Sentence {
  if (progress === null || progress.stage === "setting") return { key: "press.progress.setting" };
  const { stage, page, done, pages } = progress;
  if (stage === "writing") return { key: "press.progress.writing" };
  return page === null ? { key: "press.progress.pages", values: { done, pages } } : { key: "press.progress.page", values: { page, done, pages } };
}
