import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HostError, type Host } from "../host";
import type { HostCall } from "../hostClient";
import { readAnswer } from "../wire";

/** A host at the end of one transport, with a folder to work in. */
export interface ConformanceSubject {
  /** The client, as the window has it. */
  readonly host: Host;
  /** The bare transport, for calls that no client would make. */
  readonly call: HostCall;
  /** An empty folder, absolute, with `/`. */
  readonly folder: string;
  exists(path: string): boolean;
  close(): Promise<void>;
}

/** What every transport must do alike: the whole contract, and the refusal of what is outside it. */
export function hostConformance(transport: string, setUp: () => Promise<ConformanceSubject>): void {
  describe(`the host over ${transport}`, () => {
    let subject: ConformanceSubject;
    let template = "";
    beforeAll(async () => {
      subject = await setUp();
      template = (await subject.host.describe()).templates[0] ?? "";
    });
    afterAll(() => subject.close());

    const place = (name: string) => `${subject.folder}/${name}`;
    const problemOf = async (promise: Promise<unknown>) => {
      const error = await promise.then(
        () => new Error("nothing failed"),
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(HostError);
      return error as HostError; // shown on the line above
    };
    const refusal = (method: string, args: unknown) =>
      problemOf(subject.call(method, args as readonly unknown[]).then(readAnswer)); // a wrong call on purpose

    it("describes itself with fonts and templates", async () => {
      const description = await subject.host.describe();
      expect(description.fonts.map((font) => font.id)).toContain("NotoSerifSC-Regular");
      expect(description.templates.length).toBeGreaterThan(0);
      expect(["electron", "browser", "memory"]).toContain(description.shell);
      expect(description.documentsFolder).toMatch(/^(\/|[A-Z]:)/);
    });

    it("makes, saves and opens an issue, and remembers it", async () => {
      const made = await subject.host.createIssue(place("made"), template);
      const document = renamed(made.document, "改名报 \u{20bb7}");
      const saved = await subject.host.saveIssue(made.issueId, document, made.revision);
      expect(saved.revision).toBe(made.revision + 1);
      const opened = await subject.host.openIssue(place("made"));
      expect(opened.document).toEqual(document);
      expect(opened.revision).toBe(saved.revision);
      const recent = await subject.host.recentIssues();
      expect(recent[0]).toMatchObject({ path: place("made"), name: "改名报 \u{20bb7}", exists: true });
    });

    it("saves under another name, and from then on there", async () => {
      const made = await subject.host.createIssue(place("first"), template);
      const second = await subject.host.saveIssueAs(made.issueId, place("second"), renamed(made.document, "另存报"));
      await subject.host.saveIssue(second.issueId, renamed(made.document, "再存报"), second.revision);
      expect((await subject.host.openIssue(place("second"))).document).toEqual(renamed(made.document, "再存报"));
      expect((await subject.host.openIssue(place("first"))).document).toEqual(made.document);
    });

    it("lists folders and issues", async () => {
      await subject.host.createIssue(place("list/b-issue"), template);
      await subject.host.createIssue(place("list/folder/inner"), template);
      const listing = await subject.host.listFolder(place("list"));
      expect(listing.entries.map(({ name, kind }) => `${kind} ${name}`)).toEqual(["folder folder", "issue b-issue"]);
      expect(listing.parent).toBe(subject.folder);
    });

    it("exports a page as PDF from the document as it stands", async () => {
      const made = await subject.host.createIssue(place("exported"), template);
      const [pageId] = pageIdsOf(made.document);
      const report = await subject.host.exportPdf(made.issueId, made.document, { file: place("page.pdf"), pageIds: [pageId ?? ""] });
      expect(report).toMatchObject({ files: [place("page.pdf")], pageCount: 1 });
      expect(subject.exists(place("page.pdf"))).toBe(true);
    });

    it("exports the e-paper of the document as it stands, and again over the one it wrote", async () => {
      const made = await subject.host.createIssue(place("issue-of-epaper"), template);
      const document = onePage(made.document);
      const first = await subject.host.exportEpaper(made.issueId, document, { folder: place("epaper"), allowUncovered: false });
      expect(first.pageCount).toBe(1);
      expect(first.files).toContain(place("epaper/issue.json"));
      expect(first.files.filter((file) => !subject.exists(file))).toEqual([]);
      const again = await subject.host.exportEpaper(made.issueId, document, { folder: place("epaper"), allowUncovered: false });
      expect(again).toEqual(first);
    });

    it("offers the presets and profiles that ship, and keeps the user's own beside them", async () => {
      const { presets, profiles } = await subject.host.pressOptions();
      expect(presets.slice(0, 4).map(({ id, isShipped }) => [id, isShipped])).toEqual(["x4", "x1a", "proof", "web"].map((id) => [id, true]));
      expect(profiles.map(({ fileName }) => fileName)).toContain("generic-newsprint.icc");
      expect(await problemOf(subject.host.addPreset("plant.json", "{}"))).toMatchObject({ code: "unreadable-preset", detail: expect.stringContaining("plant.json") });
      expect(await problemOf(subject.host.addPreset("x4.json", PLANT_PRESET))).toMatchObject({ code: "unreadable-preset" });
      const added = await subject.host.addPreset("plant.json", PLANT_PRESET);
      expect(added).toMatchObject({ id: "plant", name: { zh: "工厂", en: "Plant" }, fileName: "{date}-{page}.pdf", isShipped: false });
      expect((await subject.host.pressOptions()).presets.at(-1)).toEqual(added);
      expect(await problemOf(subject.host.addProfile("plant.icc", "AAAA"))).toMatchObject({ code: "unreadable-profile", detail: expect.stringContaining("plant.icc") });
      for (const name of ["../x.json", "a/x.json", ".json", "x.txt", "C:x.json"]) {
        expect(await refusal("addPreset", [name, PLANT_PRESET])).toMatchObject({ code: "bad-arguments" });
      }
    });

    it("exports press files from the document as it stands, and remembers how", async () => {
      const made = await subject.host.createIssue(place("issue-for-plant"), template);
      await subject.host.addPreset("plant.json", PLANT_PRESET);
      const [pageId = ""] = pageIdsOf(made.document);
      const chosen = { preset: "plant", profile: null, folder: place("to/plant"), round: 3 };
      const report = await subject.host.exportPress(made.issueId, made.document, { ...chosen, pageIds: [pageId] });
      expect(report.files).toHaveLength(1);
      expect(report.files[0]).toMatch(/\/to\/plant\/\d{8}-01\.pdf$/);
      expect(subject.exists(report.files[0] ?? "")).toBe(true);
      expect((await subject.host.pressOptions()).last).toEqual(chosen);
      expect(await subject.host.exportProgress(made.issueId)).toBeNull();
      const unknown = subject.host.exportPress(made.issueId, made.document, { ...chosen, preset: "absent", pageIds: null });
      expect(await problemOf(unknown)).toMatchObject({ code: "unreadable-preset", detail: expect.stringContaining("absent") });
      expect(await refusal("exportPress", [made.issueId, made.document, { ...chosen, round: 0, pageIds: null }])).toMatchObject({ code: "bad-arguments" });
      expect(await refusal("exportPress", [made.issueId, made.document, { ...chosen, profile: "../x.icc", pageIds: null }])).toMatchObject({ code: "bad-arguments" });
    });

    it("cancels what runs, and nothing where nothing does", async () => {
      const made = await subject.host.createIssue(place("issue-to-cancel"), template);
      await subject.host.cancelExport(made.issueId);
      expect(await problemOf(subject.host.cancelExport("no-such-issue"))).toMatchObject({ code: "unknown-issue" });
      const report = await subject.host.exportPdf(made.issueId, onePage(made.document), { file: place("after-cancel.pdf"), pageIds: null });
      expect(report.pageCount).toBe(1);
    });

    it("writes no export where it cannot be, and nothing over an issue", async () => {
      const made = await subject.host.createIssue(place("unharmed"), template);
      const pdf = (file: string, pageIds: readonly string[] | null) =>
        problemOf(subject.host.exportPdf(made.issueId, made.document, { file: place(file), pageIds }));
      expect(await pdf("absent/page.pdf", null)).toMatchObject({ code: "not-found", detail: place("absent") });
      expect(await pdf("no-page.pdf", ["no-such-page"])).toMatchObject({ code: "export-failed" });
      expect(subject.exists(place("absent")) || subject.exists(place("no-page.pdf"))).toBe(false);
      const epaper = subject.host.exportEpaper(made.issueId, made.document, { folder: place("unharmed"), allowUncovered: true });
      expect(await problemOf(epaper)).toMatchObject({ code: "folder-not-empty", detail: place("unharmed") });
      expect((await subject.host.openIssue(place("unharmed"))).document).toEqual(made.document);
    });

    it("traces no picture that the issue does not have", async () => {
      const made = await subject.host.createIssue(place("without-pictures"), template);
      expect(await problemOf(subject.host.traceContour(made.issueId, "0".repeat(64)))).toMatchObject({ code: "not-found", detail: "0".repeat(64) });
      expect(await problemOf(subject.host.traceContour("no-issue", "0".repeat(64)))).toMatchObject({ code: "unknown-issue" });
      expect(await refusal("traceContour", [made.issueId])).toMatchObject({ code: "bad-arguments" });
    });

    it("finds the ends of a text's words, the last at its end, and refuses what is no short text", async () => {
      const ends = await subject.host.wordEnds("双向赋能");
      expect(ends.at(-1)).toBe(4);
      expect(ends.toSorted((a, b) => a - b)).toEqual(ends);
      expect(await subject.host.wordEnds("")).toEqual([]);
      expect(await refusal("wordEnds", ["字".repeat(10_001)])).toMatchObject({ code: "bad-arguments" });
    });

    it("remembers the issues opened last, newest first, each once", async () => {
      for (const name of ["older", "newer"]) await subject.host.createIssue(place(name), template);
      await subject.host.openIssue(place("older"));
      const paths = (await subject.host.recentIssues()).map(({ path }) => path);
      expect(paths.slice(0, 2)).toEqual([place("older"), place("newer")]);
      expect(new Set(paths).size).toBe(paths.length);
    });

    it("carries the code and detail of a problem", async () => {
      expect(await problemOf(subject.host.openIssue(place("absent")))).toMatchObject({ code: "not-found" });
      expect(await problemOf(subject.host.openIssue(subject.folder))).toMatchObject({ code: "not-an-issue" });
      expect(await problemOf(subject.host.createIssue(place("x"), "no-such-template"))).toMatchObject({
        code: "unknown-template",
        detail: "no-such-template",
      });
      expect(subject.exists(place("x"))).toBe(false);
      expect(await problemOf(subject.host.listFolder(place("absent")))).toMatchObject({ code: "not-found", detail: place("absent") });
      await subject.host.createIssue(place("taken"), template);
      expect(await problemOf(subject.host.createIssue(place("taken"), template))).toMatchObject({ code: "folder-not-empty", detail: place("taken") });
      const other = await subject.host.createIssue(place("other"), template);
      expect(await problemOf(subject.host.saveIssueAs(other.issueId, place("taken"), other.document))).toMatchObject({ code: "folder-not-empty" });
      expect(await problemOf(subject.host.saveIssue("0000", {}, 1))).toMatchObject({ code: "unknown-issue", detail: "0000" });
    });

    it("refuses a save over a revision that is not the folder's", async () => {
      const made = await subject.host.createIssue(place("conflict"), template);
      await subject.host.saveIssue(made.issueId, renamed(made.document, "先存报"), made.revision);
      const late = subject.host.saveIssue(made.issueId, renamed(made.document, "后存报"), made.revision);
      expect(await problemOf(late)).toMatchObject({ code: "revision-conflict" });
      expect((await subject.host.openIssue(place("conflict"))).document).toEqual(renamed(made.document, "先存报"));
    });

    it("refuses a document that is none, and keeps the saved one", async () => {
      const made = await subject.host.createIssue(place("broken"), template);
      const broken = { ...(made.document as object), pages: [{ id: 5 }] };
      expect(await problemOf(subject.host.saveIssue(made.issueId, broken, made.revision))).toMatchObject({
        code: "bad-arguments",
        detail: expect.stringContaining("pages/0"),
      });
      expect((await subject.host.openIssue(place("broken"))).revision).toBe(made.revision);
    });

    it("refuses unknown methods and wrong arguments before anything runs", async () => {
      expect(await refusal("deleteEverything", [])).toMatchObject({ code: "unknown-method" });
      expect(await refusal("constructor", [])).toMatchObject({ code: "unknown-method" });
      expect(await refusal("openIssue", [])).toMatchObject({ code: "bad-arguments" });
      expect(await refusal("openIssue", ["relative/path"])).toMatchObject({ code: "bad-arguments" });
      expect(await refusal("openIssue", [`${subject.folder}\0`])).toMatchObject({ code: "bad-arguments" });
      expect(await refusal("openIssue", { length: 1 })).toMatchObject({ code: "bad-arguments" });
      expect(await refusal("openIssue", [place("made"), 1])).toMatchObject({ code: "bad-arguments" });
      expect(await refusal("saveIssue", ["0000", {}, 1.5])).toMatchObject({ code: "bad-arguments" });
      expect(await refusal("saveIssue", ["0000", "a text", 1])).toMatchObject({ code: "bad-arguments" });
      expect(await refusal("choosePath", [{ purpose: "delete", suggestedPath: "/" }])).toMatchObject({ code: "bad-arguments" });
    });
  });
}

/** A preset without a printing condition, which is quick. */
const PLANT_PRESET = JSON.stringify({
  name: { zh: "工厂", en: "Plant" },
  standard: "none",
  colour: "press",
  output: null,
  inkLimit: 240,
  pictures: { mostPpi: null, quality: 90 },
  bleedMm: 0,
  marks: { crop: false, register: false, colourBar: false, slug: false, offsetMm: 3 },
  header: false,
  text: "live",
  tagged: false,
  files: "page",
  fileName: "{date}-{page}.pdf",
});

/** The document with another name of the paper, as a window would send it. */
function renamed(document: unknown, name: string): unknown {
  const copy = structuredClone(document) as { publication: { name: string } }; // from the host, which parsed it
  copy.publication.name = name;
  return copy;
}

/** The document with its first page alone. */
function onePage(document: unknown): unknown {
  const { pages, ...rest } = document as { readonly pages: readonly unknown[] }; // from the host, which parsed it
  return { ...rest, pages: pages.slice(0, 1) };
}

function pageIdsOf(document: unknown): readonly string[] {
  return (document as { readonly pages: readonly { readonly id: string }[] }).pages.map((page) => page.id); // from the host
}
