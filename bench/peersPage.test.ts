import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNodeComposer } from "../host/exporting/nodeComposer";
import { openFontFiles } from "../host/fonts/fontFiles";
import { temporaryFolder } from "../host/testing/temporaryFolder";
import { projectRoot } from "../host/testing/testServices";
import { mm, storedLength } from "../shared/geometry/units";
import type { GlyphRun } from "../shared/display/displayList";
import { textOfGlyph } from "../shared/export/pdf/characterCodes";
import type { Asset, IssueDocument } from "../shared/model/document";
import { idFrom } from "../shared/model/idFrom";
import { parseDocument, serialiseDocument } from "../shared/model/parseDocument";
import { parsePeerIssue, type PeerIssue } from "./peerOperations";
import { peersPage } from "./peersPage";

const scripts = join(projectRoot, "..", "shared", "bench", "peers");
const photo: Asset = { id: idFrom("a".repeat(64)), fileName: "photo.jpg", contentType: "image/jpeg", pixelWidth: 1820, pixelHeight: 1614, rights: "" };

const small: PeerIssue = parsePeerIssue(
  JSON.stringify({
    page: { w: 390, h: 540 },
    pages: [
      {
        number: 1,
        ops: [
          { op: "text", id: "nameplate_1", x: 20, y: 20, w: 165, h: 42, paras: [{ t: "日{报", font: "serif", size: 112, lead: 116, bold: true, color: "red" }] },
          { op: "rect", x: 20, y: 64.5, w: 350, h: 0.35, fill: "black" },
          { op: "rect", x: 20, y: 400, w: 100, h: 60, fill: "tint" },
          { op: "text", id: "headline_1", x: 20, y: 93, w: 350, h: 22, paras: [{ t: "题目", font: "serif", size: 48, lead: 60, bold: true, align: "center" }] },
          { op: "text", id: "lead_1", x: 20, y: 120, w: 350, h: 85, cols: 6, gap: 6.4, paras: [{ t: "正文一段。", font: "serif", size: 10, lead: 17, indent: 2, justify: true }] },
        ],
      },
    ],
  }),
);

describe("the peers' page as an issue of ours", () => {
  it("is a sound document", () => {
    const document = peersPage(small, () => photo);
    const parsed = parseDocument(JSON.parse(JSON.stringify(serialiseDocument(document))));
    expect(parsed.ok && parsed.value.boxes).toEqual(document.boxes);
  });

  it("has an article of title and columns, and standing matter with its braces kept", () => {
    const { boxes, stories, articles } = peersPage(small, () => photo);
    expect(Object.values(stories)).toMatchObject([{ title: { main: "题目" }, paragraphs: [{ text: "正文一段。" }] }]);
    expect(Object.values(articles)).toMatchObject([{ kind: "news", titleFrameIds: ["title-of-lead-1"] }]);
    expect(Object.values(boxes)).toMatchObject([
      { kind: "furniture", lines: [{ template: "日{{报" }] },
      { kind: "rule", weight: storedLength(mm(0.35)) },
      { kind: "panel", fill: { black: 0.08 } },
      { kind: "text", columns: 6, gutter: storedLength(mm(6.4)) },
      { kind: "title" },
    ]);
  });

  it.skipIf(!existsSync(scripts))("sets all words of the front page, none of them cut (needs the peers' scripts beside the repository)", async () => {
    const operations = join(temporaryFolder(), "issue.json");
    execFileSync(process.execPath, [join(scripts, "build-issue.mjs"), "--out", operations]);
    const peers = parsePeerIssue(readFileSync(operations, "utf8"));
    const set = await wordsOf(peersPage(peers, () => photo));
    for (const operation of peers.pages[0]?.ops ?? []) {
      if (operation.op === "text") for (const { t } of operation.paras) expect(set).toContain(t.replace(/\s/g, ""));
    }
  });
});

/** All words that are set, without white space; fails where some are left over. */
async function wordsOf(document: IssueDocument): Promise<string> {
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  try {
    const { composer } = await createNodeComposer(fontFiles);
    const layout = composer.layout(document);
    expect([...layout.flows.values()].filter(({ overset }) => overset !== null)).toEqual([]);
    const runs = [...layout.pages.values()].flatMap(({ boxes }) => boxes.flatMap(({ items }) => items.filter((item): item is GlyphRun => item.kind === "glyphs")));
    return runs.map((run) => Array.from(run.glyphIds, (_, index) => textOfGlyph(run, index)).join("")).join("").replace(/\s/g, "");
  } finally {
    fontFiles.close();
  }
}
