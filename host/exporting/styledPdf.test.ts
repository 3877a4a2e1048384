import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FontSource } from "../../shared/fonts/fontSource";
import { createComposer } from "../../shared/layout/composer";
import { frameOf } from "../../shared/layout/testing/layoutBuilders";
import { lineTexts, styledDocument, type Pieces } from "../../shared/layout/testing/styledStory";
import type { IssueDocument, ParagraphStyle } from "../../shared/model/document";
import { greyInk } from "../../shared/model/ink";
import type { FontFiles } from "../fonts/fontFiles";
import { plainPdf } from "./plainPdf";
import { openRealFonts } from "./testing/handMadePage";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-styled-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let fonts: FontSource;
let fontFiles: FontFiles;

beforeAll(async () => {
  ({ fonts, fontFiles } = await openRealFonts());
});

const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;

const adorned: Pieces = [
  "会议强调，", ["必须坚持，以人民为中心", { emphasis: "dot" }], "，不得松懈。鲁迅，原名", ["周树人", { line: "properNoun" }], ["绍兴", { line: "properNoun" }],
  "人，著有", ["呐喊", { line: "bookTitle" }], "、", ["中国小说史略", { line: "bookTitle" }], "等。治丧委员会由", ["王建国", { framed: true }], "等组成。水是H",
  ["2", { position: "subscript" }], "O，面积为20m", ["2", { position: "superscript" }], "，据报道", ["[1]", { position: "superscript" }], "已经完成。",
];
const plain: Pieces = adorned.map((piece) => (typeof piece === "string" ? piece : piece[0]));
const looks: Partial<ParagraphStyle> = { dropCap: { lines: 3, characters: 1 }, fill: greyInk(0.1), ruleAbove: 0.5, ruleBelow: 0.5 };

async function made(document: IssueDocument) {
  const layout = createComposer(fonts).layout(document);
  const readAsset = () => Promise.resolve(null);
  const pageId = document.pages[0]!.id;
  const pdf = await plainPdf({ document, layout, pageIds: [pageId], fontFiles, readAsset });
  return { layout, pdf };
}

const styled = (pieces: Pieces, style: Partial<ParagraphStyle>) => styledDocument([pieces, pieces], { runInStyleId: null, ...style }, [frameOf("a", 2, 20)]);

/** The printed text as a reader of the file copies it, in the order of the file. */
function copiedText(pdf: Uint8Array, name: string): string {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, pdf);
  return execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).replaceAll(/\s/g, "");
}

describe("a page of styled text", () => {
  it.skipIf(!hasPoppler)("gives the same text to who copies from its PDF as plain text does", async () => {
    const { pdf, layout } = await made(styled(adorned, looks));
    const [flow] = [...layout.flows.values()];
    expect(flow!.overset).toBeNull();
    const copied = copiedText(pdf, "styled");
    expect(copied).toBe(lineTexts(flow!).join("").replaceAll(/\s/g, ""));
    expect(copied).toBe(copiedText((await made(styled(plain, {}))).pdf, "plain"));
  });
});
