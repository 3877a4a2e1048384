import { useTranslation } from "react-i18next";
import type { ParagraphStyle } from "../../shared/model/document";
import { houseParagraphStyles } from "../../shared/model/houseStyles";
import { lookUp } from "../../shared/model/indexes";
import { useEditor, useEditorApi } from "../editor/editorContext";
import { focusedText } from "../text/textFocus";
import { applyParagraphStyle, stylesOfText } from "../text/textStyles";
import { useActionContext } from "../window/windowContext";
import { Icon } from "./Icon";

/** Which style the paragraphs of the selected text are in; house styles that the issue lacks can be chosen as well. */
export function ParagraphStyleSelect() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const { window } = useActionContext();
  const styles = useEditor((state) => state.document.paragraphStyles);
  const isActive = useEditor((state) => stylesOfText(state) !== null);
  const styleId = useEditor((state) => stylesOfText(state)?.paragraphStyleId ?? null);
  const own = Object.values<ParagraphStyle>(styles);
  const house = houseParagraphStyles.filter(({ id }) => lookUp(styles, id) === null);
  const choose = (id: string) => {
    const style = [...own, ...house].find((style) => style.id === id);
    if (style === undefined) return;
    applyParagraphStyle(editor, style.id);
    focusedText(document)?.focus({ preventScroll: true });
  };
  return (
    <span className="style-select">
      <select
        id="paragraph-style"
        className="input framed select"
        aria-label={t("styles.bar.paragraph")}
        title={t("styles.bar.paragraph")}
        disabled={!isActive}
        value={styleId ?? ""}
        onChange={(event) => choose(event.target.value)}
      >
        {styleId === null ? (
          <option value="" disabled>
            {t(isActive ? "styles.bar.several" : "styles.bar.paragraph")}
          </option>
        ) : null}
        {own.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {house.length === 0 ? null : (
          <optgroup label={t("styles.bar.house")}>
            {house.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <button
        type="button"
        className="tool-button"
        aria-label={t("styles.bar.edit")}
        title={t("styles.bar.edit")}
        disabled={styleId === null}
        onClick={() => window.setState({ editedStyle: { kind: "paragraph", id: styleId } })}
      >
        <Icon name="edit" />
      </button>
    </span>
  );
}
