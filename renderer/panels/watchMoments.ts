/** Calls off what was to be run. */
export type CallOff = () => void;

/** When a watch may look. */
export interface WatchMoments {
  /** Runs after a pause in the changes: typing never waits for it. */
  quiet(run: () => void): CallOff;
  /** Runs some time later, when the window has nothing else to do. */
  idle(run: () => void): CallOff;
  /** Milliseconds. */
  now(): number;
}

const QUIET_MS = 150;
/** Words that change faster than this cannot be read. */
const IDLE_MS = 200;
/** A hand that never rests still sees the problems so often. */
const LONGEST_WAIT_MS = 600;

/** The moments of this window. */
export const watchMoments: WatchMoments = {
  quiet: (run) => {
    const timer = setTimeout(run, QUIET_MS);
    return () => clearTimeout(timer);
  },
  idle: (run) => {
    let idle: number | null = null;
    const timer = setTimeout(() => {
      // Safari has no idle moments to give.
      if (typeof requestIdleCallback === "undefined") run();
      else idle = requestIdleCallback(run, { timeout: LONGEST_WAIT_MS });
    }, IDLE_MS);
    return () => {
      clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
    };
  },
  now: () => performance.now(),
};
