import { Menu } from "@base-ui/react/menu";
import { Menubar } from "@base-ui/react/menubar";
import { useTranslation } from "react-i18next";
import { menuNames } from "../editor/action";
import { finalFocus } from "./finalFocus";
import { menuLayout } from "./menuLayout";
import { MenuActions } from "./MenuActions";

/** The menus of the window, drawn in the window in every shell. */
export function MenuBar() {
  const { t } = useTranslation();
  return (
    <Menubar className="menubar" aria-label={t("panels.app.menuBar")} modal={false}>
      {menuNames.map((name) => (
        <Menu.Root key={name}>
          <Menu.Trigger className="menubar-trigger">{t(`actions.menus.${name}`)}</Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="positioner" sideOffset={2} align="start">
              <Menu.Popup className="menu" finalFocus={() => finalFocus(document, null)}>
                <MenuActions sections={menuLayout[name]} />
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ))}
    </Menubar>
  );
}
