import { useEditorApi } from "../../editor/editorContext";
import type { TextChange } from "../../editor/textChange";
import { FieldRow } from "./FieldRow";
import { useLiveText } from "./useLiveText";

/** A text that changes the document as it is typed. `multiline` fields take line feeds and grow with their text. */
export function LiveField({ label, text, onEdit, multiline = false, placeholder }: {
  readonly label: string;
  readonly text: string;
  /** Applies a change; answers whether the document took it. */
  readonly onEdit: (change: TextChange) => boolean;
  readonly multiline?: boolean;
  readonly placeholder?: string;
}) {
  return (
    <FieldRow label={label} tall={multiline}>
      {(id) =>
        multiline ? (
          <LiveArea id={id} text={text} onEdit={onEdit} placeholder={placeholder} />
        ) : (
          <LiveInput id={id} text={text} onEdit={onEdit} placeholder={placeholder} />
        )
      }
    </FieldRow>
  );
}

interface LiveProps {
  readonly id: string;
  readonly text: string;
  readonly onEdit: (change: TextChange) => boolean;
  readonly placeholder: string | undefined;
}

function LiveInput({ id, text, onEdit, placeholder }: LiveProps) {
  const handlers = useLiveText<HTMLInputElement>(useEditorApi(), text, onEdit);
  return <input {...handlers} id={id} className="input framed" placeholder={placeholder} autoComplete="off" spellCheck={false} />;
}

function LiveArea({ id, text, onEdit, placeholder }: LiveProps) {
  const handlers = useLiveText<HTMLTextAreaElement>(useEditorApi(), text, onEdit);
  return <textarea {...handlers} id={id} className="input framed area" placeholder={placeholder} rows={1} spellCheck={false} />;
}
