import type { Box, CharacterStyle, IssueDocument, ParagraphStyle, Swatch } from "./document";
import { lookUp } from "./indexes";
import type { Ink } from "./ink";
import { swatchInk } from "./swatchInk";

/** The records that hold inks. */
type Inked = Pick<IssueDocument, "swatches" | "boxes" | "paragraphStyles" | "characterStyles">;

/**
 * The document with every ink that names a swatch as the swatch has it now; one whose swatch is gone keeps what it looked
 * like. Records whose inks are right stay the same objects, and `before`, where given, is known to be settled.
 */
export function settleSwatches<Document extends Inked>(document: Document, before: Inked | null = null): Document {
  const isNew = before === null || before.swatches !== document.swatches;
  const settle = (ink: Ink): Ink => settledInk(document.swatches, ink);
  const tables = {
    boxes: settleTable(document.boxes, isNew ? null : before.boxes, (box) => settledBox(box, settle)),
    paragraphStyles: settleTable(document.paragraphStyles, isNew ? null : before.paragraphStyles, (style) => settledStyle(style, settle)),
    characterStyles: settleTable(document.characterStyles, isNew ? null : before.characterStyles, (style) => settledCharacters(style, settle)),
  };
  const isSame = tables.boxes === document.boxes && tables.paragraphStyles === document.paragraphStyles && tables.characterStyles === document.characterStyles;
  return isSame ? document : { ...document, ...tables };
}

function settleTable<Value>(table: Readonly<Record<string, Value>>, before: Readonly<Record<string, Value>> | null, settle: (value: Value) => Value): Readonly<Record<string, Value>> {
  if (table === before) return table;
  let settled: Record<string, Value> | null = null;
  for (const id of Object.keys(table)) {
    const value = table[id]!;
    if (before !== null && Object.hasOwn(before, id) && before[id] === value) continue;
    const now = settle(value);
    if (now !== value) (settled ??= { ...table })[id] = now;
  }
  return settled ?? table;
}

function settledBox(box: Box, settle: (ink: Ink) => Ink): Box {
  if (box.kind === "rule") {
    const ink = settle(box.ink);
    return ink === box.ink ? box : { ...box, ink };
  }
  if (box.kind !== "panel") return box;
  const fill = box.fill === null ? null : settle(box.fill);
  const stroke = box.stroke === null ? null : settle(box.stroke);
  return fill === box.fill && stroke === box.stroke ? box : { ...box, fill, stroke };
}

function settledStyle(style: ParagraphStyle, settle: (ink: Ink) => Ink): ParagraphStyle {
  const ink = settle(style.ink);
  const fill = style.fill === null ? null : settle(style.fill);
  return ink === style.ink && fill === style.fill ? style : { ...style, ink, fill };
}

function settledCharacters(style: CharacterStyle, settle: (ink: Ink) => Ink): CharacterStyle {
  const ink = style.ink === null ? null : settle(style.ink);
  return ink === style.ink ? style : { ...style, ink };
}

function settledInk(swatches: IssueDocument["swatches"], ink: Ink): Ink {
  if (ink.swatch === undefined) return ink;
  const swatch: Swatch | null = lookUp(swatches, ink.swatch.id);
  if (swatch === null) {
    const { cyan, magenta, yellow, black } = ink;
    return { cyan, magenta, yellow, black };
  }
  const now = swatchInk(swatch, ink.swatch.tint);
  return isEqual(now, ink) ? ink : now;
}

function isEqual(a: Ink, b: Ink): boolean {
  const isSameInk = a.cyan === b.cyan && a.magenta === b.magenta && a.yellow === b.yellow && a.black === b.black;
  const isSameSpot = a.spot?.name === b.spot?.name && a.spot?.tint === b.spot?.tint && a.spot?.solid === b.spot?.solid;
  return isSameInk && isSameSpot;
}
