import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DisplayItem, GlyphRun, PageDisplay } from "../../display/displayList";
import type { FontMetrics } from "../../fonts/fontMetrics";
import { blackInk } from "../../model/ink";
import { plainPreset } from "./plainPreset";
import type { PressPreset } from "./pressPreset";
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
  hasCff: false,
  advances: Uint16Array.of(500, 1000, 500),
};

const request: Omit<PdfRequest, "pages" | "output" | "preset"> = {
  marks: [],
  outputProfile: Uint8Array.of(1, 2, 3),
  structure: null,
  drawing: { outline: (_, glyphId) => (glyphId === 1 ? "M0,0L1000,0Q1000,880 500,880Z" : ""), unitsPerEm: () => 1000 },
  metadata: {
    title: "南方工报 2026-01-12",
    author: "南方工报社",
    date: "2026-01-12",
    utcOffset: "+08:00",
    language: "zh-Hans-CN",
    pageLabels: ["1", "8"],
  },
  digest: hash,
  metrics: () => metrics,
  subset: (_, glyphIds) => ({ bytes: Uint8Array.of(1, 2, 3), glyphIds: new Map([...glyphIds].map((glyphId, index) => [glyphId, index + 1])), format: "truetype" }),
  picture: () => Promise.resolve(null),
};

function hash(bytes: Iterable<number>, start = 7): string {
  let sum = start;
  for (const byte of bytes) sum = (Math.imul(sum, 31) + byte) >>> 0;
  return sum.toString(16).padStart(32, "0");
}

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

async function writeAs(preset: PressPreset, pages: readonly PageDisplay[], changes: Partial<PdfRequest> = {}): Promise<string> {
  const written: Uint8Array[] = [];
  const digest = {
    update: () => {},
    hexadecimal: () => hash(Buffer.concat(written)),
  };
  await writePdf({ ...request, pages, preset, output: { write: (bytes) => void written.push(bytes), deflate: (bytes) => bytes, digest }, ...changes });
  return Buffer.concat(written).toString("latin1");
}

