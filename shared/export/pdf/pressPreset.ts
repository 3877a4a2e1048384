/**
 * How finished pages become a file for one receiver: the plant, the proofreader, the web. A preset is a JSON file that a
 * plant may edit; lengths in it are millimetres, as plants write them. `parsePressPreset` reads it strictly.
 */
export interface PressPreset {
  /** Shown in lists, in each language of the window. */
  readonly name: { readonly zh: string; readonly en: string };
  /** The standard the file promises to keep, or none. */
  readonly standard: "x4" | "x1a" | "none";
  /** `press`: process and spot inks, pictures separated. `screen`: everything in sRGB, for readers on screens. */
  readonly colour: "press" | "screen";
  /** The printing condition; null where the file is not made for one. */
  readonly output: PrintingCondition | null;
  /** The most ink a spot of paper bears, in percent: 240 for 240 %. Reported, not enforced. */
  readonly inkLimit: number;
  readonly pictures: PicturePolicy;
  /** How far the page reaches over its trim, in mm. */
  readonly bleedMm: number;
  readonly marks: PrinterMarks;
  /** Whether a line over the page says what it is: page, date, round, and when it was made. */
  readonly header: boolean;
  /** `outlines` (转曲) draws the glyphs as paths, without fonts and without text that can be found. */
  readonly text: "live" | "outlines";
  /** Whether the file holds the reading order and the kind of each part, and bookmarks of its articles. */
  readonly tagged: boolean;
  /** One file for each page, or one for the issue. */
  readonly files: "page" | "issue";
  /** The name of each file, with the fields {code} {date} {page} {pages} {section} {edition}, such as `{code}{date}{page}.pdf`. */
  readonly fileName: string;
}

/** What the plates are made for (PDF output intent). */
export interface PrintingCondition {
  /** The file name of an ICC profile: beside the preset, among the user's profiles, or one that ships. */
  readonly profile: string;
  /** OutputConditionIdentifier. */
  readonly identifier: string;
  /** What the condition is in words. */
  readonly info: string;
  /** Where the identifier is registered, such as `http://www.color.org`; empty where it is not. */
  readonly registry: string;
}

/** What happens to pictures on their way into the file. */
export interface PicturePolicy {
  /** Pictures finer than this at their size on the page are made coarser; null to keep all pixels. */
  readonly mostPpi: number | null;
  /** JPEG quality of pictures that are converted, 1 to 100. */
  readonly quality: number;
}

/** The marks outside the trim, for whoever folds, registers and measures. */
export interface PrinterMarks {
  /** Corners of the trim. */
  readonly crop: boolean;
  /** Crosses in the middle of each side, on all plates. */
  readonly register: boolean;
  /** Solids and tints of each ink. */
  readonly colourBar: boolean;
  /** A line that names paper, page, date, plate and preset. */
  readonly slug: boolean;
  /** From the trim to the nearest end of a mark, in mm; not less than the bleed. */
  readonly offsetMm: number;
}
