import { useTranslation } from "react-i18next";
import type { Article, Box } from "../../shared/model/document";
import { boxesOfArticle } from "../../shared/model/indexes";
import { useEditor } from "../editor/editorContext";
import { selectedArticle, selectedBox, selectionSize } from "../editor/selection";
import { ArticleProperties } from "./properties/ArticleProperties";
import { BoxProperties } from "./properties/BoxProperties";
import { CompositionProperties } from "./properties/CompositionProperties";
import { FrameProperties } from "./properties/FrameProperties";
import { GridProperties } from "./properties/GridProperties";
import { IssueProperties } from "./properties/IssueProperties";
import { SwatchesPanel } from "./swatches/SwatchesPanel";
import { PageProperties } from "./properties/PageProperties";

/** What can be set of the selection: of an article and its frames, of one box, or of the page and the issue. */
export function PropertiesPanel() {
  const { t } = useTranslation();
  const size = useEditor((state) => selectionSize(state.selection));
  const article = useEditor((state) => selectedArticle(state.document, state.selection));
  const box = useEditor((state) => selectedBox(state.document, state.selection));
  return (
    <section className="properties-panel" aria-label={t("panels.properties.title")}>
      {size > 1 ? <p className="panel-empty">{t("panels.properties.several", { count: size })}</p> : null}
      <div className="panel-scroll">
        {size === 0 ? <NothingSelected /> : null}
        {box === null ? null : <OneBox key={box.id} box={box} />}
        {article === null ? null : <ArticleProperties key={article.id} article={article} />}
        {article === null || box !== null ? null : <ArticleFrames key={`frames ${article.id}`} article={article} />}
      </div>
    </section>
  );
}

function NothingSelected() {
  return (
    <>
      <PageProperties />
      <GridProperties />
      <IssueProperties />
      <SwatchesPanel />
      <CompositionProperties />
    </>
  );
}

function OneBox({ box }: { readonly box: Box }) {
  return (
    <>
      <FrameProperties box={box} />
      <BoxProperties box={box} />
    </>
  );
}

/** The frames of an article that is selected as a whole: what is set most often, without going into the article. */
function ArticleFrames({ article }: { readonly article: Article }) {
  const document = useEditor((state) => state.document);
  const frames = boxesOfArticle(document, article.id).filter((box) => box.kind !== "panel" && box.kind !== "rule");
  return frames.map((box) => <FrameProperties key={box.id} box={box} />);
}
