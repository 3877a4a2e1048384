import { storedLength, type Pt } from "../geometry/units";
import { describe, type Report, shorten, type Unreadable, unreadable } from "./documentProblem";
import type { Id } from "./ids";
import { isIdName } from "./idName";

/** Plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * How one type stands in a file: read strictly from anything, and written back. Reading what was written gives an equal
 * value; a value that was read never holds a number that JSON has no word for.
 */
export interface Shape<Value> {
  readonly read: (value: unknown, place: string, report: Report) => Value | Unreadable;
  readonly write: (value: Value) => Json;
  /** What a record holds whose file has no such field; without it the field must be there. */
  readonly absent?: Value;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Any number of a range. */
export function number(range: Range): Shape<number> {
  return { read: (value, place, report) => readNumber(value, range, place, report), write: (value) => value };
}

/** A whole number of a range. */
export function integer(range: Range): Shape<number> {
  return {
    read: (value, place, report) => {
      const found = readNumber(value, range, place, report);
      if (found !== unreadable && !Number.isInteger(found)) return report("out-of-range", place, describe(value));
      return found;
    },
    write: (value) => value,
  };
}

/** A length in points of a range, rounded to 0.001 both ways. */
export function length(range: Range): Shape<Pt> {
  return {
    read: (value, place, report) => {
      if (typeof value !== "number" || !Number.isFinite(value)) return readNumber(value, range, place, report);
      return readNumber(storedLength(value), range, place, report);
    },
    write: storedLength,
  };
}

function readNumber(value: unknown, range: Range, place: string, report: Report): number | Unreadable {
  if (typeof value !== "number") return report("wrong-type", place, describe(value));
  if (!Number.isFinite(value)) return report("not-finite", place, describe(value));
  if (value < range.least || value > range.most) return report("out-of-range", place, describe(value));
  // JSON writes −0 as 0: adding 0 turns one into the other.
  return value + 0;
}

/** True or false. */
export const flag: Shape<boolean> = {
  read: (value, place, report) => (typeof value === "boolean" ? value : report("wrong-type", place, describe(value))),
  write: (value) => value,
};

/** One of a closed list of words or numbers. */
export function choice<Value extends string | number>(...values: readonly Value[]): Shape<Value> {
  return {
    read: (value, place, report) => {
      const found = values.find((candidate) => candidate === value);
      if (found !== undefined) return found;
      return report(typeof value === typeof values[0] ? "bad-choice" : "wrong-type", place, describe(value));
    },
    write: (value) => value,
  };
}

/** Text that `accepts` accepts, of at most so many UTF-16 code units. */
export function text(most: number, accepts: (text: string) => boolean): Shape<string> {
  return {
    read: (value, place, report) => {
      if (typeof value !== "string") return report("wrong-type", place, describe(value));
      if (value.length > most) return report("text-too-long", place, String(value.length));
      return accepts(value) ? value : report("bad-text", place, describe(value));
    },
    write: (value) => value,
  };
}

/** The name of an entity. */
export function identifier<Kind extends string>(accepts: (name: string) => boolean = isIdName): Shape<Id<Kind>> {
  return {
    read: (value, place, report) => {
      if (typeof value !== "string") return report("wrong-type", place, describe(value));
      // The kind exists only for the compiler: the place in the file decides it.
      return accepts(value) ? (value as Id<Kind>) : report("bad-id", place, describe(value));
    },
    write: (value) => value,
  };
}

/** A shape whose field may be missing from a file that was written before the field existed; it then holds `absent`. */
export function addedLater<Value>(shape: Shape<Value>, absent: Value): Shape<Value> {
  return { ...shape, absent };
}

/** A value or null. */
export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  return {
    read: (value, place, report) => (value === null ? null : shape.read(value, place, report)),
    write: (value) => (value === null ? null : shape.write(value)),
  };
}

/** A list of at most so many values. */
export function list<Value>(shape: Shape<Value>, most: number): Shape<readonly Value[]> {
  return {
    read: (value, place, report) => {
      if (!Array.isArray(value)) return report("wrong-type", place, describe(value));
      if (value.length > most) return report("too-many", place, String(value.length));
      const found: Value[] = [];
      for (let index = 0; index < value.length; index += 1) {
        const entry = shape.read(value[index], `${place}/${index}`, report);
        if (entry !== unreadable) found.push(entry);
      }
      return found.length === value.length ? found : unreadable;
    },
    write: (values) => values.map(shape.write),
  };
}