function write(...pages: readonly PageDisplay[]): Promise<string> {
  return writeAs(plainPreset, pages);
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
  it("puts every glyph where the display list has it", async () => {
    const advances = fc.array(fc.double({ min: -2, max: 12, noNaN: true }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(advances, fc.constantFrom(1, 0.8, 1.25), fc.constantFrom(0, 90), async (advances, horizontalScale, rotation) => {
        const places = advances.map((_, index) => advances.slice(0, index).reduce((sum, advance) => sum + advance, 20));
        const glyphIds = advances.map((_, index) => 1 + (index % 3 === 0 ? 1 : 0));
        const text = glyphIds.map((glyphId) => (glyphId === 1 ? "大" : "i")).join("");
        const fixed = new Float64Array(places.length).fill(100);
        const along = Float64Array.from(places);
        const item = run(text, glyphIds, places, { horizontalScale, rotation, xs: rotation === 0 ? along : fixed, ys: rotation === 0 ? fixed : along });
        const pens = readPens(await write(page(item)));
        expect(pens.length).toBe(places.length);
        pens.forEach((pen, index) => {
          expect(Math.abs(pen.x - item.xs[index]!)).toBeLessThan(0.002);
          expect(Math.abs(400 - pen.y - item.ys[index]!)).toBeLessThan(0.002);
        });
      }),
    );
  });

  it("is the same on every run, and has another identity where anything in it differs", async () => {
    const pages = [page(run("大样", [1, 2], [20, 30])), page()];
    expect(await write(...pages)).toBe(await write(...pages));
    const identity = (pdf: string) => /\/ID\[<(\w+)>/.exec(pdf)?.[1];
    expect(identity(await write(...pages))).not.toBe(identity(await write(page(run("大佯", [1, 2], [20, 30])), page())));
  });

  it("points its cross-references at its objects", async () => {
    const pdf = await write(page(run("大样", [1, 2], [20, 30])), page());
    const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(start, start + 4)).toBe("xref");
    const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
    offsets.forEach((offset, index) => expect(pdf.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\\n`)));
    for (const [, length, stream] of pdf.matchAll(/\/Length (\d+)>>\nstream\n([^]*?)\nendstream/g)) expect(stream?.length).toBe(Number(length));
  });

  it("reads back one glyph as each of the characters it stands for", async () => {
    const pdf = await write(page(run("⼤大𠮷", [1, 1, 2], [20, 30, 40], { textOffsets: Uint32Array.of(0, 1, 2) })));
    expect(pdf).toContain("<0001><2F24>");
    expect(pdf).toContain("<0002><5927>");
    expect(pdf).toContain("<0003><D842DFB7>");
    expect(pdf).toContain("[<000100020003>] TJ");
  });

  it("lets solid black text overprint and knocks out the rest", async () => {
    const grey = { ...blackInk, black: 0.3 };
    const pdf = await write(page(run("大", [1], [20]), run("样", [1], [20], { ink: grey }), run("报", [1], [20])));
    expect(pdf).toMatch(/\/GO gs\n0 0 0 1 k\nBT[^]*\/GK gs\n0 0 0 0\.3 k\nBT[^]*\/GO gs\n0 0 0 1 k\nBT/);
    expect(pdf).not.toMatch(/ (rg|RG|g|G)\n/);
  });

  it("draws a missing character as its box and still gives the character to readers", async () => {
    const corner = (kind: "move" | "line", x: number, y: number) => ({ kind, x, y });
    const segments = [corner("move", 50, 90), corner("line", 60, 90), corner("line", 60, 100), corner("line", 50, 100), { kind: "close" as const }];
    const box: DisplayItem = { kind: "path", segments, fill: null, stroke: blackInk, strokeWidth: 0.5, dash: null, missing: "𪚥" };
    const pdf = await write(page(box, run("大", [1], [20])));
    expect(pdf).toContain("0 0 0 1 K\n0.5 w");
    expect(pdf).toContain("BT /F1 10 Tf 1 0 0 1 50 300 Tm 3 Tr [<0001>500] TJ 0 Tr ET");
    expect(pdf).toContain("<0001><D869DEA5>");
  });

  it("draws curves as curves, counted from the foot of the page", async () => {
    const segments = [{ kind: "move", x: 1, y: 10 }, { kind: "curve", x1: 2, y1: 9, x2: 3, y2: 11, x: 4, y: 10 }] as const;
    const pdf = await write(page({ kind: "path", segments, fill: null, stroke: blackInk, strokeWidth: 0.5, dash: null, missing: null }));
    expect(pdf).toContain("1 390 m\n2 391 3 389 4 390 c\nS");
  });

  it("labels pages by their printed numbers, and an empty page is a page", async () => {
    const pdf = await write(page(), page());
    expect(pdf).toContain("/Nums[0<</P <FEFF0031>>>1<</P <FEFF0038>>>]");
    expect(pdf).toContain("/Count 2");
    expect(pdf.match(/\/MediaBox\[0 0 300 400\]\/BleedBox\[0 0 300 400\]\/TrimBox\[0 0 300 400\]/g)?.length).toBe(2);
    expect(pdf).not.toContain("/Font<<");
    expect(pdf).toContain("/CreationDate (D:20260112000000+08'00')");
  });

  it("prints a spot colour in its own space, one for each plate, its tint beside the name", async () => {
    const solid = { cyan: 0, magenta: 1, yellow: 1, black: 0 };
    const red = (tint: number) => ({ cyan: 0, magenta: tint, yellow: tint, black: 0, spot: { name: "报头 红(1)", tint, solid } });
    const pdf = await write(page(run("大", [1], [20], { ink: red(1) }), run("样", [1], [20], { ink: red(0.5) })));
    expect(pdf).toMatch(/\/GK gs\n\/C1 cs 1 scn\nBT[^]*\/C1 cs 0\.5 scn\nBT/);
    expect(pdf).toContain("[/Separation /#E6#8A#A5#E5#A4#B4#20#E7#BA#A2#281#29/DeviceCMYK <</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 1 0]/N 1>>]");
    expect(pdf.match(/\/Separation/g)?.length).toBe(1);
  });

  it("overprints black rules, and knocks out black areas", async () => {
    const bar = (height: number): DisplayItem => ({
      kind: "path",
      segments: [{ kind: "move", x: 0, y: 0 }, { kind: "line", x: 100, y: 0 }, { kind: "line", x: 100, y: height }, { kind: "line", x: 0, y: height }, { kind: "close" }],
      fill: blackInk, stroke: null, strokeWidth: 0, dash: null, missing: null,
    });
    expect(await write(page(bar(2)))).toContain("/GO gs");
    expect(await write(page(bar(60)))).not.toContain("/GO gs\n");
  });

  it("keeps to what PDF/X-4 and PDF/X-1a ask of version, boxes, intent and metadata", async () => {
    const output = { profile: "newsprint.icc", identifier: "Newsprint (A)", info: "newsprint", registry: "" };
    const marks = { ...plainPreset.marks, crop: true, offsetMm: 5 };
    const x4 = await writeAs({ ...plainPreset, standard: "x4", output, marks, bleedMm: 3 }, [page(run("大", [1], [20]))]);
    expect(x4.startsWith("%PDF-1.6\n")).toBe(true);
    expect(x4).toContain("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    expect(x4).toContain("/S/GTS_PDFX/OutputConditionIdentifier(Newsprint \\(A\\))");
    const [, media, bleed, trim] = /MediaBox\[([^\]]*)\]\/BleedBox\[([^\]]*)\]\/TrimBox\[([^\]]*)\]/.exec(x4)!;
    expect([media, bleed, trim]).toEqual(["0 0 362.3622 462.3622", "22.6772 22.6772 339.685 439.685", "31.1811 31.1811 331.1811 431.1811"]);
    expect(x4).toContain("22.6772 22.6772 317.0079 417.0079 re W n\n1 0 0 1 31.1811 31.1811 cm");
    const x1a = await writeAs({ ...plainPreset, standard: "x1a", output }, [page(run("大", [1], [20]))]);
    expect(x1a.startsWith("%PDF-1.4\n")).toBe(true);
    expect(x1a).toContain("/GTS_PDFXVersion(PDF/X-1a:2003)");
    expect(x1a).not.toContain("PDF/X-4");
  });

  it("says the same in its metadata as in its information, whatever stands in the title", async () => {
    const title = "工报 <b>&\u0000\ud800";
    const pdf = await writeAs(plainPreset, [page()], { metadata: { ...request.metadata, title } });
    expect(Buffer.from(pdf, "latin1").toString("utf8")).toContain("工报 &lt;b&gt;&amp;</rdf:li>");
    expect(pdf).toContain("/Title <FEFF5DE562A50020003C0062003E0026>");
  });

  it("writes screen colours for screens, and no process inks", async () => {
    const pdf = await writeAs({ ...plainPreset, colour: "screen" }, [page(run("大", [1], [20]))]);
    expect(pdf).toMatch(/0\.\d+ 0\.\d+ 0\.\d+ rg\n/);
    expect(pdf).not.toMatch(/ k\n/);
  });

  it("draws outlines without fonts, each form once, blank glyphs not at all", async () => {
    const pdf = await writeAs({ ...plainPreset, text: "outlines" }, [page(run("大 大", [1, 2, 1], [20, 30, 40]), run("大", [1], [50], { rotation: 90, horizontalScale: 0.8 }))]);
    expect(pdf).toContain("0 0 m\n1000 0 l\n1000 586.6667 833.3333 880 500 880 c\nh\nf\n");
    expect(pdf.match(/\/Subtype\/Form/g)?.length).toBe(1);
    expect(pdf).toContain("q 0.01 0 0 0.01 20 300 cm /G1 Do Q\nq 0.01 0 0 0.01 40 300 cm /G1 Do Q");
    expect(pdf).toContain("q 0 -0.008 0.01 0 50 300 cm /G1 Do Q");
    expect(pdf).not.toMatch(/\/Font\b|BT/);
  });

  it("stops before a page when it is told to", async () => {
    const stop = () => Promise.reject(new Error("stopped"));
    await expect(writeAs(plainPreset, [page()], { beforePage: stop })).rejects.toThrow("stopped");
  });
});
