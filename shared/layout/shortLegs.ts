import type { NewspaperGrid } from "../model/document";
import { linesHeight, linesIn } from "../model/gridGeometry";
import { freeSlots, type Obstacle, type Region, type Slot } from "./regions";

/** A free place of one line of the grid, and the leg of text it belongs to. */
interface LegSlot {
  readonly slot: Slot;
  readonly row: number;
  leg: Leg;
}

/** Places of lines that follow each other with nothing between them. */
interface Leg {
  readonly slots: LegSlot[];
}

/**
 * The region with every leg of fewer than `least` lines closed to text: what is left of a column above, below or beside an
 * obstacle and touches no other line of it. A column that has fewer lines as a whole stays as it is.
 */
export function withoutShortLegs(region: Region, grid: NewspaperGrid, least: number): Region {
  const rows = linesIn(grid, region.rect.height);
  if (region.obstacles.length === 0 || least <= 1 || rows < least) return region;
  const closed = legsOf(region, grid, rows)
    .filter(({ slots }) => new Set(slots.map(({ row }) => row)).size < least)
    .flatMap(({ slots }) => slots.map((place) => closedPlace(region, grid, place)));
  return closed.length === 0 ? region : { ...region, obstacles: [...region.obstacles, ...closed] };
}

function legsOf(region: Region, grid: NewspaperGrid, rows: number): readonly Leg[] {
  const legs = new Set<Leg>();
  let above: readonly LegSlot[] = [];
  for (let row = 0; row < rows; row++) {
    const top = region.rect.y + row * grid.pitch;
    const here = freeSlots(region, top, top + grid.bodySize, region.leastSlotEm * grid.bodySize).map((slot): LegSlot => {
      const leg: Leg = { slots: [] };
      const place = { slot, row, leg };
      leg.slots.push(place);
      legs.add(leg);
      return place;
    });
    for (const place of here) {
      for (const other of above) {
        if (place.leg === other.leg || !overlap(place.slot, other.slot)) continue;
        const gone = other.leg;
        for (const joined of gone.slots) joined.leg = place.leg;
        place.leg.slots.push(...gone.slots);
        legs.delete(gone);
      }
    }
    above = here;
  }
  return [...legs];
}

function overlap(a: Slot, b: Slot): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width;
}

/** The strip that keeps text out of a line's place, as far as the line above the next. */
function closedPlace({ rect }: Region, grid: NewspaperGrid, { slot, row }: LegSlot): Obstacle {
  return { rect: { x: slot.left, y: rect.y + row * grid.pitch, width: slot.width, height: linesHeight(grid, 1) }, shape: null };
}
