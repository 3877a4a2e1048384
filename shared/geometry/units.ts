/** A length in PostScript points, 1/72 inch: the only length the document, the layout and the exporters know. */
export type Pt = number;

/** How many points make an inch. */
export const POINTS_PER_INCH = 72;
const MILLIMETRES_PER_INCH = 25.4;
const FILE_STEPS_PER_POINT = 1000;

/** The length of so many millimetres. */
export function mm(millimetres: number): Pt {
  return (millimetres / MILLIMETRES_PER_INCH) * POINTS_PER_INCH;
}

/** A length read in millimetres, for labels and inputs. */
export function toMm(length: Pt): number {
  return (length / POINTS_PER_INCH) * MILLIMETRES_PER_INCH;
}

/** A length as files and commands store it: rounded to 0.001 pt, so that repeated moves do not drift. */
export function storedLength(length: Pt): Pt {
  return Math.round(length * FILE_STEPS_PER_POINT) / FILE_STEPS_PER_POINT;
}
