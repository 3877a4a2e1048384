import { useTranslation } from "react-i18next";
import type { LengthContext } from "../../../shared/model/typeSizes";
import { newspaperTypeSizes } from "../../../shared/model/typeSizes";
import { useEditor } from "../../editor/editorContext";

/** How the panels read and show lengths: places in millimetres, gaps in body characters, weights in points. */
export interface Lengths {
  readonly millimetres: LengthContext;
  readonly characters: LengthContext;
  readonly lines: LengthContext;
  readonly points: LengthContext;
  readonly names: { readonly mm: string; readonly characters: string; readonly lines: string; readonly pt: string };
}

/** The lengths of the open issue's grid, with the units' names in the language spoken now. */
export function useLengths(): Lengths {
  const { t } = useTranslation();
  const grid = useEditor((state) => state.document.grid);
  const of = (unit: LengthContext["unit"]): LengthContext => ({ unit, grid, typeSizes: newspaperTypeSizes });
  return {
    millimetres: of("mm"),
    characters: of("character"),
    lines: of("line"),
    points: of("pt"),
    names: { mm: "mm", characters: t("panels.units.characters"), lines: t("panels.units.lines"), pt: "pt" },
  };
}
