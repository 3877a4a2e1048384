import { describe, expect, it } from "vitest";
import { createFrameLoop, type FramePhase } from "./frameLoop";

function harness() {
  const frames: (() => void)[] = [];
  const ran: FramePhase[] = [];
  const also: Partial<Record<FramePhase, () => void>> = {};
  const phase = (name: FramePhase) => () => {
    ran.push(name);
    also[name]?.();
  };
  const loop = createFrameLoop(
    (callback) => frames.push(callback),
    () => void frames.splice(0),
    { input: phase("input"), page: phase("page"), overlay: phase("overlay"), rulers: phase("rulers"), mirror: phase("mirror") },
  );
  return { loop, frames, ran, also, frame: () => frames.shift()?.() };
}

describe("frame loop", () => {
  it("runs each phase once a frame, in order, however often it was asked for", () => {
    const { loop, frames, ran, frame } = harness();
    loop.request("overlay");
    loop.request("page");
    loop.request("overlay");
    expect(frames).toHaveLength(1);
    frame();
    expect(ran).toEqual(["page", "overlay"]);
  });

  it("paints what input changes in the same frame", () => {
    const { loop, ran, also, frame } = harness();
    also.input = () => loop.request("page");
    loop.request("input");
    frame();
    expect(ran).toEqual(["input", "page"]);
  });

  it("sleeps when nothing is asked for and runs nothing once stopped", () => {
    const { loop, frames, ran, frame } = harness();
    loop.request("page");
    frame();
    expect(frames).toHaveLength(0);
    loop.request("page");
    loop.stop();
    frame();
    expect(ran).toEqual(["page"]);
  });
});
