/** An object as its text in PDF, with `{name}` for a reference to another; or a stream of a dictionary's text and data. */
export type PlainObject = string | { readonly dictionary: string; readonly data: string | Uint8Array };

/** A PDF written by hand: named objects, numbered in their order. */
export interface PlainPdf {
  readonly header: string;
  readonly objects: Readonly<Record<string, PlainObject>>;
  /** The trailer's text without Size. */
  readonly trailer: string;
}

/** Writes the file with a classic cross-reference table; it knows nothing of the writer under test. */
export function assemblePdf({ header, objects, trailer }: PlainPdf): Uint8Array {
  const names = Object.keys(objects);
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const index = names.indexOf(name);
      // What is named but not there becomes a reference to nothing, for the tests of broken references.
      return `${index < 0 ? 999 : index + 1} 0 R`;
    });
  const parts: Buffer[] = [Buffer.from(`${header}\n%\xe2\xe3\xcf\xd3\n`, "latin1")];
  let length = parts[0]!.length;
  const offsets: number[] = [];
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [index, name] of names.entries()) {
    const object = objects[name]!;
    offsets.push(length);
    if (typeof object === "string") {
      add(Buffer.from(`${index + 1} 0 obj\n${filled(object)}\nendobj\n`, "latin1"));
      continue;
    }
    const data = typeof object.data === "string" ? Buffer.from(object.data, "latin1") : Buffer.from(object.data);
    const stated = /\/Length\b/.test(object.dictionary) ? "" : ` /Length ${data.length}`;
    add(Buffer.from(`${index + 1} 0 obj\n<< ${filled(object.dictionary)}${stated} >>\nstream\n`, "latin1"));
    add(data);
    add(Buffer.from("\nendstream\nendobj\n", "latin1"));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${names.length + 1}\n0000000000 65535 f \n${rows}`;
  add(Buffer.from(`${table}trailer\n<< /Size ${names.length + 1} ${filled(trailer)} >>\nstartxref\n${length}\n%%EOF\n`, "latin1"));
  return Buffer.concat(parts);
}

/** The same file with one object's text changed; fails where there was nothing to change. */
export function edited(pdf: PlainPdf, name: string, from: string | RegExp, to: string): PlainPdf {
  const object = pdf.objects[name];
  if (object === undefined) throw new Error(`no object ${name}`);
  const change = (text: string) => {
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`nothing to change in ${name}: ${String(from)}`);
    return changed;
  };
  if (typeof object === "string") return withObject(pdf, name, change(object));
  const isData = typeof object.data === "string" && object.data.search(from) >= 0;
  return withObject(pdf, name, isData ? { ...object, data: change(object.data as string) } : { ...object, dictionary: change(object.dictionary) }); // a string, as just asked
}

/** The same file with an object put in, or in place of another. */
export function withObject(pdf: PlainPdf, name: string, object: PlainObject): PlainPdf {
  return { ...pdf, objects: { ...pdf.objects, [name]: object } };
}
