import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyHistory, type History, record, redo, undo } from "../history/history";
import type { IssueDocument } from "../model/document";
import { parseDocument, serialiseDocument } from "../model/parseDocument";
import { sampleDocument } from "../model/testing/sampleDocument";
import { type RandomEdit, randomEdit } from "./testing/randomEdit";

const edits = (maxLength: number) => fc.array(randomEdit(), { maxLength });

function applyAll(start: IssueDocument, sequence: readonly RandomEdit[]): { history: History; document: IssueDocument } {
  let history = emptyHistory;
  let document = start;
  for (const edit of sequence) {
    const result = edit.apply(document);
    if (!result.ok) continue;
    history = record(history, { before: document, after: result.value, label: edit.name });
    document = result.value;
  }
  return { history, document };
}

describe("every command", () => {
  it("keeps a document that can be saved and opened again", () => {
    fc.assert(
      fc.property(edits(25), (sequence) => {
        const { document } = applyAll(sampleDocument(), sequence);
        expect(parseDocument(JSON.parse(JSON.stringify(serialiseDocument(document))))).toEqual({ ok: true, value: document });
      }),
      { numRuns: 400 },
    );
  });

  it("leaves the document it is given as it was", () => {
    fc.assert(
      fc.property(edits(10), randomEdit(), (sequence, last) => {
        const { document } = applyAll(sampleDocument(), sequence);
        const before = JSON.stringify(serialiseDocument(document));
        last.apply(document);
        expect(JSON.stringify(serialiseDocument(document))).toBe(before);
      }),
    );
  });

  it("returns the very document where nothing would change, and the very records that did not", () => {
    fc.assert(
      fc.property(edits(10), randomEdit(), (sequence, last) => {
        const { document } = applyAll(sampleDocument(), sequence);
        const result = last.apply(document);
        if (!result.ok) return;
        const same = JSON.stringify(serialiseDocument(result.value)) === JSON.stringify(serialiseDocument(document));
        expect(result.value === document).toBe(same);
        for (const table of ["boxes", "stories", "articles"] as const) expectShared(document[table], result.value[table]);
      }),
    );
  });

  it("is undone to the very document it started from, and redone to the very one it made", () => {
    fc.assert(
      fc.property(edits(40), (sequence) => {
        const start = sampleDocument();
        const made = applyAll(start, sequence);
        let history = made.history;
        let document = made.document;
        for (let step = undo(history); step !== null; step = undo(history)) ({ history, document } = step);
        expect(document).toBe(start);
        for (let step = redo(history); step !== null; step = redo(history)) ({ history, document } = step);
        expect(document).toBe(made.document);
      }),
      { numRuns: 200 },
    );
  });
});

function expectShared(before: object, after: object): void {
  const old = new Map(Object.entries(before));
  for (const [id, value] of Object.entries(after)) {
    const earlier: unknown = old.get(id);
    if (JSON.stringify(earlier) === JSON.stringify(value)) expect(value).toBe(earlier);
  }
}
