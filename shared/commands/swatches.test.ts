import { describe, expect, it } from "vitest";
import { createComposer } from "../layout/composer";
import { countableFonts } from "../layout/testing/layoutBuilders";
import type { IssueDocument, Swatch } from "../model/document";
import { houseStyleIds } from "../model/houseStyles";
import { idFrom } from "../model/idFrom";
import { blackInk, type Ink } from "../model/ink";
import { parseDocument, serialiseDocument } from "../model/parseDocument";
import { swatchInk } from "../model/swatchInk";
import { sampleDocument } from "../model/testing/sampleDocument";
import { editParagraphStyle } from "./styles";
import { addSwatch, changeSwatch, deleteSwatch } from "./swatches";

const red: Swatch = { id: idFrom("spot-red"), name: "专红", kind: "spot", ink: { cyan: 0, magenta: 0.9, yellow: 0.8, black: 0 } };

function made<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The sample with a spot colour that its body is printed in at half strength. */
function printedInRed(): IssueDocument {
  const document = made(addSwatch(sampleDocument(), { swatch: red }));
  return made(editParagraphStyle(document, { styleId: houseStyleIds.body, change: { ink: swatchInk(red, 0.5) } }));
}

const bodyInk = (document: IssueDocument): Ink => document.paragraphStyles[houseStyleIds.body]!.ink;

describe("swatches", () => {
  it("print what names them in their inks at the tint, a spot colour by its plate", () => {
    expect(bodyInk(printedInRed())).toEqual({
      cyan: 0, magenta: 0.45, yellow: 0.4, black: 0, swatch: { id: red.id, tint: 0.5 }, spot: { name: "专红", tint: 0.5, solid: red.ink },
    });
  });

  it("change what is printed in them, all of it at once, and nothing else", () => {
    const before = printedInRed();
    const after = made(changeSwatch(before, { swatchId: red.id, change: { kind: "process", ink: { ...red.ink, cyan: 0.2 } } }));
    expect(bodyInk(after)).toEqual({ cyan: 0.1, magenta: 0.45, yellow: 0.4, black: 0, swatch: { id: red.id, tint: 0.5 } });
    expect(after.boxes).toBe(before.boxes);
    const others = Object.keys(before.paragraphStyles).filter((id) => id !== houseStyleIds.body);
    for (const id of others) expect(after.paragraphStyles[idFrom<"paragraphStyle">(id)]).toBe(before.paragraphStyles[idFrom<"paragraphStyle">(id)]);
  });

  it("are shown at once: a layout that knew the old colour equals a fresh one", () => {
    const composer = createComposer(countableFonts);
    composer.layout(printedInRed());
    const after = made(changeSwatch(printedInRed(), { swatchId: red.id, change: { ink: { ...red.ink, black: 0.3 } } }));
    const inks = (pages: ReturnType<typeof composer.layout>["pages"]) => [...pages.values()].flatMap(({ boxes }) => boxes.flatMap(({ items }) => items.map((item) => (item.kind === "glyphs" ? item.ink : null))));
    const known = inks(composer.layout(after).pages);
    expect(known).toEqual(inks(createComposer(countableFonts).layout(after).pages));
    expect(known).toContainEqual(expect.objectContaining({ black: 0.15, spot: expect.objectContaining({ name: "专红", tint: 0.5 }) }));
  });

  it("stand once in a file: what names them holds their name and the tint", () => {
    const json = JSON.parse(JSON.stringify(serialiseDocument(printedInRed()))) as { paragraphStyles: Record<string, { ink: unknown }> };
    expect(json.paragraphStyles[houseStyleIds.body]!.ink).toEqual({ swatch: red.id, tint: 0.5 });
    expect(parseDocument(json)).toEqual({ ok: true, value: printedInRed() });
    const ghost = { ...json, swatches: {} };
    expect(parseDocument(ghost)).toMatchObject({ ok: false, problem: [{ code: "dangling-reference", place: `paragraphStyles/${houseStyleIds.body}/ink/swatch` }] });
    const old = Object.fromEntries(Object.entries(serialiseDocument(sampleDocument())).filter(([key]) => key !== "swatches"));
    expect(parseDocument(old)).toMatchObject({ ok: true, value: { swatches: {} } });
  });

  it("leave, when they are deleted, their inks or those of another in what was printed in them", () => {
    const kept = made(deleteSwatch(printedInRed(), { swatchId: red.id, replacement: null }));
    expect(bodyInk(kept)).toEqual({ cyan: 0, magenta: 0.45, yellow: 0.4, black: 0 });
    const other = { ...red, id: idFrom<"swatch">("blue"), name: "蓝", kind: "process" as const, ink: { ...blackInk, cyan: 1, black: 0 } };
    const two = made(addSwatch(printedInRed(), { swatch: other }));
    const replaced = made(deleteSwatch(two, { swatchId: red.id, replacement: other.id }));
    expect(bodyInk(replaced)).toEqual({ cyan: 0.5, magenta: 0, yellow: 0, black: 0, swatch: { id: other.id, tint: 0.5 } });
    expect(Object.keys(replaced.swatches)).not.toContain(red.id);
  });

  it("have names of their own, and are refused with inks out of range or where they are not there", () => {
    const document = printedInRed();
    const blue = { ...red, id: idFrom<"swatch">("blue") };
    expect(addSwatch(document, { swatch: blue })).toMatchObject({ problem: { code: "value-out-of-range", field: "name" } });
    expect(addSwatch(document, { swatch: { ...blue, name: " " } })).toMatchObject({ problem: { field: "name" } });
    expect(addSwatch(document, { swatch: red })).toMatchObject({ problem: { code: "id-taken" } });
    expect(changeSwatch(document, { swatchId: red.id, change: { ink: { ...red.ink, cyan: 1.5 } } })).toMatchObject({ problem: { field: "ink/cyan" } });
    expect(changeSwatch(document, { swatchId: blue.id, change: {} })).toMatchObject({ problem: { code: "swatch-missing" } });
    expect(deleteSwatch(document, { swatchId: red.id, replacement: red.id })).toMatchObject({ problem: { code: "swatch-missing" } });
  });
});
