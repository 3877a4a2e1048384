import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileProblem } from "../host/fileSystem";
import { addUserFont, listAllFonts, userFontFolder } from "../host/fonts/userFonts";
import { machineFolders } from "../host/machine";
import type { FontDescription } from "../shared/platform/host";
import { CliError, type CliContext } from "./cliError";
import { absolutePath, readArguments } from "./readArguments";

/** `broadsheet fonts [--add FILE] [--json]`: the fonts that issues may use; takes a font file of the user's over. */
export async function fontsCommand(args: readonly string[], context: CliContext): Promise<number> {
  const read = readArguments("fonts", args, { add: "value", json: "flag" });
  if (read.positionals.length > 0) throw new CliError(`broadsheet fonts takes no arguments but options: "${read.positionals[0]}" is too much.`);
  const folder = userFontFolder(machineFolders(context.environment).config);
  const add = read.value("add");
  if (add !== null) {
    const path = absolutePath(add, context);
    const bytes = await readFile(path).catch((error: unknown) => {
      throw fileProblem(error, path);
    });
    const taken = new Set(listAllFonts(context.projectRoot, folder).map(({ id }) => id));
    const font = await addUserFont(folder, basename(path), bytes, taken);
    context.out(read.flag("json") ? `${JSON.stringify(font)}\n` : line(font));
    return 0;
  }
  const fonts = listAllFonts(context.projectRoot, folder);
  if (read.flag("json")) {
    const described = fonts.map(({ id, family, familyChinese, weight, licence, mayEmbed }) => ({ id, family, familyChinese, weight, licence, mayEmbed }));
    context.out(`${JSON.stringify(described)}\n`);
  } else {
    for (const font of fonts) context.out(line(font));
  }
  return 0;
}

function line({ id, familyChinese, weight, mayEmbed }: FontDescription): string {
  return `${id}\t${familyChinese}\t${weight}\t${mayEmbed ? "may be embedded" : "may not be embedded"}\n`;
}
