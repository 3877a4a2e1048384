import { useTranslation } from "react-i18next";
import { setPanel } from "../../../shared/commands/furniture";
import type { Panel } from "../../../shared/model/document";
import { useEditorApi } from "../../editor/editorContext";
import { FieldGroup } from "../fields/FieldRow";
import { OptionalInkField } from "../fields/InkField";
import { LengthField } from "../fields/LengthField";
import { useLengths } from "./useLengths";

/** The inks of a panel and the weight of its border. */
export function PanelProperties({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const lengths = useLengths();
  const set = (change: Partial<Pick<Panel, "fill" | "stroke" | "strokeWidth">>) =>
    editor.run(setPanel, { boxId: panel.id, change }, { label: "set-panel" });
  return (
    <FieldGroup title={t("panels.properties.panel")}>
      <OptionalInkField label={t("panels.properties.fill")} ink={panel.fill} onCommit={(fill) => set({ fill })} />
      <OptionalInkField
        label={t("panels.properties.stroke")}
        ink={panel.stroke}
        onCommit={(stroke) => set({ stroke })}
      />
      <LengthField
        label={t("panels.properties.strokeWidth")}
        length={panel.strokeWidth}
        context={lengths.points}
        unit={lengths.names.pt}
        limits={{ from: 0, to: 30 }}
        onCommit={(strokeWidth) => set({ strokeWidth })}
      />
    </FieldGroup>
  );
}
