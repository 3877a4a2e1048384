import { describe, expect, it } from "vitest";
import { readPageRange } from "./pageRange";

describe("a range of pages", () => {
  it.each([
    ["3", [3]],
    ["1-3,8", [1, 2, 3, 8]],
    [" 8 , 1 - 2", null],
    ["8, 1-2", [8, 1, 2]],
    ["２－４、８", [2, 3, 4, 8]],
    ["1–2；1", [1, 2]],
    ["1，3", [1, 3]],
  ])("reads %s", (text, numbers) => expect(readPageRange(text, 8)).toEqual(numbers));

  it.each(["", ",", "0", "9", "3-1", "1-", "-1", "1.5", "a", "1-9", "99999"])("refuses %s", (text) => expect(readPageRange(text, 8)).toBeNull());
});
