import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { lookUp } from "../../shared/model/indexes";
import { useEditor } from "../editor/editorContext";
import { selectedArticle } from "../editor/selection";
import { SidePanel } from "./SidePanel";
import { StoryPanel } from "./StoryPanel";

/** Properties or styles over the words of the selected article; where no words are selected, the panel for them leaves its room to the others. */
export function RightSide() {
  const hasStory = useEditor((state) => {
    const article = selectedArticle(state.document, state.selection);
    return article !== null && article.storyId !== null && lookUp(state.document.stories, article.storyId) !== null;
  });
  const layout = useDefaultLayout({ id: "broadsheet.right", panelIds: hasStory ? withStory : withoutStory, storage: localStorage });
  return (
    <div className="right-side">
      <Group className="right-panels" orientation="vertical" {...layout}>
        <Panel id="properties" defaultSize="52%" minSize="96px">
          <SidePanel />
        </Panel>
        {hasStory ? (
          <>
            <Separator className="splitter" />
            <Panel id="story" defaultSize="48%" minSize="96px">
              <StoryPanel />
            </Panel>
          </>
        ) : null}
      </Group>
      {hasStory ? null : <StoryPanel />}
    </div>
  );
}

const withStory = ["properties", "story"];
const withoutStory = ["properties"];
