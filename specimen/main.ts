import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { plainPdf } from "../host/exporting/plainPdf";
import { createNodeComposer } from "../host/exporting/nodeComposer";
import { renderPng } from "../host/exporting/renderPng";
import { openFontFiles } from "../host/fonts/fontFiles";
import { withSenseBreaks } from "./senseBreaks";
import { specimenBook } from "./specimenBook";
import { specimenCases } from "./specimenCases";
import { recordDifferences, recordOf, type SpecimenRecord } from "./specimenRecord";

const PNG_WIDTH = 1190;
const KEPT_WIDTH = 893;
const KEPT_COLOURS = 16;

/**
 * Sets the book into a folder as `specimen.pdf` and a PNG a page. `--check` says what differs from the lines and numbers
 * that are kept and answers false where anything does; `--keep` keeps what is set now.
 */
export async function specimen(projectRoot: string, args: readonly string[]): Promise<boolean> {
  const folder = args.find((each) => !each.startsWith("--")) ?? join(projectRoot, "out", "specimen");
  const kept = join(projectRoot, "specimen", "goldens");
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  try {
    const { fonts } = await createNodeComposer(fontFiles);
    const book = specimenBook(fonts, await withSenseBreaks(specimenCases));
    const record = recordOf(book.settings);
    if (args.includes("--check")) return check(join(kept, "lines.json"), record);

    const disc = await discPicture();
    const readAsset = async () => disc;
    mkdirSync(folder, { recursive: true });
    if (args.includes("--keep")) clearPages(kept);
    writeFileSync(join(folder, "specimen.pdf"), await plainPdf({ ...book, pageIds: null, fontFiles, readAsset }));
    let number = 0;
    for (const page of book.layout.pages.values()) {
      const name = `page-${String(++number).padStart(2, "0")}.png`;
      const png = await renderPng({ page, pixelWidth: PNG_WIDTH, fonts, fontFiles, readAsset });
      writeFileSync(join(folder, name), png);
      if (args.includes("--keep")) {
        writeFileSync(join(kept, name), await sharp(png).resize({ width: KEPT_WIDTH }).png({ palette: true, colours: KEPT_COLOURS, effort: 10 }).toBuffer());
      }
    }
    if (args.includes("--keep")) writeFileSync(join(kept, "lines.json"), `${JSON.stringify(record, null, 1)}\n`);
    console.log(`${specimenCases.length} cases on ${number} pages: ${join(folder, "specimen.pdf")}`);
    return true;
  } finally {
    fontFiles.close();
  }
}

/** Takes the pages kept before away: the book may have become shorter. */
function clearPages(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(".png")) rmSync(join(folder, name));
}

function check(file: string, record: SpecimenRecord): boolean {
  // Written by this program; a file that is something else differs in every case.
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as SpecimenRecord) : {};
  const differences = recordDifferences(kept, record);
  for (const difference of differences) console.log(difference);
  console.log(differences.length === 0 ? `All ${Object.keys(record).length} cases are set as they are kept.` : `${differences.length} differences.`);
  return differences.length === 0;
}

/** The picture of the wrapping cases: a grey disc on paper. */
async function discPicture(): Promise<Uint8Array> {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="#fff"/><circle cx="200" cy="200" r="200" fill="#c8c8c8"/></svg>';
  return await sharp(Buffer.from(drawing)).toColourspace("b-w").png().toBuffer();
}
