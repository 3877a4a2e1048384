/** The drawings of the window: outlines on a grid of 16, drawn with a line of 1.3. */
const drawings = {
  new: "M4 1.5h5.5L12.5 4.5v10h-8.5zM9.5 1.5v3h3M8.2 7v5M5.7 9.5h5",
  open: "M1.5 13.5v-10h4.5l1.5 2h6v2M1.5 13.5l2.2-6h11l-2.2 6z",
  save: "M2 2h9.5l2.5 2.5v9.5h-12zM4.5 2v4h6v-4M4.5 14v-5h7v5",
  undo: "M5.5 3l-3 3 3 3M2.5 6h7a4 3.7 0 0 1 0 7.4h-3",
  redo: "M10.5 3l3 3-3 3M13.5 6h-7a4 3.7 0 0 0 0 7.4h3",
  pdf: "M4 1.5h5.5l3 3v10h-8.5zM9.5 1.5v3h3M8.2 6.5v5M6 9.5l2.2 2.2 2.2-2.2",
  epaper: "M2 2.5h12v11h-12zM4 5h8M4 7.5h3.5M4 10h3.5M9.5 7.5h2.5v3h-2.5z",
  select: "M4 1.8l8.5 7.2-4 .5 2.3 4.3-1.7.9-2.3-4.4-2.8 2.7z",
  text: "M3 4.5v-2h10v2M8 2.5v11M6 13.5h4",
  article: "M2 2.5h12M2 5h12M2 8h5M2 10.5h5M2 13h5M9 8h5M9 10.5h5M9 13h5",
  photo: "M1.5 3h13v10h-13zM3 11.5l3.5-4 2.5 2.5 1.5-1.5 2.8 3M10.5 5.8a1 1 0 1 0 .01 0",
  briefs: "M3 3.5h.01M3 8h.01M3 12.5h.01M6 3.5h8M6 8h8M6 12.5h8",
  hand: "M4.5 8.5v-4.5a1 1 0 0 1 2 0v3.5v-5a1 1 0 0 1 2 0v5v-4.3a1 1 0 0 1 2 0v5v-2.7a1 1 0 0 1 2 0v4.5c0 2.5-1.5 4-4 4s-3.3-1.2-4.5-3l-1.8-3c-.6-1 .8-1.9 1.5-1z",
  zoom: "M7 2a4.8 4.8 0 1 0 .01 0M10.5 10.5l4 4",
  zoomIn: "M7 2a4.8 4.8 0 1 0 .01 0M10.5 10.5l4 4M7 4.8v4M5 6.8h4",
  zoomOut: "M7 2a4.8 4.8 0 1 0 .01 0M10.5 10.5l4 4M5 6.8h4",
  fit: "M2 5.5v-3.5h3.5M10.5 2h3.5v3.5M14 10.5v3.5h-3.5M5.5 14h-3.5v-3.5M5 5h6v6h-6z",
  grid: "M2 2h12v12h-12zM6 2v12M10 2v12M2 6h12M2 10h12",
  chevron: "M4 6l4 4 4-4",
  chevronRight: "M6 4l4 4-4 4",
  check: "M3 8.5l3.5 3.5 6.5-8",
  error: "M8 1.5a6.5 6.5 0 1 0 .01 0M8 4.5v4.5M8 11.3v.01",
  warning: "M8 2l6.5 11.5h-13zM8 6.3v3.7M8 11.8v.01",
  edit: "M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2",
  close: "M4 4l8 8M12 4l-8 8",
  folder: "M1.5 13v-9.5h4.5l1.5 2h7v7.5z",
  issue: "M2 2.5h12v11h-12zM4 5h8M4 7.5h3.5M4 10h3.5M9.5 7.5h2.5M9.5 10h2.5",
  up: "M8 13v-9.5M4 7l4-4 4 4",
  search: "M7 2a4.8 4.8 0 1 0 .01 0M10.5 10.5l4 4",
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof drawings;

/** A drawing beside words, or alone in a button that has a label; screen readers skip it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
