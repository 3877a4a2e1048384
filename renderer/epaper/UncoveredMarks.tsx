import type { Size } from "../../shared/geometry/rect";
import type { PageId } from "../../shared/model/ids";
import type { UncoveredPlace } from "./uncoveredPlaces";

/** What no hot area stands for, drawn over the page's picture; the list beside it says the same in words. */
export function UncoveredMarks({ places, pageId, size }: {
  readonly places: readonly UncoveredPlace[];
  readonly pageId: PageId;
  readonly size: Size;
}) {
  const marks = places.flatMap((place) => place.marks).filter((mark) => mark.pageId === pageId);
  if (marks.length === 0) return null;
  return (
    <svg className="epaper-marks" viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none" aria-hidden="true">
      {marks.map(({ kind, rect }) => (
        <rect key={`${kind} ${rect.x} ${rect.y}`} data-mark={kind} x={rect.x} y={rect.y} width={rect.width} height={rect.height} />
      ))}
    </svg>
  );
}
