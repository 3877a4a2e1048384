import type { CommandProblem } from "../../shared/commands/command";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import type { ArticleId, PageId } from "../../shared/model/ids";
import type { BodyRange, OpenFile, Selection, TextCursor, ToolName, ViewSettings } from "./session";

/** Everything React may show. Replaced as a whole by each change; parts that did not change are the same objects. */
export interface EditorState {
  readonly document: IssueDocument;
  /** The composition of exactly this document. */
  readonly layout: IssueLayout;
  readonly pageId: PageId;
  readonly selection: Selection;
  /** The article with a story that was selected last, on whatever page, for going on with it on another. */
  readonly lastArticleId: ArticleId | null;
  readonly tool: ToolName;
  readonly view: ViewSettings;
  /** Where text is being typed on the page, or null. */
  readonly textCursor: TextCursor | null;
  /** What is selected in the story panel, where that has been edited last; null else. `bodySelection` reads it. */
  readonly storySelection: BodyRange | null;
  /** The codes of the steps that undo and redo would take, or null where there is none. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** Whether the document differs from the one last saved or opened. */
  readonly dirty: boolean;
  /** The folder of the issue, or null for a document that was never saved. */
  readonly file: OpenFile | null;
  /** Why the last command was refused, until dismissed or followed by one that was not. */
  readonly problem: CommandProblem | null;
}
