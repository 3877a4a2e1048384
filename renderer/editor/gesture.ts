import type { Command, CommandProblem } from "../../shared/commands/command";
import type { Rect } from "../../shared/geometry/rect";
import type { Pt } from "../../shared/geometry/units";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import type { Result } from "../../shared/result";
import type { Selection } from "./session";

/** A drag in progress. Every preview is computed from the document at its start, so error never adds up. */
export interface Gesture {
  /** Shows what the command would make of the original document; a refused command changes nothing. */
  preview<Args>(command: Command<Args>, args: Args): Result<IssueDocument, CommandProblem>;
  /** How the issue would be set, not shown; null where the command is refused. */
  measure<Args>(command: Command<Args>, args: Args): IssueLayout | null;
  /** Shows marks that belong to the drag alone. */
  show(feedback: GestureFeedback): void;
  /** Records the last preview as one undo step; nothing where it changed nothing. */
  commit(): void;
  /** Drops the working copy: the document is the very object it was. */
  abandon(): void;
}

/** Marks drawn over the page during a drag. */
export interface GestureFeedback {
  readonly guides: readonly GuideLine[];
  /** The area a marquee or a new box covers, or the one being resized. */
  readonly area: Rect | null;
  /** What would be selected if the pointer were let go now; null for what is selected. */
  readonly selection: Selection | null;
  /** Whether the area says its size in characters and lines. */
  readonly measured: boolean;
  /** The dragged edge where it stands so that the story just fits, or null. */
  readonly fitStop: GuideLine | null;
}

/** A line that the dragged edges have snapped to. */
export interface GuideLine {
  readonly axis: "x" | "y";
  /** The x of a vertical guide, the y of a horizontal one. */
  readonly at: Pt;
  readonly from: Pt;
  readonly to: Pt;
}

/** What the canvas shows while a gesture runs. */
export interface GestureFrame {
  readonly document: IssueDocument;
  readonly layout: IssueLayout;
  readonly feedback: GestureFeedback;
}

/** No marks. */
export const noFeedback: GestureFeedback = { guides: [], area: null, selection: null, measured: false, fitStop: null };

/** What a gesture needs of the editor it belongs to. */
export interface GestureGround {
  document(): IssueDocument;
  layout(): IssueLayout;
  compose(document: IssueDocument): IssueLayout;
  /** Records the outcome as one step and shows it. */
  record(document: IssueDocument, layout: IssueLayout, label: string): void;
}

/** The place where the one gesture that may run at a time is kept, and heard of. */
export interface GestureChannel {
  begin(label: string): Gesture;
  frame(): GestureFrame | null;
  listen(listener: () => void): () => void;
  /** Ends a running gesture as Escape does. */
  abandon(): void;
  /** Sets the working document anew, after fonts arrived. */
  recompose(): void;
}

/** A channel with no gesture running. */
export function createGestureChannel(ground: GestureGround): GestureChannel {
  const listeners = new Set<() => void>();
  let frame: GestureFrame | null = null;
  let running: Gesture | null = null;

  const change = (next: GestureFrame | null) => {
    frame = next;
    for (const listener of listeners) listener();
  };
  const begin = (label: string): Gesture => {
    running?.abandon();
    const original = ground.document();
    const originalLayout = ground.layout();
    const end = (gesture: Gesture) => {
      if (running !== gesture) return null;
      const last = frame;
      running = null;
      frame = null;
      return last;
    };
    const gesture: Gesture = {
      preview: (command, args) => {
        const result = command(original, args);
        if (running === gesture && result.ok) {
          const document = result.value;
          const layout = document === original ? originalLayout : ground.compose(document);
          change({ document, layout, feedback: frame?.feedback ?? noFeedback });
        }
        return result;
      },
      measure: (command, args) => {
        const result = command(original, args);
        return result.ok ? ground.compose(result.value) : null;
      },
      show: (feedback) => {
        if (running === gesture) change({ document: original, layout: originalLayout, ...frame, feedback });
      },
      commit: () => {
        const last = end(gesture);
        if (last === null) return;
        if (last.document !== original) ground.record(last.document, last.layout, label);
        change(null);
      },
      abandon: () => {
        if (end(gesture) !== null) change(null);
      },
    };
    running = gesture;
    change({ document: original, layout: originalLayout, feedback: noFeedback });
    return gesture;
  };

  return {
    begin,
    frame: () => frame,
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    abandon: () => running?.abandon(),
    recompose: () => {
      if (frame !== null) change({ ...frame, layout: ground.compose(frame.document) });
    },
  };
}
