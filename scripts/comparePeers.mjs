import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundlePeerPage } from "./build.mjs";
import { projectRoot } from "./setup.mjs";

/**
 * `node scripts/comparePeers.mjs FOLDER [CHARACTERS]`: sets the same columns with Broadsheet, Typst and Chromium into a
 * folder that holds `@myriaddreamin/typst-ts-node-compiler`, and measures the lines in their PDFs with `mutool`.
 */
const folder = resolve(process.argv[2] ?? ".");
const characters = Number(process.argv[3] ?? 13);
const SIZE = 9;
const PITCH = 11.25;
const LINES = 200;
const column = characters * SIZE;
const width = 6 * column + 5 * SIZE;
const height = LINES * PITCH;
const out = join(folder, `columns-of-${characters}`);
const fontFolder = join(projectRoot, "dist", "fonts");

mkdirSync(out, { recursive: true });
const { peerParagraphs, peerPage } = await import(pathToFileURL(join(projectRoot, await bundlePeerPage())).href);
const paragraphs = await peerParagraphs(projectRoot);
console.log(`${paragraphs.length} paragraphs, ${paragraphs.join("").length} characters, columns of ${characters}`);
await setOurs();
setTypst();
setChromium();

async function setOurs() {
  const settings = { paragraph: {}, "paragraph-divided": { hyphenation: "on" }, "first-fit": { lineBreaking: "firstFit" } };
  for (const [name, composition] of Object.entries(settings)) {
    const file = join(out, `broadsheet-${name}.pdf`);
    writeFileSync(file, await peerPage(projectRoot, paragraphs, characters, LINES, composition));
    report(`broadsheet ${name}`, file);
  }
}

function setTypst() {
  const { NodeCompiler } = createRequire(join(folder, "package.json"))("@myriaddreamin/typst-ts-node-compiler");
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fontFolder] }] });
  const quoted = paragraphs.map((text) => `#"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join("\n\n");
  for (const breaker of ["optimized", "simple"]) {
    const source = `#set page(width: ${width}pt, height: ${height}pt, margin: 0pt, columns: 6)
#set columns(gutter: ${SIZE}pt)
#set text(font: "Noto Serif SC", size: ${SIZE}pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 2.25pt, spacing: 2.25pt, linebreaks: "${breaker}")
${quoted}`;
    const { result } = compiler.compile({ mainFileContent: source });
    const file = join(out, `typst-${breaker}.pdf`);
    writeFileSync(file, compiler.pdf(result));
    report(`typst ${breaker}`, file);
  }
}

function setChromium() {
  const settings = { plain: "", best: "line-break:strict;text-wrap:pretty;text-autospace:normal;text-spacing-trim:trim-start;" };
  const font = pathToFileURL(join(fontFolder, "NotoSerifSC-Regular.ttf")).href;
  const body = paragraphs.map((text) => `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).join("");
  for (const [name, css] of Object.entries(settings)) {
    const page = join(out, `chromium-${name}.html`);
    const file = join(out, `chromium-${name}.pdf`);
    writeFileSync(page, `<!doctype html><html lang="zh-Hans-CN"><meta charset="utf-8"><style>
@font-face{font-family:body;src:url(${font})}@page{size:${width}pt ${height}pt;margin:0}*{margin:0}
body{font:${SIZE}pt/${PITCH}pt body;width:${width}pt;height:${height - PITCH}pt;column-count:6;column-gap:${SIZE}pt;column-fill:auto;text-align:justify;orphans:1;widows:1;${css}}
p{text-indent:2em}</style><body>${body}`);
    const { status } = spawnSync("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--allow-file-access-from-files", `--print-to-pdf=${file}`, pathToFileURL(page).href], { stdio: "ignore" });
    if (status !== 0) throw new Error(`Chromium could not print ${page}`);
    report(`chromium ${name}`, file);
  }
}

/** Prints what can be seen in a PDF's glyph positions, whichever program wrote it. */
function report(name, file) {
  const ends = new Set(paragraphs.map((text) => text.replace(/\s/g, "").slice(-5)));
  const lines = readLines(file);
  const gaps = [];
  const seen = { lone: [], start: [], end: [], loose: [], short: [] };
  for (const line of lines) {
    const text = line.map(({ character }) => character).join("");
    const isLast = [...ends].some((end) => text.endsWith(end) || end.endsWith(text));
    if (/^[，。、；：？！）》〉」』】〕”’·％%～]/u.test(text)) seen.start.push(text.slice(0, 4));
    if (isLast) {
      if (text.replace(/[^\p{L}\p{N}]/gu, "").length <= 1) seen.lone.push(text);
      continue;
    }
    if (/([（《〈「『【〔“‘]|\p{Script=Han}[/／])$/u.test(text)) seen.end.push(text.slice(-4));
    const between = line.slice(1).flatMap((next, index) => (isHan(next) && isHan(line[index]) ? [(next.x - line[index].x - SIZE) / SIZE] : []));
    if (between.length > 0) {
      const most = Math.max(0, ...between);
      gaps.push(most);
      if (most > 0.25) seen.loose.push(`${most.toFixed(2)} ${text}`);
    }
    const last = line.at(-1);
    if (isHan(last) && Math.abs(last.x + SIZE - column) > 0.02) seen.short.push(`${(last.x + SIZE - column).toFixed(2)} ${text}`);
  }
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  console.log(JSON.stringify({ name, lines: lines.length, mean: Number(mean.toFixed(4)), above10: gaps.filter((gap) => gap > 0.1).length, above25: seen.loose.length, ...seen }));
}

function isHan({ character }) {
  return /\p{Script=Han}/u.test(character);
}

/** The glyphs of each line, from left to right; `x` is counted from the column's edge. */
function readLines(file) {
  const xml = execFileSync("mutool", ["draw", "-F", "stext", file, "1"], { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }).toString();
  const columns = Array.from({ length: 6 }, () => []);
  for (const [, x, y, character] of xml.matchAll(/<char quad="[^"]+" x="([\d.-]+)" y="([\d.-]+)"[^>]*? c="([^"]*)"/g)) {
    const index = Math.floor((Number(x) + SIZE / 2) / (column + SIZE));
    if (character.trim() !== "") columns[index]?.push({ x: Number(x) - index * (column + SIZE), y: Number(y), character: unescaped(character) });
  }
  return columns.flatMap((glyphs) => {
    const lines = [];
    for (const glyph of glyphs.sort((a, b) => a.y - b.y)) {
      if (lines.length > 0 && glyph.y - lines.at(-1)[0].y < PITCH / 2) lines.at(-1).push(glyph);
      else lines.push([glyph]);
    }
    return lines.map((line) => line.sort((a, b) => a.x - b.x));
  });
}

function unescaped(text) {
  return text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'").replace("&amp;", "&");
}
