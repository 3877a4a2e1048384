import { useTranslation } from "react-i18next";
import { setColumns, setGutter } from "../../../shared/commands/textFrames";
import type { TextFrame } from "../../../shared/model/document";
import { formatLength } from "../../../shared/model/typeSizes";
import { useEditorApi } from "../../editor/editorContext";
import { FieldGroup, FieldPair } from "../fields/FieldRow";
import { LengthField } from "../fields/LengthField";
import { WholeField } from "../fields/WholeField";
import { useLengths } from "./useLengths";

/** The columns of a text frame. */
export function TextFrameProperties({ frame }: { readonly frame: TextFrame }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const column = (frame.rect.width - (frame.columns - 1) * frame.gutter) / frame.columns;
  const perColumn = `${formatLength(column, "character", lengths.characters.grid, 2)} ${lengths.names.characters} × ${frame.columns}`;
  return (
    <FieldGroup title={t("panels.properties.textFrame")} aside={<span className="faint number">{perColumn}</span>}>
      <FieldPair>
        <WholeField
          label={t("panels.properties.columns")}
          value={frame.columns}
          limits={{ from: 1, to: 16 }}
          onCommit={(columns) => editor.run(setColumns, { boxId: frame.id, columns }, { label: "set-columns" })}
        />
        <LengthField
          label={t("panels.properties.gutter")}
          length={frame.gutter}
          context={lengths.characters}
          unit={lengths.names.characters}
          limits={{ from: 0, to: lengths.characters.grid.bodySize * 10 }}
          onCommit={(gutter) => editor.run(setGutter, { boxId: frame.id, gutter }, { label: "set-columns" })}
        />
      </FieldPair>
    </FieldGroup>
  );
}
