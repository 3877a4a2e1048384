import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { bytesInMemory } from "../../shared/fonts/fontBytes";
import { readFontMetrics } from "../../shared/fonts/fontMetrics";
import { readSfnt, tableBytes } from "../../shared/fonts/sfnt";
import { openFontFiles } from "./fontFiles";
import { prepareFonts } from "./prepareFonts";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "broadsheet-fonts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("font files", () => {
  it("prepares every font of the catalogue once, under its PostScript name, and leaves nothing half-written", () => {
    const written = prepareFonts(projectRoot, folder);
    const files = openFontFiles(projectRoot, folder);
    expect(written).toEqual(files.listFonts().map((font) => font.id));
    expect(readdirSync(folder).sort()).toEqual(written.map((id) => `${id}.ttf`).sort());
    expect(prepareFonts(projectRoot, folder)).toEqual([]);
    for (const { id, weight } of files.listFonts()) {
      const bytes = files.openFont(id);
      const sfnt = bytes === null ? null : readSfnt(bytes);
      if (sfnt === null || !sfnt.ok) throw new Error(`${id} cannot be read`);
      const metrics = readFontMetrics(sfnt.value);
      if (!metrics.ok) throw new Error(metrics.problem.detail);
      expect(metrics.value.postScriptName).toBe(id);
      expect(metrics.value.mayEmbed).toBe(true);
      // The catalogue's weights are those of the typeface; LXGW WenKai calls its Regular 500 in OS/2.
      expect([weight, 500]).toContain(metrics.value.weight);
    }
    files.close();
  });

  it("unpacks WOFF to tables whose checksums are right", () => {
    const files = openFontFiles(projectRoot, folder);
    const bytes = files.readFont("LXGWWenKai-Regular");
    const sfnt = bytes === null ? null : readSfnt(bytesInMemory(bytes));
    if (sfnt === null || !sfnt.ok) throw new Error("unreadable");
    for (const { tag, checksum } of sfnt.value.tables.values()) {
      if (tag === "head") continue;
      expect(`${tag} ${sum(tableBytes(sfnt.value, tag) ?? new Uint8Array())}`).toBe(`${tag} ${checksum}`);
    }
  });

  it("writes again a file of the wrong length", () => {
    const path = join(folder, "NotoSansSC-Regular.ttf");
    const length = statSync(path).size;
    rmSync(path);
    expect(prepareFonts(projectRoot, folder)).toEqual(["NotoSansSC-Regular"]);
    expect(statSync(path).size).toBe(length);
    utimesSync(path, 0, 0);
    expect(prepareFonts(projectRoot, folder)).toEqual([]);
  });

  it("reads from the packages what the build has not prepared, and says null for fonts it does not know", () => {
    const empty = join(folder, "empty");
    const files = openFontFiles(projectRoot, empty);
    expect(files.fontPath("NotoSerifSC-Bold")).toContain("node_modules");
    expect(files.fontPath("LXGWWenKai-Bold")).toBe(join(empty, "LXGWWenKai-Bold.ttf"));
    expect(files.fontPath("FangSong")).toBeNull();
    expect(files.openFont("FangSong")).toBeNull();
    expect(files.fallbackFontIds).toEqual(["LXGWWenKai-Regular", "NotoSansSC-Regular"]);
  });

  it("reads the same piece by piece as at once", () => {
    const files = openFontFiles(projectRoot, folder);
    const whole = readFileSync(files.fontPath("NotoSansSC-Bold") ?? "");
    const pieces = files.openFont("NotoSansSC-Bold");
    expect(pieces?.length).toBe(whole.length);
    expect(Buffer.from(pieces?.read(5000, 5400) ?? []).equals(whole.subarray(5000, 5400))).toBe(true);
    expect(() => pieces?.read(whole.length - 1, whole.length + 1)).toThrow();
    files.close();
  });
});

function sum(bytes: Uint8Array): number {
  let total = 0;
  for (let at = 0; at < bytes.length; at++) total = (total + (bytes[at] ?? 0) * 2 ** (8 * (3 - (at % 4)))) >>> 0;
  return total;
}
