import type { KeyboardEvent } from "react";
import type { EpaperRegion } from "../../shared/export/epaper/epaperIssue";
import type { PageArea } from "../../shared/export/epaper/pageAreas";

/** A hot area that was chosen, and the picture or brief in it that was clicked on. */
export interface AreaChoice {
  readonly area: PageArea;
  readonly part: string | null;
}

/** One hot area: all its regions light up together, a click, Enter or the space bar chooses it. */
export function PreviewArea({ area, isOpen, reached, onChoose }: {
  readonly area: PageArea;
  readonly isOpen: boolean;
  /** The region that a pointer has led to. */
  readonly reached: string | null;
  readonly onChoose: (region: EpaperRegion | null) => void;
}) {
  const { link, regions } = area;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onChoose(null);
  };
  return (
    <g
      className="epaper-area"
      role="button"
      tabIndex={0}
      aria-label={link.label}
      aria-pressed={link.article === null ? undefined : isOpen}
      data-area={area.key}
      data-leads={link.article === null ? "page" : "article"}
      onKeyDown={onKeyDown}
    >
      <title>{link.label}</title>
      {regions.map((region) => (
        <polygon
          key={region.id}
          data-region={region.id}
          data-reached={region.id === reached ? "" : undefined}
          points={region.polygon.map((point) => point.join(",")).join(" ")}
          onClick={() => onChoose(region)}
        />
      ))}
    </g>
  );
}
