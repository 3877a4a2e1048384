import { ContentNotes, nameOf, type ContentPiece, type ContentScene } from "./contentNotes";
import { ContentTokens, type Instruction } from "./contentTokens";
import { initialState, multiply, PathExtent, unitLengths, type CurrentColour, type GraphicsState } from "./graphicsState";
import { TextInterpreter, type TextSurroundings } from "./interpretText";
import { operandCounts, renderingIntents } from "./operatorTable";
import type { PdfEntries, PdfStream, PdfValue } from "./pdfValue";

/** As many instructions as a hundred full pages hold; forms drawn again and again count each time. */
export const mostInstructions = 2_000_000;
const deepestContent = 24;
/** Nesting of `q` that every interpreter bears (ISO 32000-1, annex C), and what is kept of any deeper one. */
const deepestStates = 28;
const mostStates = 10_000;

/** What content is nested in: how deep, in which streams, and within which marks and state. */
interface Surroundings {
  readonly state: GraphicsState;
  readonly depth: number;
  readonly open: ReadonlySet<PdfEntries>;
  readonly marked: boolean;
}

/** Interprets content as a press would and notes what rules ask about, forms, patterns and glyph programs included. */
export function interpretContent(scene: ContentScene, piece: ContentPiece, depth = 0): void {
  new Interpreter(scene, piece, { state: initialState, depth, open: new Set(), marked: false }).run();
}

class Interpreter implements TextSurroundings {
  readonly #path = new PathExtent();
  readonly #saved: GraphicsState[] = [];
  readonly #text = new TextInterpreter(this);
  readonly notes: ContentNotes;
  readonly #patterns = new Set<PdfEntries>();
  state: GraphicsState;

  constructor(
    readonly scene: ContentScene,
    readonly piece: ContentPiece,
    readonly around: Surroundings,
  ) {
    this.notes = new ContentNotes(scene, piece, around.marked);
    this.state = around.state;
  }

