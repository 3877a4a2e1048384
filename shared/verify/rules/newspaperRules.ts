import { FINEST_RULE, MOST_INK } from "../../model/newsprintLimits";
import { withBases } from "../colourSpace";
import type { PaintUse } from "../contentUses";
import { fontParts } from "../fontProgram";
import { bothStandards, broken, unreadContent, type Rule } from "../rule";

/** Effective resolution below which photographs print coarse, and bitmaps of one bit. */
const leastPpi = 150;
const leastLineArtPpi = 600;

function isProcess({ space }: PaintUse): boolean {
  return space.family === "DeviceCMYK" || (space.family === "ICCBased" && space.components === 4);
}

/** Thicker black fills may knock out or be made rich. */
const thickestOverprintingRule = 3;
/** Sizes below which text in more than one ink, and white text on ink, do not print cleanly, in points. */
const leastMixedSize = 9;
const leastReversedSize = 7;

/** How many plates a colour prints on; null where its components do not say. */
function platesOf(paint: PaintUse): number | null {
  const { space, colour } = paint;
  if (colour.length !== space.components || !(isProcess(paint) || space.inks.length > 0)) return null;
  return space.inks.includes("All") ? 4 : colour.filter((component) => component > 0).length;
}

/** Percent of ink where the colour is solid; null where the components do not say. */
function totalInk(paint: PaintUse): number | null {
  const { space, colour } = paint;
  // All is every plate: registration marks are painted with it.
  if (space.inks.includes("All")) return (colour[0] ?? 0) * 400;
  if (isProcess(paint) || space.inks.length > 0) return colour.length === space.components ? colour.reduce((sum, component) => sum + component, 0) * 100 : null;
  return space.family === "DeviceGray" && colour.length === 1 ? (1 - colour[0]!) * 100 : null;
}

function isSolidBlack(paint: PaintUse): boolean {
  const [c, m, y, k] = paint.colour;
  return isProcess(paint) && c === 0 && m === 0 && y === 0 && k === 1;
}

/** Looks black but prints on more plates than one: black with other inks under it, all three others heavy, or black of a screen. */
function isMixedBlack(paint: PaintUse): boolean {
  const { space, colour } = paint;
  const [a = 0, b = 0, c = 0, k = 0] = colour;
  if (isProcess(paint)) return (k >= 0.85 && a + b + c > 0.1) || (k > 0.3 && Math.min(a, b, c) >= 0.4) || Math.min(a, b, c) >= 0.7;
  const isRgb = space.components === 3 && space.family !== "Lab" && withBases(space).every(({ inks }) => inks.length === 0);
  return isRgb && Math.max(a, b, c) <= 0.1;
}

function isWhite(paint: PaintUse): boolean {
  return paint.what !== "shading" && paint.colour.length > 0 && totalInk(paint) === 0;
}

function shown({ what, space, colour, overprint, overprintMode, size }: PaintUse): string {
  const ink = colour.map((component) => Math.round(component * 1000) / 1000).join(" ");
  const inks = space.inks.length > 0 ? ` /${space.inks.join(" /")}` : "";
  return `${what}${size === null ? "" : ` ${size} pt`}: /${space.family}${inks} ${ink}${overprint ? `, OPM ${overprintMode}` : ""}`;
}

