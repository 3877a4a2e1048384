import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { eastAsianWidthType } from "get-east-asian-width";
import { projectRoot } from "./setup.mjs";
import { wrappedWords } from "./wrappedWords.mjs";

/**
 * Writes the Unicode properties that `shared/text/unicode` reads as run lengths, so that the product itself carries no
 * data package. Usage: node scripts/makeUnicodeTables.mjs
 */
const unicode = "@unicode/unicode-18.0.0";
const codePointCount = 0x110000;
const dottedCircle = 0x25cc;

/** The names that Line_Break values have in the rules of UAX #14, by their long names. */
const lineBreakClasses = {
  Aksara: "AK", Aksara_Prebase: "AP", Aksara_Start: "AS", Alphabetic: "AL", Break_After: "BA", Break_Before: "BB",
  Break_Both: "B2", Break_Symbols: "SY", Carriage_Return: "CR", Close_Parenthesis: "CP", Close_Punctuation: "CL",
  Combining_Mark: "CM", Complex_Context: "SA", Conditional_Japanese_Starter: "CJ", Contingent_Break: "CB", E_Base: "EB",
  E_Modifier: "EM", Exclamation: "EX", Glue: "GL", H2: "H2", H3: "H3", Hebrew_Letter: "HL", Hyphen: "HY",
  Ideographic: "ID", Infix_Numeric: "IS", Inseparable: "IN", JL: "JL", JT: "JT", JV: "JV", Line_Feed: "LF",
  Mandatory_Break: "BK", Next_Line: "NL", Nonstarter: "NS", Numeric: "NU", Open_Punctuation: "OP", Postfix_Numeric: "PO",
  Prefix_Numeric: "PR", Quotation: "QU", Regional_Indicator: "RI", Space: "SP", Unambiguous_Hyphen: "HH", Virama: "VI",
  Virama_Final: "VF", Word_Joiner: "WJ", ZWJ: "ZJ", ZWSpace: "ZW",
  // LB1: without more to go by, these are letters.
  Ambiguous: "AL", Surrogate: "AL", Unknown: "AL",
};

/** The files and their text, in the order they are written. */
export async function unicodeTables() {
  return [
    {
      path: "shared/text/unicode/lineBreakData.ts",
      text: moduleText("lineBreakData", await lineBreakValues(), [
        "Line_Break of Unicode 18.0.0 with LB1 of UAX #14 applied (AI, SG and XX are AL; SA is CM or AL) and told further apart",
        "where the rules do: QI and QF are initial and final quotation marks, XP and XA unassigned pictographs of ID and AL, DC",
        "the dotted circle.",
      ]),
    },
    {
      path: "shared/text/unicode/eastAsianWidthData.ts",
      text: moduleText("eastAsianWidthData", eastAsianWidths(), [
        "East_Asian_Width of Unicode: A ambiguous, F full-width, H half-width, W wide; N stands for narrow and neutral alike.",
      ]),
    },
    {
      path: "shared/text/unicode/verticalOrientationData.ts",
      text: moduleText("verticalOrientationData", await propertyValues("Vertical_Orientation", { R: "R", U: "U", Tr: "Tr", Tu: "Tu" }), [
        "Vertical_Orientation of Unicode 18.0.0 (UAX #50).",
      ]),
    },
  ];
}

async function lineBreakValues() {
  const values = await propertyValues("Line_Break", lineBreakClasses);
  const category = async (name) => new Set(await codePoints("General_Category", name));
  const [nonspacing, spacing, initial, final, unassigned] = await Promise.all(
    ["Nonspacing_Mark", "Spacing_Mark", "Initial_Punctuation", "Final_Punctuation", "Unassigned"].map(category),
  );
  const pictographs = new Set(await codePoints("Binary_Property", "Extended_Pictographic"));
  for (let codePoint = 0; codePoint < codePointCount; codePoint++) {
    const value = values[codePoint];
    if (value === "SA") values[codePoint] = nonspacing.has(codePoint) || spacing.has(codePoint) ? "CM" : "AL";
    else if (value === "QU" && initial.has(codePoint)) values[codePoint] = "QI";
    else if (value === "QU" && final.has(codePoint)) values[codePoint] = "QF";
    else if (unassigned.has(codePoint) && pictographs.has(codePoint)) values[codePoint] = value === "ID" ? "XP" : "XA";
  }
  values[dottedCircle] = "DC";
  return values;
}

function eastAsianWidths() {
  const letters = { ambiguous: "A", fullwidth: "F", halfwidth: "H", wide: "W", narrow: "N", neutral: "N" };
  return Array.from({ length: codePointCount }, (_, codePoint) => letters[eastAsianWidthType(codePoint)]);
}

/** The value of a property at every code point, under its short name. */
async function propertyValues(property, shortNames) {
  const values = new Array(codePointCount);
  for (const [name, short] of Object.entries(shortNames)) {
    const { default: ranges } = await import(`${unicode}/${property}/${name}/ranges.mjs`);
    for (const { begin, end } of ranges) values.fill(short, begin, end);
  }
  const missing = values.findIndex((value) => value === undefined);
  if (missing >= 0) throw new Error(`${property} says nothing of U+${missing.toString(16)}`);
  return values;
}

async function codePoints(property, name) {
  const { default: all } = await import(`${unicode}/${property}/${name}/code-points.mjs`);
  return all;
}

function moduleText(name, values, about) {
  const runs = [];
  for (let from = 0; from < codePointCount; ) {
    let to = from + 1;
    while (to < codePointCount && values[to] === values[from]) to++;
    runs.push(`${(to - from).toString(36)}${values[from]}`);
    from = to;
  }
  return [
    "/**",
    ...about.map((line) => ` * ${line}`),
    " * Runs in the order of the code points: a length in base 36, then the value they share.",
    " *",
    " * Written by scripts/makeUnicodeTables.mjs; not to be edited. Data © Unicode, Inc., Unicode License V3: assets/LICENSES.md.",
    " */",
    `export const ${name} = \``,
    ...wrappedWords(runs),
    "`;",
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const { path, text } of await unicodeTables()) {
    const file = join(projectRoot, path);
    writeFileSync(file, text);
    console.log(`${path}: ${readFileSync(file).length} bytes`);
  }
}
