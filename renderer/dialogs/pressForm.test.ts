import { describe, expect, it } from "vitest";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import type { PresetDescription, PressOptions } from "../../shared/platform/host";
import { chosenPages, firstForm, isWholePath, namedFiles } from "./pressForm";

const preset = (id: string, change: Partial<PresetDescription> = {}): PresetDescription => ({
  id, name: { zh: id, en: id }, standard: "x4", profile: "generic-newsprint.icc", files: "page", fileName: "{code}{date}{page}.pdf", header: false, isShipped: true, ...change,
});
const options: PressOptions = {
  presets: [preset("x4"), preset("proof")],
  brokenPresets: [],
  profiles: [{ fileName: "ours.icc", description: "Ours", isShipped: false }],
  last: { preset: "proof", profile: "ours.icc", folder: "/plant", round: 2 },
};
const document = sampleDocument();
const [first] = document.pages;

describe("the form for press files", () => {
  it("starts with what was chosen last, as far as it is still there", () => {
    expect(firstForm(options, "/papers")).toMatchObject({ presetId: "proof", profile: "ours.icc", folder: "/plant", round: 2 });
    const gone = { ...options, presets: [preset("x4")], profiles: [] };
    expect(firstForm(gone, "/papers")).toMatchObject({ presetId: "x4", profile: null, folder: "/plant" });
    expect(firstForm({ ...options, last: null }, "/papers")).toMatchObject({ presetId: "x4", profile: null, folder: "/papers", round: 1 });
  });

  it("names this page, all of them or those of a range", () => {
    const numbers = (pages: "this" | "all" | "range", range = "") => {
      const chosen = chosenPages({ pages, range }, document, first!.id);
      return chosen.ok ? chosen.pages.map(({ number }) => number) : chosen.sentence.key;
    };
    expect(numbers("this")).toEqual([1]);
    expect(numbers("all")).toEqual(document.pages.map((_, index) => index + 1));
    expect(numbers("range", "1")).toEqual([1]);
    expect(numbers("range", "99")).toBe("press.badRange");
  });

  it("shows the names of the files, or says why there are none", () => {
    const pages = [{ number: 1, name: "" }, { number: 2, name: "" }];
    expect(namedFiles(preset("x4", { fileName: "{date}-{page}.pdf" }), document, pages)).toEqual({
      ok: true,
      names: ["01", "02"].map((page) => `${document.issue.date.replaceAll("-", "")}-${page}.pdf`),
    });
    expect(namedFiles(preset("x4", { fileName: "{date}.pdf" }), document, pages)).toMatchObject({ sentence: { key: "press.names.same-name", values: { first: 1, second: 2 } } });
    expect(namedFiles(preset("web", { fileName: "{page}.pdf", files: "issue" }), document, pages)).toMatchObject({
      sentence: { key: "press.names.field-of-one-page", values: { field: "{page}" } },
    });
  });

  it("takes a folder by its whole path alone", () => {
    expect(["/plant", "C:\\plant", "D:/plant", "\\\\server\\plant"].every(isWholePath)).toBe(true);
    expect(["plant", "./plant", "~/plant", "", "C:plant"].some(isWholePath)).toBe(false);
  });
});
