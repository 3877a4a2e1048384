import { problemList, unreadable, type DocumentProblem } from "../../model/documentProblem";
import { checked, choice, flag, integer, nullable, number, record, text, under, type Shape } from "../../model/shape";
import { fail, ok, type Result } from "../../result";
import type { PicturePolicy, PressPreset, PrinterMarks, PrintingCondition } from "./pressPreset";

const printable = (text: string): boolean => text !== "" && !/\p{Cc}/u.test(text);
/** A file's name and no path: a preset must not reach into other folders. */
const fileNameOnly = (text: string): boolean => printable(text) && !/[/\\]/.test(text) && text !== "." && text !== "..";
/** PDF strings that plants compare byte by byte. */
const asciiText = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const names = record<PressPreset["name"]>({ zh: text(60, printable), en: text(60, printable) });

const condition = record<PrintingCondition>({
  profile: text(200, fileNameOnly),
  identifier: text(100, (value) => value !== "" && asciiText(value)),
  info: text(200, asciiText),
  registry: text(200, asciiText),
});

const pictures = record<PicturePolicy>({
  mostPpi: nullable(integer({ least: 36, most: 2400 })),
  quality: integer({ least: 1, most: 100 }),
});

const marks = record<PrinterMarks>({
  crop: flag,
  register: flag,
  colourBar: flag,
  slug: flag,
  offsetMm: number({ least: 0, most: 20 }),
});

const fields = record<PressPreset>({
  name: names,
  standard: choice("x4", "x1a", "none"),
  colour: choice("press", "screen"),
  output: nullable(condition),
  inkLimit: number({ least: 100, most: 400 }),
  pictures,
  bleedMm: number({ least: 0, most: 20 }),
  marks,
  header: flag,
  text: choice("live", "outlines"),
  tagged: flag,
  files: choice("page", "issue"),
  fileName: text(120, (value) => printable(value) && /\.pdf$/i.test(value)),
});

/** What the single fields cannot know of one another. */
const shape: Shape<PressPreset> = checked(fields, (preset, place, report) => {
  if (preset.standard !== "none" && preset.output === null) return report("missing-field", under(place, "output"), "output");
  if (preset.standard !== "none" && preset.colour !== "press") return report("bad-choice", under(place, "colour"), preset.colour);
  if (preset.marks.offsetMm < preset.bleedMm && hasMarks(preset)) return report("out-of-range", under(under(place, "marks"), "offsetMm"), String(preset.marks.offsetMm));
  return preset;
});

/** Whether anything is drawn outside the trim to cut, register or measure by. */
export function hasMarks({ marks: { crop, register, colourBar, slug } }: PressPreset): boolean {
  return crop || register || colourBar || slug;
}

/** Reads a preset from parsed JSON, or says by place what is wrong with it: standards ask for a printing condition and press colours, marks stand outside the bleed. */
export function parsePressPreset(json: unknown): Result<PressPreset, readonly DocumentProblem[]> {
  const { problems, report } = problemList();
  const preset = shape.read(json, "", report);
  return preset === unreadable ? fail(problems) : ok(preset);
}
