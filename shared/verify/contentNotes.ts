import { readColourSpace, type ColourSpace } from "./colourSpace";
import type { ContentFault, ContentUses, FontUse, PageMarks, UnreadContent } from "./contentUses";
import type { CurrentColour, GraphicsState } from "./graphicsState";
import type { PdfFile, PdfPlace } from "./pdfFile";
import { showValue, type PdfEntries, type PdfValue } from "./pdfValue";
import { codeReader } from "./shownCodes";

/** Where content is painted, and what limits the reading of a whole file. */
export interface ContentScene {
  readonly file: PdfFile;
  readonly uses: ContentUses;
  readonly marks: PageMarks;
  /** Instructions left, over all pages. */
  readonly budget: { instructions: number };
  /** The page's trim in its own space; null where every place counts as inside. */
  readonly trim: readonly number[] | null;
}

/** One stream of content, or a page's streams as one: its bytes, what it paints with and where it stands. */
export interface ContentPiece {
  readonly bytes: Uint8Array;
  readonly resources: PdfEntries | null;
  readonly place: PdfPlace;
}

const deviceNames: ReadonlySet<string> = new Set(["DeviceGray", "DeviceRGB", "DeviceCMYK", "G", "RGB", "CMYK"]);

type ResourceKind = "XObject" | "ExtGState" | "Font" | "Pattern" | "Shading" | "Properties";

/** Looks things up for one piece of content and notes what it does, each thing once. */
export class ContentNotes {
  /** For each open marked content: whether it, or one around it, has an identifier or is an artifact. */
  readonly #marked: boolean[] = [];
  readonly #readers = new Map<FontUse, ReturnType<typeof codeReader>>();

  constructor(
    readonly scene: ContentScene,
    readonly piece: ContentPiece,
    /** Whether all of it belongs to marked content that is open around it. */
    readonly alreadyMarked: boolean,
  ) {}

  get isMarked(): boolean {
    return this.alreadyMarked || this.#marked.at(-1) === true;
  }

  get openMarks(): number {
    return this.#marked.length;
  }

  /** The piece's place, at a resource: in the object of a value where that is one of its own. */
  placeAt(value: PdfValue, name: string): PdfPlace {
    return this.scene.file.placeOf(value, { ...this.piece.place, name: `/${name}` });
  }

  fault(fault: ContentFault["fault"], found: string): void {
    const { place } = this.piece;
    this.scene.uses.add(`fault ${keyOf(place)} ${fault} ${found}`, () => ({ kind: "fault", fault, found, place }));
  }

  unread(reason: UnreadContent["reason"], found: string, place: PdfPlace = this.piece.place): void {
    this.scene.uses.add(`unread ${keyOf(place)} ${reason} ${found}`, () => ({ kind: "unread", reason, found, place }));
  }

  /** A named resource; a fault where it is missing. */
  resource(kind: ResourceKind, name: PdfValue | undefined): PdfEntries | null {
    const { file } = this.scene;
    const { resources } = this.piece;
    const group = resources === null ? null : file.entriesAt(resources, kind);
    const found = group === null ? null : file.entriesAt(group, nameOf(name));
    if (found === null) this.fault("resource", `/${kind} /${nameOf(name)}`);
    return found;
  }

  space(value: PdfValue, by: string): ColourSpace {
    const { place, resources } = this.piece;
    const space = readColourSpace(this.scene.file, value, resources);
    // A resource's name tells more than the operator; a device space's is the operator's own.
    const named = value !== null && typeof value === "object" && value.kind === "name" && !deviceNames.has(value.name) ? `/${value.name}` : "";
    this.scene.uses.add(`space ${keyOf(place)} ${by} ${named} ${space.family} ${space.object} ${space.replaced}`, () => ({
      kind: "space",
      space,
      by: named === "" ? by : `${named} ${by}`,
      place,
    }));
    return space;
  }

  state(state: PdfEntries, name: string): void {
    const place = this.placeAt(state, name);
    this.scene.uses.add(`state ${keyOf(place)}`, () => ({ kind: "state", state, place }));
  }

  form(form: PdfEntries, name: string): void {
    const place = this.placeAt(form, name);
    const resources = this.scene.file.entriesAt(form, "Resources") ?? this.piece.resources;
    this.scene.uses.add(`form ${keyOf(place)}`, () => ({ kind: "form", form, resources, place }));
  }

  shading(shading: PdfEntries, name: string, { overprintFill, overprintMode }: GraphicsState): void {
    const space = this.space(shading.entries.get("ColorSpace") ?? null, `/Shading /${name}`);
    const place = this.placeAt(shading, name);
    this.scene.uses.add(`shading ${keyOf(place)}`, () => ({
      kind: "paint", what: "shading", space, colour: [], overprint: overprintFill, overprintMode, thickness: null, size: null, insideTrim: true, place,
    }));
  }

