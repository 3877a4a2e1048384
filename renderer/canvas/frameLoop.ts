/** Asks for one call in the window's next animation frame; `requestAnimationFrame` is one. */
export type RequestFrame = (callback: () => void) => number;

/** Runs a list of phases at most once a frame, in the order of their names in the type. */
export interface FrameLoop {
  /** Asks for a phase in the next frame; asked twice, it still runs once. */
  request(phase: FramePhase): void;
  stop(): void;
}

/** Input first, so that what it changes is painted in the same frame. */
export type FramePhase = "input" | "page" | "overlay" | "rulers" | "mirror";

const order: readonly FramePhase[] = ["input", "page", "overlay", "rulers", "mirror"];

/** A loop that sleeps until something is asked for. */
export function createFrameLoop(
  requestFrame: RequestFrame,
  cancelFrame: (handle: number) => void,
  run: Readonly<Record<FramePhase, () => void>>,
): FrameLoop {
  const wanted = new Set<FramePhase>();
  let handle: number | null = null;
  const flush = () => {
    handle = null;
    for (const phase of order) if (wanted.delete(phase)) run[phase]();
  };
  return {
    request: (phase) => {
      wanted.add(phase);
      handle ??= requestFrame(flush);
    },
    stop: () => {
      if (handle !== null) cancelFrame(handle);
      handle = null;
      wanted.clear();
    },
  };
}
