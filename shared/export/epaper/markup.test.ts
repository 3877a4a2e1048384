import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributes, markup, safeText } from "./markup";

describe("markup", () => {
  it("lets no character through that could begin or end mark-up", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(markup(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
    }));
    expect(markup("</script><b onclick='x'>&amp;")).toBe("&lt;/script&gt;&lt;b onclick=&#39;x&#39;&gt;&amp;amp;");
  });

  it("takes controls, lone surrogates, noncharacters and bidi overrides away and leaves all other text", () => {
    expect(safeText("甲\u0001乙\ud800丙\u202e丁\u2066戊\u0000\u007f\u0085己\ufffe")).toBe("甲乙丙丁戊己");
    expect(safeText("𠮷林\t（二）\n“+”\u200e\u3000e\u0301")).toBe("𠮷林\t（二）\n“+”\u200e\u3000e\u0301");
  });
});

describe("attributes", () => {
  it("leaves out what is not there and escapes what is", () => {
    expect(attributes({ a: 'x" y', b: null, c: true, d: false, e: 0, f: undefined })).toBe(' a="x&quot; y" c e="0"');
  });
});
