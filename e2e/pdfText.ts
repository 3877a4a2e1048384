import { execFileSync } from "node:child_process";
import type { Area } from "./canvasText";

/** The text that a PDF reader finds in an area of a page, line by line. */
export function pdfLines(file: string, area: Area): readonly string[] {
  const box = ["-x", area.x, "-y", area.y, "-W", area.width, "-H", area.height].map((value) =>
    typeof value === "number" ? String(Math.round(value)) : value,
  );
  const text = execFileSync("pdftotext", ["-r", "72", "-raw", "-nopgbrk", ...box, file, "-"], { encoding: "utf8" });
  return text.split("\n").filter((line) => line.trim() !== "");
}
