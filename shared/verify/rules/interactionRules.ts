import { showValue, type PdfValue } from "../pdfValue";
import { bothStandards, broken, type Rule } from "../rule";
import { boxAt } from "../pageBoxes";

const actionKinds: ReadonlySet<string> = new Set([
  "GoTo", "GoToR", "GoToE", "Launch", "Thread", "URI", "Sound", "Movie", "Hide", "Named", "SubmitForm", "ResetForm", "ImportData",
  "SetOCGState", "Rendition", "Trans", "GoTo3DView",
]);

/** Rules about what moves, opens, hides or asks: nothing a plate could show. */
export const interactionRules = [
  {
    id: "no-javascript",
    part: "interaction",
    standards: bothStandards,
    clause: "ISO 32000-1 12.6.4.16",
    *check({ file, objects }) {
      const names = file.entriesAt(file.catalogue, "Names");
      if (names?.entries.has("JavaScript") === true) yield broken(file.placeOf(names), "/Names /JavaScript");
      for (const entries of objects.entries) if (file.nameAt(entries, "S") === "JavaScript") yield broken(file.placeOf(entries), "/S /JavaScript");
    },
  },
  {
    id: "no-actions",
    part: "interaction",
    standards: bothStandards,
    clause: "ISO 32000-1 12.6",
    *check({ file, objects }) {
      for (const entries of objects.entries) {
        if (entries.entries.has("AA")) yield broken(file.placeOf(entries), "/AA");
        const kind = file.nameAt(entries, "S");
        // Structure elements have an S too; theirs always come with a parent, P.
        if (kind !== null && actionKinds.has(kind) && !entries.entries.has("P") && (file.nameAt(entries, "Type") ?? "Action") === "Action") yield broken(file.placeOf(entries), `/S /${kind}`);
      }
    },
  },
  {
    id: "no-forms",
    part: "interaction",
    standards: bothStandards,
    clause: "ISO 32000-1 12.7",
    *check({ file, pages }) {
      if (file.catalogue.entries.has("AcroForm")) yield broken({}, "/AcroForm");
      for (const { annotations, number } of pages) {
        for (const annotation of annotations) {
          if (file.nameAt(annotation, "Subtype") === "Widget") yield broken(file.placeOf(annotation, { page: number }), "/Subtype /Widget");
        }
      }
    },
  },
  {
    id: "annotations-outside",
    part: "interaction",
    standards: bothStandards,
    clause: "ISO 32000-1 12.5",
    *check({ file, pages }) {
      for (const { annotations, boxes, number } of pages) {
        const printed = boxes.bleed ?? boxes.trim ?? boxes.art ?? boxes.media;
        for (const annotation of annotations) {
          const kind = file.nameAt(annotation, "Subtype");
          if (kind === "PrinterMark" || kind === "TrapNet" || kind === "Widget") continue;
          const box = boxAt(file, annotation, "Rect");
          const outside = box !== null && printed !== null && (box[2] <= printed[0] || box[0] >= printed[2] || box[3] <= printed[1] || box[1] >= printed[3]);
          if (!outside) yield broken(file.placeOf(annotation, { page: number }), `/Subtype /${kind} /Rect ${showValue(file.get(annotation, "Rect"))}`);
        }
      }
    },
  },
  {
    id: "no-attachments",
    part: "interaction",
    standards: ["x1a"],
    clause: "ISO 32000-1 7.11.4",
    *check({ file, objects }) {
      const names = file.entriesAt(file.catalogue, "Names");
      if (names?.entries.has("EmbeddedFiles") === true) yield broken(file.placeOf(names), "/Names /EmbeddedFiles");
      for (const entries of objects.entries) if (entries.entries.has("EF")) yield broken(file.placeOf(entries), "/EF");
    },
  },
  {
    id: "no-layers",
    part: "interaction",
    standards: ["x1a"],
    clause: "ISO 32000-1 8.11",
    *check({ file, objects }) {
      if (file.catalogue.entries.has("OCProperties")) yield broken({}, "/OCProperties");
      for (const entries of objects.entries) if (file.nameAt(entries, "Type") === "OCG") yield broken(file.placeOf(entries), "/Type /OCG");
    },
  },
  {
    id: "layers-settled",
    part: "interaction",
    standards: ["x4"],
    clause: "ISO 32000-1 8.11.4",
    *check({ file }) {
      const layers = file.entriesAt(file.catalogue, "OCProperties");
      if (layers === null) return;
      const groups = (file.arrayAt(layers, "OCGs") ?? []).map((item) => file.entries(item));
      const first = file.entriesAt(layers, "D");
      if (first === null) yield broken(file.placeOf(layers), "– /D");
      const others = (file.arrayAt(layers, "Configs") ?? []).map((item) => file.entries(item));
      const names = new Set<string>();
      for (const configuration of [first, ...others]) {
        if (configuration === null) continue;
        const place = file.placeOf(configuration, { name: "/OCProperties" });
        const name = showValue(file.get(configuration, "Name"));
        if ((file.stringAt(configuration, "Name")?.length ?? 0) === 0 || names.has(name)) yield broken(place, `/Name ${name}`);
        names.add(name);
        if (configuration.entries.has("AS")) yield broken(place, "/AS");
        const order = file.get(configuration, "Order");
        if (order === null) continue;
        const listed = new Set<unknown>();
        const waiting: PdfValue[] = [order];
        for (let at = 0; at < waiting.length && at < 10_000; at++) {
          const item = file.resolve(waiting[at]);
          listed.add(item);
          for (const inner of file.array(item) ?? []) waiting.push(file.resolve(inner));
        }
        const missing = groups.filter((group) => !listed.has(group)).length;
        if (missing > 0) yield broken(place, `/Order – ${missing} × /OCG`);
      }
    },
  },
  {
    id: "no-alternate-presentations",
    part: "interaction",
    standards: bothStandards,
    clause: "ISO 32000-1 12.4.4",
    *check({ file, pages }) {
      const names = file.entriesAt(file.catalogue, "Names");
      if (names?.entries.has("AlternatePresentations") === true) yield broken(file.placeOf(names), "/AlternatePresentations");
      for (const { page, place } of pages) if (page.entries.has("PresSteps")) yield broken(place, "/PresSteps");
    },
  },
  {
    id: "no-separated-pages",
    part: "interaction",
    standards: bothStandards,
    clause: "ISO 32000-1 14.11.4",
    *check({ pages }) {
      for (const { page, place } of pages) if (page.entries.has("SeparationInfo")) yield broken(place, "/SeparationInfo");
    },
  },
] as const satisfies readonly Rule[];
