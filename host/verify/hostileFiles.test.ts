import { deflateSync } from "node:zlib";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inspectPdf } from "./inspectPdf";
import { assemblePdf, edited, withObject, type PlainPdf } from "./testing/pdfAssembler";
import { plainX1a, plainX4 } from "./testing/plainPdfs";
import { verifyBytes } from "./verifyBytes";

// The reading library tells the console what it repairs.
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

/** A page whose content draws one form. */
function withForms(forms: Readonly<Record<string, string>>): PlainPdf {
  let pdf = edited(edited(plainX4, "resources", "/Im1 {image}", "/Im1 {image} /X0 {X0}"), "content", "q 0 0 0 1 K", "/X0 Do q 0 0 0 1 K");
  const names = Object.keys(forms).map((name) => `/${name} {${name}}`).join(" ");
  for (const [name, data] of Object.entries(forms)) {
    pdf = withObject(pdf, name, { dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << ${names} >> >>`, data });
  }
  return pdf;
}

async function stateOf(bytes: Uint8Array, id: string) {
  const answer = await verifyBytes(bytes, "x4");
  return answer.ok ? answer.value.verdicts.find((verdict) => verdict.id === id)?.state : answer.problem.code;
}

describe("a file made to harm", () => {
  it("may draw a form within itself", async () => {
    expect(await stateOf(assemblePdf(withForms({ X0: "/X0 Do" })), "no-device-rgb")).toBe("not-checkable");
  });

  it("may draw forms that draw forms, a thousand million times", async () => {
    const forms = Object.fromEntries(Array.from({ length: 10 }, (_, depth) => [`X${depth}`, `/X${depth + 1} Do `.repeat(depth < 9 ? 10 : 0)]));
    expect(await stateOf(assemblePdf(withForms(forms)), "operators-known")).toBe("not-checkable");
  }, 30_000);

  it("may have a page tree that loops, or is deep", async () => {
    expect(await stateOf(assemblePdf(edited(plainX4, "pages", "[{page}]", "[{page} {pages}]")), "file-sound")).toBe("broken");
    let deep: PlainPdf = edited(plainX4, "pages", "[{page}]", "[{level0}]");
    for (let level = 0; level < 5000; level++) deep = withObject(deep, `level${level}`, `<< /Type /Pages /Count 1 /Kids [{level${level + 1}}] >>`);
    expect(await stateOf(assemblePdf(withObject(deep, "level5000", "<< /Type /Page >>")), "file-sound")).toMatch(/broken|damaged/);
  }, 30_000);

  it("may inflate to a gigabyte", async () => {
    const bomb = deflateSync(Buffer.alloc(2 ** 29), { level: 9 });
    expect(await stateOf(assemblePdf(withObject(plainX4, "content", { dictionary: "/Filter /FlateDecode", data: bomb })), "operators-known")).toBe("not-checkable");
    const xref = `%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 9 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`;
    const stream = Buffer.concat([Buffer.from(xref), bomb, Buffer.from("\nendstream\nendobj\nstartxref\n9\n%%EOF\n")]);
    expect(await verifyBytes(stream, "x4")).toMatchObject({ ok: false, problem: { code: "damaged" } });
  }, 60_000);

  it("may claim a million million rows in a cross-reference stream", async () => {
    const xref = "%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 999999999999 /W [0 0 0] /Root 2 0 R /Length 4 >>\nstream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF\n";
    expect(await verifyBytes(Buffer.from(xref), "x4")).toMatchObject({ ok: false, problem: { code: "damaged" } });
  });

  it("may nest arrays a hundred thousand deep, in objects and in content", async () => {
    const nested = "[".repeat(100_000);
    await verifyBytes(assemblePdf(edited(plainX4, "page", "/StructParents 0", `/StructParents 0 /Deep ${nested}`)), "x4");
    expect(await stateOf(assemblePdf(edited(plainX4, "content", /$/, nested)), "operands-fit")).toBe("broken");
  });

  it("may have bookmarks, structure and references that go round", async () => {
    const round = withObject(withObject(plainX4, "a", "{b}"), "b", "{a}");
    expect(await stateOf(assemblePdf(edited(round, "page", "/TrimBox [20 20 180 180]", "/TrimBox {a}")), "trim-or-art-box")).toBe("broken");
    expect(await stateOf(assemblePdf(edited(plainX4, "paragraph", "/K 0", "/K {document}")), "reading-order-whole")).toBe("broken");
  });
});

describe("a damaged file", () => {
  const files = [assemblePdf(plainX4), assemblePdf(plainX1a)];

  it("never stops the checker, whatever bytes are changed", async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 12 }), async (file, changes) => {
        const bytes = Uint8Array.from(file);
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        const answer = await verifyBytes(bytes, "x4");
        expect(answer.ok ? answer.value.verdicts.length > 0 : answer.problem.code !== "no-standard").toBe(true);
        await inspectPdf(bytes);
      }),
      { numRuns: 300, seed: 4 },
    );
  }, 60_000);

  it("never stops the checker, wherever values of other types stand", async () => {
    const values = ["null", "true", "-1", "1e9", "/Name", "(text)", "[]", "[1 2]", "<< >>", "{content}", "{page}", "{nothing}"];
    const names = Object.keys(plainX4.objects);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.constantFrom(...values), async (name, which, value) => {
        const object = plainX4.objects[name]!;
        const text = typeof object === "string" ? object : object.dictionary;
        const keys = [...text.matchAll(/(\/[A-Za-z0-9]+)(\s+)(\[[^[\]]*\]|\{\w+\}|\([^)]*\)|\/?[\w.+-]+)/g)];
        const key = keys[which % Math.max(1, keys.length)];
        if (key === undefined) return;
        const changed = text.replace(key[0], () => `${key[1]} ${value}`);
        const pdf = withObject(plainX4, name, typeof object === "string" ? changed : { ...object, dictionary: changed });
        await verifyBytes(assemblePdf(pdf), "x4");
        await verifyBytes(assemblePdf(pdf), "x1a");
        await inspectPdf(assemblePdf(pdf));
      }),
      { numRuns: 300, seed: 5 },
    );
  }, 60_000);

  it("never stops the checker, wherever it is cut", async () => {
    const [file] = files;
    await fc.assert(fc.asyncProperty(fc.nat({ max: file!.length }), async (length) => void (await verifyBytes(file!.subarray(0, length), "x4"))), { numRuns: 60, seed: 6 });
  }, 60_000);
});
