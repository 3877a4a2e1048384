import { expect, it } from "vitest";
import { issueArgument } from "./issueArgument";

it("takes the first absolute path behind the program, and behind its folder where it is not packaged", () => {
  expect(issueArgument(["/usr/bin/electron", "/opt/broadsheet", "/papers/today"], false)).toBe("/papers/today");
  expect(issueArgument(["/usr/bin/electron", "/opt/broadsheet"], false)).toBeNull();
  expect(issueArgument(["/usr/bin/electron", "--no-sandbox", "/opt/broadsheet"], false)).toBeNull();
  expect(issueArgument(["/usr/bin/electron", "--inspect=0", "--no-sandbox", ".", "/papers/today"], false)).toBe("/papers/today");
  expect(issueArgument(["/usr/bin/broadsheet", "/papers/today"], true)).toBe("/papers/today");
  expect(issueArgument(["/usr/bin/broadsheet", "--no-sandbox", "today"], true)).toBeNull();
});
