import type { PdfObjects, PdfReference } from "./pdfObjects";
import { pdfAsciiString } from "./pdfSyntax";
import type { PrintingCondition } from "./pressPreset";

/** Writes the output intent of a printing condition with its profile: `profile` is the ICC file of a CMYK output device. */
export function writeOutputIntent(objects: PdfObjects, { identifier, info, registry }: PrintingCondition, profile: Uint8Array): PdfReference {
  const stream = objects.addStream("/N 4", profile);
  return objects.add(
    `<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier${pdfAsciiString(identifier)}` +
      `${registry === "" ? "" : `/RegistryName${pdfAsciiString(registry)}`}/Info${pdfAsciiString(info)}/DestOutputProfile ${stream} 0 R>>`,
  );
}
