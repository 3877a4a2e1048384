import { ContextMenu } from "@base-ui/react/context-menu";
import { Menu } from "@base-ui/react/menu";
import { Fragment } from "react";
import type { ActionId } from "../editor/actions";
import { Icon } from "../panels/Icon";
import type { MenuSections } from "./menuLayout";
import { useActionItem } from "./useActionItem";

/** The items of a menu, from the actions they start. */
export function MenuActions({ sections, kind = "menu" }: {
  readonly sections: MenuSections;
  readonly kind?: "menu" | "context";
}) {
  const parts = kind === "menu" ? Menu : ContextMenu;
  return sections.map((section, index) => (
    <Fragment key={section.join(" ")}>
      {index === 0 ? null : <parts.Separator className="menu-line" />}
      {section.map((actionId) => (
        <MenuAction key={actionId} actionId={actionId} parts={parts} />
      ))}
    </Fragment>
  ));
}

function MenuAction({ actionId, parts }: { readonly actionId: ActionId; readonly parts: typeof Menu | typeof ContextMenu }) {
  const item = useActionItem(actionId);
  const content = (
    <>
      <span className="menu-label">{item.label}</span>
      <span className="menu-key">{item.keys}</span>
    </>
  );
  if (item.checked === null) {
    return (
      <parts.Item className="menu-item" disabled={!item.enabled} onClick={item.run} label={item.label}>
        <span className="menu-check" />
        {content}
      </parts.Item>
    );
  }
  return (
    <parts.CheckboxItem
      className="menu-item"
      disabled={!item.enabled}
      checked={item.checked}
      onCheckedChange={item.run}
      closeOnClick
      label={item.label}
    >
      <span className="menu-check">{item.checked ? <Icon name="check" /> : null}</span>
      {content}
    </parts.CheckboxItem>
  );
}
