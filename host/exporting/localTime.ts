/** A moment as a proof prints it, such as `2026-01-11 21:40`: by the clock on the wall of whoever makes it. */
export function localTime(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
