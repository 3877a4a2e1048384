import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitPage, fitRect, initialViewport, panBy, toPage, toScreen, toScreenRect, zoomOf, zoomTo, type Viewport } from "./viewport";

const viewports = fc.record<Viewport>({
  scale: fc.double({ min: 0.1, max: 20, noNaN: true }),
  left: fc.integer({ min: -3000, max: 3000 }),
  top: fc.integer({ min: -3000, max: 3000 }),
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 3000 }),
});
const places = fc.record({ left: fc.integer({ min: -500, max: 3500 }), top: fc.integer({ min: -500, max: 3500 }) });

describe("viewport", () => {
  it("comes back to the same pixel from the page", () => {
    fc.assert(
      fc.property(viewports, places, (viewport, place) => {
        const back = toScreen(viewport, toPage(viewport, place));
        expect(back.left).toBeCloseTo(place.left, 6);
        expect(back.top).toBeCloseTo(place.top, 6);
      }),
    );
  });

  it("keeps the page point under the cursor where it is while zooming", () => {
    fc.assert(
      fc.property(viewports, places, fc.double({ min: 0.01, max: 40, noNaN: true }), (viewport, at, zoom) => {
        const before = toPage(viewport, at);
        const after = toPage(zoomTo(viewport, zoom, at), at);
        expect(after.x).toBeCloseTo(before.x, 4);
        expect(after.y).toBeCloseTo(before.y, 4);
      }),
    );
  });

  it("shows a centimetre as one at 100 %", () => {
    const viewport = zoomTo({ ...initialViewport, width: 800, height: 600 }, 1, { left: 0, top: 0 });
    expect(zoomOf(viewport)).toBe(1);
    expect(toScreenRect(viewport, { x: 0, y: 0, width: 72, height: 72 }).width).toBe(96);
  });

  it("stays inside the range of zooms", () => {
    expect(zoomOf(zoomTo(initialViewport, 1000, { left: 0, top: 0 }))).toBe(16);
    expect(zoomOf(zoomTo(initialViewport, 0, { left: 0, top: 0 }))).toBe(0.05);
  });

  it("fits a page whole into the window, in its middle", () => {
    fc.assert(
      fc.property(viewports, (viewport) => {
        const fitted = fitPage(viewport, { width: 790, height: 1118 });
        const { left, top, width, height } = toScreenRect(fitted, { x: 0, y: 0, width: 790, height: 1118 });
        expect(left).toBeGreaterThan(0);
        expect(top).toBeGreaterThan(0);
        expect(Math.abs(left - (viewport.width - width) / 2)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(top - (viewport.height - height) / 2)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it("leaves a window without a size alone", () => {
    expect(fitRect(initialViewport, { x: 0, y: 0, width: 10, height: 10 })).toBe(initialViewport);
  });

  it("moves the page with the pointer", () => {
    expect(panBy(initialViewport, 3, -4)).toMatchObject({ left: 3, top: -4, scale: initialViewport.scale });
  });
});
