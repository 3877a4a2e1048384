import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IssueDocument } from "../model/document";
import { sampleDocument } from "../model/testing/sampleDocument";
import { abandon, emptyHistory, HISTORY_DEPTH, type History, record, redo, redoLabel, seal, undo, undoLabel } from "./history";

const version = (): IssueDocument => ({ ...sampleDocument() });
const [zero, one, two, three] = [version(), version(), version(), version()];

function stepped(history: History, before: IssueDocument, after: IssueDocument, mergeKey?: string): History {
  return record(history, { before, after, label: "edit", ...(mergeKey === undefined ? {} : { mergeKey }) });
}

describe("history", () => {
  it("undoes to the very document before, and redoes to the very one after", () => {
    const back = undo(stepped(emptyHistory, zero, one));
    expect(back?.document).toBe(zero);
    expect(back && redo(back.history)?.document).toBe(one);
  });

  it("records nothing where nothing changed", () => {
    const history = stepped(emptyHistory, zero, one);
    expect(stepped(history, one, one)).toBe(history);
  });

  it("makes one step of a gesture's edits, and of each gesture its own", () => {
    let history = stepped(emptyHistory, zero, one, "drag 1");
    history = stepped(history, one, two, "drag 1");
    expect(history.past).toHaveLength(1);
    expect(undo(history)?.document).toBe(zero);
    expect(stepped(history, two, three, "drag 2").past).toHaveLength(2);
  });

  it("starts another step of the same key once sealed, by hand or by undo", () => {
    const history = stepped(emptyHistory, zero, one, "typing");
    expect(stepped(seal(history), one, two, "typing").past).toHaveLength(2);
    const travelled = undo(stepped(seal(history), one, two, "typing"));
    expect(travelled && stepped(travelled.history, one, three, "typing").past).toHaveLength(2);
  });

  it("does not merge across an edit without a key", () => {
    const history = stepped(stepped(emptyHistory, zero, one, "typing"), one, two);
    expect(stepped(history, two, three, "typing").past).toHaveLength(3);
  });

  it("forgets what was undone once something else is done", () => {
    const back = undo(stepped(emptyHistory, zero, one));
    expect(back && redo(stepped(back.history, zero, two))).toBeNull();
  });

  it("abandons a gesture: the document before it, and what could be redone before it", () => {
    const back = undo(stepped(emptyHistory, zero, one));
    const dragged = stepped(stepped(back?.history ?? emptyHistory, zero, two, "drag"), two, three, "drag");
    const given = abandon(dragged, "drag");
    expect(given?.document).toBe(zero);
    expect(given && redo(given.history)?.document).toBe(one);
    expect(abandon(dragged, "another drag")).toBeNull();
    expect(abandon(seal(dragged), "drag")).toBeNull();
  });

  it("leaves no step of a gesture that came back to where it started", () => {
    const back = undo(stepped(emptyHistory, zero, one));
    const history = stepped(stepped(back?.history ?? emptyHistory, zero, two, "drag"), two, zero, "drag");
    expect(history.past).toHaveLength(0);
    expect(redo(history)?.document).toBe(one);
    expect(undo(stepped(history, zero, three, "drag"))?.document).toBe(zero);
  });

  it("names the steps that can be undone and redone", () => {
    const history = record(emptyHistory, { before: zero, after: one, label: "move-boxes" });
    expect([undoLabel(history), redoLabel(history)]).toEqual(["move-boxes", null]);
    const back = undo(history);
    expect(back && [undoLabel(back.history), redoLabel(back.history)]).toEqual([null, "move-boxes"]);
  });

  it("keeps the last two hundred steps", () => {
    let history = emptyHistory;
    let document = zero;
    for (let index = 0; index < HISTORY_DEPTH + 50; index += 1) {
      const next = version();
      history = stepped(history, document, next);
      document = next;
    }
    expect(history.past).toHaveLength(200);
  });

  it("goes back and forth over any sequence of edits, keys, seals and travels without losing its place", () => {
    const action = fc.constantFrom("edit", "key a", "key b", "seal", "undo", "redo", "abandon a");
    fc.assert(fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      let history = emptyHistory;
      let document = zero;
      for (const action of actions) {
        const travel = action === "undo" ? undo(history) : action === "redo" ? redo(history) : action === "abandon a" ? abandon(history, "a") : null;
        if (travel !== null) ({ history, document } = travel);
        else if (action === "seal") history = seal(history);
        else if (action === "edit" || action.startsWith("key")) {
          const next = version();
          history = stepped(history, document, next, action === "edit" ? undefined : action.slice(4));
          document = next;
        }
        const chain = [...history.past, ...history.future.toReversed()];
        chain.forEach((step, index) => {
          const following = chain[index + 1];
          if (following !== undefined) expect(following.before).toBe(step.after);
        });
        expect(history.past.at(-1)?.after ?? history.future.at(-1)?.before ?? document).toBe(document);
      }
    }));
  });
});
