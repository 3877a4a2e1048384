import { useTranslation } from "react-i18next";
import type { CharacterStyle, ParagraphStyle } from "../../../shared/model/document";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { useActionContext, useWindow } from "../../window/windowContext";
import type { EditedStyle } from "../../window/windowStore";
import { CharacterStyleFields } from "./CharacterStyleFields";
import { addStyleLike } from "./addStyleLike";
import { ParagraphStyleFields } from "./ParagraphStyleFields";
import { StyleList } from "./StyleList";
import { styleUses } from "./styleUses";

/** The styles: a list of those of one kind, and every field of the chosen one. The pages follow each change. */
export function StylesPanel() {
  const { t } = useTranslation();
  const edited = useWindow((state) => state.editedStyle);
  const { window } = useActionContext();
  const paragraphStyles = useEditor((state) => state.document.paragraphStyles);
  const characterStyles = useEditor((state) => state.document.characterStyles);
  const kind = edited?.kind ?? "paragraph";
  const styles: readonly (ParagraphStyle | CharacterStyle)[] =
    kind === "paragraph" ? Object.values<ParagraphStyle>(paragraphStyles) : Object.values<CharacterStyle>(characterStyles);
  const style = styles.find(({ id }) => id === edited?.id) ?? styles[0] ?? null;
  const show = (style: EditedStyle) => window.setState({ editedStyle: style });
  return (
    <section className="styles-panel" aria-label={t("styles.panel.title")}>
      <div className="style-kinds" role="group" aria-label={t("styles.panel.title")}>
        {(["paragraph", "character"] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="button small"
            aria-pressed={kind === name}
            onClick={() => show({ kind: name, id: null })}
          >
            {t(`styles.panel.kinds.${name}`)}
          </button>
        ))}
      </div>
      <StyleList
        styles={styles}
        chosenId={style?.id ?? null}
        onChoose={(index) => {
          const chosen = styles[index];
          if (chosen !== undefined) show(editedStyleOf(chosen));
        }}
      />
      {style === null ? null : <ChosenStyle key={style.id} style={style} onAdd={show} />}
    </section>
  );
}

function ChosenStyle({ style, onAdd }: {
  readonly style: ParagraphStyle | CharacterStyle;
  readonly onAdd: (style: EditedStyle) => void;
}) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const uses = useEditor((state) => styleUses(state.document.stories, style.id));
  const add = () => {
    const name = (number: number) =>
      number === 1 ? t("styles.panel.copyOf", { name: style.name }) : t("styles.panel.numberedCopyOf", { name: style.name, number });
    const added = addStyleLike(editor, editedStyleOf(style), name);
    if (added !== null) onAdd(added);
  };
  return (
    <>
      <div className="style-head">
        <button type="button" className="button small" onClick={add}>
          {t("styles.panel.add")}
        </button>
        <span className="faint number head-end">{uses === 0 ? t("styles.panel.unused") : t("styles.panel.uses", { count: uses })}</span>
      </div>
      <div className="panel-scroll">
        {"size" in style ? <ParagraphStyleFields style={style} /> : <CharacterStyleFields style={style} />}
      </div>
    </>
  );
}

function editedStyleOf(style: ParagraphStyle | CharacterStyle): EditedStyle & { readonly id: string } {
  return "size" in style ? { kind: "paragraph", id: style.id } : { kind: "character", id: style.id };
}
