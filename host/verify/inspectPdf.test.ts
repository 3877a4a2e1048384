import { describe, expect, it } from "vitest";
import { inspectPdf } from "./inspectPdf";
import { assemblePdf, edited } from "./testing/pdfAssembler";
import { plainX1a, plainX4 } from "./testing/plainPdfs";

describe("looking into a PDF to be placed", () => {
  it("finds its pages, boxes and standard, and nothing wrong with a sound one", async () => {
    const inspected = await inspectPdf(assemblePdf(plainX4));
    expect(inspected).toEqual({
      ok: true,
      value: {
        version: "1.6",
        stated: "x4",
        pages: [{ number: 1, boxes: { media: [0, 0, 200, 200], crop: null, bleed: [10, 10, 190, 190], trim: [20, 20, 180, 180], art: null }, rotate: 0, userUnit: 1 }],
        transparent: false,
        findings: [],
      },
    });
    expect(await inspectPdf(assemblePdf(plainX1a))).toMatchObject({ ok: true, value: { stated: "x1a", findings: [] } });
  });

  it("names RGB, transparency and turned pages", async () => {
    const turned = edited(edited(plainX4, "page", "/StructParents 0", "/Rotate -90"), "state", "/OPM 1", "/OPM 1 /ca 0.5");
    const inspected = await inspectPdf(assemblePdf(edited(turned, "content", "0.2 0.1 0 0 k", "1 0 0 rg")));
    expect(inspected).toMatchObject({ ok: true, value: { transparent: true, pages: [{ rotate: 270 }] } });
    const rules = inspected.ok ? inspected.value.findings.map(({ rule }) => rule) : [];
    expect(rules).toEqual(["no-device-rgb", "no-opacity"]);
  });

  it("asks what the standard asks for, where one is named", async () => {
    const deep = assemblePdf(edited(plainX4, "image", "/BitsPerComponent 8", "/BitsPerComponent 16"));
    const rules = async (standard?: "x4" | "x1a") => {
      const inspected = await inspectPdf(deep, standard);
      return inspected.ok ? inspected.value.findings.map(({ rule }) => rule) : null;
    };
    expect([await rules(), await rules("x1a"), await rules("x4")]).toEqual([["images-sound"], ["images-sound"], []]);
  });

  it("refuses what is no PDF, damaged, or without pages", async () => {
    expect(await inspectPdf(Buffer.from("plain text"))).toEqual({ ok: false, problem: { code: "not-a-pdf", detail: "" } });
    expect(await inspectPdf(Buffer.from("%PDF-1.4\nnothing"))).toMatchObject({ ok: false, problem: { code: "damaged" } });
    expect(await inspectPdf(assemblePdf(edited(plainX4, "pages", "[{page}]", "[]")))).toEqual({ ok: false, problem: { code: "no-pages", detail: "" } });
  });
});
