import { describe, expect, it } from "vitest";
import { writeSfnt } from "../../shared/fonts/sfnt";
import type { HarfBuzzPort } from "../../shared/fonts/harfbuzzPort";
import type { FontDescription } from "../../shared/platform/host";
import { createFontLibrary } from "./fontLibrary";

/** A file with a table directory and nothing a font needs: enough to be known to a canvas that does not look. */
function file(seed: number): Uint8Array<ArrayBuffer> {
  const tables = ["head", "GSUB", "glyf"].map((tag) => ({ tag, bytes: new Uint8Array(12).fill(seed) }));
  return new Uint8Array(writeSfnt(0x0001_0000, tables));
}

function harness(failing: readonly string[] = []) {
  const fetched: string[] = [];
  const registered: string[] = [];
  const idle: (() => void)[] = [];
  const font = (id: string, fallback = false): FontDescription => ({
    id, family: id, familyChinese: id, weight: 400, licence: "OFL", copyright: "", mayEmbed: true, fallback,
  });
  const library = createFontLibrary({
    // Shaping is not asked for here.
    harfbuzz: { Buffer: class {} } as unknown as HarfBuzzPort<unknown, unknown>,
    fonts: [font("Serif"), font("Sans"), font("Kai", true)],
    fetchBytes: async (url) => {
      fetched.push(url);
      if (failing.some((id) => url.includes(id))) throw new Error("gone");
      return file(url.length);
    },
    register: async (family, bytes) => {
      registered.push(`${family} ${new TextDecoder("latin1").decode(bytes).includes("GSUB") ? "whole" : "stripped"}`);
    },
    whenIdle: () => new Promise((resolve) => idle.push(resolve)),
  });
  return { library, fetched, registered, idle };
}

describe("font library", () => {
  it("fetches each font once, whole, and leaves unknown names out", async () => {
    const { library, fetched } = harness();
    expect(await library.ensure(["Serif", "Sans", "Serif", "Nobody"])).toBe(true);
    expect(await library.ensure(["Sans", "Serif"])).toBe(false);
    expect(fetched).toEqual(["/fonts/Serif?variant=whole", "/fonts/Sans?variant=whole"]);
  });

  it("gives the canvas the first font before it resolves, and the others when there is time, all without GSUB", async () => {
    const { library, registered, idle } = harness();
    await library.ensure(["Serif", "Sans"]);
    expect(registered).toHaveLength(1);
    expect(library.canvasFamily("Serif")).toMatch(/^broadsheet-/);
    expect(library.canvasFamily("Sans")).toBeNull();
    const heard = new Promise<void>((resolve) => library.onCanvasFont(resolve));
    idle.shift()?.();
    await heard;
    expect(library.canvasFamily("Sans")).not.toBe(library.canvasFamily("Serif"));
    expect(registered.every((entry) => entry.endsWith("stripped"))).toBe(true);
  });

  it("asks again for a font that did not arrive", async () => {
    const { library, fetched } = harness(["Sans"]);
    expect(await library.ensure(["Sans"])).toBe(false);
    expect(await library.ensure(["Sans"])).toBe(false);
    expect(fetched).toHaveLength(2);
    expect(library.source.font("Sans")).toBeNull();
  });

  it("names the fallback fonts", () => {
    expect(harness().library.source.fallbackFontIds).toEqual(["Kai"]);
  });
});
