import type { Id } from "./ids";

/** Makes a new name each time it is called, unlike any it made before; the shell passes one in. */
export type NewId = () => string;

/** The name as an id of the kind that is asked for. */
export function idFrom<Kind extends string>(name: string): Id<Kind> {
  // The kind exists only for the compiler: there is nothing to add to the string.
  return name as Id<Kind>;
}
