import { useTranslation } from "react-i18next";
import { editParagraphStyle } from "../../../shared/commands/styles";
import type { CharacterStyle, ParagraphStyle } from "../../../shared/model/document";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { ChoiceField } from "../fields/ChoiceField";
import { DraftField } from "../fields/DraftField";
import { EmField } from "../fields/EmField";
import { FieldGroup, FieldPair } from "../fields/FieldRow";
import { InkField, OptionalInkField } from "../fields/InkField";
import { LengthField } from "../fields/LengthField";
import { TypeSizeField } from "../fields/TypeSizeField";
import { WholeField } from "../fields/WholeField";
import { useLengths } from "../properties/useLengths";
import { FontField } from "./FontField";
import { formatScale, readMarker, readScale } from "./readStyleField";
import { StyleNameField } from "./StyleNameField";

const OWN = "";

/** Every field of a paragraph style. */
export function ParagraphStyleFields({ style }: { readonly style: ParagraphStyle }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const paragraphStyles = useEditor((state) => state.document.paragraphStyles);
  const characterStyles = useEditor((state) => state.document.characterStyles);
  const set = (change: Partial<Omit<ParagraphStyle, "id">>) =>
    editor.run(editParagraphStyle, { styleId: style.id, change }, { label: "edit-style" });
  const points = { context: lengths.points, unit: lengths.names.pt };
  const runIns = Object.values<CharacterStyle>(characterStyles);
  return (
    <>
      <FieldGroup title={t("styles.groups.type")}>
        <StyleNameField style={style} styles={Object.values<ParagraphStyle>(paragraphStyles)} onCommit={(name) => set({ name })} />
        <FontField label={t("styles.fields.font")} fontId={style.fontId} onCommit={(fontId) => set({ fontId })} />
        <TypeSizeField label={t("styles.fields.size")} size={style.size} context={lengths.points} onCommit={(size) => set({ size })} />
        <LengthField label={t("styles.fields.pitch")} length={style.pitch} {...points} limits={{ from: 2, to: 600 }} onCommit={(pitch) => set({ pitch })} />
        <FieldPair>
          <DraftField
            label={t("styles.fields.scale")}
            text={formatScale(style.horizontalScale)}
            unit="%"
            hint={t("styles.hints.scale")}
            read={(text) => readScale(text, { from: 0.5, to: 2 })}
            step={(by, large) => Math.min(2, Math.max(0.5, Math.round((style.horizontalScale + by * (large ? 0.1 : 0.01)) * 1000) / 1000))}
            onCommit={(horizontalScale) => set({ horizontalScale })}
          />
          <EmField label={t("styles.fields.tracking")} value={style.trackingEm} limits={{ from: -0.2, to: 2 }} step={0.01} onCommit={(trackingEm) => set({ trackingEm })} />
        </FieldPair>
        <InkField label={t("styles.fields.ink")} ink={style.ink} onCommit={(ink) => set({ ink })} />
      </FieldGroup>
      <FieldGroup title={t("styles.groups.paragraph")}>
        <ChoiceField
          label={t("styles.fields.align")}
          value={style.align}
          choices={(["start", "center", "end", "justify", "spread"] as const).map((value) => ({ value, label: t(`styles.aligns.${value}`) }))}
          onChoose={(align) => set({ align })}
        />
        <EmField label={t("styles.fields.firstLineIndent")} value={style.firstLineIndentEm} limits={{ from: 0, to: 20 }} step={1} onCommit={(firstLineIndentEm) => set({ firstLineIndentEm })} />
        <EmField label={t("styles.fields.hangingIndent")} value={style.hangingIndentEm} limits={{ from: 0, to: 20 }} step={1} onCommit={(hangingIndentEm) => set({ hangingIndentEm })} />
        <LengthField label={t("styles.fields.spaceBefore")} length={style.spaceBefore} {...points} limits={{ from: 0, to: 300 }} onCommit={(spaceBefore) => set({ spaceBefore })} />
        <WholeField
          label={t("styles.fields.linesOccupied")}
          value={style.linesOccupied}
          limits={{ from: 0, to: 20 }}
          unit={lengths.names.lines}
          hint={t("styles.hints.linesOccupied")}
          onCommit={(linesOccupied) => set({ linesOccupied })}
        />
      </FieldGroup>
      <FieldGroup title={t("styles.groups.runIn")}>
        <DraftField label={t("styles.fields.marker")} text={style.marker} read={readMarker} onCommit={(marker) => set({ marker })} />
        <ChoiceField
          label={t("styles.fields.runIn")}
          value={style.runInStyleId ?? OWN}
          choices={[{ value: OWN, label: t("styles.fields.noRunIn") }, ...runIns.map(({ id, name }) => ({ value: id, label: name }))]}
          onChoose={(id) => set({ runInStyleId: runIns.find((runIn) => runIn.id === id)?.id ?? null })}
        />
        <WholeField
          label={t("styles.fields.dropCapLines")}
          value={style.dropCap.lines}
          limits={{ from: 0, to: 10 }}
          unit={lengths.names.lines}
          hint={t("styles.hints.dropCap")}
          onCommit={(lines) => set({ dropCap: { ...style.dropCap, lines } })}
        />
        <WholeField
          label={t("styles.fields.dropCapCharacters")}
          value={style.dropCap.characters}
          limits={{ from: 1, to: 10 }}
          unit={lengths.names.characters}
          onCommit={(characters) => set({ dropCap: { ...style.dropCap, characters } })}
        />
      </FieldGroup>
      <FieldGroup title={t("styles.groups.decoration")}>
        <OptionalInkField label={t("styles.fields.fill")} ink={style.fill} onCommit={(fill) => set({ fill })} />
        <FieldPair>
          <LengthField label={t("styles.fields.ruleAbove")} length={style.ruleAbove} {...points} limits={{ from: 0, to: 20 }} onCommit={(ruleAbove) => set({ ruleAbove })} />
          <LengthField label={t("styles.fields.ruleBelow")} length={style.ruleBelow} {...points} limits={{ from: 0, to: 20 }} onCommit={(ruleBelow) => set({ ruleBelow })} />
        </FieldPair>
      </FieldGroup>
    </>
  );
}
