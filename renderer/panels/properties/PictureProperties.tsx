import { useTranslation } from "react-i18next";
import { POINTS_PER_INCH, toMm } from "../../../shared/geometry/units";
import { setPicture, type PictureChange } from "../../../shared/commands/pictures";
import type { Asset, PictureFrame } from "../../../shared/model/document";
import { lookUp } from "../../../shared/model/indexes";
import { effectivePpi } from "../../../shared/preflight/pictureChecks";
import { hostUrls } from "../../../shared/platform/host";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { applied } from "../../editor/textChange";
import { useActionContext, useWindow } from "../../window/windowContext";
import { ChoiceField } from "../fields/ChoiceField";
import { DraftField } from "../fields/DraftField";
import { FieldGroup, FieldPair } from "../fields/FieldRow";
import { LiveField } from "../fields/LiveField";
import { readPercent } from "../fields/readField";
import { ContourField } from "./ContourField";


/** A picture, the words that go with it, and which part of it shows. */
export function PictureProperties({ frame }: { readonly frame: PictureFrame }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const asset = useEditor((state) => (frame.assetId === null ? null : lookUp(state.document.assets, frame.assetId)));
  const set = (change: PictureChange) => editor.run(setPicture, { boxId: frame.id, change }, { label: "set-picture" });
  const edit = (change: PictureChange, field: string) =>
    editor.run(setPicture, { boxId: frame.id, change }, { label: "edit-field", mergeKey: `${field}:${frame.id}` });
  return (
    <FieldGroup title={t("panels.properties.picture")}>
      <PictureFile frame={frame} asset={asset} />
      {(["caption", "credit", "alt"] as const).map((field) => (
        <LiveField
          key={`${frame.id} ${field}`}
          label={t(`panels.properties.${field}`)}
          text={frame[field]}
          multiline={field !== "credit"}
          onEdit={(change) => edit({ [field]: applied(frame[field], change) }, field).ok}
        />
      ))}
      <ChoiceField
        label={t("panels.properties.fitting")}
        value={frame.fitting}
        choices={(["fill", "fit"] as const).map((value) => ({ value, label: t(`panels.properties.fittings.${value}`) }))}
        onChoose={(fitting) => set({ fitting })}
      />
      {asset?.contentType === "application/pdf" ? null : <ContourField frame={frame} />}
      {frame.fitting === "fit" ? null : (
        <FieldPair>
          {(["x", "y"] as const).map((axis) => (
            <DraftField
              key={axis}
              label={t(axis === "x" ? "panels.properties.focusX" : "panels.properties.focusY")}
              text={String(Math.round(frame.focus[axis] * 100))}
              unit="%"
              read={readPercent}
              step={(by, large) => Math.min(1, Math.max(0, frame.focus[axis] + by * (large ? 0.1 : 0.01)))}
              onCommit={(share) => set({ focus: { ...frame.focus, [axis]: share } })}
            />
          ))}
        </FieldPair>
      )}
    </FieldGroup>
  );
}

function PictureFile({ frame, asset }: { readonly frame: PictureFrame; readonly asset: Asset | null }) {
  const { t } = useTranslation();
  const context = useActionContext();
  const busy = useWindow((state) => state.busy !== null);
  const issueId = useEditor((state) => state.file?.issueId ?? null);
  return (
    <div className="picture-file">
      {asset === null || issueId === null ? (
        <span className="picture-preview empty" aria-hidden="true" />
      ) : (
        <img className="picture-preview" src={hostUrls.asset(issueId, asset.id, "screen")} alt={frame.alt} draggable={false} />
      )}
      <div className="picture-facts">
        {asset === null ? (
          <span className="muted">{t("panels.properties.noPicture")}</span>
        ) : (
          <>
            <span className="clip" title={asset.fileName}>{asset.fileName}</span>
            <span className="muted number">
              {asset.contentType === "application/pdf"
                ? t("panels.properties.pdfFacts", placedFacts(frame, asset))
                : t("panels.properties.pictureFacts", { width: asset.pixelWidth, height: asset.pixelHeight, ppi: Math.round(effectivePpi(frame, asset)) })}
            </span>
            {asset.rights === "" ? null : <span className="faint clip" title={asset.rights}>{asset.rights}</span>}
          </>
        )}
        <button type="button" className="button small" disabled={busy || issueId === null} onClick={() => context.placePicture(frame.id)}>
          {asset === null ? t("panels.properties.importPicture") : t("panels.properties.replacePicture")}
        </button>
      </div>
    </div>
  );
}

/** A placed PDF's own size in millimetres, and how large it is printed against it. */
function placedFacts(frame: PictureFrame, asset: Asset): { readonly width: number; readonly height: number; readonly percent: number } {
  const [width, height] = [asset.pixelWidth, asset.pixelHeight].map((hundredths) => Math.round(toMm(hundredths / 100))) as [number, number];
  const percent = Math.round((100 * 100 * POINTS_PER_INCH) / Math.max(1, effectivePpi(frame, asset)));
  return { width, height, percent };
}
