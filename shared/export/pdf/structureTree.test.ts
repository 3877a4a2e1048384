import { describe, expect, it } from "vitest";
import { createPdfObjects } from "./pdfObjects";
import type { StructureElement, StructureType } from "./structureElement";
import { createStructureTree } from "./structureTree";

const element = (type: StructureType, children: readonly StructureElement[] = []): StructureElement => ({ type, children, title: "", alt: "" });

describe("createStructureTree", () => {
  it("numbers the sequences of each page, leaves out what shows nothing, and names the page of marks on others", () => {
    const paragraph = element("P");
    const empty = element("P");
    const root = element("Document", [element("Part", [paragraph, empty]), element("Part", [element("P")])]);
    const tree = createStructureTree();
    expect([tree.mark(0, paragraph), tree.mark(1, paragraph), tree.mark(0, paragraph)]).toEqual([0, 0, 1]);
    const parts: string[] = [];
    const objects = createPdfObjects({
      write: (bytes) => void parts.push(Buffer.from(bytes).toString("latin1")),
      deflate: (bytes) => bytes,
      digest: { update: () => {}, hexadecimal: () => "" },
      version: "1.4",
    });
    const top = tree.write(objects, root, [90, 91]);
    const file = parts.join("");
    expect(file).toMatch(/<<\/S\/P\/P \d+ 0 R\/Pg 90 0 R\/K\[0 <<\/Type\/MCR\/Pg 91 0 R\/MCID 0>> 1\]>>/);
    expect(file.match(/\/S\/P\b/g)?.length).toBe(1);
    expect(file.match(/\/S\/Part/g)?.length).toBe(1);
    const own = /(\d+) 0 obj\n<<\/S\/P\//.exec(file)![1]!;
    expect(file).toContain(`<</Nums[0[${own} 0 R ${own} 0 R]1[${own} 0 R]]>>`);
    expect(file).toContain(`${top} 0 obj\n<</Type/StructTreeRoot`);
  });
});
