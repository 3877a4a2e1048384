import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesInMemory } from "../../shared/fonts/fontBytes";
import { readSfnt, tableBytes, writeSfnt, type Sfnt } from "../../shared/fonts/sfnt";
import { HostError } from "../../shared/platform/host";
import { temporaryFolder } from "../testing/temporaryFolder";
import { projectRoot } from "../testing/testServices";
import { openFontFiles } from "./fontFiles";
import { addUserFont, listAllFonts, listUserFonts } from "./userFonts";

const fontsFolder = join(projectRoot, "dist", "fonts");

/** The tables of a real font, with other names, licence bits or flavour; its outlines are left at a few glyphs' length. */
function fontFile({ name = "FZShuSong", fsType = 0, flavour = 0x0001_0000, without = [] as readonly string[], more = [] as readonly string[] } = {}): Uint8Array {
  const files = openFontFiles(projectRoot, fontsFolder);
  try {
    const read = readSfnt(files.openFont("NotoSansSC-Regular")!);
    if (!read.ok) throw new Error("the catalogue's font is broken");
    const sfnt: Sfnt = read.value;
    const tags = ["head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "post", "loca"].filter((tag) => !without.includes(tag));
    const tables = tags.map((tag) => ({ tag, bytes: tableBytes(sfnt, tag)!.slice() }));
    const os2 = tables.find(({ tag }) => tag === "OS/2");
    if (os2 !== undefined) new DataView(os2.bytes.buffer, os2.bytes.byteOffset).setUint16(8, fsType);
    return writeSfnt(flavour, [...tables, { tag: "glyf", bytes: new Uint8Array(64) }, { tag: "name", bytes: names(name) }, ...more.map((tag) => ({ tag, bytes: new Uint8Array(16) }))]);
  } finally {
    files.close();
  }
}

/** A name table with a PostScript name, and a family in English and Chinese. */
function names(postScript: string): Uint8Array {
  const entries = [[6, 0x409, postScript], [1, 0x409, "FZ Shu Song"], [1, 0x804, "方正书宋"]] as const;
  const texts = entries.map(([, , text]) => Buffer.from(text, "utf16le").swap16());
  const header = Buffer.alloc(6 + 12 * entries.length);
  header.writeUInt16BE(entries.length, 2);
  header.writeUInt16BE(header.length, 4);
  let at = 0;
  entries.forEach(([id, language], index) => {
    [3, 1, language, id, texts[index]!.length, at].forEach((value, field) => header.writeUInt16BE(value, 6 + 12 * index + 2 * field));
    at += texts[index]!.length;
  });
  return Buffer.concat([header, ...texts]);
}

async function refusal(bytes: Uint8Array, taken: readonly string[] = []): Promise<string> {
  const folder = join(temporaryFolder(), "fonts");
  const error = await addUserFont(folder, "字.ttf", bytes, new Set(taken)).then(() => null, (reason: unknown) => reason);
  if (!(error instanceof HostError)) throw new Error("nothing was refused");
  expect(() => readdirSync(folder)).toThrow("ENOENT");
  return error.detail;
}

describe("a font of the user's", () => {
  it("is kept under its PostScript name, listed with its names in both languages, and opened like the others", async () => {
    const folder = join(temporaryFolder(), "fonts");
    const bytes = fontFile();
    expect(await addUserFont(folder, "方正.ttf", bytes, new Set())).toMatchObject({ id: "FZShuSong", family: "FZ Shu Song", familyChinese: "方正书宋", mayEmbed: true });
    expect(readFileSync(join(folder, "FZShuSong.ttf")).equals(Buffer.from(bytes))).toBe(true);
    expect(listAllFonts(projectRoot, folder).at(-1)).toMatchObject({ id: "FZShuSong", fallback: false });
    const files = openFontFiles(projectRoot, fontsFolder, folder);
    expect(files.openFont("FZShuSong")?.length).toBe(bytes.length);
    expect(files.openFont("../FZShuSong")).toBeNull();
    files.close();
  });

  it("says whether its licence lets it be embedded", async () => {
    for (const [fsType, mayEmbed] of [[0, true], [4, true], [8, true], [2, false], [0x100, false], [0x200, false]] as const) {
      expect(await addUserFont(join(temporaryFolder(), "f"), "a.ttf", fontFile({ fsType }), new Set())).toMatchObject({ mayEmbed });
    }
  });

  it.each([
    ["is no font", Buffer.from("hello"), "it is no single TrueType or OpenType font"],
    ["has other outlines", fontFile({ flavour: 0x4f54544f }), "its outlines are neither TrueType nor CFF"],
    ["is variable", fontFile({ more: ["fvar"] }), "it is a variable font; a single weight is needed"],
    ["lacks a character map", fontFile({ without: ["cmap"] }), "it has no character map"],
    ["lacks metrics", fontFile({ without: ["hmtx"] }), "it is damaged (head, hhea, maxp, OS/2 or hmtx missing or too short)"],
    ["has no usable name", fontFile({ name: "a/../b" }), "it has no PostScript name"],
  ])("is refused where it %s, and nothing is written", async (_, bytes, reason) => {
    expect(await refusal(bytes)).toBe(`字.ttf: ${reason}`);
  });

  it("is refused where its name is taken", async () => {
    expect(await refusal(fontFile(), ["FZShuSong"])).toBe("字.ttf: a font named FZShuSong is here already");
  });

  it("that is broken on disk is left out of lists, and never throws there", () => {
    const folder = join(temporaryFolder(), "fonts");
    mkdirSync(folder);
    const whole = fontFile();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 20 }), fc.nat(whole.length), (edits, length) => {
        const bytes = whole.slice();
        for (const [at, value] of edits) bytes[at] = value;
        writeFileSync(join(folder, "FZShuSong.ttf"), bytes.subarray(0, length));
        listUserFonts(folder);
      }),
      { numRuns: 60 },
    );
    expect(readSfnt(bytesInMemory(whole)).ok).toBe(true);
  });
});
