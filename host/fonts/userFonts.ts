import { closeSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { bytesInMemory, type FontBytes } from "../../shared/fonts/fontBytes";
import { readFontMetrics } from "../../shared/fonts/fontMetrics";
import { readFontNames } from "../../shared/fonts/fontNames";
import { readSfnt } from "../../shared/fonts/sfnt";
import { HostError, type FontDescription } from "../../shared/platform/host";
import { machineFileSystem as fileSystem, makeFolders, writeFileAtomically } from "../fileSystem";
import { readFontCatalogue } from "./fontCatalogue";
import { openPiecewise } from "./openPiecewise";

/** Larger font files are refused: the largest Chinese families have 30 MB a weight. */
export const MAX_FONT_BYTES = 60 * 1024 * 1024;
const TRUE_TYPE = 0x0001_0000;
/** `OTTO`. */
const OPEN_TYPE_CFF = 0x4f54_544f;
/** As it names a file: what PostScript names consist of anyway (OpenType, name 6). */
const POST_SCRIPT_NAME = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,62}$/;

/** Where the user's own fonts lie, each under its PostScript name. */
export function userFontFolder(config: string): string {
  return join(config, "fonts");
}

/** The file of a font of the user's, or null. */
export function userFontPath(folder: string, fontId: string): string | null {
  const path = join(folder, `${fontId}.ttf`);
  return POST_SCRIPT_NAME.test(fontId) && existsSync(path) ? path : null;
}

/** The user's fonts by name; what is in the folder and is no font is left out. */
export function listUserFonts(folder: string): readonly FontDescription[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".ttf")).sort();
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const { bytes, descriptor } = openPiecewise(join(folder, name));
    try {
      const described = describeFont(name, bytes);
      return described.id === name.slice(0, -".ttf".length) ? [described] : [];
    } catch {
      return [];
    } finally {
      closeSync(descriptor);
    }
  });
}

/** The catalogue's fonts, then the user's; a file that bears a catalogue font's name is not listed. */
export function listAllFonts(projectRoot: string, folder: string | null): readonly FontDescription[] {
  const catalogue = readFontCatalogue(projectRoot).map(({ id, family, familyChinese, weight, licence, copyright, fallback }): FontDescription => ({
    id, family, familyChinese, weight, licence, copyright, fallback, mayEmbed: true,
  }));
  const known = new Set(catalogue.map(({ id }) => id));
  return [...catalogue, ...(folder === null ? [] : listUserFonts(folder).filter(({ id }) => !known.has(id)))];
}

/**
 * Takes a font file of the user's over; rejects with `unreadable-font` and a sentence's end that names file and reason.
 * `taken` are the names that other fonts have.
 */
export async function addUserFont(folder: string, fileName: string, bytes: Uint8Array, taken: ReadonlySet<string>): Promise<FontDescription> {
  if (bytes.length > MAX_FONT_BYTES) throw new HostError({ code: "too-large", detail: `${fileName} is over 60 MB` });
  const described = describeFont(fileName, bytesInMemory(bytes));
  if (taken.has(described.id)) throw unreadable(fileName, `a font named ${described.id} is here already`);
  await makeFolders(fileSystem, folder);
  await writeFileAtomically(fileSystem, join(folder, `${described.id}.ttf`), bytes);
  return described;
}

/** What a font file says of itself, checked as far as composing and printing need it. */
function describeFont(fileName: string, bytes: FontBytes): FontDescription {
  const sfnt = readSfnt(bytes);
  if (!sfnt.ok) throw unreadable(fileName, sfnt.problem.code === "not-a-font" ? "it is no single TrueType or OpenType font" : `it is damaged (${sfnt.problem.detail})`);
  const { flavour, tables } = sfnt.value;
  const hasOutlines = (flavour === TRUE_TYPE && tables.has("glyf")) || (flavour === OPEN_TYPE_CFF && tables.has("CFF "));
  if (!hasOutlines) throw unreadable(fileName, "its outlines are neither TrueType nor CFF");
  if (sfnt.value.tables.has("fvar")) throw unreadable(fileName, "it is a variable font; a single weight is needed");
  if (!sfnt.value.tables.has("cmap")) throw unreadable(fileName, "it has no character map");
  const metrics = readFontMetrics(sfnt.value);
  if (!metrics.ok) throw unreadable(fileName, `it is damaged (${metrics.problem.detail})`);
  const names = readFontNames(sfnt.value);
  if (!POST_SCRIPT_NAME.test(names.postScriptName)) throw unreadable(fileName, "it has no PostScript name");
  const { family, familyChinese, licence, copyright } = names;
  return { id: names.postScriptName, family, familyChinese, weight: metrics.value.weight, licence, copyright, fallback: false, mayEmbed: metrics.value.mayEmbed };
}

function unreadable(fileName: string, reason: string): HostError {
  return new HostError({ code: "unreadable-font", detail: `${fileName}: ${reason}` });
}
