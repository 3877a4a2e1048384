import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentProblem } from "./documentProblem";
import { documentTemplates } from "./documentTemplates";
import type { Migration } from "./migrations/migrations";
import { FORMAT_VERSION, parseDocument, parseDocumentWith, serialiseDocument } from "./parseDocument";
import { MOST_STORY_TEXT } from "./soundText";
import { sampleDocument } from "./testing/sampleDocument";

type Fields = Record<string, unknown>;
type Bend = (file: Fields) => void;

const file = (): Fields => structuredClone(serialiseDocument(sampleDocument()));

function problemsOf(bend: Bend): readonly DocumentProblem[] {
  const bent = file();
  bend(bent);
  const result = parseDocument(bent);
  return result.ok ? [] : result.problem;
}

function codesAndPlaces(bend: Bend): readonly string[] {
  return problemsOf(bend).map((problem) => `${problem.code} ${problem.place}`);
}

describe("parseDocument", () => {
  it("reads back what was written", () => {
    const document = sampleDocument();
    const result = parseDocument(JSON.parse(JSON.stringify(serialiseDocument(document))));
    expect(result).toEqual({ ok: true, value: document });
  });

  it.each(Object.entries(documentTemplates))("reads back the template %s", (_name, template) => {
    let count = 0;
    const document = template({ newId: () => `id-${(count += 1)}`, date: "2026-01-12" });
    expect(parseDocument(JSON.parse(JSON.stringify(serialiseDocument(document))))).toEqual({ ok: true, value: document });
  });

  it("writes the same bytes whatever the order of the tables", () => {
    const document = sampleDocument();
    const turned = { ...document, boxes: Object.fromEntries(Object.entries(document.boxes).reverse()) };
    expect(JSON.stringify(serialiseDocument(turned))).toBe(JSON.stringify(serialiseDocument(document)));
  });

  it("rounds lengths to a thousandth of a point", () => {
    const document = sampleDocument();
    const written = serialiseDocument({ ...document, grid: { ...document.grid, pitch: 11.250499 } });
    expect(written).toMatchObject({ grid: { pitch: 11.25 } });
  });

  it.each([[null], [[]], ["text"], [12], [undefined], [{}], [{ format: "word" }]])("refuses %j", (value) => {
    expect(parseDocument(value).ok).toBe(false);
  });

  it.each<[string, Bend]>([
    ["unknown-version version", put("version", FORMAT_VERSION + 1)],
    ["unknown-version version", put("version", 0)],
    ["wrong-type version", put("version", 1.5)],
    ["missing-field version", remove("version")],
    ["unknown-format format", put("format", "other")],
    ["unknown-field colour", put("colour", 1)],
    ["missing-field grid", remove("grid")],
    ["missing-field boxes/lead-body/id", remove("boxes/lead-body/id")],
    ["id-mismatch boxes/lead-body", put("boxes/lead-body/id", "other")],
    ["wrong-type boxes/lead-body/rect/width", put("boxes/lead-body/rect/width", "9")],
    ["not-finite boxes/lead-body/rect/width", put("boxes/lead-body/rect/width", JSON.parse("1e309"))],
    ["not-finite boxes/lead-body/rect/x", put("boxes/lead-body/rect/x", Number.NaN)],
    ["out-of-range boxes/lead-body/rect/height", put("boxes/lead-body/rect/height", -1)],
    ["out-of-range grid/pitch", put("grid/pitch", 1e-300)],
    ["out-of-range boxes/lead-body/columns", put("boxes/lead-body/columns", 1.5)],
    ["unknown-field boxes/lead-body/colour", put("boxes/lead-body/colour", "red")],
    ["bad-choice boxes/lead-body/kind", put("boxes/lead-body/kind", "blob")],
    ["missing-field boxes/lead-body/kind", remove("boxes/lead-body/kind")],
    ["bad-choice boxes/lead-body/kind", put("boxes/lead-body/kind", "constructor")],
    ["bad-id pages/0/id", put("pages/0/id", "../../evil")],
    ["bad-id pages/0/boxIds/0", put("pages/0/boxIds/0", "constructor")],
    ["page-repeated pages/1/id", put("pages/1/id", "page-1")],
    ["box-on-two-pages pages/1/boxIds/0", insert("pages/1/boxIds", 0, "lead-body")],
    ["box-on-no-page boxes/lead-title", put("pages/0/boxIds", ["lead-body"])],
    ["dangling-reference pages/0/boxIds/0", put("pages/0/boxIds/0", "ghost")],
    ["dangling-reference stories/lead-story/frameIds/0", put("stories/lead-story/frameIds/0", "ghost")],
    ["wrong-box-kind stories/lead-story/frameIds/1", insert("stories/lead-story/frameIds", 1, "lead-title")],
    ["frame-repeated stories/lead-story/frameIds/2", insert("stories/lead-story/frameIds", "end", "lead-body")],
    ["frame-in-two-stories stories/photo-story/frameIds/1", insert("stories/photo-story/frameIds", "end", "lead-body")],
    ["story-in-two-articles articles/photo/storyId", put("articles/photo/storyId", "lead-story")],
    ["box-in-two-articles articles/photo", insert("articles/photo/titleFrameIds", "end", "lead-title")],
    ["dangling-reference boxes/lead-title/styleIds/main", put("boxes/lead-title/styleIds/main", "ghost")],
    ["dangling-reference boxes/photo-picture/assetId", put("boxes/photo-picture/assetId", "0".repeat(64))],
    ["bad-id boxes/photo-picture/assetId", put("boxes/photo-picture/assetId", "photo.jpg")],
    ["dangling-reference boxes/folio/targetPageId", put("boxes/folio/targetPageId", "ghost")],
    ["dangling-reference stories/lead-story/paragraphs/0/styleId", put("stories/lead-story/paragraphs/0/styleId", "ghost")],
    ["marks-out-of-order stories/lead-story/paragraphs/0/marks/1", insert("stories/lead-story/paragraphs/0/marks", "end", { from: 0, to: 2, styleId: "kai" })],
    ["bad-text stories/lead-story/paragraphs/0/text", put("stories/lead-story/paragraphs/0/text", "半\ud842个")],
    ["bad-text stories/lead-story/paragraphs/0/text", put("stories/lead-story/paragraphs/0/text", "两\n行")],
    ["bad-text issue/date", put("issue/date", "2026-02-30")],
    ["text-too-long stories/lead-story/paragraphs/0/text", put("stories/lead-story/paragraphs/0/text", "长".repeat(MOST_STORY_TEXT + 1))],
    ["out-of-range boxes/lead-body/spans/0", put("boxes/lead-body/spans", [{ fromColumn: 1, toColumn: 1, fromLine: 0, toLine: 4 }])],
    ["out-of-range pages", put("pages", [])],
    ["wrong-type pages/0/boxIds", put("pages/0/boxIds", 7)],
  ])("names the place: %s", (expected, bend) => {
    expect(codesAndPlaces(bend)).toContain(expected);
  });

  it("limits the text of all stories together", () => {
    const half = "长".repeat(MOST_STORY_TEXT / 2 + 1);
    const codes = codesAndPlaces((file) => {
      put("stories/lead-story/paragraphs/0/text", half)(file);
      put("stories/photo-story/paragraphs/0/text", half)(file);
    });
    expect(codes).toContain("text-too-long stories");
  });

  it("refuses keys that reach for prototypes, and pollutes none", () => {
    const polluted = JSON.stringify(file()).replace('"boxes":{', '"boxes":{"__proto__":{"polluted":true},');
    const result = parseDocument(JSON.parse(polluted));
    expect(result.ok).toBe(false);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    const atTop = JSON.stringify(file()).replace("{", '{"__proto__":{"version":1},');
    expect(parseDocument(JSON.parse(atTop))).toMatchObject({ problem: [{ code: "unknown-field", place: "__proto__" }] });
  });

  it("refuses a million boxes at once, and keeps a hundred problems at most", () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`b${index}`, 0]));
    expect(codesAndPlaces(put("boxes", many))).toContain("too-many boxes");
    const broken = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`b${index}`, 0]));
    expect(problemsOf(put("boxes", broken))).toHaveLength(100);
  });

  it("bears lists nested beyond any stack", () => {
    const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000)) as unknown;
    expect(codesAndPlaces(put("stories/lead-story/title", deep))).toContain("wrong-type stories/lead-story/title");
    expect(parseDocument(deep).ok).toBe(false);
  });

  it("turns −0 into 0", () => {
    const bent = file();
    put("boxes/lead-body/rect/x", -0)(bent);
    const result = parseDocument(bent);
    expect(result.ok && Object.values(result.value.boxes).some((box) => Object.is(box.rect.x, -0))).toBe(false);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withMap: true, withSparseArray: true }), (value) => {
      parseDocument(value);
      parseDocument({ ...file(), boxes: value, pages: value });
    }));
  });

  it("never throws on a bent file, and what it accepts is written back unchanged", () => {
    const place = fc.array(fc.nat(), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(fc.array(fc.tuple(place, fc.anything()), { minLength: 1, maxLength: 3 }), (bends) => {
      const bent = file();
      for (const [path, value] of bends) bendAt(bent, path, value);
      const result = parseDocument(bent);
      if (!result.ok) return;
      expect(parseDocument(serialiseDocument(result.value))).toEqual(result);
    }), { numRuns: 300 });
  });
});

