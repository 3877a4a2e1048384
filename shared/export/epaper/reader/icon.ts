import { attributes } from "../markup";

/** The strokes of the reader's icons on a field of 20 by 20. */
const icons = {
  search: "M13 13l4 4M8.5 14a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11z",
  calendar: "M3 5h14v12H3zM3 9h14M7 3v4M13 3v4",
  print: "M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z",
  keys: "M2 5h16v10H2zM5 8h.01M8 8h.01M11 8h.01M14 8h.01M6 12h8",
  close: "M5 5l10 10M15 5L5 15",
  before: "M12 4l-6 6 6 6",
  after: "M8 4l6 6-6 6",
  in: "M10 4v12M4 10h12",
  out: "M4 10h12",
  fit: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  pdf: "M10 3v10M6 9l4 4 4-4M4 17h12",
} as const;

/** The name of an icon. */
export type IconName = keyof typeof icons;

/** An icon in the colour of the text around it, silent for screen readers. */
export function icon(name: IconName): string {
  const frame = { class: "icon", viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true", focusable: "false" };
  return `<svg${attributes(frame)}><path${attributes({ d: icons[name] })}/></svg>`;
}
