import { HostError } from "./host";

/** The longest path a host call takes, in UTF-16 units; longer ones exist on no system we run on. */
export const MAX_PATH_LENGTH = 4096;
const MAX_NAME_LENGTH = 256;
const MAX_SHORT_TEXT = 10_000;
const MAX_PAGES = 1000;
// A full 对开 page is about 5,000 values; these bounds fit 64 of them and stop a flood long before memory does.
const MAX_DOCUMENT_VALUES = 4_000_000;
const MAX_DOCUMENT_TEXT = 64_000_000;
const MAX_DOCUMENT_DEPTH = 64;

/** The refusal of one argument of a call, by the place of the argument. */
export function badArgument(place: string, expected: string): HostError {
  return new HostError({ code: "bad-arguments", detail: `${place}: ${expected}` });
}

/** Refuses a call with more or fewer arguments than the method has. */
export function expectCount(method: string, args: readonly unknown[], count: number): void {
  if (args.length !== count) throw badArgument(method, `expected ${count} arguments, got ${args.length}`);
}

/** An absolute path of either kind of system, without NUL and of bounded length. */
export function parsePath(value: unknown, place: string): string {
  if (typeof value !== "string") throw badArgument(place, "expected a path");
  if (value.length > MAX_PATH_LENGTH) throw badArgument(place, "the path is too long");
  if (value.includes("\0")) throw badArgument(place, "the path holds a NUL character");
  if (!/^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(value)) throw badArgument(place, "expected an absolute path");
  return value;
}

/** True or false. */
export function parseFlag(value: unknown, place: string): boolean {
  if (typeof value !== "boolean") throw badArgument(place, "expected true or false");
  return value;
}

/** A short name such as an id or a template, not empty. */
export function parseName(value: unknown, place: string): string {
  if (typeof value !== "string" || value === "" || value.length > MAX_NAME_LENGTH) {
    throw badArgument(place, `expected a name of 1 to ${MAX_NAME_LENGTH} characters`);
  }
  return value;
}

/** A text no longer than a title or a caption may be; it may be empty. */
export function parseShortText(value: unknown, place: string): string {
  if (typeof value !== "string" || value.length > MAX_SHORT_TEXT) throw badArgument(place, `expected a text of at most ${MAX_SHORT_TEXT} characters`);
  return value;
}

/** The name of a file with one of some endings: no path, nothing hidden. */
export function parseFileName(value: unknown, place: string, ...endings: readonly string[]): string {
  const name = parseName(value, place);
  // eslint-disable-next-line no-control-regex -- control characters are what is kept out
  const isPlain = !/^\.|[/\\:*?"<>|\u0000-\u001f]/u.test(name) && endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  if (!isPlain) throw badArgument(place, `expected the name of a file ending in ${endings.map((ending) => `.${ending}`).join(" or ")}`);
  return name;
}

/** A text of at most so many UTF-16 units. */
export function parseLongText(value: unknown, place: string, most: number): string {
  if (typeof value !== "string" || value.length > most) throw badArgument(place, `expected a text of at most ${most} characters`);
  return value;
}

const MOST_ROUNDS = 99;

/** A round of reading, 1 to 99. */
export function parseRound(value: unknown, place: string): number {
  const round = parseRevision(value, place);
  if (round < 1 || round > MOST_ROUNDS) throw badArgument(place, `expected a number from 1 to ${MOST_ROUNDS}`);
  return round;
}

/** A revision number: a whole number that is not negative. */
export function parseRevision(value: unknown, place: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw badArgument(place, "expected a whole number");
  }
  return value;
}

/** A list of page ids, or null for all pages. */
export function parsePageIds(value: unknown, place: string): readonly string[] | null {
  if (value === null) return null;
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_PAGES) {
    throw badArgument(place, `expected null or a list of 1 to ${MAX_PAGES} page ids`);
  }
  return value.map((id: unknown, index) => parseName(id, `${place}[${index}]`));
}

/** An object with named parts, for arguments that are requests. */
export function parseRecord(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badArgument(place, "expected an object");
  return value as Record<string, unknown>; // any object can be read by string keys; what comes out is unknown
}

/** A document of bounded size and depth; what it says is parsed by the service that takes it. */
export function parseDocumentArgument(value: unknown, place: string): unknown {
  parseRecord(value, place);
  // Level by level instead of by recursion: a list 100,000 deep must end as a refusal, not as a stack overflow.
  let level: unknown[] = [value];
  let values = 0;
  let text = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DOCUMENT_DEPTH) throw badArgument(place, "the document is nested too deeply");
    const next: unknown[] = [];
    values += level.length;
    for (const item of level) {
      if (typeof item === "string") text += item.length;
      else if (typeof item === "object" && item !== null) {
        // Bytes come as they are over IPC; as a list of numbers they would take many times their size.
        if (ArrayBuffer.isView(item) || item instanceof ArrayBuffer) throw badArgument(place, "the document holds bytes");
        const children: readonly unknown[] = Array.isArray(item) ? item : Object.values(item);
        if (values + next.length + children.length > MAX_DOCUMENT_VALUES) throw badArgument(place, "the document is too large");
        for (const child of children) next.push(child);
      } else if (typeof item === "function" || typeof item === "symbol" || typeof item === "bigint") {
        throw badArgument(place, "the document holds a value that JSON has no form for");
      }
    }
    if (text > MAX_DOCUMENT_TEXT) throw badArgument(place, "the document is too large");
    level = next;
  }
  return value;
}
