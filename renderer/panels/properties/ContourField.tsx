import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setContour } from "../../../shared/commands/pictures";
import type { PictureFrame } from "../../../shared/model/document";
import type { PagePoint } from "../../../shared/geometry/rect";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { errorSentence } from "../../window/sentence";
import { useActionContext } from "../../window/windowContext";
import { FieldRow } from "../fields/FieldRow";

/** What text keeps clear of: a picture's frame, or the outline of what stands out of it, traced when asked for. */
export function ContourField({ frame }: { readonly frame: PictureFrame }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const { host, window } = useActionContext();
  const issueId = useEditor((state) => state.file?.issueId ?? null);
  const [isTracing, setTracing] = useState(false);
  const { id: boxId, assetId, contour } = frame;
  const set = (corners: readonly PagePoint[]) => editor.run(setContour, { boxId, contour: corners }, { label: "wrap-text" });
  const trace = async () => {
    if (issueId === null || assetId === null) return;
    setTracing(true);
    try {
      const corners = await host.traceContour(issueId, assetId);
      if (corners.length === 0) window.notify("error", { key: "fitting.noFigure" });
      else set(corners);
    } catch (error) {
      window.notify("error", errorSentence(error));
    } finally {
      setTracing(false);
    }
  };
  return (
    <FieldRow label={t("fitting.contour")}>
      {(id) => (
        <span className="contour-field">
          <span className="muted">{contour.length === 0 ? t("fitting.contours.frame") : t("fitting.corners", { count: contour.length })}</span>
          <button id={id} type="button" aria-label={t("fitting.trace")} className="button small" disabled={isTracing || issueId === null || assetId === null} onClick={() => void trace()}>
            {t("fitting.trace")}
          </button>
          {contour.length === 0 ? null : (
            <button type="button" className="button small" onClick={() => set([])}>
              {t("fitting.contours.frame")}
            </button>
          )}
        </span>
      )}
    </FieldRow>
  );
}
