import { describe, expect, it } from "vitest";
import { testBook } from "../testing/hostileBook";
import { derivedFiles } from "./derivedFiles";

const textOf = (path: string): string => derivedFiles(testBook()).find((file) => file.path === path)?.text ?? "";

describe("derivedFiles", () => {
  it("holds an area map, a percent mapping and an overlay for every page, and one XML, and is the same again", () => {
    const files = derivedFiles(testBook());
    expect(files.map(({ path }) => path)).toEqual([
      "derived/area/p01.html", "derived/founder/p01.json", "derived/overlay/p01.svg",
      "derived/area/p02.html", "derived/founder/p02.json", "derived/overlay/p02.svg",
      "derived/pressmatrix.xml",
    ]);
    expect(derivedFiles(testBook())).toEqual(files);
    for (const { text } of files) expect(text).toMatch(/not held here/i);
  });

  it("has a map for each picture of a page, whose areas grow with it", () => {
    const maps = [...textOf("derived/area/p01.html").matchAll(/<map name="p01-(\d+)"[^]*?coords="([\d,]+)"/g)];
    expect(maps.map(([, width]) => width)).toEqual(["160", "540", "1080", "2778"]);
    const right = maps.map(([, , coords = ""]) => Number(coords.split(",")[2]));
    expect((right[3] ?? 0) / (right[1] ?? 1)).toBeCloseTo(2778 / 540, 1);
  });

  it("repeats an article's id for each of its regions in percent, and says which part of how many it is", () => {
    const mapped = JSON.parse(textOf("derived/founder/p01.json")) as { articleID: string; part: number; parts: number; mapping: string[] }[]; // written just now
    const lead = mapped.filter(({ articleID }) => articleID === "lead");
    expect(lead.map(({ part, parts }) => [part, parts])).toEqual(lead.map((_, index) => [index + 1, lead.length]));
    const page = testBook().epaper.pages[0];
    const region = page?.regions.find(({ article, order }) => article?.endsWith(":lead") === true && order === 1);
    expect(lead[0]?.mapping.map((point) => point.split(",").map((ratio) => Number((parseFloat(ratio) / 100).toFixed(6))))).toEqual(region?.polygon);
    for (const point of mapped.flatMap(({ mapping }) => mapping)) expect(point).toMatch(/^\d{1,3}\.\d{6}%,\d{1,3}\.\d{6}%$/);
  });

  it("splits what is no rectangle into frames that keep the story's id, and links jumps to their page", () => {
    const xml = textOf("derived/pressmatrix.xml");
    expect(xml).toMatch(/<textframe frame_ID="p01-r\d+" x0="[\d.]+" y0="[\d.]+" x1="[\d.]+" y1="[\d.]+" storyid="lead"\/>/);
    expect(xml).toMatch(/<emblink type="page" destPage="2"/);
    const stories = new Set([...xml.matchAll(/<story id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, id] of xml.matchAll(/storyid="([^"]+)"/g)) expect(stories).toContain(id);
  });

  it("draws every region, those that lead nowhere too", () => {
    const regions = testBook().epaper.pages[0]?.regions ?? [];
    const drawn = [...textOf("derived/overlay/p01.svg").matchAll(/<polygon id="([^"]+)"/g)].map(([, id]) => id);
    expect(drawn).toEqual(regions.map(({ id }) => id));
  });
});