/** Advice for newspapers on cold-set presses (handbook, fonts-and-pdf.md 5; docs/verify.md); no standard asks for it. */
export const newspaperRules = [
  {
    id: "black-text-on-one-plate",
    part: "newspaper",
    standards: bothStandards,
    clause: "–",
    *check(facts) {
      for (const paint of facts.uses.of("paint")) if (paint.what === "text" && paint.insideTrim && isMixedBlack(paint)) yield broken(paint.place, shown(paint));
      yield* unreadContent(facts);
    },
  },
  {
    id: "black-text-overprints",
    part: "newspaper",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6.7",
    *check(facts) {
      for (const paint of facts.uses.of("paint")) {
        // Large black type may knock out: the tint under it would show through.
        if (paint.what !== "text" || !isSolidBlack(paint) || (paint.size ?? 0) > 24) continue;
        if (!(paint.overprint && paint.overprintMode === 1)) yield broken(paint.place, `${shown(paint)}${paint.overprint ? "" : ", op false"}`);
      }
      yield* unreadContent(facts);
    },
  },
  {
    id: "black-rules-overprint",
    part: "newspaper",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6.7",
    *check(facts) {
      for (const paint of facts.uses.of("paint")) {
        const isRule = (paint.what === "stroke" || paint.what === "fill") && paint.thickness !== null && paint.thickness <= thickestOverprintingRule;
        if (isRule && paint.insideTrim && isSolidBlack(paint) && !(paint.overprint && paint.overprintMode === 1)) {
          yield broken(paint.place, `${shown(paint)}, ${paint.thickness} pt${paint.overprint ? "" : ", op false"}`);
        }
      }
      yield* unreadContent(facts);
    },
  },
  {
    id: "small-text-plain",
    part: "newspaper",
    standards: bothStandards,
    clause: "–",
    *check(facts) {
      for (const paint of facts.uses.of("paint")) {
        if (paint.what !== "text" || !paint.insideTrim || paint.size === null) continue;
        const plates = platesOf(paint);
        const isSmall = (plates ?? 0) > 1 ? paint.size < leastMixedSize : isWhite(paint) && paint.size < leastReversedSize;
        // Black over other inks breaks a rule of its own.
        if (isSmall && !isMixedBlack(paint)) yield broken(paint.place, shown(paint));
      }
      yield* unreadContent(facts);
    },
  },
  {
    id: "white-knocks-out",
    part: "newspaper",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6.7",
    *check(facts) {
      for (const paint of facts.uses.of("paint")) if (paint.overprint && isWhite(paint)) yield broken(paint.place, shown(paint));
      yield* unreadContent(facts);
    },
  },
  {
    id: "grey-knocks-out",
    part: "newspaper",
    standards: bothStandards,
    clause: "ISO 32000-1 8.6.7",
    *check(facts) {
      for (const paint of facts.uses.of("paint")) {
        if (paint.overprint && paint.space.family === "DeviceGray" && !isWhite(paint)) yield broken(paint.place, shown(paint));
      }
      yield* unreadContent(facts);
    },
  },
  {
    id: "rules-thick-enough",
    part: "newspaper",
    standards: bothStandards,
    clause: "ISO 32000-1 8.4.3.2",
    *check(facts) {
      for (const { what, thickness, insideTrim, place } of facts.uses.of("paint")) {
        if (insideTrim && thickness !== null && thickness < FINEST_RULE - 0.005) yield broken(place, `${what} ${thickness} pt`);
      }
      yield* unreadContent(facts);
    },
  },
  {
    id: "pictures-fine-enough",
    part: "newspaper",
    standards: bothStandards,
    clause: "–",
    *check({ file, uses }) {
      for (const { image, inline, ppi, place } of uses.of("image")) {
        const bits = file.numberAt(image, "BitsPerComponent") ?? (inline ? file.numberAt(image, "BPC") : null) ?? (file.get(image, "ImageMask") === true ? 1 : 8);
        const least = bits === 1 ? leastLineArtPpi : leastPpi;
        if (ppi !== null && ppi < least - 0.5) yield broken(place, `${Math.round(ppi)} < ${least} ppi`);
      }
    },
  },
  {
    id: "ink-bearable",
    part: "newspaper",
    standards: bothStandards,
    clause: "–",
    *check(facts) {
      for (const paint of facts.uses.of("paint")) {
        const total = totalInk(paint);
        if (paint.insideTrim && total !== null && total > MOST_INK + 0.5) yield broken(paint.place, `${Math.round(total)} %: ${shown(paint)}`);
      }
      yield* unreadContent(facts);
    },
  },
  {
    id: "pages-upright",
    part: "newspaper",
    standards: bothStandards,
    clause: "ISO 32000-1 7.7.3.3",
    *check({ file, pages }) {
      for (const { page, inherited, place } of pages) {
        const rotation = file.get(inherited, "Rotate");
        const unit = file.get(page, "UserUnit");
        if (rotation !== null && rotation !== 0) yield broken(place, `/Rotate ${String(file.number(rotation))}`);
        if (unit !== null && unit !== 1) yield broken(place, `/UserUnit ${String(file.number(unit))}`);
      }
    },
  },
  {
    id: "fonts-subset",
    part: "newspaper",
    standards: bothStandards,
    clause: "ISO 32000-1 9.6.4",
    *check({ file, uses }) {
      for (const { font, place } of uses.fonts.values()) {
        if (file.nameAt(font, "Subtype") === "Type3" || fontParts(file, font).fileKey === null) continue;
        const name = file.nameAt(font, "BaseFont") ?? "";
        if (!/^[A-Z]{6}\+/.test(name)) yield broken(place, `/${name}`);
      }
    },
  },
] as const satisfies readonly Rule[];
