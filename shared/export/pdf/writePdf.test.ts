import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DisplayItem, GlyphRun, PageDisplay } from "../../display/displayList";
import type { FontMetrics } from "../../fonts/fontMetrics";
import { blackInk } from "../../model/ink";
import { writePdf, type PdfRequest } from "./writePdf";

/** Glyph 1 is a full em wide, glyph 2 half of one. */
const metrics: FontMetrics = {
  postScriptName: "Test-Regular",
  unitsPerEm: 1000,
  glyphCount: 3,
  boundingBox: [0, -120, 1000, 880],
  ascent: 880,
  descent: -120,
  capHeight: 730,
  italicAngle: 0,
  weight: 400,
  mayEmbed: true,
  advances: Uint16Array.of(500, 1000, 500),
};

const request: Omit<PdfRequest, "pages"> = {
  metadata: {
    title: "南方工报 2026-01-12",
    author: "南方工报社",
    date: "2026-01-12",
    utcOffset: "+08:00",
    language: "zh-Hans-CN",
    pageLabels: ["1", "8"],
  },
  deflate: (bytes) => bytes,
  digest: (bytes) => bytes.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7).toString(16).padStart(32, "0"),
  metrics: () => metrics,
  subset: (_, glyphIds) => ({ bytes: Uint8Array.of(1, 2, 3), glyphIds: new Map([...glyphIds].map((glyphId, index) => [glyphId, index + 1])) }),
  picture: () => null,
};

function page(...items: readonly DisplayItem[]): PageDisplay {
  const size = { width: 300, height: 400 };
  return { pageId: "p01", size, boxes: [{ boxId: "b1", bounds: { x: 0, y: 0, ...size }, items }] };
}

function run(text: string, glyphIds: readonly number[], xs: readonly number[], changes: Partial<GlyphRun> = {}): GlyphRun {
  return {
    kind: "glyphs",
    fontId: "Test-Regular",
    size: 10,
    horizontalScale: 1,
    ink: blackInk,
    glyphIds: Uint16Array.from(glyphIds),
    xs: Float64Array.from(xs),
    ys: new Float64Array(xs.length).fill(100),
    rotation: 0,
    text,
    textOffsets: Uint32Array.from(glyphIds, (_, index) => index),
    ...changes,
  };
}

function write(...pages: readonly PageDisplay[]): string {
  return Buffer.from(writePdf({ ...request, pages })).toString("latin1");
}

/** Where a reader of the file puts each code: by the text matrix, the widths of the font and the adjustments. */
function readPens(pdf: string): { cid: number; x: number; y: number }[] {
  const pens: { cid: number; x: number; y: number }[] = [];
  let size = 0;
  let matrix = [1, 0, 0, 1, 0, 0];
  const widths = new Map([...pdf.matchAll(/(\d+)\[([\d .]+)\]/g)].flatMap(([, first, list]) => list!.split(" ").map((width, index) => [Number(first) + index, Number(width)] as const)));
  for (const [operation, operands] of [...pdf.matchAll(/^(.*) (Tf|Tm|TJ)$/gm)].map((match) => [match[2], match[1]!] as const)) {
    if (operation === "Tf") size = Number(operands.split(" ").at(-1));
    if (operation === "Tm") matrix = operands.split(" ").map(Number);
    if (operation !== "TJ") continue;
    let along = 0;
    for (const [, codes, adjustment] of operands.matchAll(/<([0-9A-F]*)>|(-?[\d.]+)/g)) {
      if (adjustment !== undefined) along -= (Number(adjustment) / 1000) * size;
      for (const code of codes?.match(/.{4}/g) ?? []) {
        const cid = Number.parseInt(code, 16);
        pens.push({ cid, x: matrix[4]! + matrix[0]! * along, y: matrix[5]! + matrix[1]! * along });
        along += ((widths.get(cid) ?? 1000) / 1000) * size;
      }
    }
  }
  return pens;
}

