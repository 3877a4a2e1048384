import { describe, expect, it } from "vitest";
import { folderOfPath, isFileName, joinPath, nameOfPath, withExtension } from "./paths";

describe("paths", () => {
  it("names the folder and the file of a path on either kind of system", () => {
    expect(folderOfPath("/home/editor/2026-01-12")).toBe("/home/editor");
    expect(folderOfPath("/issues")).toBe("/");
    expect(folderOfPath("C:\\报纸\\一期\\")).toBe("C:\\报纸");
    expect(folderOfPath("C:\\报纸")).toBe("C:\\");
    expect(nameOfPath("/home/editor/2026-01-12/")).toBe("2026-01-12");
  });

  it("joins with the separator of the folder", () => {
    expect(joinPath("/home/editor", "a")).toBe("/home/editor/a");
    expect(joinPath("/", "a")).toBe("/a");
    expect(joinPath("C:\\报纸", "a")).toBe("C:\\报纸\\a");
  });

  it("refuses names that leave the folder or that some system cannot hold", () => {
    for (const name of ["", "a/b", "..", "a\\b", "a:b", "nul", "COM1.pdf", "期 ", "a\u0000"]) {
      expect(isFileName(name), JSON.stringify(name)).toBe(false);
    }
    expect(isFileName("南方工报 2026-01-12")).toBe(true);
  });

  it("adds an ending once", () => {
    expect(withExtension("第1版", "pdf")).toBe("第1版.pdf");
    expect(withExtension("第1版.PDF", "pdf")).toBe("第1版.PDF");
  });
});
