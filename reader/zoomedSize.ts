/** How large a page's picture can be shown. */
export interface ZoomRange {
  /** The width at which the page fits its place. */
  readonly fit: number;
  /** The width of the largest picture there is. */
  readonly most: number;
}

const STEP = 1.25;

/** A wanted width within what there is: never smaller than the fit, up to the largest picture and no less than twice the fit. */
export function zoomedWidth(wanted: number, { fit, most }: ZoomRange): number {
  return Math.min(Math.max(wanted, fit), Math.max(most, fit * 2));
}

/** The width after so many steps in or, where negative, out. */
export function steppedWidth(width: number, steps: number, range: ZoomRange): number {
  return zoomedWidth(width * STEP ** steps, range);
}

/** Where a scrolled box must stand so that what was under a point stays under it when all grows by `factor`. */
export function scrollKeeping(scroll: number, point: number, factor: number): number {
  return (scroll + point) * factor - point;
}

/** The width at which a page of a shape is whole in a place; where the place is narrow, as wide as it. */
export function fitWidth(place: { readonly width: number; readonly height: number }, ratio: number, isNarrow: boolean): number {
  return Math.max(120, Math.floor(isNarrow ? place.width : Math.min(place.width, place.height * ratio)));
}
