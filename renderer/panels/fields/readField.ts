import type { Ink } from "../../../shared/model/ink";
import { parseIsoDate } from "../../../shared/model/calendar";
import { parseLength, type LengthContext } from "../../../shared/model/typeSizes";
import { fail, ok, type Result } from "../../../shared/result";
import type { Sentence } from "../../window/sentence";

/** The outcome of reading a field: its value, or the sentence that says what to type. */
export type Reading<Value> = Result<Value, Sentence>;

/** Which values a field takes, both ends included. */
export interface Limits {
  readonly from: number;
  readonly to: number;
}

/** A length in points as it was typed, such as `12mm`, `9pt`, `小五`, `18字`. The limits are points; messages show the unit. */
export function readLength(text: string, context: LengthContext, limits: Limits, show: (length: number) => string): Reading<number> {
  const length = parseLength(text, context);
  if (!length.ok) return fail({ key: "failures.field.length", values: { text } });
  if (length.value >= limits.from && length.value <= limits.to) return ok(length.value);
  return fail({ key: "failures.field.range", values: { from: show(limits.from), to: show(limits.to) } });
}

/** A type size in points as it was typed, such as `三号` or `10.5pt`. */
export function readTypeSize(text: string, context: LengthContext): Reading<number> {
  const limits = { from: 4, to: 400 };
  const size = parseLength(text, { ...context, unit: "pt" });
  if (!size.ok) return fail({ key: "failures.field.typeSize", values: { text } });
  if (size.value >= limits.from && size.value <= limits.to) return ok(size.value);
  return fail({ key: "failures.field.range", values: { from: `${limits.from}pt`, to: `${limits.to}pt` } });
}

/** A whole number. */
export function readWhole(text: string, limits: Limits): Reading<number> {
  const digits = asciiDigits(text.trim());
  if (!/^[+-]?\d{1,9}$/u.test(digits)) return fail({ key: "failures.field.whole", values: { text } });
  return within(Number(digits), limits);
}

/** A number, with at most three decimals kept. */
export function readNumber(text: string, limits: Limits): Reading<number> {
  const digits = asciiDigits(text.trim());
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(digits)) return fail({ key: "failures.field.number", values: { text } });
  return within(Math.round(Number(digits) * 1000) / 1000, limits);
}

/** A share of 100, `35` or `35%`, as a fraction. */
export function readPercent(text: string): Reading<number> {
  const percent = readNumber(text.trim().replace(/[%％]$/u, ""), { from: 0, to: 100 });
  return percent.ok ? ok(percent.value / 100) : percent;
}

/** A zoom in per cent, with or without the sign. */
export function readPercentNumber(text: string): Reading<number> {
  return readNumber(text.trim().replace(/[%％]$/u, ""), { from: 5, to: 1600 });
}

/** A day, `2026-01-12`; other signs between its parts are taken, too. */
export function readDate(text: string): Reading<string> {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(asciiDigits(text.trim()));
  const date = parts === null ? "" : `${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}`;
  return parseIsoDate(date) === null ? fail({ key: "failures.field.date", values: { text } }) : ok(date);
}

/** Four percentages of cyan, magenta, yellow and black, as in `0 0 0 100`. */
export function readInk(text: string): Reading<Ink> {
  const shares = text.trim().split(/[\s,，、/]+/u).map(readPercent);
  const [cyan, magenta, yellow, black] = shares;
  if (shares.length !== 4 || !cyan?.ok || !magenta?.ok || !yellow?.ok || !black?.ok) {
    return fail({ key: "failures.field.ink", values: { text } });
  }
  return ok({ cyan: cyan.value, magenta: magenta.value, yellow: yellow.value, black: black.value });
}

/** An ink as `readInk` reads it. */
export function formatInk(ink: Ink): string {
  return [ink.cyan, ink.magenta, ink.yellow, ink.black].map((share) => Math.round(share * 1000) / 10).join(" ");
}

function within(value: number, limits: Limits): Reading<number> {
  if (value >= limits.from && value <= limits.to) return ok(value);
  return fail({ key: "failures.field.range", values: { from: limits.from, to: limits.to } });
}

/** Chinese input methods type full-width digits and points unless they are told not to. */
function asciiDigits(text: string): string {
  return text.replace(/[０-９．－＋％]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
