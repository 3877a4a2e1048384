import { useTranslation } from "react-i18next";
import { setTitleLetters, type TitleLetters } from "../../../shared/commands/titleFrames";
import type { TitleFrame, TitleRole } from "../../../shared/model/document";
import { ok } from "../../../shared/result";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { DraftField } from "../fields/DraftField";
import { EmField } from "../fields/EmField";
import { FieldPair } from "../fields/FieldRow";
import { readNumber, type Limits, type Reading } from "../fields/readField";

/** How much tracking a headline may be given, in em: the house limits what is taken only. */
const MOST_TRACKING_EM = 1;

/** How wide the letters of one part of a title are and how far apart, within the house's limits. */
export function TitleLetterFields({ frame, role }: { readonly frame: TitleFrame; readonly role: TitleRole }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const { headlineScale, headlineTrackingEm } = useEditor((state) => state.document.composition.fitLimits);
  const set = (letters: TitleLetters) => editor.run(setTitleLetters, { boxId: frame.id, role, letters }, { label: "set-title" });
  const limits = { from: percent(1 - headlineScale), to: percent(1 + headlineScale) };
  const scale = percent(frame.scales[role]);
  return (
    <FieldPair>
      <DraftField
        label={t(`fitting.scales.${role}`)}
        text={String(scale)}
        unit="%"
        read={(text) => readScale(text, limits)}
        step={(by, large) => Math.min(limits.to, Math.max(limits.from, Math.round(scale) + by * (large ? 10 : 1))) / 100}
        onCommit={(value) => set({ scale: value })}
      />
      <EmField
        label={t(`fitting.trackings.${role}`)}
        value={frame.trackings[role]}
        limits={{ from: -headlineTrackingEm, to: MOST_TRACKING_EM }}
        step={0.01}
        onCommit={(tracking) => set({ tracking })}
      />
    </FieldPair>
  );
}

/** A width in per cent as a factor. */
function readScale(text: string, limits: Limits): Reading<number> {
  const read = readNumber(text.trim().replace(/[%％]$/u, ""), limits);
  return read.ok ? ok(read.value / 100) : read;
}

function percent(factor: number): number {
  return Math.round(factor * 1000) / 10;
}
