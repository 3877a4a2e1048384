import { find } from "./elements";
import { fitWidth, scrollKeeping, steppedWidth, zoomedWidth, type ZoomRange } from "./zoomedSize";

/** The place where a page's picture is zoomed and panned. */
export interface Stage {
  zoomBy(steps: number): void;
  fit(): void;
  /** Brings an area of the page into view. */
  show(area: Element): void;
}

const DRAG_THRESHOLD = 5;
const WHEEL_STEP = 240;
const PADDING = 24;

/** Gives a page's picture its zoom by wheel, pinch, drag and steps; null where there is no picture. */
export function startStage(): Stage | null {
  const box = find(".stage");
  const sheet = find(".sheet");
  const picture = find<HTMLImageElement>(".picture");
  if (box === null || sheet === null || picture === null) return null;
  const narrow = matchMedia("(max-width: 60rem)");
  const ratio = Number(sheet.dataset["ratio"]);
  let width = 0;
  let isFitted = true;

  const range = (): ZoomRange => {
    const padding = narrow.matches ? 0 : PADDING * 2;
    const place = { width: box.clientWidth - padding, height: box.clientHeight - padding };
    return { fit: fitWidth(place, ratio, narrow.matches), most: Number(sheet.dataset["most"]) };
  };

  const setWidth = (wanted: number, at?: { readonly x: number; readonly y: number }): void => {
    const limits = range();
    const next = zoomedWidth(wanted, limits);
    const point = at ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 };
    const factor = width === 0 ? 1 : next / width;
    const left = scrollKeeping(box.scrollLeft - sheet.offsetLeft, point.x, factor) + sheet.offsetLeft;
    const top = scrollKeeping(box.scrollTop - sheet.offsetTop, point.y, factor) + sheet.offsetTop;
    width = next;
    isFitted = next <= limits.fit;
    sheet.style.width = `${next}px`;
    // The browser takes the picture that is sharp at this width; it never goes back to a smaller one.
    picture.sizes = `${Math.round(next)}px`;
    box.classList.toggle("zoomed", !isFitted);
    box.scrollTo({ left, top, behavior: "instant" });
    const shown = find(".page-tools .zoom");
    if (shown !== null) shown.textContent = `${Math.round((next / limits.fit) * 100)}%`;
  };
  const fit = (): void => setWidth(range().fit);

  picture.removeAttribute("usemap");
  fit();
  new ResizeObserver(() => (isFitted ? fit() : setWidth(width))).observe(box);
  panByDragging(box);
  zoomByWheel(box, (steps, at) => setWidth(steppedWidth(width, steps, range()), at));
  zoomByPinching(box, () => width, setWidth);
  return {
    zoomBy: (steps) => setWidth(steppedWidth(width, steps, range())),
    fit,
    show: (area) => area.scrollIntoView({ block: "center", inline: "center" }),
  };
}

/** Ctrl and wheel; a trackpad's pinch arrives as the same. */
function zoomByWheel(box: HTMLElement, zoom: (steps: number, at: { readonly x: number; readonly y: number }) => void): void {
  box.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 40 : event.deltaY;
      zoom(-pixels / WHEEL_STEP, pointIn(box, event.clientX, event.clientY));
    },
    { passive: false },
  );
}

function zoomByPinching(box: HTMLElement, widthNow: () => number, setWidth: (width: number, at: { readonly x: number; readonly y: number }) => void): void {
  let start: { readonly distance: number; readonly width: number } | null = null;
  const fingers = (event: TouchEvent): { readonly distance: number; readonly x: number; readonly y: number } | null => {
    const [a, b] = [event.touches[0], event.touches[1]];
    if (a === undefined || b === undefined) return null;
    return { distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
  };
  box.addEventListener("touchstart", (event) => {
    const pinch = fingers(event);
    start = pinch === null ? null : { distance: Math.max(1, pinch.distance), width: widthNow() };
  }, { passive: true });
  box.addEventListener(
    "touchmove",
    (event) => {
      const pinch = fingers(event);
      if (pinch === null || start === null) return;
      event.preventDefault();
      setWidth(start.width * (pinch.distance / start.distance), pointIn(box, pinch.x, pinch.y));
    },
    { passive: false },
  );
  box.addEventListener("touchend", () => (start = null), { passive: true });
}

/** Dragging with the mouse moves the page; the click that would end it is no click. */
function panByDragging(box: HTMLElement): void {
  let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number; readonly id: number } | null = null;
  let hasMoved = false;
  box.addEventListener("dragstart", (event) => event.preventDefault());
  box.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop, id: event.pointerId };
    hasMoved = false;
  });
  box.addEventListener("pointermove", (event) => {
    if (from === null || event.pointerId !== from.id) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!hasMoved && Math.hypot(x, y) < DRAG_THRESHOLD) return;
    if (!hasMoved) box.setPointerCapture(event.pointerId);
    hasMoved = true;
    box.classList.add("dragged");
    box.scrollTo({ left: from.left - x, top: from.top - y, behavior: "instant" });
  });
  const end = (): void => {
    from = null;
    box.classList.remove("dragged");
  };
  box.addEventListener("pointerup", end);
  box.addEventListener("pointercancel", end);
  box.addEventListener(
    "click",
    (event) => {
      if (!hasMoved) return;
      event.preventDefault();
      event.stopPropagation();
      hasMoved = false;
    },
    { capture: true },
  );
}

function pointIn(box: HTMLElement, x: number, y: number): { readonly x: number; readonly y: number } {
  const bounds = box.getBoundingClientRect();
  return { x: x - bounds.left, y: y - bounds.top };
}
