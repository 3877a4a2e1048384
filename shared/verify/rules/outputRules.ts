import { iccComponents, readIccHeader } from "../iccHeader";
import type { PdfFacts } from "../pdfFacts";
import { showValue, textOf, type PdfEntries } from "../pdfValue";
import { bothStandards, broken, unchecked, type Rule } from "../rule";

const registry = "http://www.color.org";

function intents({ file }: PdfFacts): readonly PdfEntries[] {
  return (file.arrayAt(file.catalogue, "OutputIntents") ?? []).flatMap((item) => file.entries(item) ?? []);
}

function pressIntents(facts: PdfFacts): readonly PdfEntries[] {
  return intents(facts).filter((intent) => facts.file.nameAt(intent, "S") === "GTS_PDFX");
}

function isRegistered({ file }: PdfFacts, intent: PdfEntries): boolean {
  const bytes = file.stringAt(intent, "RegistryName");
  return bytes !== null && textOf({ kind: "string", bytes }).replace(/\/$/, "") === registry;
}

/** Rules about the printing condition a file is made for (ISO 32000-1, 14.11.5). */
export const outputRules = [
  {
    id: "one-output-intent",
    part: "output",
    standards: bothStandards,
    clause: "ISO 32000-1 14.11.5",
    *check(facts) {
      const found = pressIntents(facts);
      if (found.length !== 1) yield broken({ name: "/OutputIntents" }, `/GTS_PDFX × ${found.length}`);
      const profiles = new Set(intents(facts).flatMap((intent) => facts.file.streamAt(intent, "DestOutputProfile") ?? []));
      if (profiles.size > 1) yield broken({ name: "/OutputIntents" }, `/DestOutputProfile × ${profiles.size}`);
    },
  },
  {
    id: "output-condition",
    part: "output",
    standards: bothStandards,
    clause: "ISO 32000-1 table 365",
    *check(facts) {
      const { file } = facts;
      if (pressIntents(facts).length === 0) yield unchecked("absent", { name: "/OutputIntents" }, "");
      for (const intent of pressIntents(facts)) {
        if ((file.stringAt(intent, "OutputConditionIdentifier")?.length ?? 0) === 0) yield broken(file.placeOf(intent), "/OutputConditionIdentifier");
        if (!isRegistered(facts, intent) && (file.stringAt(intent, "Info")?.length ?? 0) === 0) yield broken(file.placeOf(intent), "/Info");
        const name = file.get(intent, "RegistryName");
        if (name !== null && file.stringAt(intent, "RegistryName") === null) yield broken(file.placeOf(intent), `/RegistryName ${showValue(name)}`);
      }
    },
  },
  {
    id: "output-profile",
    part: "output",
    standards: bothStandards,
    clause: "ISO 32000-1 table 365",
    *check(facts, standard) {
      const { file } = facts;
      if (pressIntents(facts).length === 0) yield unchecked("absent", { name: "/OutputIntents" }, "");
      for (const intent of pressIntents(facts)) {
        const place = file.placeOf(intent, { name: "/DestOutputProfile" });
        if (intent.entries.has("DestOutputProfileRef")) yield broken(place, "/DestOutputProfileRef");
        const profile = file.streamAt(intent, "DestOutputProfile");
        if (profile === null) {
          if (standard === "x4" || !isRegistered(facts, intent)) yield broken(place, "–");
          // Whether a name is in the registry can be told by no file.
          else yield unchecked("registered-name", place, showValue(file.get(intent, "OutputConditionIdentifier")));
          continue;
        }
        const decoded = file.source.decode(profile);
        if (!decoded.ok) {
          yield decoded.problem.code === "damaged" ? broken(place, decoded.problem.detail) : unchecked("unread-stream", place, decoded.problem.detail);
          continue;
        }
        const header = readIccHeader(decoded.value);
        if (header === null) {
          yield broken(place, "ICC ?");
          continue;
        }
        if (header.deviceClass !== "prtr") yield broken(place, `ICC class ${header.deviceClass}`);
        if (header.colourSpace !== "CMYK") yield broken(place, `ICC space ${header.colourSpace}`);
        if (file.numberAt(profile, "N") !== iccComponents(header)) yield broken(place, `/N ${showValue(file.get(profile, "N"))}`);
        if (header.size !== decoded.value.length) yield broken(place, `ICC ${header.size} ≠ ${decoded.value.length} B`);
        const latest = standard === "x4" ? 4 : 2;
        if (header.version > latest) yield broken(place, `ICC ${header.version} > ${latest}`);
      }
    },
  },
] as const satisfies readonly Rule[];
