import type { PDFDict, PDFDocument, PDFObject, PDFRef } from "@cantoo/pdf-lib";
import type { PlacedObject, PlacedPdf, PlacedSyntax } from "../../shared/export/pdf/placedPdf";
import { HostError } from "../../shared/platform/host";

/** Whether bytes say that they are a PDF; the header may stand anywhere in the first kilobyte (ISO 32000-1, annex H). */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
}

/** The size at which a placed page is shown, upright, in points. */
export interface PlacedSize {
  readonly width: number;
  readonly height: number;
}

/** More objects than these make no advertisement; reading would take minutes. */
const MOST_OBJECTS = 50_000;
const MOST_DEPTH = 100;

/** The entries of forms that speak of the file they come from, not of what is drawn. */
const LEFT_BEHIND = new Set(["/StructParents", "/StructParent", "/PieceInfo", "/LastModified", "/Metadata", "/Thumb", "/OPI"]);

/** The first page of a PDF as it is placed: by its trim box, else its crop box. Rejects with `unreadable-picture`, naming the file. */
export async function readPlacedPdf(fileName: string, bytes: Uint8Array): Promise<PlacedPdf> {
  const library = await import("@cantoo/pdf-lib");
  const { PDFArray, PDFBool, PDFContentStream, PDFDict, PDFName, PDFNull, PDFNumber, PDFRawStream, PDFRef, PDFString, PDFHexString, decodePDFRawStream } = library;
  const document = await openPdf(fileName, bytes);
  const refuse = (reason: string): HostError => new HostError({ code: "unreadable-picture", detail: `${fileName}: ${reason}` });
  const page = document.getPage(0);
  const objects: PlacedObject[] = [];
  const numbers = new Map<string, number>();
  let isTransparent = false;

  /** Adds the object a reference leads to and answers its place; null for one that leads nowhere. */
  const placeOf = (reference: PDFRef, depth: number): number | null => {
    const known = numbers.get(reference.tag);
    if (known !== undefined) return known;
    const value = document.context.lookup(reference);
    if (value === undefined || value === PDFNull) return null;
    if (objects.length >= MOST_OBJECTS) throw refuse("it holds too many objects");
    const place = objects.length;
    numbers.set(reference.tag, place);
    objects.push({ syntax: ["null"], data: null });
    objects[place] = objectOf(value, depth);
    return place;
  };

  const objectOf = (value: PDFObject, depth: number): PlacedObject => {
    if (value instanceof PDFRawStream) return { syntax: entriesOf(value.dict, depth, true), data: value.contents };
    if (value instanceof PDFContentStream) throw refuse("it holds a stream that cannot be copied");
    return { syntax: syntaxOf(value, depth), data: null };
  };

  const syntaxOf = (value: PDFObject, depth: number): PlacedSyntax => {
    if (depth > MOST_DEPTH) throw refuse("it is nested too deeply");
    if (value instanceof PDFRef) {
      const place = placeOf(value, depth + 1);
      return place === null ? ["null"] : [place];
    }
    if (value instanceof PDFDict) return ["<<", ...entriesOf(value, depth + 1, false), ">>"];
    if (value instanceof PDFArray) return ["[", ...value.asArray().flatMap((each, index) => (index === 0 ? syntaxOf(each, depth + 1) : [" ", ...syntaxOf(each, depth + 1)])), "]"];
    if (value instanceof PDFName || value instanceof PDFNumber || value instanceof PDFBool || value instanceof PDFString || value instanceof PDFHexString || value === PDFNull) {
      const text = new Uint8Array(value.sizeInBytes());
      value.copyBytesInto(text, 0);
      return [Buffer.from(text).toString("latin1")];
    }
    throw refuse("it holds an object that cannot be copied");
  };

  const entriesOf = (dict: PDFDict, depth: number, isStream: boolean): PlacedSyntax =>
    dict.entries().flatMap(([key, value]) => {
      const name = key.toString();
      if (LEFT_BEHIND.has(name) || (isStream && name === "/Length")) return [];
      const found = value instanceof PDFRef ? document.context.lookup(value) : value;
      if (isTransparencyEntry(name, found?.toString() ?? "")) isTransparent = true;
      return [`${name} `, ...syntaxOf(value, depth + 1)];
    });

  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((each) => document.context.lookup(each)) : contents === undefined ? [] : [contents];
  const raw = streams.filter((stream) => stream instanceof PDFRawStream);
  if (raw.length !== streams.length) throw refuse("its content cannot be copied");
  const [only] = raw;
  const resources = syntaxOf(page.node.Resources() ?? document.context.obj({}), 0);
  const groupValue = page.node.get(PDFName.of("Group"));
  const group = groupValue === undefined ? null : syntaxOf(groupValue, 0);
  const trim = page.getTrimBox();
  return {
    box: [trim.x, trim.y, trim.x + trim.width, trim.y + trim.height],
    rotate: quarterTurns(page.getRotation().angle),
    content:
      raw.length === 1 && only !== undefined
        ? { data: only.contents, encoding: entriesOf(only.dict, 0, true) }
        : { data: Buffer.concat(raw.flatMap((stream) => [decodePDFRawStream(stream).decode(), Buffer.from("\n")])), encoding: null },
    resources,
    group,
    objects,
    isTransparent: isTransparent || group !== null,
  };
}

