import { Fragment } from "react";
import { Toolbar as Bar } from "@base-ui/react/toolbar";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../editor/actions";
import type { IconName } from "../panels/Icon";
import { ActionButton } from "./ActionButton";
import { toolbarLayout, toolStripLayout, type MenuSections } from "./menuLayout";

/** The drawings of the actions that have a button. */
export const actionIcons: Readonly<Partial<Record<ActionId, IconName>>> = {
  "file.new": "new",
  "file.open": "open",
  "file.save": "save",
  "edit.undo": "undo",
  "edit.redo": "redo",
  "file.exportIssuePdf": "pdf",
  "file.exportEpaper": "epaper",
  "tool.select": "select",
  "tool.text": "text",
  "tool.article": "article",
  "tool.photo": "photo",
  "tool.briefs": "briefs",
  "tool.hand": "hand",
  "tool.zoom": "zoom",
};

/** The row of buttons for files and undo. */
export function Toolbar() {
  const { t } = useTranslation();
  return (
    <Bar.Root className="toolbar" aria-label={t("panels.app.toolbar")}>
      <Buttons sections={toolbarLayout} side="bottom" />
    </Bar.Root>
  );
}

/** The column of tools. */
export function ToolStrip() {
  const { t } = useTranslation();
  return (
    <Bar.Root className="tool-strip" orientation="vertical" aria-label={t("actions.menus.tool")}>
      <Buttons sections={toolStripLayout} side="right" />
    </Bar.Root>
  );
}

function Buttons({ sections, side }: { readonly sections: MenuSections; readonly side: "bottom" | "right" }) {
  return sections.map((section, index) => (
    <Fragment key={section.join(" ")}>
      {index === 0 ? null : <Bar.Separator className="bar-line" />}
      {section.map((actionId) => (
        <ActionButton key={actionId} actionId={actionId} icon={actionIcons[actionId] ?? "chevronRight"} side={side} />
      ))}
    </Fragment>
  ));
}