  /** Ink on the page; thickness and size in points, null where it has none. */
  paint(
    what: "fill" | "stroke" | "text" | "mask",
    { space, components }: CurrentColour,
    { overprintFill, overprintStroke, overprintMode }: GraphicsState,
    extent: { readonly thickness?: number | null; readonly size?: number; readonly insideTrim: boolean },
  ): void {
    const { place } = this.piece;
    this.#countUnmarked();
    const overprint = what === "stroke" ? overprintStroke : overprintFill;
    const thickness = (extent.thickness ?? null) === null ? null : Math.round((extent.thickness ?? 0) * 1000) / 1000;
    const size = extent.size === undefined ? null : Math.round(extent.size * 10) / 10;
    const { insideTrim } = extent;
    const key = `paint ${keyOf(place)} ${what} ${space.family} ${space.object} ${components.join()} ${overprint} ${overprintMode} ${thickness} ${size} ${insideTrim}`;
    this.scene.uses.add(key, () => ({ kind: "paint", what, space, colour: components, overprint, overprintMode, thickness, size, insideTrim, place }));
  }

  image(image: PdfEntries, inline: boolean, name: string, state: GraphicsState): void {
    const { file, uses } = this.scene;
    const { resources } = this.piece;
    const place = this.placeAt(image, name);
    const value = (long: string, short: string) => image.entries.get(long) ?? (inline ? image.entries.get(short) : undefined);
    const [a, b, c, d] = state.matrix;
    const [across, along] = [Math.hypot(a, b), Math.hypot(c, d)];
    const [width, height] = [file.number(value("Width", "W")) ?? 0, file.number(value("Height", "H")) ?? 0];
    const ppi = across > 0 && along > 0 ? Math.round(Math.min(width / across, height / along) * 720) / 10 : null;
    uses.add(`image ${keyOf(place)} ${inline} ${ppi}`, () => ({ kind: "image", image, inline, resources, ppi, place }));
    if (file.resolve(value("ImageMask", "IM")) === true) {
      this.paint("mask", state.fill, state, { insideTrim: true });
      return;
    }
    this.#countUnmarked();
    const space = value("ColorSpace", "CS");
    if (space !== undefined) this.space(space, `/${name}`);
  }

  font(font: PdfEntries, name: string): FontUse {
    const { file, uses } = this.scene;
    let use = uses.fonts.get(font);
    if (use === undefined) {
      use = { font, codes: new Set(), painted: new Set(), codesUnknown: codeReader(file, font) === null, place: this.placeAt(font, name) };
      uses.fonts.set(font, use);
    }
    return use;
  }

  /** Takes the codes of shown text; answers whether there was any. */
  codes(font: FontUse, shown: PdfValue, isPainted: boolean): boolean {
    const strings = shown !== null && typeof shown === "object" ? (shown.kind === "array" ? shown.items : [shown]) : [];
    let reader = this.#readers.get(font);
    if (reader === undefined) this.#readers.set(font, (reader = codeReader(this.scene.file, font.font)));
    let any = false;
    for (const item of strings) {
      if (item === null || typeof item !== "object" || item.kind !== "string") continue;
      any ||= item.bytes.length > 0;
      if (reader === null) continue;
      for (const code of reader(item.bytes)) {
        font.codes.add(code);
        if (isPainted) font.painted.add(code);
      }
    }
    return any;
  }

  /** Opens marked content; identifiers count for the page only where they stand in its own content. */
  openMark(tag: string, properties: PdfValue, isPage: boolean): void {
    const { file, marks } = this.scene;
    const inline = properties !== null && typeof properties === "object" && properties.kind === "dictionary" ? properties : null;
    const named = inline === null && properties !== null ? this.resource("Properties", properties) : inline;
    const id = named === null ? null : file.numberAt(named, "MCID");
    if (id !== null && isPage) marks.ids.push(id);
    this.#marked.push(this.#marked.at(-1) === true || id !== null || tag === "Artifact");
  }

  closeMark(): void {
    if (this.#marked.pop() === undefined) this.fault("marked-content", "EMC");
  }

  #countUnmarked(): void {
    if (!this.isMarked) this.scene.marks.unmarkedPaints++;
  }
}

/** The name an operand is, or what else it is. */
export function nameOf(value: PdfValue | undefined): string {
  return value !== null && typeof value === "object" && value.kind === "name" ? value.name : value === undefined ? "" : showValue(value);
}

function keyOf({ page, object, name }: PdfPlace): string {
  return `${page ?? ""}:${object ?? ""}:${name ?? ""}`;
}
