import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { createComposer } from "../../layout/composer";
import { countableFonts } from "../../layout/testing/layoutBuilders";
import { idFrom } from "../../model/idFrom";
import { buildEpaper } from "./buildEpaper";
import type { EpaperIssue } from "./epaperIssue";
import { epaperDocument } from "./testing/epaperDocument";

const read = (url: URL): object => JSON.parse(readFileSync(url, "utf8")) as object; // schemas are objects
const ownSchema = read(new URL("./openEpaper.schema.json", import.meta.url));
const ninjsFolder = new URL("../../../../shared/standards/ninjs/", import.meta.url);
const hasNinjs = existsSync(fileURLToPath(new URL("ninjs-schema_3.1.json", ninjsFolder)));

function validator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv;
}

/** The e-paper of the test issue with files, through JSON as a reader gets it. */
function epaper(): EpaperIssue {
  const document = epaperDocument({ pictures: [{ fromColumn: 1, toColumn: 3, fromLine: 14, toLine: 20 }] });
  const [first] = document.pages;
  const built = buildEpaper(document, createComposer(countableFonts).layout(document), {
    generator: { name: "Broadsheet", version: "0.1.0", layoutHash: `sha256:${"0".repeat(64)}` },
    pageFiles: new Map(first === undefined ? [] : [[first.id, [{ name: "print", href: "p01.pdf", contentType: "application/pdf", sizeInBytes: 10 }]]]),
    pictureFiles: new Map([
      [idFrom<"asset">("5f".repeat(32)), [{ name: "web", path: "img/a.jpg", contentType: "image/jpeg", width: 1600, height: 1067, sizeInBytes: 9 }]],
    ]),
  });
  return JSON.parse(JSON.stringify(built)) as EpaperIssue; // the same value, as it is read back
}

describe("the open-epaper 1.0 schema", () => {
  const validate = validator().compile(ownSchema);

  it("accepts what is exported", () => {
    expect(validate(epaper()) ? [] : validate.errors).toEqual([]);
  });

  it("rejects another version, a page too few, a ratio over 1, and an article's region without its article", () => {
    const good = epaper();
    const [page] = good.pages;
    const [region] = page?.regions ?? [];
    const withRegion = (change: object): object => ({ ...good, pages: [{ ...page, regions: [{ ...region, ...change }] }] });
    const { article: _article, ...loose } = region ?? {};
    expect(validate(withRegion({}))).toBe(true);
    expect(validate({ ...good, version: "2.0" })).toBe(false);
    expect(validate({ ...good, pages: [] })).toBe(false);
    expect(validate(withRegion({ polygon: [[0, 0], [1.1, 0], [1.1, 1], [0, 1]] }))).toBe(false);
    expect(validate({ ...good, pages: [{ ...page, regions: [loose] }] })).toBe(false);
    expect(validate({ ...good, surprise: 1 })).toBe(false);
  });
});

describe.skipIf(!hasNinjs)("the ninjs 3.1 schema of the IPTC (skipped where ../shared/standards/ninjs is absent)", () => {
  it("accepts every article as it stands, and not with a property of our own", () => {
    const ajv = validator();
    ajv.addSchema(read(new URL("GeoJSON-schema.json", ninjsFolder)), "https://geojson.org/schema/GeoJSON.json");
    const validate = ajv.compile(read(new URL("ninjs-schema_3.1.json", ninjsFolder)));
    const { articles } = epaper();
    expect(articles.map(({ type }) => type).sort()).toEqual(["composite", "text", "text"]);
    for (const article of articles) expect(validate(article) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...articles[0], polygon: [] })).toBe(false);
  });
});
