import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./setup.mjs";
import { wrappedWords } from "./wrappedWords.mjs";

/**
 * Writes the English patterns that `shared/text/hyphenation` reads, in the notation of TeX, so that the product carries
 * neither the library nor its start-up cost. Usage: node scripts/makeHyphenPatterns.mjs
 */
const library = "hyphen/patterns/en-us.js";

/** The file and its text. */
export function hyphenPatterns() {
  const [levels, trie, exceptions] = createRequire(import.meta.url)(library);
  /** @type {string[]} */
  const patterns = [];
  collect(trie, "", levels, patterns);
  const words = Object.entries(exceptions).map(([word, points]) => divided(word, points));
  const text = [
    "/**",
    " * The hyphenation patterns of American English in TeX's notation: a digit between letters says how much it speaks for (odd)",
    " * or against (even) a division there.",
    " *",
    " * Written by scripts/makeHyphenPatterns.mjs; not to be edited. Data © Gerard D.C. Kuiken and others: assets/LICENSES.md.",
    " */",
    "export const hyphenPatterns = `",
    ...wrappedWords(patterns.sort()),
    "`;",
    "",
    "/** Words that the patterns divide wrongly, with all their divisions. */",
    "export const hyphenExceptions = `",
    ...wrappedWords(words.sort()),
    "`;",
    "",
  ].join("\n");
  return { path: "shared/text/hyphenation/hyphenPatterns.ts", text };
}

/** A node of the library's trie is its children, the number of its levels, or both. */
function collect(node, letters, levels, patterns) {
  const [children, own] = Array.isArray(node) ? node : typeof node === "number" ? [{}, node] : [node, null];
  if (own !== null) patterns.push(inTexNotation(letters, levels[own]));
  for (const [letter, child] of Object.entries(children)) collect(child, letters + letter, levels, patterns);
}

/** The library's levels do not count the dot that stands for a word's start. */
function inTexNotation(letters, levels) {
  const start = letters.startsWith(".") ? "." : "";
  const rest = letters.slice(start.length);
  let pattern = start;
  for (let index = 0; index <= rest.length; index++) pattern += (levels[index] || "") + (rest[index] ?? "");
  return pattern;
}

function divided(word, points) {
  return [0, ...points].map((from, index) => word.slice(from, points[index])).join("-");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { path, text } = hyphenPatterns();
  const file = join(projectRoot, path);
  writeFileSync(file, text);
  console.log(`${path}: ${readFileSync(file).length} bytes`);
}
