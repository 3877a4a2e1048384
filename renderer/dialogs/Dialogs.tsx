import { useActionContext, useWindow } from "../window/windowContext";
import { AboutDialog } from "./AboutDialog";
import { CommandPalette } from "./CommandPalette";
import { FileDialog } from "./FileDialog";
import { KeysDialog } from "./KeysDialog";
import { NewIssueDialog } from "./NewIssueDialog";
import { PressDialog } from "./PressDialog";
import { RecentDialog } from "./RecentDialog";
import { UncoveredDialog } from "./UncoveredDialog";
import { UnsavedDialog } from "./UnsavedDialog";

/** The dialog that is open, if one is. */
export function Dialogs() {
  const { window } = useActionContext();
  const dialog = useWindow((state) => state.dialog);
  const close = () => window.closeDialog();
  if (dialog === null) return null;
  switch (dialog.kind) {
    case "path":
      return <FileDialog request={dialog.request} onAnswer={dialog.answer} />;
    case "newIssue":
      return <NewIssueDialog onAnswer={dialog.answer} />;
    case "unsaved":
      return <UnsavedDialog name={dialog.name} onAnswer={dialog.answer} />;
    case "uncovered":
      return <UncoveredDialog parts={dialog.parts} onAnswer={dialog.answer} />;
    case "press":
      return <PressDialog onClose={close} />;
    case "recent":
      return <RecentDialog onClose={close} />;
    case "keys":
      return <KeysDialog onClose={close} />;
    case "palette":
      return <CommandPalette onClose={close} />;
    case "about":
      return <AboutDialog onClose={close} />;
  }
}
