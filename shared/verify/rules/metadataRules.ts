import type { PdfFacts } from "../pdfFacts";
import { showValue, textOf } from "../pdfValue";
import { bothStandards, broken, type Rule } from "../rule";
import { xmpNamespaces } from "../xmp";

const { pdfx, dc, xmp: basic, media, pdf } = xmpNamespaces;

/** `D:YYYYMMDDHHmmSSOHH'mm'`, the later parts optional (ISO 32000-1, 7.9.4). */
const pdfDate = /^D:(\d{4})(?:(0[1-9]|1[0-2])(?:(0[1-9]|[12]\d|3[01])(?:([01]\d|2[0-3])(?:([0-5]\d)(?:([0-5]\d)(Z(?:00'00'?)?|[+-](?:[01]\d|2[0-3])'(?:[0-5]\d'?)?)?)?)?)?)?)?$/;
const xmpDate = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

function infoText({ file, info }: PdfFacts, key: string): string | null {
  const value = file.get(info, key);
  if (value !== null && typeof value === "object") {
    if (value.kind === "string") return textOf(value);
    if (value.kind === "name") return value.name;
  }
  return null;
}

/** A moment as the parts its notation states, to the second; the same for both notations. */
function moment(text: string): string | null {
  const parts = (pdfDate.exec(text) ?? xmpDate.exec(text))?.slice(1);
  if (parts === undefined) return null;
  const zone = (parts[6] ?? "").replace(/[':]/g, "").replace(/^Z.*|^[+-]0000$/, "Z");
  return `${parts.slice(0, 6).map((part) => part ?? "00").join("")}${zone.length === 3 ? `${zone}00` : zone}`;
}

const agreeing = [
  ["Title", `${dc}title`],
  ["Author", `${dc}creator`],
  ["Subject", `${dc}description`],
  ["Keywords", `${pdf}Keywords`],
  ["Creator", `${basic}CreatorTool`],
  ["Producer", `${pdf}Producer`],
  ["CreationDate", `${basic}CreateDate`],
  ["ModDate", `${basic}ModifyDate`],
  ["Trapped", `${pdf}Trapped`],
  // X-1a and X-3 had a namespace of their own.
  ["GTS_PDFXVersion", "http://ns.adobe.com/pdfx/1.3/GTS_PDFXVersion"],
] as const;

/** Rules about what a file says of itself. */
export const metadataRules = [
  {
    id: "x-version",
    part: "metadata",
    standards: bothStandards,
    clause: "ISO 15930",
    *check(facts, standard) {
      const { xmp, info, file } = facts;
      if (standard === "x4") {
        const said = xmp.properties.get(`${pdfx}GTS_PDFXVersion`);
        if (said !== "PDF/X-4") yield broken(file.placeOf(file.catalogue, { name: "/Metadata" }), `pdfxid:GTS_PDFXVersion ${said ?? "–"}`);
        return;
      }
      const version = infoText(facts, "GTS_PDFXVersion");
      const conformance = infoText(facts, "GTS_PDFXConformance");
      const is2001 = version === "PDF/X-1:2001" && conformance === "PDF/X-1a:2001";
      if (version !== "PDF/X-1a:2003" && !is2001) {
        yield broken(file.placeOf(info, { name: "/Info" }), `/GTS_PDFXVersion ${version ?? "–"} /GTS_PDFXConformance ${conformance ?? "–"}`);
      }
    },
  },
  {
    id: "xmp-readable",
    part: "metadata",
    standards: bothStandards,
    clause: "ISO 32000-1 14.3.2",
    *check({ xmp }, standard) {
      const place = xmp.object === undefined ? { name: "/Metadata" } : { object: xmp.object, name: "/Metadata" };
      if (xmp.state === "absent" && standard === "x4") yield broken(place, "–");
      if (xmp.state === "unreadable" || xmp.state === "filtered") yield broken(place, xmp.state === "filtered" ? "/Filter" : "XML ?");
    },
  },
  {
    id: "xmp-properties",
    part: "metadata",
    standards: ["x4"],
    clause: "ISO 15930-7",
    *check({ xmp }) {
      const names = { "dc:title": `${dc}title`, "xmp:CreateDate": `${basic}CreateDate`, "xmp:ModifyDate": `${basic}ModifyDate`, "xmp:MetadataDate": `${basic}MetadataDate`, "xmpMM:DocumentID": `${media}DocumentID`, "xmpMM:VersionID": `${media}VersionID`, "xmpMM:RenditionClass": `${media}RenditionClass` };
      for (const [shown, name] of Object.entries(names)) {
        if ((xmp.properties.get(name) ?? "") === "") yield broken(xmp.object === undefined ? {} : { object: xmp.object }, shown);
      }
    },
  },
  {
    id: "info-keys",
    part: "metadata",
    standards: ["x1a"],
    clause: "ISO 32000-1 14.3.3",
    *check(facts) {
      for (const key of ["Title", "CreationDate", "ModDate"]) {
        if ((infoText(facts, key) ?? "") === "") yield broken(facts.file.placeOf(facts.info, { name: "/Info" }), `/${key}`);
      }
    },
  },
  {
    id: "trapped-known",
    part: "metadata",
    standards: bothStandards,
    clause: "ISO 32000-1 14.11.6",
    *check({ file, info, xmp }, standard) {
      const said = xmp.properties.get(`${pdf}Trapped`);
      if (standard === "x4" && said !== "True" && said !== "False") yield broken(xmp.object === undefined ? {} : { object: xmp.object }, `pdf:Trapped ${said ?? "–"}`);
      const value = file.get(info, "Trapped");
      if (standard === "x1a" || value !== null) {
        const name = file.name(value);
        if (name !== "True" && name !== "False") yield broken(file.placeOf(info, { name: "/Info" }), `/Trapped ${showValue(value)}`);
      }
    },
  },
  {
    id: "dates-sound",
    part: "metadata",
    standards: bothStandards,
    clause: "ISO 32000-1 7.9.4",
    *check(facts) {
      for (const key of ["CreationDate", "ModDate"]) {
        const text = infoText(facts, key);
        if (text !== null && text !== "" && !pdfDate.test(text)) yield broken(facts.file.placeOf(facts.info, { name: "/Info" }), `/${key} ${text.slice(0, 40)}`);
      }
      for (const name of [`${basic}CreateDate`, `${basic}ModifyDate`, `${basic}MetadataDate`]) {
        const text = facts.xmp.properties.get(name);
        if (text !== undefined && text !== "" && !xmpDate.test(text)) yield broken({ name: "/Metadata" }, `xmp:${name.slice(basic.length)} ${text.slice(0, 40)}`);
      }
    },
  },
  {
    id: "info-agrees",
    part: "metadata",
    standards: bothStandards,
    clause: "ISO 32000-1 14.3.3",
    *check(facts) {
      for (const [key, property] of agreeing) {
        const stated = infoText(facts, key);
        const said = facts.xmp.properties.get(property);
        if (stated === null || said === undefined) continue;
        const same = stated === said || (key.endsWith("Date") && moment(stated) !== null && moment(stated) === moment(said));
        if (!same) yield broken(facts.file.placeOf(facts.info, { name: "/Info" }), `/${key} ${stated.slice(0, 60)} ≠ ${said.slice(0, 60)}`);
      }
    },
  },
] as const satisfies readonly Rule[];
