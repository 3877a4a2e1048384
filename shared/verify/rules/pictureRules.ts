import { readColourSpace } from "../colourSpace";
import { readJpegFrame } from "../jpegFrame";
import { bothStandards, broken, type Rule } from "../rule";

/** Rules about images and other external objects (ISO 32000-1, 8.8 to 8.10). */
export const pictureRules = [
  {
    id: "images-sound",
    part: "pictures",
    standards: bothStandards,
    clause: "ISO 32000-1 8.9.5",
    *check({ file, uses }, standard) {
      for (const { image, inline, resources, place } of uses.of("image")) {
        const value = (long: string, short: string) => image.entries.get(long) ?? (inline ? image.entries.get(short) : undefined);
        const [width, height] = [file.number(value("Width", "W")), file.number(value("Height", "H"))];
        if (!(width !== null && height !== null && width >= 1 && height >= 1)) yield broken(place, `/Width ${width} /Height ${height}`);
        const mask = file.resolve(value("ImageMask", "IM")) === true;
        const filters = file.arrayAt(image, "Filter") ?? [file.get(image, "Filter")];
        const last = file.name(filters.at(-1));
        const bits = file.number(value("BitsPerComponent", "BPC"));
        const allowed = standard === "x1a" ? [1, 2, 4, 8] : [1, 2, 4, 8, 16];
        if (last !== "JPXDecode" && !(mask && bits === null) && !allowed.includes(bits ?? 0)) yield broken(place, `/BitsPerComponent ${bits}`);
        const space = value("ColorSpace", "CS");
        if (space === undefined && !mask && last !== "JPXDecode") yield broken(place, "– /ColorSpace");
        if (last !== "DCTDecode" || filters.length !== 1 || image.kind !== "stream" || space === undefined) continue;
        const frame = readJpegFrame(image.encoded);
        const { components } = readColourSpace(file, space, resources);
        if (frame === null) yield broken(place, "JPEG ?");
        else if (frame.components !== components) yield broken(place, `JPEG × ${frame.components} ≠ /ColorSpace × ${components}`);
        else if (frame.width !== width || frame.height !== height) yield broken(place, `JPEG ${frame.width} × ${frame.height} ≠ ${width} × ${height}`);
        else if (frame.bits !== 8) yield broken(place, `JPEG ${frame.bits} bit`);
      }
    },
  },
  {
    id: "no-default-alternates",
    part: "pictures",
    standards: bothStandards,
    clause: "ISO 32000-1 8.9.5.4",
    *check({ file, objects }) {
      for (const entries of objects.entries) {
        if (file.nameAt(entries, "Subtype") !== "Image") continue;
        for (const item of file.arrayAt(entries, "Alternates") ?? []) {
          const alternate = file.entries(item);
          if (alternate !== null && file.get(alternate, "DefaultForPrinting") === true) yield broken(file.placeOf(entries), "/Alternates /DefaultForPrinting true");
        }
      }
    },
  },
  {
    id: "no-opi",
    part: "pictures",
    standards: bothStandards,
    clause: "ISO 32000-1 14.11.7",
    *check({ file, objects }) {
      for (const entries of objects.entries) {
        const kind = file.nameAt(entries, "Subtype");
        if ((kind === "Image" || kind === "Form") && entries.entries.has("OPI")) yield broken(file.placeOf(entries), "/OPI");
      }
    },
  },
  {
    id: "no-postscript",
    part: "pictures",
    standards: bothStandards,
    clause: "ISO 32000-1 8.8.2",
    *check({ file, objects, uses }) {
      for (const entries of objects.entries) {
        if (entries.kind !== "stream") continue;
        const kind = file.nameAt(entries, "Subtype");
        if (kind === "PS") yield broken(file.placeOf(entries), "/Subtype /PS");
        else if (kind === "Form" && (file.nameAt(entries, "Subtype2") === "PS" || entries.entries.has("PS"))) yield broken(file.placeOf(entries), "/PS");
      }
      for (const { fault, found, place } of uses.of("fault")) if (fault === "postscript") yield broken(place, found);
    },
  },
  {
    id: "no-references-outside",
    part: "pictures",
    standards: bothStandards,
    clause: "ISO 32000-1 8.10.4",
    *check({ file, objects }) {
      for (const entries of objects.entries) {
        if (file.nameAt(entries, "Subtype") === "Form" && entries.entries.has("Ref")) yield broken(file.placeOf(entries), "/Ref");
      }
    },
  },
] as const satisfies readonly Rule[];
