import { join } from "node:path";
import { newsSentences } from "../bench/newsSentences";
import { plainPdf } from "../host/exporting/plainPdf";
import { createNodeComposer } from "../host/exporting/nodeComposer";
import { machineFileSystem } from "../host/fileSystem";
import { openFontFiles } from "../host/fonts/fontFiles";
import { readIssueFolder } from "../host/issues/readIssueFolder";
import { createComposer } from "../shared/layout/composer";
import type { CompositionSettings, IssueDocument, Story } from "../shared/model/document";
import { houseStyleIds } from "../shared/model/houseStyles";
import { bodyGrid } from "./bookGeometry";
import { sideDocument } from "./sideDocument";
import { latinText, leadText, newsTexts, quotedText, secondText, unitsText } from "./specimenText";

/** The paragraphs that are set beside other programs: the sample issue's body text, news sentences, and the book's harder cases. */
export async function peerParagraphs(projectRoot: string): Promise<readonly string[]> {
  const { document } = await readIssueFolder(machineFileSystem, join(projectRoot, "assets", "samples", "nanfang-gongbao-2026-01-12"));
  const body = Object.values<Story>(document.stories).flatMap((story) =>
    story.paragraphs.filter(({ styleId, text }) => styleId === houseStyleIds.body && text !== "").map(({ text }) => text.replaceAll("\n", "")));
  const news = Array.from({ length: Math.ceil(newsSentences.length / 3) }, (_, index) => newsSentences.slice(3 * index, 3 * index + 3).join(""));
  return [...body, ...news, leadText, secondText, quotedText, unitsText, latinText, ...newsTexts];
}

/** A page of six columns of so many characters with the paragraphs on it, as PDF. */
export async function peerPage(
  projectRoot: string, paragraphs: readonly string[], characters: number, lines: number, composition: Partial<CompositionSettings>,
): Promise<Uint8Array> {
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  try {
    const { fonts } = await createNodeComposer(fontFiles);
    const side = sideDocument(
      { label: "", characters: 6 * characters + 5, lines, frame: { columns: 6, gutter: bodyGrid.bodySize }, composition, paragraphs: paragraphs.map((text) => ({ text })) },
      { x: 0, y: 0 },
    );
    const size = { width: (6 * characters + 5) * bodyGrid.bodySize, height: lines * bodyGrid.pitch };
    const document: IssueDocument = { ...side, pages: side.pages.map((page) => ({ ...page, size })) };
    return await plainPdf({ document, layout: createComposer(fonts).layout(document), pageIds: null, fontFiles, readAsset: async () => null });
  } finally {
    fontFiles.close();
  }
}
