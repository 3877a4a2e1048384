import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Break, breakOpportunities } from "./breakOpportunities";
import { graphemeOffsets } from "./graphemes";
import type { ProhibitionLevel } from "./prohibition";

/** The text with a bar wherever a line may end. */
function barred(text: string, level: ProhibitionLevel = "gb"): string {
  const flags = breakOpportunities(text, level);
  let result = "";
  for (let offset = 0; offset < text.length; offset++) result += (flags[offset]! >= Break.allowed ? "|" : "") + text[offset];
  return result;
}

describe("where a line may end", () => {
  it("is between Han characters, and never before a stop nor after an opening mark", () => {
    expect(barred("今天，（晴）很好。")).toBe("今|天，|（晴）|很|好。");
  });

  it("is not beside the solidus of a byline from gb on", () => {
    expect(barred("林景余/摄")).toBe("林|景|余/摄");
    expect(barred("林景余/摄", "basic")).toBe("林|景|余/|摄");
    expect(barred("林景余/摄", "none")).toBe("林|景|余|/|摄");
  });

  it("is not inside —— …… ！？ at any level, and longer runs split between pairs", () => {
    expect(barred("好——————吗……呢！？", "none")).toBe("好|——|——|——|吗|……|呢|！？");
    expect(barred("一———二", "none")).toBe("一|———|二");
  });

  it("is before …… and —— unless the level is strict", () => {
    expect(barred("称号……一——二")).toBe("称|号|……|一|——|二");
    expect(barred("称号……一——二", "strict")).toBe("称|号……|一——|二");
  });

  it("is not before a single — or ～, which connect", () => {
    expect(barred("北京—上海")).toBe("北|京—|上|海");
    expect(barred("下午2时～5时")).toBe("下|午|2|时～|5|时");
  });

  it("is after a middle dot, never before it", () => {
    expect(barred("卡尔·马克思")).toBe("卡|尔·|马|克|思");
  });

  it("keeps numbers with their signs, separators and units", () => {
    expect(barred("约￥1,280.50元")).toBe("约|￥1,280.50|元");
    expect(barred("增4.5％、18℃、5‰")).toBe("增|4.5％、|18℃、|5‰");
    expect(barred("第№5、±3度")).toBe("第|№5、|±3|度");
    expect(barred("时速350km，重20 kg吧")).toBe("时|速|350km，|重|20 kg|吧");
    expect(barred("气温－6℃～－2.5℃，降−3度")).toBe("气|温|－6℃～|－2.5℃，|降|−3|度");
    expect(barred("在3－6％、沪－6次")).toBe("在|3－|6％、|沪－|6|次");
    expect(barred("CN44-0146和45-81")).toBe("CN44-0146|和|45-81");
  });

  it("keeps words whole and breaks at their spaces and hyphens", () => {
    expect(barred("the state-of-the-art it’s")).toBe("the |state-|of-|the-|art |it’s");
    expect(barred("用TypeScript写")).toBe("用|TypeScript|写");
  });

  it("breaks addresses after their signs only", () => {
    expect(barred("网https://epaper.nfgb.cn/a?b=1看")).toBe("网|https://|epaper.|nfgb.|cn/|a?|b=1|看");
    expect(barred("su83865299@163.com")).toBe("su83865299@163.|com");
  });

  it("does not let a half-width mark typed for a Chinese one glue what follows", () => {
    expect(barred("统一刊号:CN44-0146")).toBe("统|一|刊|号:|CN44-0146");
    expect(barred("近日,工信部")).toBe("近|日,|工|信|部");
  });

  it("keeps ■ and ● with what they mark", () => {
    expect(barred("●国家")).toBe("●国|家");
    expect(barred("■ 图")).toBe("■ 图");
  });

  it("lets the direction of quotes decide beside digits", () => {
    expect(barred("委“1310”具")).toBe("委|“1310”|具");
  });

  it("obeys U+200B, U+2060 and line feeds", () => {
    expect(barred("a\u200bb")).toBe("a\u200b|b");
    expect(barred("甲\u2060乙")).toBe("甲\u2060乙");
    expect(barred("甲\n乙")).toBe("甲\n|乙");
    expect(breakOpportunities("甲\n乙", "gb")[2]).toBe(Break.mandatory);
  });

  it("does not break between a space and a mark that may not start a line", () => {
    expect(barred("甲 ，乙（ 丙")).toBe("甲 ，|乙|（ 丙");
  });

  it("is never inside a grapheme cluster, and always at the text's end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        const flags = breakOpportunities(text, "gb");
        const starts = new Set(graphemeOffsets(text));
        for (let offset = 0; offset < text.length; offset++) if (!starts.has(offset)) expect(flags[offset]).toBe(Break.inside);
        expect(flags[0]).toBe(Break.inside);
        expect(flags[text.length]).toBe(Break.mandatory);
      }),
    );
  });

  it("is allowed at a stricter level only where the milder ones allow it", () => {
    const texts = fc.array(fc.constantFrom("甲", "，", "（", "）", "——", "……", "/", "·", "a", "1", "-", " ", "～", "々", "●"), { minLength: 1 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        const [none, basic, gb, strict] = (["none", "basic", "gb", "strict"] as const).map((level) => breakOpportunities(text, level));
        for (let offset = 0; offset <= text.length; offset++) {
          expect(none![offset]).toBeGreaterThanOrEqual(basic![offset]!);
          expect(basic![offset]).toBeGreaterThanOrEqual(gb![offset]!);
          expect(gb![offset]).toBeGreaterThanOrEqual(strict![offset]!);
        }
      }),
    );
  });
});
