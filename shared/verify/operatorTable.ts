/** How many operands each operator takes (ISO 32000-1, annex A); those of `variable` take as many as their colour space. */
export const operandCounts: ReadonlyMap<string, number | "variable"> = new Map<string, number | "variable">([
  ["b", 0], ["B", 0], ["b*", 0], ["B*", 0], ["BDC", 2], ["BI", 0], ["BMC", 1], ["BT", 0], ["BX", 0],
  ["c", 6], ["cm", 6], ["CS", 1], ["cs", 1], ["d", 2], ["d0", 2], ["d1", 6], ["Do", 1], ["DP", 2],
  ["EMC", 0], ["ET", 0], ["EX", 0], ["f", 0], ["F", 0], ["f*", 0], ["G", 1], ["g", 1], ["gs", 1], ["h", 0],
  ["i", 1], ["j", 1], ["J", 1], ["K", 4], ["k", 4], ["l", 2], ["M", 1], ["m", 2], ["MP", 1], ["n", 0],
  ["q", 0], ["Q", 0], ["re", 4], ["RG", 3], ["rg", 3], ["ri", 1], ["s", 0], ["S", 0],
  ["SC", "variable"], ["sc", "variable"], ["SCN", "variable"], ["scn", "variable"], ["sh", 1],
  ["T*", 0], ["Tc", 1], ["Td", 2], ["TD", 2], ["Tf", 2], ["Tj", 1], ["TJ", 1], ["TL", 1], ["Tm", 6], ["Tr", 1],
  ["Ts", 1], ["Tw", 1], ["Tz", 1], ["v", 4], ["w", 1], ["W", 0], ["W*", 0], ["y", 4], ["'", 1], ["\"", 3],
]);

/** The intents a file may ask for (ISO 32000-1, table 70). */
export const renderingIntents: ReadonlySet<string> = new Set(["AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual"]);

/** The blend modes of PDF 1.4 (ISO 32000-1, tables 136 and 137). */
export const blendModes: ReadonlySet<string> = new Set([
  "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight",
  "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
]);
