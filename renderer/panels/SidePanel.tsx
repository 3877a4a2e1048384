import { Tabs } from "@base-ui/react/tabs";
import { useTranslation } from "react-i18next";
import { useActionContext, useWindow } from "../window/windowContext";
import { PropertiesPanel } from "./PropertiesPanel";
import { StylesPanel } from "./styles/StylesPanel";

/** Beside the page: the properties of what is selected, or the styles of the issue, in one place. */
export function SidePanel() {
  const { t } = useTranslation();
  const { window } = useActionContext();
  const stylesOpen = useWindow((state) => state.editedStyle !== null);
  return (
    <Tabs.Root
      className="side-panel"
      value={stylesOpen ? "styles" : "properties"}
      onValueChange={(value) => window.setState({ editedStyle: value === "styles" ? { kind: "paragraph", id: null } : null })}
    >
      <Tabs.List className="panel-head side-tabs" aria-label={t("styles.panel.tabs")}>
        <Tabs.Tab className="side-tab" value="properties">
          {t("panels.properties.title")}
        </Tabs.Tab>
        <Tabs.Tab className="side-tab" value="styles">
          {t("styles.panel.title")}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel className="side-content" value="properties" tabIndex={-1}>
        <PropertiesPanel />
      </Tabs.Panel>
      <Tabs.Panel className="side-content" value="styles" tabIndex={-1}>
        <StylesPanel />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