describe("format steps", () => {
  const steps: readonly Migration[] = [
    { from: 1, up: (fields) => ({ ...fields, lead: "one" }) },
    { from: 2, up: ({ lead, ...fields }) => ({ ...fields, ...(lead === "one" ? {} : { lost: true }) }) },
  ];

  it("bring an older file up to date, one version after the other", () => {
    const old = { ...file(), version: 1 };
    expect(parseDocumentWith(old, steps)).toEqual({ ok: true, value: sampleDocument() });
  });

  it("begin at the file's own version", () => {
    expect(parseDocumentWith({ ...file(), version: 3 }, steps).ok).toBe(true);
    expect(parseDocumentWith({ ...file(), version: 2 }, steps)).toMatchObject({ problem: [{ code: "unknown-field", place: "lost" }] });
    expect(parseDocumentWith({ ...file(), version: 4 }, steps)).toMatchObject({ problem: [{ code: "unknown-version" }] });
  });
});

function put(path: string, value: unknown): Bend {
  return (file) => {
    const { parent, key } = target(file, path);
    parent[key] = value;
  };
}

function remove(path: string): Bend {
  return (file) => {
    const { parent, key } = target(file, path);
    delete parent[key];
  };
}

function insert(path: string, at: number | "end", value: unknown): Bend {
  return (file) => {
    const { parent, key } = target(file, path);
    const entries = parent[key] as unknown[]; // the tests name lists only
    entries.splice(at === "end" ? entries.length : at, 0, value);
  };
}

function target(file: Fields, path: string): { parent: Fields; key: string } {
  const keys = path.split("/");
  const parent = keys.slice(0, -1).reduce((fields, key) => fields[key] as Fields, file); // the path exists in the sample
  return { parent, key: keys.at(-1) ?? "" };
}

function bendAt(fields: Fields, path: readonly number[], value: unknown): void {
  const keys = Object.keys(fields);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return;
  const next = fields[key];
  if (path.length > 1 && typeof next === "object" && next !== null) bendAt(next as Fields, path.slice(1), value);
  else fields[key] = value;
}
