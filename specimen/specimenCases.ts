import { frameCases } from "./cases/frameCases";
import { lineEdgeCases } from "./cases/lineEdgeCases";
import { markWidthCases } from "./cases/markWidthCases";
import { styleCases } from "./cases/styleCases";
import { titleCases } from "./cases/titleCases";
import type { SpecimenCase } from "./specimenCase";

/** All cases of the book, in its order. */
export const specimenCases: readonly SpecimenCase[] = [...lineEdgeCases, ...markWidthCases, ...styleCases, ...frameCases, ...titleCases];
