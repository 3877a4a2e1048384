import type { PressPreset } from "./pressPreset";

/** A file of the page as it is: trim size, no marks, no promise to a standard, pictures in the colours they came in. */
export const plainPreset: PressPreset = {
  name: { zh: "原样", en: "As it is" },
  standard: "none",
  colour: "press",
  output: null,
  inkLimit: 400,
  pictures: { mostPpi: null, quality: 95 },
  bleedMm: 0,
  marks: { crop: false, register: false, colourBar: false, slug: false, offsetMm: 0 },
  header: false,
  text: "live",
  tagged: true,
  files: "issue",
  fileName: "{code}{date}.pdf",
};