/** The size at which the first page of a PDF is placed. Rejects with `unreadable-picture`. */
export async function placedPdfSize(fileName: string, bytes: Uint8Array): Promise<PlacedSize> {
  const document = await openPdf(fileName, bytes);
  const page = document.getPage(0);
  const { width, height } = page.getTrimBox();
  const unit = userUnit(page.node);
  const [across, up] = [width * unit, height * unit];
  if (!(across >= 1 && up >= 1 && across <= 10_000 && up <= 10_000)) {
    throw new HostError({ code: "unreadable-picture", detail: `${fileName}: its first page is ${Math.round(across)} × ${Math.round(up)} pt` });
  }
  return quarterTurns(page.getRotation().angle) % 180 === 0 ? { width: across, height: up } : { width: up, height: across };
}

/** Opens a PDF strictly: no password, at least one page. Rejects with `unreadable-picture`. */
export async function openPdf(fileName: string, bytes: Uint8Array): Promise<PDFDocument> {
  const { PDFDocument, EncryptedPDFError } = await import("@cantoo/pdf-lib");
  const refuse = (reason: string): HostError => new HostError({ code: "unreadable-picture", detail: `${fileName}: ${reason}` });
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (error) {
    // Without its password an encrypted file may also look like a damaged one.
    if (error instanceof EncryptedPDFError || Buffer.from(bytes).includes("/Encrypt")) throw refuse("it is encrypted");
    throw refuse("it is damaged or no PDF");
  }
  if (document.isEncrypted) throw refuse("it is encrypted");
  try {
    if (document.getPageCount() === 0) throw refuse("it has no pages");
    document.getPage(0).getTrimBox();
  } catch (error) {
    throw error instanceof HostError ? error : refuse("it has no page that can be read");
  }
  return document;
}

function userUnit(page: PDFDict): number {
  const entry = page.entries().find(([key]) => key.toString() === "/UserUnit");
  const value = Number(entry?.[1].toString() ?? "1");
  return Number.isFinite(value) && value > 0 ? value : 1;
}

function quarterTurns(angle: number): 0 | 90 | 180 | 270 {
  const turned = ((Math.round(angle / 90) * 90) % 360 + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}

/** What makes a page transparent: soft masks, opacities below one, blend modes (ISO 32000-1, 11). */
function isTransparencyEntry(name: string, value: string): boolean {
  if (name === "/SMask") return value !== "/None";
  if (name === "/ca" || name === "/CA") return Number(value) < 1;
  return name === "/BM" && value !== "/Normal" && value !== "/Compatible";
}