describe("a PDF", () => {
  it("puts every glyph where the display list has it", () => {
    const advances = fc.array(fc.double({ min: -2, max: 12, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(advances, fc.constantFrom(1, 0.8, 1.25), fc.constantFrom(0, 90), (advances, horizontalScale, rotation) => {
        const places = advances.map((_, index) => advances.slice(0, index).reduce((sum, advance) => sum + advance, 20));
        const glyphIds = advances.map((_, index) => 1 + (index % 3 === 0 ? 1 : 0));
        const text = glyphIds.map((glyphId) => (glyphId === 1 ? "大" : "i")).join("");
        const fixed = new Float64Array(places.length).fill(100);
        const along = Float64Array.from(places);
        const item = run(text, glyphIds, places, { horizontalScale, rotation, xs: rotation === 0 ? along : fixed, ys: rotation === 0 ? fixed : along });
        const pens = readPens(write(page(item)));
        expect(pens.length).toBe(places.length);
        pens.forEach((pen, index) => {
          expect(Math.abs(pen.x - item.xs[index]!)).toBeLessThan(0.002);
          expect(Math.abs(400 - pen.y - item.ys[index]!)).toBeLessThan(0.002);
        });
      }),
    );
  });

  it("is the same on every run, and has another identity where anything in it differs", () => {
    const pages = [page(run("大样", [1, 2], [20, 30])), page()];
    expect(write(...pages)).toBe(write(...pages));
    const identity = (pdf: string) => /\/ID\[<(\w+)>/.exec(pdf)?.[1];
    expect(identity(write(...pages))).not.toBe(identity(write(page(run("大佯", [1, 2], [20, 30])), page())));
  });

  it("points its cross-references at its objects", () => {
    const pdf = write(page(run("大样", [1, 2], [20, 30])), page());
    const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(start, start + 4)).toBe("xref");
    const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
    offsets.forEach((offset, index) => expect(pdf.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\\n`)));
    for (const [, length, stream] of pdf.matchAll(/\/Length (\d+)>>\nstream\n([^]*?)\nendstream/g)) expect(stream?.length).toBe(Number(length));
  });

  it("reads back one glyph as each of the characters it stands for", () => {
    const pdf = write(page(run("⼤大𠮷", [1, 1, 2], [20, 30, 40], { textOffsets: Uint32Array.of(0, 1, 2) })));
    expect(pdf).toContain("<0001><2F24>");
    expect(pdf).toContain("<0002><5927>");
    expect(pdf).toContain("<0003><D842DFB7>");
    expect(pdf).toContain("[<000100020003>] TJ");
  });

  it("lets solid black text overprint and knocks out the rest", () => {
    const grey = { ...blackInk, black: 0.3 };
    const pdf = write(page(run("大", [1], [20]), run("样", [1], [20], { ink: grey }), run("报", [1], [20])));
    expect(pdf).toMatch(/\/GO gs\n0 0 0 1 k\nBT[^]*\/GK gs\n0 0 0 0\.3 k\nBT[^]*\/GO gs\n0 0 0 1 k\nBT/);
    expect(pdf).not.toMatch(/ (rg|RG|g|G)\n/);
  });

  it("draws a missing character as its box and still gives the character to readers", () => {
    const corner = (kind: "move" | "line", x: number, y: number) => ({ kind, x, y });
    const segments = [corner("move", 50, 90), corner("line", 60, 90), corner("line", 60, 100), corner("line", 50, 100), { kind: "close" as const }];
    const box: DisplayItem = { kind: "path", segments, fill: null, stroke: blackInk, strokeWidth: 0.5, dash: null, missing: "𪚥" };
    const pdf = write(page(box, run("大", [1], [20])));
    expect(pdf).toContain("0 0 0 1 K 0.5 w");
    expect(pdf).toContain("BT 3 Tr /F1 10 Tf 1 0 0 1 50 300 Tm <0001> Tj 0 Tr ET");
    expect(pdf).toContain("<0001><D869DEA5>");
  });

  it("draws curves as curves, counted from the foot of the page", () => {
    const segments = [{ kind: "move", x: 1, y: 10 }, { kind: "curve", x1: 2, y1: 9, x2: 3, y2: 11, x: 4, y: 10 }] as const;
    const pdf = write(page({ kind: "path", segments, fill: null, stroke: blackInk, strokeWidth: 0.5, dash: null, missing: null }));
    expect(pdf).toContain("1 390 m\n2 391 3 389 4 390 c\nS");
  });

  it("labels pages by their printed numbers, and an empty page is a page", () => {
    const pdf = write(page(), page());
    expect(pdf).toContain("/Nums[0<</P <FEFF0031>>>1<</P <FEFF0038>>>]");
    expect(pdf).toContain("/Count 2");
    expect(pdf.match(/\/MediaBox\[0 0 300 400\]\/TrimBox\[0 0 300 400\]/g)?.length).toBe(2);
    expect(pdf).not.toContain("/Font<<");
    expect(pdf).toContain("/CreationDate (D:20260112000000+08'00')");
  });
});
