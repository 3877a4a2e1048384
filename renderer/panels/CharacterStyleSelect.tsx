import { useTranslation } from "react-i18next";
import type { CharacterStyle } from "../../shared/model/document";
import { useEditor, useEditorApi } from "../editor/editorContext";
import { focusedText } from "../text/textFocus";
import { applyCharacterStyle, hasSelectedText, stylesOfText } from "../text/textStyles";

const NONE = "none";
const SEVERAL = "";

/** Which character style the selected text is in; every style of the issue can be chosen, and none. */
export function CharacterStyleSelect() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const styles = useEditor((state) => state.document.characterStyles);
  const isActive = useEditor(hasSelectedText);
  const shown = useEditor((state) => {
    const found = stylesOfText(state);
    return found === null ? NONE : (found.characterStyleId ?? SEVERAL);
  });
  const own = Object.values<CharacterStyle>(styles);
  const choose = (value: string) => {
    const style = own.find(({ id }) => id === value);
    if (style !== undefined) applyCharacterStyle(editor, style.id);
    else if (value === NONE) applyCharacterStyle(editor, null);
    focusedText(document)?.focus({ preventScroll: true });
  };
  return (
    <select
      className="input framed select"
      aria-label={t("styles.bar.character")}
      title={t("styles.bar.character")}
      disabled={!isActive}
      value={shown}
      onChange={(event) => choose(event.target.value)}
    >
      {shown === SEVERAL ? (
        <option value={SEVERAL} disabled>
          {t("styles.bar.several")}
        </option>
      ) : null}
      <option value={NONE}>{t("styles.bar.none")}</option>
      {own.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
