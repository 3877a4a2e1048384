/** A day of the Gregorian calendar: month and day count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const WEEKDAY_NAMES = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"] as const;

/** The day that an ISO text such as `2026-01-12` names, or null where there is no such day. */
export function parseIsoDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** The day of the week by ISO 8601: 1 for Monday to 7 for Sunday. */
export function isoWeekday(date: CalendarDate): number {
  // Zeller's congruence, with January and February counted as months 13 and 14 of the year before.
  const month = date.month < 3 ? date.month + 12 : date.month;
  const year = date.month < 3 ? date.year - 1 : date.year;
  const days =
    date.day +
    Math.floor((13 * (month + 1)) / 5) +
    year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400);
  // Zeller counts from Saturday as 0.
  return (((days + 5) % 7) + 7) % 7 + 1;
}

/** 星期一 to 星期日, as a masthead prints it. */
export function weekdayName(date: CalendarDate): string {
  return WEEKDAY_NAMES[isoWeekday(date) - 1] ?? "";
}

/** The day as running text writes it, such as 2026年1月12日. */
export function chineseDate(date: CalendarDate): string {
  return `${date.year}年${date.month}月${date.day}日`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
