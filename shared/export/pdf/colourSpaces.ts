import type { DisplaySpot } from "../../display/displayList";
import type { PdfObjects, PdfReference } from "./pdfObjects";
import { pdfName, pdfNumbers } from "./pdfSyntax";

/** The spot colours of a file: each is one Separation space with process inks in its stead. */
export interface ColourSpaces {
  /** The resource name of a spot's space, such as C1. */
  nameOf(spot: DisplaySpot): string;
  /** The spaces used, written, by resource name. */
  write(objects: PdfObjects): readonly (readonly [name: string, reference: PdfReference])[];
}

/** The colorant that prints on every plate (ISO 32000-1, 8.6.6.4); registration marks are in it. */
export const ALL_PLATES = "All";

/** No spot colours yet; those that are asked for by one name are one plate, with the stand-in that came first. */
export function createColourSpaces(): ColourSpaces {
  const spaces = new Map<string, { readonly name: string; readonly spot: DisplaySpot }>();
  return {
    nameOf: (spot) => {
      const known = spaces.get(spot.name);
      if (known !== undefined) return known.name;
      const name = `C${spaces.size + 1}`;
      spaces.set(spot.name, { name, spot });
      return name;
    },
    write: (objects) =>
      [...spaces.values()].map(({ name, spot: { name: plate, solid } }) => {
        const full = pdfNumbers(solid.cyan, solid.magenta, solid.yellow, solid.black);
        const tint = `<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[${full}]/N 1>>`;
        return [name, objects.add(`[/Separation ${pdfName(plate)}/DeviceCMYK ${tint}]`)] as const;
      }),
  };
}
