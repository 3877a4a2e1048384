import type { IssueLayout, SetLine } from "../issueLayout";

/**
 * A layout as text, every number of it, so that two can be compared: comparing objects with thousands of typed arrays
 * would take minutes. Lines and displays are read, which makes what they leave to the reader.
 */
export function printedLayout(layout: IssueLayout): string {
  const flows = [...layout.flows.values()].map((flow) => ({ ...flow, composed: null, lines: flow.lines.map(printedLine) }));
  const pages = [...layout.pages.values()].map((page) => ({ ...page, boxes: page.boxes.map(({ boxId, bounds, items }) => ({ boxId, bounds, items })) }));
  return JSON.stringify({ flows, pages }, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array).join(" ") : value));
}

function printedLine({ boxId, column, row, paragraph, from, to, rect, baseline, direction, stretchEm, isForced, positions, offsets }: SetLine): SetLine {
  return { boxId, column, row, paragraph, from, to, rect, baseline, direction, stretchEm, isForced, positions, offsets };
}
