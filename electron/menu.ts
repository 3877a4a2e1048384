import { Menu, type MenuItemConstructorOptions } from "electron";

/**
 * The platform's menu. The window draws its own on Windows and Linux; macOS always shows one, and without the roles below
 * Quit, Copy and Paste would have no keys there.
 */
export function setPlatformMenu(platform: NodeJS.Platform): void {
  if (platform !== "darwin") {
    Menu.setApplicationMenu(null);
    return;
  }
  const template: MenuItemConstructorOptions[] = [{ role: "appMenu" }, { role: "editMenu" }, { role: "windowMenu" }];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