  run(): void {
    const notes = this.notes;
    const tokens = new ContentTokens(this.piece.bytes);
    for (let instruction = tokens.next(); instruction !== null; instruction = tokens.next()) {
      if (--this.scene.budget.instructions < 0) {
        notes.unread("limit", `${mostInstructions}`);
        return;
      }
      const { operator, operands } = instruction;
      const count = operandCounts.get(operator);
      if (count === undefined) notes.fault(operator === "PS" ? "postscript" : "operator", operator.slice(0, 20));
      else if (count !== "variable" && operands.length !== count) notes.fault("operands", `${operator} × ${operands.length}`);
      this.#carryOut(instruction);
    }
    for (const fault of tokens.faults.slice(0, 4)) notes.fault("operands", fault);
    if (this.#saved.length > 0) notes.fault("stack", `q × ${this.#saved.length}`);
    if (notes.openMarks > 0) notes.fault("marked-content", `BDC × ${notes.openMarks}`);
    if (this.#text.isOpen) notes.fault("text-object", "BT");
  }

  #carryOut(instruction: Instruction): void {
    const { operator, operands, inlineImage } = instruction;
    const notes = this.notes;
    const { matrix } = this.state;
    const n = (index: number): number => (typeof operands[index] === "number" ? operands[index] : 0);
    switch (operator) {
      case "q":
        this.#save();
        return;
      case "Q":
        this.#restore();
        return;
      case "cm":
        this.set({ matrix: multiply([n(0), n(1), n(2), n(3), n(4), n(5)], matrix) });
        return;
      case "w":
        this.set({ lineWidth: n(0) });
        return;
      case "gs":
        this.#extendedState(operands[0] ?? null);
        return;
      case "ri":
        if (!renderingIntents.has(nameOf(operands[0]))) notes.fault("intent", `ri /${nameOf(operands[0])}`);
        return;
      case "m":
        this.#path.begin();
        this.#path.point(n(0), n(1), matrix);
        return;
      case "l":
      case "c":
      case "v":
      case "y":
        for (let at = 0; at + 1 < operands.length; at += 2) this.#path.point(n(at), n(at + 1), matrix);
        return;
      case "re":
        this.#path.rectangle(n(0), n(1), n(2), n(3), matrix);
        return;
      case "n":
        this.#path.clear();
        return;
      case "f":
      case "F":
      case "f*":
        this.#paintPath(true, false);
        return;
      case "S":
      case "s":
        this.#paintPath(false, true);
        return;
      case "B":
      case "B*":
      case "b":
      case "b*":
        this.#paintPath(true, true);
        return;
      case "g":
      case "rg":
      case "k":
      case "G":
      case "RG":
      case "K": {
        const name = { g: "DeviceGray", rg: "DeviceRGB", k: "DeviceCMYK" }[operator.toLowerCase() as "g" | "rg" | "k"]; // one of the six
        this.#setColour(operator === operator.toLowerCase(), { space: notes.space({ kind: "name", name }, operator), components: numbersOf(operands) });
        return;
      }
      case "cs":
      case "CS": {
        const space = notes.space(operands[0] ?? null, operator);
        const components = space.family === "DeviceCMYK" ? [0, 0, 0, 1] : Array.from({ length: space.components }, () => (space.inks.length > 0 ? 1 : 0));
        this.#setColour(operator === "cs", { space, components });
        return;
      }
      case "sc":
      case "scn":
      case "SC":
      case "SCN":
        this.#components(operator === operator.toLowerCase(), operands);
        return;
      case "sh": {
        const shading = notes.resource("Shading", operands[0]);
        if (shading !== null) notes.shading(shading, nameOf(operands[0]), this.state);
        return;
      }
      case "Do":
        this.#draw(operands[0] ?? null);
        return;
      case "BI":
        if (inlineImage !== undefined) notes.image(inlineImage, true, "BI", this.state);
        return;
      case "BMC":
      case "BDC":
        notes.openMark(nameOf(operands[0]), operator === "BDC" ? (operands[1] ?? null) : null, this.around.depth === 0);
        return;
      case "EMC":
        notes.closeMark();
        return;
      default:
        this.#text.carryOut(operator, operands);
    }
  }

  set(change: Partial<GraphicsState>): void {
    this.state = { ...this.state, ...change };
  }

  #save(): void {
    if (this.#saved.length >= mostStates) this.#saved.shift();
    if (this.#saved.push(this.state) === deepestStates + 1) this.notes.fault("stack", `q × ${deepestStates + 1}`);
  }

  #restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) this.notes.fault("stack", "Q");
    else this.state = saved;
  }

  #setColour(fills: boolean, colour: CurrentColour): void {
    this.set(fills ? { fill: colour } : { stroke: colour });
  }

  setFont(name: PdfValue, size: number): void {
    this.#useFont(this.notes.resource("Font", name), nameOf(name), size);
  }

