import { useTranslation } from "react-i18next";
import { resizeBox } from "../../../shared/commands/boxes";
import { setColumns, setGutter, setTextRun, type TextRunChange } from "../../../shared/commands/textFrames";
import type { NewspaperGrid, TextFrame } from "../../../shared/model/document";
import { columnMeasures, hasOddSpace } from "../../../shared/model/frameColumns";
import { columnsWidth, columnWidth, gutterWidth } from "../../../shared/model/gridGeometry";
import { formatLength } from "../../../shared/model/typeSizes";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { ChoiceField, SwitchField } from "../fields/ChoiceField";
import { FieldGroup, FieldPair } from "../fields/FieldRow";
import { LengthField } from "../fields/LengthField";
import { WholeField } from "../fields/WholeField";
import { useLengths } from "./useLengths";

/** How text runs in a frame: its direction, its columns (破栏: so many of the grid's divided anew), and where it ends. */
export function TextFrameProperties({ frame }: { readonly frame: TextFrame }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const grid = useEditor((state) => state.document.grid);
  const set = (change: TextRunChange) => editor.run(setTextRun, { boxId: frame.id, change }, { label: "set-text-run" });
  const isVertical = frame.direction === "vertical";
  const columns = (
    <WholeField
      label={isVertical ? t("fitting.tiers") : t("panels.properties.columns")}
      value={frame.columns}
      limits={{ from: 1, to: 16 }}
      onCommit={(count) => editor.run(setColumns, { boxId: frame.id, columns: count }, { label: "set-columns" })}
    />
  );
  return (
    <FieldGroup title={t("panels.properties.textFrame")} aside={<span className="faint number">{measuresOf(frame, grid, t("panels.units.characters"))}</span>}>
      <ChoiceField
        label={t("panels.properties.direction")}
        value={frame.direction}
        choices={(["horizontal", "vertical"] as const).map((value) => ({ value, label: t(`panels.properties.${value}`) }))}
        onChoose={(direction) => set({ direction })}
      />
      {isVertical ? (
        columns
      ) : (
        <FieldPair>
          <WholeField
            label={t("fitting.gridColumns")}
            value={gridColumnsOf(frame, grid)}
            limits={{ from: 1, to: grid.columns }}
            hint={t("fitting.gridColumnsHint")}
            onCommit={(count) => editor.run(resizeBox, { boxId: frame.id, rect: { ...frame.rect, width: columnsWidth(grid, count) } }, { label: "set-columns" })}
          />
          {columns}
        </FieldPair>
      )}
      <LengthField
        label={t("panels.properties.gutter")}
        length={frame.gutter}
        context={lengths.characters}
        unit={lengths.names.characters}
        limits={{ from: 0, to: grid.bodySize * 10 }}
        onCommit={(gutter) => editor.run(setGutter, { boxId: frame.id, gutter }, { label: "set-columns" })}
      />
      {hasOddSpace(frame, grid) ? (
        <ChoiceField
          label={t("fitting.remainder")}
          value={frame.remainder}
          choices={(["even", "longerColumns", "widerGutters"] as const).map((value) => ({ value, label: t(`fitting.remainders.${value}`) }))}
          onChoose={(remainder) => set({ remainder })}
        />
      ) : null}
      <SwitchField
        label={t("fitting.balance")}
        description={t("fitting.balanceOn")}
        on={frame.balance}
        onSwitch={(balance) => set({ balance })}
      />
      <ChoiceField
        label={t("fitting.blockAlign")}
        value={frame.blockAlign}
        choices={(["start", "justify"] as const).map((value) => ({ value, label: t(`fitting.blockAligns.${value}`) }))}
        onChoose={(blockAlign) => set({ blockAlign })}
      />
    </FieldGroup>
  );
}

/** How many of the grid's columns a frame is nearest to in width. */
function gridColumnsOf(frame: TextFrame, grid: NewspaperGrid): number {
  const gutter = gutterWidth(grid);
  return Math.max(1, Math.round((frame.rect.width + gutter) / (columnWidth(grid) + gutter)));
}

/** The columns' measures in body characters: `20 字 × 2`, or `21+20 字` where they differ. */
function measuresOf(frame: TextFrame, grid: NewspaperGrid, characters: string): string {
  const shown = columnMeasures(frame, grid).map(({ length }) => formatLength(length, "character", grid, 2));
  const [first] = shown;
  const isEven = shown.every((measure) => measure === first);
  return isEven ? `${first ?? ""} ${characters} × ${shown.length}` : `${shown.join("+")} ${characters}`;
}
