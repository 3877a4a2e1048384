import type { ColourSpace } from "./colourSpace";
import type { PdfPlace } from "./pdfFile";
import type { PdfEntries } from "./pdfValue";

/** What a page's content does that some rule asks about, once for each place and kind. */
export type ContentUse = SpaceUse | PaintUse | ImageUse | StateUse | FormUse | ContentFault | UnreadContent;

/** A colour space is chosen, or a picture, shading or group is made in it. */
export interface SpaceUse {
  readonly kind: "space";
  readonly space: ColourSpace;
  /** The operator or key that names it. */
  readonly by: string;
  readonly place: PdfPlace;
}

/** Ink is put on the page. */
export interface PaintUse {
  readonly kind: "paint";
  readonly what: "fill" | "stroke" | "text" | "mask" | "shading";
  readonly space: ColourSpace;
  /** The colour's components; empty for patterns and shadings. */
  readonly colour: readonly number[];
  readonly overprint: boolean;
  readonly overprintMode: number;
  /** How thin the stroke, or the filled rectangle, is in points; null for what is neither. */
  readonly thickness: number | null;
  /** The size of text as it appears, in points; null for what is none. */
  readonly size: number | null;
  /** Whether any of it may lie within the page's trim. */
  readonly insideTrim: boolean;
  readonly place: PdfPlace;
}

/** A picture is placed; `ppi` is its lower resolution of both directions, null where it has no extent. */
export interface ImageUse {
  readonly kind: "image";
  readonly image: PdfEntries;
  readonly inline: boolean;
  readonly resources: PdfEntries | null;
  readonly ppi: number | null;
  readonly place: PdfPlace;
}

/** An extended graphics state is set. */
export interface StateUse {
  readonly kind: "state";
  readonly state: PdfEntries;
  readonly place: PdfPlace;
}

/** A form or PostScript object is drawn. */
export interface FormUse {
  readonly kind: "form";
  readonly form: PdfEntries;
  readonly resources: PdfEntries | null;
  readonly place: PdfPlace;
}

/** Something in the content no reader should meet. */
export interface ContentFault {
  readonly kind: "fault";
  readonly fault: "operator" | "operands" | "stack" | "text-object" | "marked-content" | "resource" | "postscript" | "intent";
  readonly found: string;
  readonly place: PdfPlace;
}

/** Content that was not looked into, and why. */
export interface UnreadContent {
  readonly kind: "unread";
  readonly reason: "filter" | "damaged" | "too-large" | "limit" | "nesting";
  readonly found: string;
  readonly place: PdfPlace;
}

/** A font that text is set in, with the codes shown. */
export interface FontUse {
  readonly font: PdfEntries;
  readonly codes: Set<number>;
  /** Those of them that are painted: text of render mode 3 is there to be read out alone. */
  readonly painted: Set<number>;
  /** Whether codes are missing, since the font's encoding could not be read. */
  codesUnknown: boolean;
  readonly place: PdfPlace;
}

/** Marked content of one page. */
export interface PageMarks {
  readonly ids: number[];
  /** What is painted outside of any marked content with an identifier and outside of artifacts. */
  unmarkedPaints: number;
}

const mostUses = 20_000;

/** Gathers uses, each key once. */
export class ContentUses {
  readonly #keys = new Set<string>();
  readonly all: ContentUse[] = [];
  readonly fonts = new Map<PdfEntries, FontUse>();

  /** Takes up a use unless its key is known; `make` is called only then. */
  add(key: string, make: () => ContentUse): void {
    if (this.#keys.has(key) || this.all.length >= mostUses) return;
    this.#keys.add(key);
    this.all.push(make());
    if (this.all.length === mostUses) this.all.push({ kind: "unread", reason: "limit", found: `${mostUses}`, place: {} });
  }

  /** All uses of one kind. */
  of<Kind extends ContentUse["kind"]>(kind: Kind): readonly Extract<ContentUse, { readonly kind: Kind }>[] {
    return this.all.filter((use): use is Extract<ContentUse, { readonly kind: Kind }> => use.kind === kind);
  }
}
