import fc from "fast-check";

/**
 * Properties try the same cases on every run, so that a change is judged by what it changed. `BROADSHEET_SEED=random`
 * looks for new ones; a seed that fails becomes a test of its own.
 */
const wanted = process.env["BROADSHEET_SEED"] ?? "20260112";
if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted) });
