import { readColourSpace } from "./colourSpace";
import { ContentUses, type PageMarks } from "./contentUses";
import type { ContentScene } from "./contentNotes";
import { interpretContent, mostInstructions } from "./interpretContent";
import { readBoxes, type PageBoxes } from "./pageBoxes";
import { pagesOf, type PageNode } from "./pageTree";
import type { PdfFile, PdfPlace } from "./pdfFile";
import type { PdfEntries } from "./pdfValue";
import { reachableObjects, type ReachableObjects } from "./reachableObjects";
import { readXmp, type Xmp } from "./xmp";

/** One page as the rules see it. */
export interface PageFacts extends PageNode {
  readonly boxes: PageBoxes;
  readonly marks: PageMarks;
  readonly annotations: readonly PdfEntries[];
}

/** Everything the rules ask about, gathered in one pass over a file. */
export interface PdfFacts {
  readonly file: PdfFile;
  readonly pages: readonly PageFacts[];
  /** Why pages are missing from `pages`: a tree that loops or holds what is no page. */
  readonly pageTreeFaults: readonly string[];
  readonly uses: ContentUses;
  readonly objects: ReachableObjects;
  readonly info: PdfEntries;
  readonly xmp: Xmp;
}

/** A page of a newspaper has none; of a page with more the first ones tell enough. */
const mostAnnotations = 1000;

/** Reads a file through once: pages, their content, the objects and the metadata. */
export function gatherFacts(file: PdfFile): PdfFacts {
  const uses = new ContentUses();
  const budget = { instructions: mostInstructions };
  const { pages, faults } = pagesOf(file);
  const facts = pages.map((node): PageFacts => {
    const boxes = readBoxes(file, node.page, node.inherited);
    const marks: PageMarks = { ids: [], unmarkedPaints: 0 };
    const scene: ContentScene = { file, uses, marks, budget, trim: boxes.trim ?? boxes.art };
    readPageContent(scene, node);
    const annotations = (file.arrayAt(node.page, "Annots") ?? []).slice(0, mostAnnotations).flatMap((item) => file.entries(item) ?? []);
    for (const annotation of annotations) readAppearances({ ...scene, marks: { ids: [], unmarkedPaints: 0 } }, annotation, node.number);
    return { ...node, boxes, marks, annotations };
  });
  const info = file.entriesAt(file.source.trailer, "Info") ?? { kind: "dictionary", entries: new Map() };
  return { file, pages: facts, pageTreeFaults: faults, uses, objects: reachableObjects(file), info, xmp: readXmp(file) };
}

function readPageContent(scene: ContentScene, { page, inherited, number }: PageNode): void {
  const { file, uses } = scene;
  const resources = file.entriesAt(inherited, "Resources");
  const group = file.entriesAt(page, "Group");
  if (group !== null) noteGroup(scene, group, resources, file.placeOf(page, { page: number, name: "/Group" }));
  const streams = contentStreams(file, page);
  const parts: Uint8Array[] = [];
  let place: PdfPlace = { page: number };
  for (const stream of streams) {
    const streamPlace = file.placeOf(stream, { page: number, name: "/Contents" });
    if (place.object === undefined) place = { ...streamPlace };
    const decoded = stream.kind === "stream" ? file.source.decode(stream) : null;
    if (decoded === null || !decoded.ok) {
      const problem = decoded?.problem ?? { code: "damaged" as const, detail: "/Contents" };
      const reason = problem.code === "unread-filter" ? "filter" : problem.code;
      uses.add(`unread ${number} ${streamPlace.object}`, () => ({ kind: "unread", reason, found: problem.detail, place: streamPlace }));
    } else parts.push(decoded.value);
  }
  interpretContent(scene, { bytes: joined(parts), resources, place });
}

function contentStreams(file: PdfFile, page: PdfEntries): readonly PdfEntries[] {
  const contents = file.get(page, "Contents");
  if (contents === null || typeof contents !== "object") return [];
  if (contents.kind === "array") return contents.items.flatMap((item) => file.entries(item) ?? []);
  return contents.kind === "stream" ? [contents] : [];
}

/** The streams of a page are one, with white space where they meet (ISO 32000-1, 7.8.2). */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
    out[at++] = 0x0a;
  }
  return out;
}

function noteGroup({ file, uses }: ContentScene, group: PdfEntries, resources: PdfEntries | null, place: PdfPlace): void {
  const value = group.entries.get("CS");
  if (value === undefined) return;
  const space = readColourSpace(file, value, resources);
  uses.add(`space ${place.page} ${place.object} group`, () => ({ kind: "space", space, by: "/Group /CS", place }));
}

/** Appearances are drawn like forms: each stream among them, whichever state shows it. */
function readAppearances(scene: ContentScene, annotation: PdfEntries, page: number): void {
  const { file } = scene;
  const appearances = file.entriesAt(annotation, "AP");
  for (const value of appearances?.entries.values() ?? []) {
    const entry = file.entries(value);
    const streams = entry?.kind === "stream" ? [entry] : [...(entry?.entries.values() ?? [])].flatMap((item) => file.entries(item) ?? []);
    for (const stream of streams) {
      if (stream.kind !== "stream" || --scene.budget.instructions < 0) continue;
      const decoded = file.source.decode(stream);
      const place = file.placeOf(stream, { page, name: "/AP" });
      if (decoded.ok) interpretContent(scene, { bytes: decoded.value, resources: file.entriesAt(stream, "Resources"), place }, 1);
    }
  }
}
