import { readColourSpace } from "../colourSpace";
import { graphicsStates } from "../graphicsStates";
import { blendModes } from "../operatorTable";
import type { PdfFacts } from "../pdfFacts";
import { showValue, type PdfEntries } from "../pdfValue";
import { broken, type Rule } from "../rule";

function modesOf({ file }: PdfFacts, state: PdfEntries): readonly string[] {
  const value = file.get(state, "BM");
  if (value === null) return [];
  return (file.array(value) ?? [value]).map((mode) => file.name(mode) ?? showValue(mode));
}

/** Whether anything on a page, or in what it draws, is transparent. */
function transparentPages(facts: PdfFacts): ReadonlySet<number> {
  const { file, uses } = facts;
  const pages = new Set<number>();
  for (const { state, place } of uses.of("state")) {
    const alpha = Math.min(file.numberAt(state, "CA") ?? 1, file.numberAt(state, "ca") ?? 1);
    const masked = file.entriesAt(state, "SMask") !== null;
    const blends = modesOf(facts, state).some((mode) => mode !== "Normal" && mode !== "Compatible");
    if (place.page !== undefined && (alpha < 1 || masked || blends)) pages.add(place.page);
  }
  for (const { image, place } of uses.of("image")) if (place.page !== undefined && file.entriesAt(image, "SMask") !== null) pages.add(place.page);
  for (const { form, place } of uses.of("form")) {
    const group = file.entriesAt(form, "Group");
    if (place.page !== undefined && group !== null && file.nameAt(group, "S") === "Transparency") pages.add(place.page);
  }
  return pages;
}

/** Rules about transparency (ISO 32000-1, 11), which X-1a forbids and X-4 allows. */
export const transparencyRules = [
  {
    id: "no-soft-masks",
    part: "transparency",
    standards: ["x1a"],
    clause: "ISO 32000-1 11.6.5",
    *check(facts) {
      const { file, objects } = facts;
      for (const state of graphicsStates(facts)) {
        const mask = file.get(state, "SMask");
        if (mask !== null && file.name(mask) !== "None") yield broken(file.placeOf(state), `/SMask ${showValue(mask)}`);
      }
      for (const entries of objects.entries) {
        if (file.nameAt(entries, "Subtype") !== "Image") continue;
        if (entries.entries.has("SMask")) yield broken(file.placeOf(entries), "/SMask");
        if ((file.numberAt(entries, "SMaskInData") ?? 0) !== 0) yield broken(file.placeOf(entries), "/SMaskInData");
      }
    },
  },
  {
    id: "no-blending",
    part: "transparency",
    standards: ["x1a"],
    clause: "ISO 32000-1 11.3.5",
    *check(facts) {
      for (const state of graphicsStates(facts)) {
        for (const mode of modesOf(facts, state)) if (mode !== "Normal" && mode !== "Compatible") yield broken(facts.file.placeOf(state), `/BM /${mode}`);
      }
    },
  },
  {
    id: "no-opacity",
    part: "transparency",
    standards: ["x1a"],
    clause: "ISO 32000-1 11.6.4.4",
    *check(facts) {
      for (const state of graphicsStates(facts)) {
        for (const key of ["CA", "ca"]) {
          const value = facts.file.get(state, key);
          if (value !== null && value !== 1) yield broken(facts.file.placeOf(state), `/${key} ${showValue(value)}`);
        }
      }
    },
  },
  {
    id: "no-transparency-groups",
    part: "transparency",
    standards: ["x1a"],
    clause: "ISO 32000-1 11.4.7",
    *check({ file, objects }) {
      for (const entries of objects.entries) {
        const group = file.entriesAt(entries, "Group");
        if (group !== null && file.nameAt(group, "S") === "Transparency") yield broken(file.placeOf(entries), "/Group /S /Transparency");
      }
    },
  },
  {
    id: "blend-modes-known",
    part: "transparency",
    standards: ["x4"],
    clause: "ISO 32000-1 11.3.5",
    *check(facts) {
      for (const state of graphicsStates(facts)) {
        for (const mode of modesOf(facts, state)) if (!blendModes.has(mode)) yield broken(facts.file.placeOf(state), `/BM /${mode}`);
      }
    },
  },
  {
    id: "blend-space-cmyk",
    part: "transparency",
    standards: ["x4"],
    clause: "ISO 32000-1 11.4.7",
    *check(facts) {
      const { file, pages } = facts;
      const transparent = transparentPages(facts);
      for (const { page, number, place, inherited } of pages) {
        const group = file.entriesAt(page, "Group");
        const value = group?.entries.get("CS");
        if (value === undefined) {
          if (transparent.has(number)) yield broken(place, "– /Group /CS");
          continue;
        }
        const space = readColourSpace(file, value, file.entriesAt(inherited, "Resources"));
        const isCmyk = space.family === "DeviceCMYK" || (space.family === "ICCBased" && space.components === 4);
        if (!isCmyk) yield broken(place, `/Group /CS /${space.family}`);
      }
    },
  },
] as const satisfies readonly Rule[];

/** Whether a file has transparency of any kind, for whoever places it. */
export function hasTransparency(facts: PdfFacts): boolean {
  return transparentPages(facts).size > 0;
}

