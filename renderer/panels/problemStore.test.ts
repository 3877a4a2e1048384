import { describe, expect, it } from "vitest";
import { testEditor } from "../testing/testEditor";
import { createProblemWatch } from "./problemStore";
import type { WatchMoments } from "./watchMoments";

/** Moments that come when the test says so; each look takes so many milliseconds. */
function handMadeMoments(lookMilliseconds = 1): { readonly moments: WatchMoments; readonly quiet: () => void; readonly idle: () => number } {
  let clock = 0;
  const waiting = { quiet: new Set<() => void>(), idle: new Set<() => void>() };
  const put = (kind: "quiet" | "idle") => (run: () => void) => {
    waiting[kind].add(run);
    return () => void waiting[kind].delete(run);
  };
  const come = (kind: "quiet" | "idle") => () => {
    const now = [...waiting[kind]];
    waiting[kind].clear();
    for (const run of now) run();
    return now.length;
  };
  return { moments: { quiet: put("quiet"), idle: put("idle"), now: () => (clock += lookMilliseconds) }, quiet: come("quiet"), idle: come("idle") };
}

/** The sample with a hand on its lead, which the test drags sideways. */
function dragged(lookMilliseconds?: number) {
  const test = testEditor();
  const hand = handMadeMoments(lookMilliseconds);
  const watch = createProblemWatch(test.editor, hand.moments);
  const stop = watch.watch();
  hand.quiet();
  const before = watch.store.getState();
  test.press(120, 220);
  const drag = (by: number) => test.moveTo(120 + by, 220);
  return { test, hand, watch, stop, before, drag };
}

describe("the problems of an issue", () => {
  it("follow a drag in idle moments, once for many moves, and return where it is given up", () => {
    const { test, hand, watch, before, drag } = dragged();
    for (const by of [-100, -300, -900]) drag(by);
    expect(watch.store.getState()).toBe(before);
    expect(hand.idle()).toBe(1);
    expect(watch.store.getState().length).toBeGreaterThan(before.length);
    test.toolbox.cancel();
    hand.idle();
    expect(watch.store.getState()).toEqual(before);
  });

  it("are shown anew only where they are others", () => {
    const { hand, watch, before, drag } = dragged();
    drag(-3);
    hand.idle();
    expect(watch.store.getState()).toBe(before);
  });

  it("wait for the end of a drag where looking takes longer than a drag can spare", () => {
    const { test, hand, watch, before, drag } = dragged(20);
    drag(-900);
    expect(hand.idle()).toBe(1);
    const seen = watch.store.getState();
    drag(-3);
    expect(hand.idle()).toBe(0);
    expect(watch.store.getState()).toBe(seen);
    // Let go where nothing changes, the drag leaves nothing behind that it has found.
    test.release(117, 220);
    hand.idle();
    expect(watch.store.getState()).toEqual(before);
  });

  it("are left alone when nobody watches", () => {
    const { hand, watch, before, stop, drag } = dragged();
    drag(-900);
    stop();
    expect(hand.idle() + Number(hand.quiet())).toBe(0);
    expect(watch.store.getState()).toBe(before);
  });
});
