import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unicodeTables } from "./makeUnicodeTables.mjs";
import { projectRoot } from "./setup.mjs";

const LARGEST_TABLE = 60_000;

describe("the Unicode tables", () => {
  it("are as the data packages have them, and small", async () => {
    for (const { path, text } of await unicodeTables()) {
      expect(readFileSync(join(projectRoot, path), "utf8") === text, path).toBe(true);
      expect(text.length).toBeLessThan(LARGEST_TABLE);
    }
  });
});
