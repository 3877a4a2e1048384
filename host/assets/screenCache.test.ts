import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporaryFolder";
import { openScreenCache } from "./screenCache";

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } }).png().toBuffer();
const name = (digit: string) => digit.repeat(64);

it("makes a copy once, however many ask for it at the same time", async () => {
  const cache = openScreenCache(temporaryFolder());
  const bytes = await picture();
  const copies = await Promise.all([1, 2, 3].map(() => cache.copyOf(name("a"), bytes)));
  expect(new Set(copies).size).toBe(1);
});

it("keeps the newest copies and touches no other file", async () => {
  const folder = join(temporaryFolder(), "cache");
  const cache = openScreenCache(folder, 2);
  const bytes = await picture();
  for (const [index, digit] of ["a", "b"].entries()) {
    await cache.copyOf(name(digit), bytes);
    utimesSync(join(folder, `${name(digit)}.webp`), 1000 + index, 1000 + index);
  }
  writeFileSync(join(folder, "notes.webp"), "");
  await cache.copyOf(name("c"), bytes);
  expect(readdirSync(folder).sort()).toEqual([`${name("b")}.webp`, `${name("c")}.webp`, "notes.webp"]);
});

it("works without a folder that can be written", async () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  const copy = await openScreenCache(file).copyOf(name("a"), await picture());
  expect((await sharp(copy).metadata()).format).toBe("webp");
});

it("says so when a picture cannot be read, and tries again the next time", async () => {
  const cache = openScreenCache(temporaryFolder());
  await expect(cache.copyOf(name("a"), Buffer.from("no picture"))).rejects.toMatchObject({ code: "unreadable-picture" });
  expect((await cache.copyOf(name("a"), await picture())).length).toBeGreaterThan(0);
});
