import { describe, expect, it } from "vitest";
import { assemblePdf, edited } from "../verify/testing/pdfAssembler";
import { plainX4 } from "../verify/testing/plainPdfs";
import { requirePlaceable } from "./requirePlaceable";

describe("placing a PDF on a page that keeps a standard", () => {
  const rgb = edited(plainX4, "content", "0.2 0.1 0 0 k", "1 0 0 rg");

  it("refuses what would break it, naming file and rule", async () => {
    await expect(requirePlaceable("ad.pdf", assemblePdf(rgb), "x4")).rejects.toMatchObject({
      code: "export-failed",
      detail: "the placed file ad.pdf breaks the rule \"No device RGB colour\": /DeviceRGB rg",
    });
    const faint = assemblePdf(edited(plainX4, "state", "/OPM 1", "/OPM 1 /ca 0.5"));
    await expect(requirePlaceable("ad.pdf", faint, "x1a")).rejects.toMatchObject({ code: "export-failed" });
  });

  it("takes what keeps it, whatever is wrong with what stays behind: boxes, links, later pages", async () => {
    const linked = edited(plainX4, "page", "/StructParents 0", "/StructParents 0 /Annots [<< /Type /Annot /Subtype /Link /Rect [30 30 40 40] >>]");
    await requirePlaceable("ad.pdf", assemblePdf(edited(linked, "page", "/TrimBox [20 20 180 180]", "/TrimBox [0 0 200 200]")), "x4");
    const second = "<< /Type /Page /Parent {pages} /MediaBox [0 0 9 9] /Contents {later} >>";
    const pages = edited(plainX4, "pages", "[{page}]", "[{page} {second}]");
    const withPages = { ...pages, objects: { ...pages.objects, second, later: { dictionary: "", data: "1 0 0 rg 0 0 9 9 re f" } } };
    await requirePlaceable("ad.pdf", assemblePdf(withPages), "x4");
  });
});
