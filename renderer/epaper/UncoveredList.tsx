import { useTranslation } from "react-i18next";
import { lookUp } from "../../shared/model/indexes";
import type { Editor } from "../editor/editor";
import { useEditorApi } from "../editor/editorContext";
import { outermostSelection } from "../editor/selection";
import { Icon } from "../panels/Icon";
import type { EpaperPreview } from "./epaperPreview";
import type { UncoveredPlace } from "./uncoveredPlaces";

/** What an export would refuse to leave out, each with its reason; a click or Enter selects the story or box on its page. */
export function UncoveredList({ preview }: { readonly preview: EpaperPreview }) {
  const { t } = useTranslation();
  if (preview.uncovered.length === 0) {
    return (
      <p className="epaper-whole">
        <Icon name="check" />
        {t("epaper.uncovered.none")}
      </p>
    );
  }
  return (
    <section className="epaper-uncovered" aria-labelledby="epaper-uncovered-title">
      <h3 id="epaper-uncovered-title">
        {t("epaper.uncovered.title")}
        <span className="page-badge" data-severity="error">
          {preview.uncovered.length}
        </span>
      </h3>
      <ul>
        {preview.uncovered.map((place) => (
          <UncoveredRow key={keyOf(place)} preview={preview} place={place} />
        ))}
      </ul>
    </section>
  );
}

function UncoveredRow({ preview, place }: { readonly preview: EpaperPreview; readonly place: UncoveredPlace }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const { part, reason, pageId, title } = place;
  const number = preview.document.pages.findIndex(({ id }) => id === pageId) + 1;
  const box = place.boxId === null ? null : lookUp(preview.document.boxes, place.boxId);
  const name = title !== "" || box === null ? title : t(`epaper.uncovered.boxes.${box.kind}`);
  return (
    <li>
      <button type="button" className="epaper-uncovered-row" data-reason={reason} onClick={() => selectPlace(editor, place)}>
        <span className="epaper-uncovered-head">
          <b>{name}</b>
          <span className="number">{number === 0 ? t("epaper.uncovered.noPage") : t("epaper.uncovered.page", { page: number })}</span>
        </span>
        <span className="epaper-uncovered-reason">
          {t(`epaper.uncovered.reasons.${reason}`)}
          {place.characters === 0 ? null : <span className="number">{t("epaper.uncovered.words", { count: place.characters })}</span>}
        </span>
        {part.kind === "text" ? <q className="epaper-uncovered-words">{part.text}</q> : null}
      </button>
    </li>
  );
}

/** Shows the page and selects what the place belongs to, unless it has been deleted since. */
function selectPlace(editor: Editor, { articleId, boxId, pageId }: UncoveredPlace): void {
  const { document } = editor.store.getState();
  if (pageId === null || !document.pages.some(({ id }) => id === pageId)) return;
  editor.showPage(pageId);
  editor.setTool("select");
  if (articleId !== null && lookUp(document.articles, articleId) !== null) editor.select({ articleIds: [articleId], boxIds: [] });
  else if (boxId !== null && lookUp(document.boxes, boxId) !== null) editor.select(outermostSelection(document, boxId));
}

/** Which part it is: the same while it stays, so that its row keeps the keyboard. */
function keyOf({ part }: UncoveredPlace): string {
  return part.kind === "area" ? `area ${part.box} ${part.rect.join(" ")}` : `${part.reason} ${part.article} ${part.from}`;
}
