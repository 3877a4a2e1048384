import type { PdfFacts } from "./pdfFacts";
import type { PdfEntries } from "./pdfValue";

/** Every extended graphics state of a file: those in use, with or without their type, and those that say what they are. */
export function graphicsStates({ file, uses, objects }: PdfFacts): ReadonlySet<PdfEntries> {
  const typed = objects.entries.filter((entries) => file.nameAt(entries, "Type") === "ExtGState");
  return new Set([...uses.of("state").map(({ state }) => state), ...typed]);
}
