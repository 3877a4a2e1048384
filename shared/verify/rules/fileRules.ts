import { showValue } from "../pdfValue";
import { bothStandards, broken, unchecked, type Rule } from "../rule";

const latest = { x4: 1.6, x1a: 1.4 } as const;
const compressionForbidden = { x4: new Set(["LZWDecode", "LZW", "Crypt"]), x1a: new Set(["LZWDecode", "LZW", "Crypt", "JPXDecode", "JBIG2Decode"]) };

/** Rules about the file as bytes and objects. */
export const fileRules = [
  {
    id: "header-version",
    part: "file",
    standards: bothStandards,
    clause: "ISO 32000-1 7.5.2",
    *check({ file }, standard) {
      const header = file.source.headerVersion;
      const own = file.nameAt(file.catalogue, "Version");
      if (header === null) yield broken({}, "%PDF- ?");
      for (const version of [header, own]) {
        if (version !== null && !(Number(version) <= latest[standard])) yield broken({}, `PDF ${version} > ${latest[standard]}`);
      }
    },
  },
  {
    id: "file-sound",
    part: "file",
    standards: bothStandards,
    clause: "ISO 32000-1 7.5.4",
    *check({ file, objects, pageTreeFaults, pages }) {
      for (const repair of file.source.repairs.slice(0, 5)) yield broken({}, repair);
      // A reference to an object that is not there stands for null (ISO 32000-1, 7.3.10); one that is there must be read.
      for (const object of [...file.source.damaged].slice(0, 5)) yield broken({ object }, `${object} 0 obj ?`);
      for (const fault of pageTreeFaults.slice(0, 5)) yield broken({}, `/Pages: ${fault}`);
      if (pages.length === 0) yield broken({}, "/Pages: 0");
      if (objects.cutShort) yield unchecked("limit", {}, `${objects.entries.length}`);
    },
  },
  {
    id: "streams-sound",
    part: "file",
    standards: bothStandards,
    clause: "ISO 32000-1 7.3.8",
    *check({ file, objects, uses }) {
      for (const stream of objects.entries) {
        if (stream.kind !== "stream") continue;
        const place = file.placeOf(stream);
        const length = file.numberAt(stream, "Length");
        if (length === null || (file.source.encryption === "none" && length !== stream.encoded.length)) {
          yield broken(place, `/Length ${showValue(file.get(stream, "Length"))} ≠ ${stream.encoded.length}`);
        }
        if (file.nameAt(stream, "Subtype") === "Image") continue;
        const decoded = file.source.decode(stream);
        if (!decoded.ok && decoded.problem.code === "damaged") yield broken(place, decoded.problem.detail);
        else if (!decoded.ok && decoded.problem.code === "too-large") yield unchecked("limit", place, decoded.problem.detail);
      }
      for (const { reason, found, place } of uses.of("unread")) if (reason === "limit" || reason === "nesting") yield unchecked("limit", place, found);
    },
  },
  {
    id: "trailer-id",
    part: "file",
    standards: bothStandards,
    clause: "ISO 32000-1 14.4",
    *check({ file }) {
      const id = file.arrayAt(file.source.trailer, "ID");
      const sound = id?.length === 2 && id.every((item) => item !== null && typeof item === "object" && item.kind === "string" && item.bytes.length > 0);
      if (!sound) yield broken({}, `/ID ${showValue(file.get(file.source.trailer, "ID"))}`);
    },
  },
  {
    id: "not-encrypted",
    part: "file",
    standards: bothStandards,
    clause: "ISO 32000-1 7.6",
    *check({ file }) {
      if (file.source.encryption !== "none") yield broken({}, "/Encrypt");
    },
  },
  {
    id: "no-compressed-objects",
    part: "file",
    standards: ["x1a"],
    clause: "ISO 32000-1 7.5.7",
    *check({ file }) {
      if (file.source.crossReferenceStream) yield broken({}, "/Type /XRef");
    },
  },
  {
    id: "compression-allowed",
    part: "file",
    standards: bothStandards,
    clause: "ISO 32000-1 7.4",
    *check({ file, objects, uses }, standard) {
      const forbidden = compressionForbidden[standard];
      for (const stream of objects.entries) {
        if (stream.kind !== "stream") continue;
        const filters = file.arrayAt(stream, "Filter") ?? [file.get(stream, "Filter")];
        for (const filter of filters) {
          const name = file.name(filter);
          if (name !== null && forbidden.has(name)) yield broken(file.placeOf(stream), `/${name}`);
        }
      }
      for (const { image, inline, place } of uses.of("image")) {
        if (!inline) continue;
        const value = file.get(image, "Filter") ?? file.get(image, "F");
        for (const filter of file.array(value) ?? [value]) {
          const name = file.name(filter);
          if (name !== null && forbidden.has(name)) yield broken(place, `BI /${name}`);
        }
      }
    },
  },
  {
    id: "no-outside-streams",
    part: "file",
    standards: bothStandards,
    clause: "ISO 32000-1 7.3.8.2",
    *check({ file, objects }) {
      for (const stream of objects.entries) {
        if (stream.kind !== "stream") continue;
        for (const key of ["F", "FFilter", "FDecodeParms"]) if (stream.entries.has(key)) yield broken(file.placeOf(stream), `/${key}`);
      }
    },
  },
] as const satisfies readonly Rule[];
