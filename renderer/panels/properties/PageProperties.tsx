import { useTranslation } from "react-i18next";
import { mm, toMm } from "../../../shared/geometry/units";
import { typeAreaSize } from "../../../shared/model/gridGeometry";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { changePageSize, editPageText } from "../issueEdits";
import { FieldGroup, FieldPair } from "../fields/FieldRow";
import { LengthField } from "../fields/LengthField";
import { LiveField } from "../fields/LiveField";
import { useLengths } from "./useLengths";

const pageSizes = { from: mm(100), to: mm(1200) };

/** The name, the note and the trim size of the page that is shown. */
export function PageProperties() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const grid = useEditor((state) => state.document.grid);
  const page = useEditor((state) => state.document.pages.find((page) => page.id === state.pageId));
  if (page === undefined) return null;
  const area = typeAreaSize(grid);
  const areaWords = `${t("panels.properties.typeArea")} ${Math.round(toMm(area.width))} × ${Math.round(toMm(area.height))} mm`;
  const size = { context: lengths.millimetres, unit: lengths.names.mm, limits: pageSizes };
  return (
    <FieldGroup title={t("panels.properties.page")} aside={<span className="faint number">{areaWords}</span>}>
      <LiveField
        key={`${page.id} name`}
        label={t("panels.properties.pageName")}
        text={page.name}
        onEdit={(change) => editPageText(editor, page, "name", change)}
      />
      <FieldPair>
        <LengthField
          label={t("panels.properties.width")}
          length={page.size.width}
          {...size}
          onCommit={(width) => changePageSize(editor, page, { width })}
        />
        <LengthField
          label={t("panels.properties.height")}
          length={page.size.height}
          {...size}
          onCommit={(height) => changePageSize(editor, page, { height })}
        />
      </FieldPair>
      <LiveField
        key={`${page.id} note`}
        label={t("panels.properties.pageNote")}
        text={page.note}
        multiline
        onEdit={(change) => editPageText(editor, page, "note", change)}
      />
    </FieldGroup>
  );
}