/** Exactly these fields, each with its shape, written in this order. */
export function record<Value extends object>(fields: { readonly [Field in keyof Value]: Shape<Value[Field]> }): Shape<Value> {
  // Object.keys promises no more than strings; these are the fields named right here.
  const names = Object.keys(fields) as (keyof Value & string)[];
  return {
    read: (value, place, report) => {
      if (!isRecord(value)) return report("wrong-type", place, describe(value));
      let complete = true;
      for (const key of Object.keys(value)) {
        if (!Object.hasOwn(fields, key)) {
          report("unknown-field", under(place, key), shorten(key));
          complete = false;
        }
      }
      const found: Partial<Value> = {};
      for (const name of names) {
        const field = Object.hasOwn(value, name)
          ? fields[name].read(value[name], under(place, name), report)
          : readAbsent(fields[name], name, place, report);
        if (field === unreadable) complete = false;
        else found[name] = field;
      }
      // Complete: every field of `Value` was found.
      return complete ? (found as Value) : unreadable;
    },
    write: (value) => Object.fromEntries(names.map((name) => [name, fields[name].write(value[name])])),
  };
}

function readAbsent<Value>({ absent }: Shape<Value>, name: string, place: string, report: Report): Value | Unreadable {
  return absent === undefined ? report("missing-field", under(place, name), name) : absent;
}

/** One of several kinds of record, told apart by the field `kind`. */
export function variants<Value extends { readonly kind: string }>(shapes: {
  readonly [Kind in Value["kind"]]: Shape<Extract<Value, { readonly kind: Kind }>>;
}): Shape<Value> {
  const shapeOf = (kind: unknown): Shape<Value> | null => {
    if (typeof kind !== "string" || !Object.hasOwn(shapes, kind)) return null;
    // The key says which kind the shape reads; the compiler cannot follow that from a string.
    return shapes[kind as Value["kind"]] as unknown as Shape<Value>;
  };
  return {
    read: (value, place, report) => {
      if (!isRecord(value)) return report("wrong-type", place, describe(value));
      const kind = Object.hasOwn(value, "kind") ? value["kind"] : undefined;
      if (kind === undefined) return report("missing-field", under(place, "kind"), "kind");
      const shape = shapeOf(kind);
      if (shape !== null) return shape.read(value, place, report);
      return report(typeof kind === "string" ? "bad-choice" : "wrong-type", under(place, "kind"), describe(kind));
    },
    write: (value) => shapeOf(value.kind)?.write(value) ?? null,
  };
}

/** Records by their ids, at most so many, written in the order of their ids. */
export function table<Kind extends string, Value extends { readonly id: Id<Kind> }>(
  shape: Shape<Value>,
  most: number,
): Shape<Readonly<Record<Id<Kind>, Value>>> {
  return {
    read: (value, place, report) => {
      if (!isRecord(value)) return report("wrong-type", place, describe(value));
      const keys = Object.keys(value);
      if (keys.length > most) return report("too-many", place, String(keys.length));
      const found: [string, Value][] = [];
      for (const key of keys) {
        const entry = shape.read(value[key], under(place, key), report);
        if (entry === unreadable) continue;
        // A key that equals an id that was read is a sound name, so it may become a property.
        if (entry.id === key) found.push([key, entry]);
        else report("id-mismatch", under(place, key), shorten(entry.id));
      }
      if (found.length < keys.length) return unreadable;
      return Object.fromEntries(found) as Record<Id<Kind>, Value>;
    },
    write: (records) =>
      Object.fromEntries(
        Object.entries<Value>(records)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, entry]) => [key, shape.write(entry)]),
      ),
  };
}

/** A shape whose values must pass a further check, which reports what is wrong. */
export function checked<Value>(
  shape: Shape<Value>,
  check: (value: Value, place: string, report: Report) => Value | Unreadable,
): Shape<Value> {
  return {
    read: (value, place, report) => {
      const found = shape.read(value, place, report);
      return found === unreadable ? unreadable : check(found, place, report);
    },
    write: shape.write,
  };
}

/** The place of a field inside a place. */
export function under(place: string, key: string): string {
  return place === "" ? shorten(key) : `${place}/${shorten(key)}`;
}

/** Whether a value is an object with keys, not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
