import { useTranslation } from "react-i18next";
import { resizeBox, setPushesText, setStandoff } from "../../../shared/commands/boxes";
import type { Rect } from "../../../shared/geometry/rect";
import { mm } from "../../../shared/geometry/units";
import type { Box } from "../../../shared/model/document";
import { formatLength } from "../../../shared/model/typeSizes";
import { useEditorApi } from "../../editor/editorContext";
import { SwitchField } from "../fields/ChoiceField";
import { FieldGroup, FieldPair } from "../fields/FieldRow";
import { LengthField } from "../fields/LengthField";
import { useLengths } from "./useLengths";

const anywhere = { from: mm(-1000), to: mm(2000) };
const anySize = { from: 0, to: mm(2000) };

/** Where a box stands, how large it is in millimetres and in characters and lines, and whether text keeps clear of it. */
export function BoxProperties({ box }: { readonly box: Box }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const { rect } = box;
  const place = (change: Partial<Rect>) =>
    editor.run(resizeBox, { boxId: box.id, rect: { ...rect, ...change } }, { label: "resize-box" });
  const { grid } = lengths.millimetres;
  const inCharacters = `${formatLength(rect.width, "character", grid, 1)} ${lengths.names.characters}`;
  const inLines = `${formatLength(rect.height - grid.bodySize + grid.pitch, "line", grid, 1)} ${lengths.names.lines}`;
  const coordinate = { context: lengths.millimetres, unit: lengths.names.mm, limits: anywhere };
  const extent = { context: lengths.millimetres, unit: lengths.names.mm, limits: anySize };
  return (
    <>
      <FieldGroup title={t("panels.properties.position")} aside={<span className="faint number">{`${inCharacters} × ${inLines}`}</span>}>
        <FieldPair>
          <LengthField label={t("panels.properties.x")} length={rect.x} {...coordinate} onCommit={(x) => place({ x })} />
          <LengthField label={t("panels.properties.y")} length={rect.y} {...coordinate} onCommit={(y) => place({ y })} />
        </FieldPair>
        <FieldPair>
          <LengthField
            label={t("panels.properties.width")}
            length={rect.width}
            {...extent}
            hint={inCharacters}
            onCommit={(width) => place({ width })}
          />
          <LengthField
            label={t("panels.properties.height")}
            length={rect.height}
            {...extent}
            hint={inLines}
            onCommit={(height) => place({ height })}
          />
        </FieldPair>
      </FieldGroup>
      <FieldGroup title={t("panels.properties.wrap")}>
        <SwitchField
          label={t("panels.properties.wrap")}
          description={t("panels.properties.wrapOn")}
          on={box.pushesText}
          onSwitch={(pushesText) => editor.run(setPushesText, { boxIds: [box.id], pushesText }, { label: "wrap-text" })}
        />
        <LengthField
          label={t("panels.properties.standoff")}
          length={box.standoff}
          context={lengths.characters}
          unit={lengths.names.characters}
          limits={{ from: 0, to: mm(100) }}
          onCommit={(standoff) => editor.run(setStandoff, { boxIds: [box.id], standoff }, { label: "wrap-text" })}
        />
      </FieldGroup>
    </>
  );
}
