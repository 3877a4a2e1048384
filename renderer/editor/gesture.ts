import type { Command, CommandProblem } from "../../shared/commands/command";
import type { Rect } from "../../shared/geometry/rect";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import type { Result } from "../../shared/result";

/** A drag in progress. Every preview is computed from the document at its start, so error never adds up. */
export interface Gesture {
  /** Shows what the command would make of the original document. */
  preview<Args>(command: Command<Args>, args: Args): Result<IssueDocument, CommandProblem>;
  /** Shows marks that belong to the drag alone. */
  show(feedback: GestureFeedback): void;
  /** Records the last preview as one undo step; nothing where there was none. */
  commit(): void;
  /** Drops the working copy: the document is the very object it was. */
  abandon(): void;
}

/** Marks drawn over the page during a drag. */
export interface GestureFeedback {
  readonly guides: readonly GuideLine[];
  /** The area a marquee or a new box covers. */
  readonly area: Rect | null;
  /** Which size the area shows beside itself, in characters and lines; none for a marquee. */
  readonly measured: boolean;
}

/** A line that the dragged edges have snapped to, in page points. */
export interface GuideLine {
  readonly axis: "x" | "y";
  /** The x of a vertical guide, the y of a horizontal one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What the canvas shows while a gesture runs. */
export interface GestureFrame {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  readonly feedback: GestureFeedback;
}