  #useFont(font: PdfEntries | null, name: string, size: number): void {
    const isNew = font !== null && !this.scene.uses.fonts.has(font);
    this.set({ font: font === null ? null : this.notes.font(font, name), fontSize: size });
    if (isNew && this.scene.file.nameAt(font, "Subtype") === "Type3") this.#glyphPrograms(font, name);
  }

  #extendedState(name: PdfValue): void {
    const { file } = this.scene;
    const found = this.notes.resource("ExtGState", name);
    if (found === null) return;
    this.notes.state(found, nameOf(name));
    const flag = (key: string): boolean | undefined => {
      const value = file.get(found, key);
      return typeof value === "boolean" ? value : undefined;
    };
    const strokes = flag("OP");
    this.set({
      overprintStroke: strokes ?? this.state.overprintStroke,
      // OP stands for both where op is not given (ISO 32000-1, table 58).
      overprintFill: flag("op") ?? strokes ?? this.state.overprintFill,
      overprintMode: file.numberAt(found, "OPM") ?? this.state.overprintMode,
      lineWidth: file.numberAt(found, "LW") ?? this.state.lineWidth,
    });
    const font = file.arrayAt(found, "Font");
    if (font !== null) this.#useFont(file.entries(font[0]), nameOf(name), file.number(font[1]) ?? 0);
  }

  #components(fills: boolean, operands: readonly PdfValue[]): void {
    const { space } = fills ? this.state.fill : this.state.stroke;
    const components = numbersOf(operands);
    const isPattern = space.family === "Pattern";
    const expected = isPattern ? (space.base?.components ?? 0) : space.components;
    if (components.length !== expected && space.family !== "unknown") this.notes.fault("operands", `${fills ? "scn" : "SCN"} × ${operands.length}`);
    this.#setColour(fills, { space, components: isPattern ? [] : components });
    const pattern = isPattern ? this.notes.resource("Pattern", operands.at(-1)) : null;
    if (pattern !== null) this.#pattern(pattern, nameOf(operands.at(-1)));
  }

  #pattern(pattern: PdfEntries, name: string): void {
    const { file } = this.scene;
    if (this.#patterns.has(pattern)) return;
    this.#patterns.add(pattern);
    const shading = file.entriesAt(pattern, "Shading");
    if (shading !== null) this.notes.shading(shading, name, this.state);
    const state = file.entriesAt(pattern, "ExtGState");
    if (state !== null) this.notes.state(state, name);
    if (pattern.kind === "stream") this.#nested(pattern, name, initialState, this.piece.resources);
  }

  #paintPath(fills: boolean, strokes: boolean): void {
    const { fill, stroke, lineWidth, matrix } = this.state;
    const path = this.#path;
    if (path.isEmpty) return;
    const insideTrim = path.touches((left, bottom, right, top) => this.isInside(left, bottom, right, top));
    if (fills) this.notes.paint("fill", fill, this.state, { thickness: strokes ? null : path.thinnest, insideTrim });
    if (strokes) this.notes.paint("stroke", stroke, this.state, { thickness: lineWidth * unitLengths(matrix)[0], insideTrim });
    this.#path.clear();
  }

  isInside(left: number, bottom: number, right: number, top: number): boolean {
    const { trim } = this.scene;
    return trim === null || (left < trim[2]! && right > trim[0]! && bottom < trim[3]! && top > trim[1]!);
  }

  #draw(operand: PdfValue): void {
    const { file } = this.scene;
    const name = nameOf(operand);
    const found = this.notes.resource("XObject", operand);
    if (found === null) return;
    const kind = file.nameAt(found, "Subtype");
    if (kind === "Image") {
      this.notes.image(found, false, name, this.state);
      return;
    }
    this.notes.form(found, name);
    if (kind === "Form" && found.kind === "stream") this.#nested(found, name, this.state, this.piece.resources);
  }

  /** Interprets a form, pattern or glyph program within the given state; its matrix comes first. */
  #nested(stream: PdfStream, name: string, state: GraphicsState, resources: PdfEntries | null): void {
    const { file } = this.scene;
    const place = this.notes.placeAt(stream, name);
    const { depth, open } = this.around;
    if (open.has(stream) || depth >= deepestContent) {
      this.notes.unread("nesting", `/${name}`, place);
      return;
    }
    const decoded = file.source.decode(stream);
    if (!decoded.ok) {
      this.notes.unread(decoded.problem.code === "unread-filter" ? "filter" : decoded.problem.code, decoded.problem.detail, place);
      return;
    }
    const own = file.numbersAt(stream, "Matrix", 6);
    const matrix = own === null ? state.matrix : multiply([own[0]!, own[1]!, own[2]!, own[3]!, own[4]!, own[5]!], state.matrix);
    const piece = { bytes: decoded.value, resources: file.entriesAt(stream, "Resources") ?? resources, place };
    new Interpreter(this.scene, piece, { state: { ...state, matrix }, depth: depth + 1, open: new Set(open).add(stream), marked: this.notes.isMarked }).run();
  }

  #glyphPrograms(font: PdfEntries, name: string): void {
    const { file } = this.scene;
    const resources = file.entriesAt(font, "Resources") ?? this.piece.resources;
    for (const value of file.entriesAt(font, "CharProcs")?.entries.values() ?? []) {
      const program = file.entries(value);
      if (program?.kind === "stream") this.#nested(program, name, initialState, resources);
    }
  }
}

function numbersOf(operands: readonly PdfValue[]): readonly number[] {
  return operands.filter((operand): operand is number => typeof operand === "number");
}
