import { chineseDate, isoWeekday, parseIsoDate, weekdayName } from "../../../model/calendar";
import { safeText } from "../markup";
import { bilingual } from "./readerWords";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** An issue's day as mark-up in both languages, with the weekday: 2026年1月12日 星期一. */
export function issueDate(date: string): string {
  const day = parseIsoDate(date);
  if (day === null) return bilingual(safeText(date), safeText(date));
  const english = `${WEEKDAYS[isoWeekday(day) - 1] ?? ""}, ${day.day} ${MONTHS[day.month - 1] ?? ""} ${day.year}`;
  return bilingual(`${chineseDate(day)} ${weekdayName(day)}`, english);
}
