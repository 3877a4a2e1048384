import { useTranslation } from "react-i18next";
import type { NewspaperGrid } from "../../../shared/model/document";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { DraftField } from "../fields/DraftField";
import { FieldGroup, FieldPair } from "../fields/FieldRow";
import { LengthField } from "../fields/LengthField";
import { readNumber } from "../fields/readField";
import { TypeSizeField } from "../fields/TypeSizeField";
import { WholeField } from "../fields/WholeField";
import { changeGrid } from "../issueEdits";
import { useLengths } from "./useLengths";

/** The newspaper grid that the type area follows from. */
export function GridProperties() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const grid = useEditor((state) => state.document.grid);
  const change = (part: Partial<NewspaperGrid>) => changeGrid(editor, part);
  const measure = `${grid.charactersPerColumn} × ${grid.columns} × ${grid.lines}`;
  return (
    <FieldGroup title={t("panels.properties.grid")} aside={<span className="faint number">{measure}</span>}>
      <TypeSizeField
        label={t("panels.properties.bodySize")}
        size={grid.bodySize}
        context={lengths.points}
        onCommit={(bodySize) => change({ bodySize })}
      />
      <LengthField
        label={t("panels.properties.pitch")}
        length={grid.pitch}
        context={lengths.points}
        unit={lengths.names.pt}
        limits={{ from: grid.bodySize, to: grid.bodySize * 3 }}
        onCommit={(pitch) => change({ pitch })}
      />
      <FieldPair>
        <WholeField
          label={t("panels.properties.gridColumns")}
          value={grid.columns}
          limits={{ from: 1, to: 16 }}
          unit={t("panels.units.columns")}
          onCommit={(columns) => change({ columns })}
        />
        <WholeField
          label={t("panels.properties.charactersPerColumn")}
          value={grid.charactersPerColumn}
          limits={{ from: 4, to: 60 }}
          unit={lengths.names.characters}
          onCommit={(charactersPerColumn) => change({ charactersPerColumn })}
        />
      </FieldPair>
      <FieldPair>
        <DraftField
          label={t("panels.properties.gutterCharacters")}
          text={String(grid.gutterCharacters)}
          read={(text) => readNumber(text, { from: 0, to: 6 })}
          unit={lengths.names.characters}
          onCommit={(gutterCharacters) => change({ gutterCharacters })}
        />
        <WholeField
          label={t("panels.properties.lines")}
          value={grid.lines}
          limits={{ from: 10, to: 300 }}
          unit={lengths.names.lines}
          onCommit={(lines) => change({ lines })}
        />
      </FieldPair>
    </FieldGroup>
  );
}
