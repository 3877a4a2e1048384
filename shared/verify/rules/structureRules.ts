import { readCMap } from "../cmap";
import type { PdfFacts } from "../pdfFacts";
import type { PdfEntries, PdfValue } from "../pdfValue";
import { textOf } from "../pdfValue";
import { bothStandards, broken, unchecked, unreadContent, type Rule } from "../rule";
import { readNumberTree, readStructureTree } from "../structureTree";

/** A language tag as far as its shape goes (RFC 5646). */
const language = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

function text({ file }: PdfFacts, holder: PdfEntries, key: string): string {
  const bytes = file.stringAt(holder, key);
  return bytes === null ? "" : textOf({ kind: "string", bytes });
}

/** What readers on screens and machines need: no standard of the press asks for it. */
export const structureRules = [
  {
    id: "tagged",
    part: "structure",
    standards: bothStandards,
    clause: "ISO 32000-1 14.8.1",
    *check({ file }) {
      const info = file.entriesAt(file.catalogue, "MarkInfo");
      if (info === null || file.get(info, "Marked") !== true) yield broken({}, "– /MarkInfo /Marked true");
      if (file.entriesAt(file.catalogue, "StructTreeRoot") === null) yield broken({}, "– /StructTreeRoot");
    },
  },
  {
    id: "language-stated",
    part: "structure",
    standards: bothStandards,
    clause: "ISO 32000-1 14.9.2",
    *check(facts) {
      const stated = text(facts, facts.file.catalogue, "Lang");
      if (!language.test(stated)) yield broken({}, `/Lang ${stated === "" ? "–" : stated.slice(0, 40)}`);
    },
  },
  {
    id: "figures-described",
    part: "structure",
    standards: bothStandards,
    clause: "ISO 32000-1 14.9.3",
    *check(facts) {
      for (const { element, kind } of readStructureTree(facts.file)?.elements ?? []) {
        if (kind === "Figure" && text(facts, element, "Alt") === "" && text(facts, element, "ActualText") === "") yield broken(facts.file.placeOf(element), "/Figure – /Alt");
      }
    },
  },
  {
    id: "reading-order-whole",
    part: "structure",
    standards: bothStandards,
    clause: "ISO 32000-1 14.7.4",
    *check({ file, pages }) {
      const tree = readStructureTree(file);
      if (tree === null) return;
      for (const object of tree.loops.slice(0, 5)) yield broken(object === undefined ? {} : { object }, "/K ↻");
      const read = new Map<PdfEntries | null, Map<number, number>>();
      for (const { page, id } of tree.content) {
        const ids = read.get(page) ?? new Map<number, number>();
        read.set(page, ids.set(id, (ids.get(id) ?? 0) + 1));
      }
      for (const { page, marks, place } of pages) {
        const ids = read.get(page) ?? new Map<number, number>();
        const marked = new Set(marks.ids);
        const unread = [...marked].filter((id) => !ids.has(id));
        const twice = [...ids].filter(([, times]) => times > 1);
        const absent = [...ids.keys()].filter((id) => !marked.has(id));
        if (marks.ids.length !== marked.size) yield broken(place, `MCID × 2: ${marks.ids.length - marked.size}`);
        if (unread.length > 0) yield broken(place, `MCID ${unread.slice(0, 5).join(", ")} ∉ /StructTreeRoot × ${unread.length}`);
        if (absent.length > 0) yield broken(place, `/StructTreeRoot MCID ${absent.slice(0, 5).join(", ")} ∉ page × ${absent.length}`);
        if (twice.length > 0) yield broken(place, `/StructTreeRoot MCID ${twice[0]![0]} × ${twice[0]![1]}`);
      }
    },
  },
  {
    id: "parent-tree-whole",
    part: "structure",
    standards: bothStandards,
    clause: "ISO 32000-1 14.7.4.4",
    *check({ file, pages }) {
      const root = file.entriesAt(file.catalogue, "StructTreeRoot");
      if (root === null) return;
      const parents = readNumberTree(file, root.entries.get("ParentTree"));
      for (const { page, marks, place } of pages) {
        if (marks.ids.length === 0) continue;
        const key = file.numberAt(page, "StructParents");
        const listed = key === null ? null : file.array(parents.get(key));
        if (listed === null) yield broken(place, `/StructParents ${key ?? "–"} ∉ /ParentTree`);
        else {
          const orphans = marks.ids.filter((id) => file.entries(listed[id]) === null);
          if (orphans.length > 0) yield broken(place, `/ParentTree – MCID ${orphans.slice(0, 5).join(", ")} × ${orphans.length}`);
        }
      }
    },
  },
  {
    id: "all-content-marked",
    part: "structure",
    standards: bothStandards,
    clause: "ISO 32000-1 14.8.2.2",
    *check({ file, pages }) {
      if (file.entriesAt(file.catalogue, "StructTreeRoot") === null) return;
      for (const { marks, place } of pages) if (marks.unmarkedPaints > 0) yield broken(place, `– /Artifact, – /MCID × ${marks.unmarkedPaints}`);
    },
  },
  {
    id: "text-comes-out",
    part: "structure",
    standards: bothStandards,
    clause: "ISO 32000-1 9.10",
    *check(facts) {
      const { file, uses } = facts;
      for (const { font, codes, codesUnknown, place } of uses.fonts.values()) {
        if (codes.size === 0 && !codesUnknown) continue;
        const name = `/${file.nameAt(font, "BaseFont") ?? "?"}`;
        const stream = file.streamAt(font, "ToUnicode");
        if (stream === null) {
          const isComposite = file.nameAt(font, "Subtype") === "Type0";
          if (isComposite || file.get(font, "Encoding") === null) yield broken(place, `${name} – /ToUnicode`);
          continue;
        }
        const decoded = file.source.decode(stream);
        if (!decoded.ok) {
          yield unchecked("unread-stream", place, name);
          continue;
        }
        const { texts } = readCMap(decoded.value);
        const silent = [...codes].filter((code) => (texts.get(code) ?? "") === "");
        if (silent.length > 0) yield broken(place, `${name} ${silent.slice(0, 5).join(", ")} – /ToUnicode × ${silent.length}`);
      }
      yield* unreadContent(facts);
    },
  },
  {
    id: "bookmarks-lead",
    part: "structure",
    standards: bothStandards,
    clause: "ISO 32000-1 12.3.3",
    *check(facts) {
      const { file, pages } = facts;
      const outlines = file.entriesAt(file.catalogue, "Outlines");
      const known = new Set<PdfEntries>(pages.map(({ page }) => page));
      const seen = new Set<PdfEntries>();
      const waiting: PdfValue[] = outlines === null ? [] : [outlines.entries.get("First") ?? null];
      while (waiting.length > 0) {
        const item = file.entries(waiting.pop());
        if (item === null) continue;
        const place = file.placeOf(item, { name: "/Outlines" });
        if (seen.has(item) || seen.size > 20_000) {
          yield broken(place, "/Next ↻");
          return;
        }
        seen.add(item);
        if (text(facts, item, "Title") === "") yield broken(place, "– /Title");
        const destination = file.array(item.entries.get("Dest"));
        const page = destination === null ? null : file.entries(destination[0]);
        const isNamed = destination === null && file.get(item, "Dest") !== null;
        if (!isNamed && !item.entries.has("A") && (page === null || !known.has(page))) yield broken(place, "/Dest ?");
        waiting.push(item.entries.get("Next") ?? null, item.entries.get("First") ?? null);
      }
    },
  },
] as const satisfies readonly Rule[];
