import { Dialog } from "@base-ui/react/dialog";
import { useState, type ReactNode } from "react";
import { finalFocus } from "../menu/finalFocus";

/** A dialog over the window: a title, its content, buttons at the foot. Escape closes it. */
export function DialogFrame({ title, size = "small", onClose, children, buttons }: {
  readonly title: string;
  readonly size?: "small" | "medium" | "large";
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
}) {
  const [before] = useState(() => document.activeElement);
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={`dialog ${size}`} finalFocus={() => finalFocus(document, before)}>
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
          <div className="dialog-content">{children}</div>
          <footer className="dialog-buttons">{buttons}</footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
